package org.reconbench.reports.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.reports.HostileReports;

/** The page in a real browser. Skipped where there is no Chromium. */
class ChromiumTest {
    /** Height of an A4 page less its margins, in CSS pixels. */
    private static final int PRINTED = 1000;

    @TempDir
    static Path directory;

    private static @Nullable Browser browser;
    private static Path plain = Path.of("");
    private static Path hostile = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "no chromium on the path: the page is not tried in a browser");
        plain = HostileReports.plain(directory.resolve("plain"));
        hostile = HostileReports.hostile(directory.resolve("hostile"));
        browser = Browser.start(program.orElseThrow(), directory.resolve("profile"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static Browser browser() {
        return java.util.Objects.requireNonNull(browser);
    }

    @Test
    void both_pages_load_without_an_error_an_outside_request_or_a_dialog() throws Exception {
        for (Path page : List.of(plain, hostile)) {
            browser().open(page, 1280, 900);
            browser().evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        }
        assertEquals(List.of(), browser().events("Runtime.exceptionThrown"));
        assertEquals(List.of(), browser().events("Page.javascriptDialogOpening"));
        assertEquals(
                List.of(),
                browser().events("Log.entryAdded").stream()
                        .filter(event ->
                                event.path("entry").path("level").asText().equals("error"))
                        .toList());
        List<String> requests = browser().events("Network.requestWillBeSent").stream()
                .map(event -> event.path("request").path("url").asText())
                .filter(url -> !url.startsWith("data:") && !url.endsWith("/report.html") && !url.equals("about:blank"))
                .toList();
        assertEquals(List.of(), requests);
    }

    @Test
    void a_click_on_a_heading_sorts_and_a_word_filters() throws Exception {
        browser().open(plain, 1280, 900);
        String column = "Array.from(document.querySelectorAll('#comparison table')[0].tBodies[0].rows)"
                + ".map(r => Number(r.cells[5].getAttribute('data-v')))";
        browser()
                .evaluate("document.querySelectorAll('#comparison table')[0].tHead.rows[0].cells[5]"
                        + ".querySelector('button').click()");
        double last = Double.POSITIVE_INFINITY;
        JsonNode values = browser().evaluate(column);
        assertTrue(values.size() > 5);
        for (JsonNode value : values) {
            assertTrue(value.asDouble() <= last, values.toString());
            last = value.asDouble();
        }
        JsonNode shown = browser()
                .evaluate("(() => { const f = document.querySelector('#comparison .filter'); f.value = 'warmup';"
                        + " f.dispatchEvent(new Event('input'));"
                        + " return Array.from(document.querySelectorAll('#comparison table')[0].tBodies[0].rows)"
                        + ".filter(r => !r.hidden).map(r => r.cells[0].textContent.trim()); })()");
        assertEquals("[\"beta-vae-warmup\"]", shown.toString());
    }

    @Test
    void a_note_leads_to_its_evidence() throws Exception {
        browser().open(plain, 1280, 900);
        JsonNode dead = browser()
                .evaluate("Array.from(document.querySelectorAll('a[href^=\"#\"]'))"
                        + ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length");
        assertEquals(0, dead.asInt());
        assertTrue(browser()
                        .evaluate("document.querySelectorAll('td a[href^=\"#\"]').length")
                        .asInt()
                > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1000, 1440})
    void nothing_overflows_and_every_figure_has_size(int width) throws Exception {
        for (Path page : List.of(plain, hostile)) {
            browser().open(page, width, 900);
            browser().evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            JsonNode wide = browser().evaluate("document.documentElement.scrollWidth");
            assertTrue(wide.asInt() <= width, page + " is " + wide + " wide in a window of " + width);
            JsonNode flat = browser()
                    .evaluate(
                            "Array.from(document.querySelectorAll('svg[role=img]'))"
                                    + ".map(s => s.getBoundingClientRect()).filter(r => r.width < 100 || r.height < 60).length");
            assertEquals(0, flat.asInt(), "figures without size");
            JsonNode cut = browser()
                    .evaluate("Array.from(document.querySelectorAll('svg[role=img]')).flatMap(s => { const b ="
                            + " s.getBoundingClientRect(); return Array.from(s.querySelectorAll('text')).filter(t => {"
                            + " const r = t.getBoundingClientRect(); return r.left < b.left - 1 || r.right > b.right + 1"
                            + " || r.top < b.top - 1 || r.bottom > b.bottom + 1; }).map(t => t.textContent.slice(0, 60));"
                            + " })");
            assertEquals("[]", cut.toString(), "words that leave their picture");
        }
    }

    @Test
    void the_notes_column_is_seen_whole_on_a_small_screen() throws Exception {
        browser().open(plain, 1000, 900);
        JsonNode beyond = browser()
                .evaluate("Array.from(document.querySelectorAll('#comparison .table'))"
                        + ".map(t => t.scrollWidth - t.clientWidth)");
        for (JsonNode each : beyond) {
            assertTrue(each.asInt() <= 0, beyond.toString());
        }
    }

    @Test
    void it_prints_on_pages_that_cut_no_figure() throws Exception {
        browser().open(plain, 718, 1000);
        browser().call("Emulation.setEmulatedMedia", Map.of("media", "print"));
        JsonNode tall = browser()
                .evaluate("Array.from(document.querySelectorAll('.panel'))"
                        + ".filter(p => p.getBoundingClientRect().height > " + PRINTED
                        + " || getComputedStyle(p).breakInside !== 'avoid').length");
        assertEquals(0, tall.asInt(), "panels that a page cannot hold whole");
        JsonNode wide = browser().evaluate("document.documentElement.scrollWidth");
        assertTrue(wide.asInt() <= 718, "printed width " + wide);
        browser().call("Emulation.setEmulatedMedia", Map.of("media", ""));
        JsonNode printed =
                browser().call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        String pdf = new String(Base64.getDecoder().decode(printed.path("data").asText()), StandardCharsets.ISO_8859_1);
        long pages = Pattern.compile("/Type */Page\\b").matcher(pdf).results().count();
        assertTrue(pdf.startsWith("%PDF") && pages > 3, pages + " pages");
    }
}
