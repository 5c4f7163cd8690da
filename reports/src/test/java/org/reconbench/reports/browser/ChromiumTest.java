package org.reconbench.reports.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.reports.HostileReports;

/** The page in a real browser. Skipped where there is no Chromium. */
class ChromiumTest {
    @TempDir
    static Path directory;

    private static @Nullable Browser browser;
    private static @Nullable Inspection inspection;

    /** The reports looked at; each has the latent planes and the table of the most anomalous rows. */
    private enum Sample {
        /** Like the built-in families experiment. */
        PLAIN,
        /** Names that are markup, formulas or endless. */
        HOSTILE,
        /** Five data sets, what belongs to one of them folded. */
        FOLDED;

        Path page() {
            return directory.resolve(name()).resolve("report.html");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "no chromium on the path: the page is not tried in a browser");
        HostileReports.plain(directory.resolve(Sample.PLAIN.name()));
        HostileReports.hostile(directory.resolve(Sample.HOSTILE.name()));
        HostileReports.folded(directory.resolve(Sample.FOLDED.name()));
        browser = Browser.start(program.orElseThrow(), directory.resolve("profile"));
        inspection = new Inspection(browser);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    /** No test may have made the page complain, or ask for anything but itself. */
    @AfterEach
    void nothing_was_complained_of() throws Exception {
        browser().emulate("", Map.of());
        assertEquals(List.of(), browser().complaints());
    }

    private static Browser browser() {
        return Objects.requireNonNull(browser);
    }

    private static Inspection inspection() {
        return Objects.requireNonNull(inspection);
    }

    private static String tried(String script) throws Exception {
        return browser().evaluate(script).asText();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1000, 1440})
    void nothing_overflows_and_every_figure_has_size(int width) throws Exception {
        for (Sample sample : Sample.values()) {
            browser().open(sample.page(), width, 900);
            inspection().unfold();
            assertEquals(List.of(), inspection().misfits(width), sample + " at " + width);
        }
    }

    @Test
    void the_pages_looked_at_have_every_kind_of_section() throws Exception {
        for (Sample sample : Sample.values()) {
            browser().open(sample.page(), 1280, 900);
            assertEquals(
                    "",
                    tried(
                            "['summary', 'comparison', 'plane', 'rows'].filter(id => !document.getElementById(id)).join()"),
                    sample.name());
        }
        assertTrue(browser()
                        .evaluate("document.querySelectorAll('details.part').length")
                        .asInt()
                > 6);
        assertTrue(browser()
                        .evaluate("document.querySelectorAll('svg rect.heat').length")
                        .asInt()
                > 20);
    }

    @Test
    void a_heading_sorts_by_click_and_by_key_and_a_word_filters() throws Exception {
        browser().open(Sample.PLAIN.page(), 1280, 900);
        String button = "document.querySelector('#comparison table').tHead.rows[0].cells[5].querySelector('button')";
        String column = "Array.from(document.querySelector('#comparison table').tBodies[0].rows)"
                + ".map(r => Number(r.cells[5].getAttribute('data-v')))";
        browser().evaluate(button + ".click()");
        assertSorted(browser().evaluate(column), -1);
        browser()
                .evaluate("document.querySelector('#comparison table').tHead.rows[0].cells[4]"
                        + ".querySelector('button').focus()");
        browser().press("Tab", 9);
        assertEquals("true", tried("document.activeElement === " + button), "tab leads from heading to heading");
        assertEquals("solid", tried("getComputedStyle(document.activeElement).outlineStyle"), "the focus is seen");
        browser().press("Enter", 13);
        assertSorted(browser().evaluate(column), 1);
        assertEquals("ascending", tried(button + ".closest('th').getAttribute('aria-sort')"));
        JsonNode shown = browser()
                .evaluate("(() => { const f = document.querySelector('#comparison .filter'); f.value = 'warmup';"
                        + " f.dispatchEvent(new Event('input'));"
                        + " return Array.from(document.querySelector('#comparison table').tBodies[0].rows)"
                        + ".filter(r => !r.hidden).map(r => r.cells[0].textContent.trim()); })()");
        assertEquals("[\"beta-vae-warmup\"]", shown.toString());
    }

    private static void assertSorted(JsonNode values, int sign) {
        assertTrue(values.size() > 5);
        for (int i = 1; i < values.size(); i++) {
            assertTrue(
                    sign
                                    * Double.compare(
                                            values.get(i).asDouble(),
                                            values.get(i - 1).asDouble())
                            >= 0,
                    values.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void a_link_leads_to_its_evidence_and_unfolds_it(Sample sample) throws Exception {
        browser().open(sample.page(), 1280, 900);
        assertEquals(List.of(), inspection().deadLinks());
        assertTrue(browser()
                        .evaluate("document.querySelectorAll('td a[href^=\"#\"]').length")
                        .asInt()
                > 0);
        if (sample == Sample.FOLDED) {
            tried("document.querySelector('td a[href^=\"#\"]').click()");
            String target = "document.getElementById(location.hash.slice(1))";
            browser().await(target + " && " + target + ".checkVisibility()");
        }
    }

    @Test
    void the_notes_column_is_seen_whole_on_a_small_screen() throws Exception {
        browser().open(Sample.PLAIN.page(), 1000, 900);
        JsonNode beyond = browser()
                .evaluate("Array.from(document.querySelectorAll('#comparison .table'))"
                        + ".map(t => t.scrollWidth - t.clientWidth)");
        assertTrue(beyond.size() > 0);
        for (JsonNode each : beyond) {
            assertTrue(each.asInt() <= 0, beyond.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void all_words_stand_out_from_what_is_behind_them(String scheme) throws Exception {
        for (Sample sample : List.of(Sample.PLAIN, Sample.FOLDED)) {
            browser().emulate("", Map.of("prefers-color-scheme", scheme));
            browser().open(sample.page(), 1280, 900);
            inspection().unfold();
            String paper = tried("getComputedStyle(document.body).backgroundColor");
            assertEquals(scheme.equals("dark"), !paper.equals("rgb(255, 255, 255)"), paper);
            assertEquals(List.of(), inspection().weakText(), sample + ", " + scheme);
        }
    }

    @Test
    void words_stand_out_in_print_too() throws Exception {
        browser().emulate("print", Map.of("prefers-color-scheme", "dark"));
        browser().open(Sample.PLAIN.page(), 718, 1000);
        assertEquals("rgb(255, 255, 255)", tried("getComputedStyle(document.body).backgroundColor"));
        assertEquals(List.of(), inspection().weakText());
    }

    @Test
    void the_page_does_not_glide_for_readers_who_do_not_want_motion() throws Exception {
        String behaviour = "getComputedStyle(document.documentElement).scrollBehavior";
        browser().open(Sample.PLAIN.page(), 1280, 900);
        assertEquals("smooth", tried(behaviour));
        browser().emulate("", Map.of("prefers-reduced-motion", "reduce"));
        assertEquals("auto", tried(behaviour));
    }

    @Test
    void it_reads_without_script_and_without_style() throws Exception {
        browser().call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser().open(Sample.FOLDED.page(), 390, 900);
        } finally {
            browser().call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
        assertEquals(
                0,
                browser()
                        .evaluate("document.querySelectorAll('thead button, .filter').length")
                        .asInt());
        String hidden = "Array.from(document.querySelectorAll('h2, .finding, table, svg[role=img], .caption'))"
                + ".filter(e => !e.closest('details') && e.getBoundingClientRect().height < 10).map(e => e.outerHTML"
                + ".slice(0, 80)).join()";
        assertEquals("", tried(hidden));
        assertEquals(List.of(), inspection().misfits(390));
        browser().evaluate("document.querySelectorAll('details')[0].querySelector('summary').click()");
        assertEquals("true", tried("document.querySelectorAll('details')[0].open"), "folds open without script");
        browser().evaluate("document.querySelectorAll('style').forEach(s => s.remove())");
        assertEquals("", tried(hidden));
        assertEquals("none", tried("getComputedStyle(document.querySelector('thead th')).backgroundImage"));
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void it_prints_on_pages_that_cut_no_figure(Sample sample) throws Exception {
        PrintedPages folded = print(sample, false);
        if (sample == Sample.FOLDED) {
            assertTrue(folded.text().contains("folded on screen, not printed"), "a folded part says that it is folded");
            PrintedPages open = print(sample, true);
            assertTrue(open.count() > folded.count(), open.count() + " pages");
            assertTrue(!open.text().contains("folded on screen, not printed"));
        }
    }

    @Test
    void a_table_that_goes_on_overleaf_repeats_its_headings() throws Exception {
        browser().open(Sample.PLAIN.page(), 1280, 900);
        String table = "document.querySelector('#rows table.sortable')";
        String heading = tried(table + ".tHead.rows[0].cells[0].textContent");
        browser()
                .evaluate("(() => { document.querySelectorAll('section:not(#rows)').forEach(s => s.remove());"
                        + " document.querySelectorAll('#rows table.sortable').forEach((t, i) => { if (i) { t.remove(); } });"
                        + " Array.from(" + table
                        + ".tBodies[0].rows).forEach(r => { r.style.breakBefore = 'page'; }); })()");
        int rows = browser().evaluate(table + ".tBodies[0].rows.length").asInt();
        PrintedPages pages = PrintedPages.of(browser().printed());
        long seen = pages.text()
                .lines()
                .filter(line -> line.startsWith(heading + " "))
                .count();
        assertTrue(rows > 3 && seen >= rows, heading + " stands " + seen + " times over " + rows + " rows");
    }

    private static PrintedPages print(Sample sample, boolean unfolded) throws Exception {
        browser().open(sample.page(), 1280, 900);
        if (unfolded) {
            inspection().unfold();
        }
        int[] marked = inspection().mark();
        PrintedPages pages = PrintedPages.of(browser().printed());
        assertTrue(pages.count() > 3 && marked[1] >= 5, pages.count() + " pages, " + marked[1] + " panels");
        assertEquals(List.of(), pages.cut(marked[0], marked[1]));
        return pages;
    }
}
