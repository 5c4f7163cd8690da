package org.reconbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Runs at the edge: few seeds, nothing ok, one detector, hostile names, a grid. */
class UnusualRunsTest {
    @TempDir
    Path directory;

    private Page write(FabricatedRun run) throws Exception {
        return Page.of(Files.readString(HtmlReport.write(run, directory)));
    }

    private static FabricatedRun of(List<String> datasets, int seeds, FabricatedRun.Config... configs) {
        return new FabricatedRun("odd", datasets, List.of("contaminated"), List.of(configs), seeds);
    }

    private static FabricatedRun.Config ae() {
        return ae(2.5);
    }

    private static FabricatedRun.Config ae(double separation) {
        return new FabricatedRun.Config("ae", "ae", FabricatedRun.params(java.util.Map.of()), separation, null);
    }

    @Test
    void one_seed_has_no_spread_and_no_verdict() throws Exception {
        Page page = write(
                of(List.of("d"), 1, ae(), FabricatedRun.vae("vae", 1, 10, 2.4), FabricatedRun.reference("norm", 0.3)));
        assertTrue(page.section("summary").getTextContent().contains("too few seeds for a verdict"));
        assertTrue(Page.below(page.section("comparison"), "span").stream()
                .noneMatch(span -> span.getAttribute("class").equals("sd")));
        assertTrue(page.section("summary").getTextContent().contains("not told apart from norm: ae, vae"));
    }

    @Test
    void a_run_in_which_nothing_worked_says_so() throws Exception {
        Page page = write(
                of(List.of("d"), 2, ae(), FabricatedRun.reference("norm", 0.3)).allFailed());
        assertTrue(page.finding("summary").startsWith("No trial gave an AUC-PR"), page.finding("summary"));
        assertEquals("4 of 4 planned trials did not end ok: 4 diverged.", page.finding("coverage"));
        assertEquals(0, page.all("svg", FigureChecks::picture).size());
        assertEquals(
                List.of("summary", "comparison", "coverage", "data", "method", "reproduce", "downloads"),
                page.sections());
    }

    @Test
    void a_single_detector_has_no_runner_up() throws Exception {
        Page page = write(of(List.of("d"), 2, ae()));
        assertTrue(page.section("summary").getTextContent().contains("there is no other configuration"));
        assertEquals(
                List.of(),
                Page.below(page.section("comparison"), "td").stream()
                        .filter(cell -> cell.getAttribute("class").contains("best"))
                        .toList());
    }

    @Test
    void configurations_with_equal_means_are_level_and_none_is_named_the_winner() throws Exception {
        Page page = write(
                of(List.of("d"), 2, FabricatedRun.reference("norm", 40), ae(40), FabricatedRun.vae("vae", 1, 10, 1))
                        .withoutCurves());
        assertTrue(page.finding("summary").contains("norm, ae are level"), page.finding("summary"));
        assertTrue(page.section("summary").getTextContent().contains("norm, ae are level with AUC-PR 1.000"));
    }

    @Test
    void when_a_reference_leads_the_best_network_is_named_beside_it() throws Exception {
        Page page = write(
                of(List.of("d"), 2, FabricatedRun.reference("norm", 40), ae(1)).withoutCurves());
        assertTrue(page.section("summary").getTextContent().contains("A reference leads; the best network is ae"));
    }

    @Test
    void without_curves_there_is_no_training_section() throws Exception {
        Page page = write(of(List.of("d"), 2, ae()).withoutCurves());
        assertFalse(page.sections().contains("training"));
        assertTrue(page.sections().contains("datasets"));
    }

    @Test
    void hostile_and_long_names_come_out_harmless() throws Exception {
        String script = "<script>alert(1)</script>";
        String quote = "a\"b' onerror=alert(1) &amp; \u202ereversed\u0000end";
        String longName = "x".repeat(300);
        FabricatedRun run =
                of(List.of(script, "=cmd()", quote, longName), 1, ae()).withoutCurves();
        Page page = write(run);
        assertEquals(1, page.all("script").size(), "only the page's own script");
        for (Element element : page.all("*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String name = element.getAttributes().item(i).getNodeName();
                assertFalse(name.startsWith("on"), name);
            }
        }
        String table = page.section("comparison").getTextContent();
        assertTrue(table.contains(script) && table.contains("=cmd()") && table.contains(longName));
        assertTrue(table.contains("a\"b' onerror=alert(1) &amp; \ufffdreversed\ufffdend"));
        assertEquals(
                5,
                Files.readAllLines(directory.resolve("tables/comparison.csv")).size());
        for (String line : Files.readAllLines(directory.resolve("tables/comparison.csv"))) {
            assertFalse(line.startsWith("=") || line.startsWith("\"="), line);
        }
        assertTrue(Files.readString(directory.resolve("tables/comparison.csv")).contains("\n'=cmd(),"));
        assertFalse(Files.readString(directory.resolve("tables/comparison.md")).contains("<script"));
        for (Element twin :
                page.all("a", element -> element.getAttribute("class").equals("twin"))) {
            assertTrue(twin.getAttribute("href").matches("figures/[a-z0-9.-]{1,100}\\.png"), twin.getAttribute("href"));
        }
    }

    @Test
    void a_grid_states_the_best_cell_beside_the_seed_document_s_claim() throws Exception {
        Page page = write(FabricatedRun.grid(6).withoutCurves());
        String grid = page.section("grid").getTextContent();
        assertTrue(page.finding("grid").endsWith("the seed document names beta = 0.1, latent = 10."), grid);
        assertTrue(
                grid.contains("AUC-ROC about 0.99 and AUC-PR about 0.90. Measured here for that cell: AUC-PR 0."),
                grid);
        assertEquals(
                4,
                page.all("svg", FigureChecks::picture).stream()
                        .filter(image -> FigureChecks.alt(page, image).contains(" by beta and latent on "))
                        .count());
    }

    @Test
    void many_configurations_get_a_panel_each() throws Exception {
        FabricatedRun.Config[] configs = new FabricatedRun.Config[12];
        for (int i = 0; i < configs.length; i++) {
            configs[i] = FabricatedRun.vae("beta-vae", 0.1 * (i + 1), 10, 2);
        }
        Page page = write(of(List.of("d"), 1, configs).withoutCurves());
        long alone = page.all("svg", FigureChecks::picture).stream()
                .filter(image -> FigureChecks.alt(page, image).startsWith("Precision-recall curve of beta-vae"))
                .count();
        assertEquals(12, alone);
        assertTrue(page.section("datasets")
                .getTextContent()
                .contains("In colour: the 6 best by AUC-PR of 12 configurations"));
    }
}
