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

/** The latent plane and the most anomalous rows. */
class ExplanationSectionsTest {
    @TempDir
    Path directory;

    private Page write(FabricatedRun run) throws Exception {
        return Page.of(Files.readString(HtmlReport.write(run, directory)));
    }

    private static List<Element> pictures(Page page, String section) {
        return Page.below(page.section(section), "svg").stream()
                .filter(FigureChecks::picture)
                .toList();
    }

    @Test
    void a_run_without_explanations_lacks_the_sections() throws Exception {
        List<String> sections = write(FabricatedRun.small()).sections();
        assertFalse(sections.contains("plane") || sections.contains("rows"), sections.toString());
    }

    @Test
    void each_network_has_a_plane_and_one_without_an_active_unit_is_said_to_hold_nothing() throws Exception {
        Page page = write(FabricatedRun.families(2).withoutCurves().withExplanations());
        assertEquals(
                "Of 14 latent planes drawn (configuration \u00d7 data set \u00d7 protocol), 8 have the anomalies apart from the"
                        + " normal rows (AUC-ROC of the distance at least 0.9) and 0 have them among the normal rows (below"
                        + " 0.6); 6 hold nothing, as no latent unit is active; where there is something to see, the plane"
                        + " shows 75 % of the codes' variance in the median.",
                page.finding("plane"));
        List<Element> pictures = pictures(page, "plane");
        assertEquals(14, pictures.size());
        List<String> alts = pictures.stream()
                .map(picture -> FigureChecks.alt(page, picture))
                .toList();
        assertEquals(
                6,
                alts.stream()
                        .filter(alt -> alt.endsWith("it holds nothing, as no latent unit is active."))
                        .count(),
                alts.toString());
        assertTrue(
                alts.stream()
                        .anyMatch(alt ->
                                alt.startsWith("Latent plane of ae on seed-blobs, contaminated, seed 0: the anomalies"
                                        + " lie apart from the normal rows, AUC-ROC 1.000 by distance")),
                alts.toString());
        assertTrue(page.section("plane").getTextContent().contains("Component 1 (38 % of variance)"));
        for (Element picture : pictures) {
            Element twin = Page.below((Element) picture.getParentNode(), "a").get(0);
            assertTrue(Files.size(directory.resolve(twin.getAttribute("href"))) > 1000);
        }
    }

    @Test
    void the_best_network_of_each_family_shows_its_top_rows_with_the_features_it_misses() throws Exception {
        Page page = write(FabricatedRun.families(2).withoutCurves().withExplanations());
        List<Element> pictures = pictures(page, "rows");
        assertEquals(4, pictures.size(), "2 protocols x AE and VAE");
        String finding = page.finding("rows");
        assertTrue(finding.startsWith("On seed-blobs, contaminated, "), finding);
        assertTrue(
                finding.contains(
                        "column 3 has the largest part in what is not reconstructed, 75 % of the squared residual on"
                                + " average; on seed-blobs, normal-only, "),
                finding);
        String text = page.section("rows").getTextContent();
        assertTrue(text.contains("Rows are counted from 0 in the data set."), text);
        assertTrue(text.contains("column 3 75 % (0.00 \u2192 -"), text);
        List<Element> rows = Page.below(page.section("rows"), "tbody").stream()
                .flatMap(body -> Page.below(body, "tr").stream())
                .toList();
        assertEquals(4 * 20, rows.size());
    }

    @Test
    void an_explanation_that_cannot_be_read_is_named_and_the_next_seed_is_shown() throws Exception {
        Page page = write(FabricatedRun.small().withoutCurves().withDamagedExplanations());
        for (String section : List.of("plane", "rows")) {
            String text = page.section(section).getTextContent();
            assertTrue(text.contains("The explanation of vae, seed 0 (trial "), text);
            assertTrue(text.contains(") cannot be read and is left out: is not an explanation."), text);
            assertFalse(text.contains("/somewhere"), "the page does not depend on where the run lies");
            assertTrue(FigureChecks.alt(page, pictures(page, section).get(0)).contains("seed 1"));
        }
    }

    @Test
    void when_no_explanation_can_be_read_the_sections_say_so() throws Exception {
        Page page = write(new FabricatedRun(
                        "one", List.of("d"), List.of("contaminated"), List.of(FabricatedRun.vae("vae", 1, 10, 3)), 1)
                .withDamagedExplanations());
        assertEquals("The stored latent planes cannot be read.", page.finding("plane"));
        assertEquals("The stored explanations of the highest-scoring rows cannot be read.", page.finding("rows"));
    }
}
