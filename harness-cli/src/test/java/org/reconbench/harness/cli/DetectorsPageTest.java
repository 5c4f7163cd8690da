package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.reconbench.harness.registry.Detectors;

class DetectorsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "detectors.md");

    @Test
    void the_committed_page_is_the_one_that_the_cards_make() throws IOException {
        String made = DetectorsPage.markdown(Detectors.load().all());
        assertEquals(
                made,
                Files.readString(PAGE),
                "docs/detectors.md is out of date: ./reconbench list detectors --markdown > docs/detectors.md");
    }

    @Test
    void the_command_prints_the_page_and_every_detector_has_a_section() {
        Captured captured = Captured.run("list", "detectors", "--markdown");
        assertEquals(0, captured.code(), captured.err());
        assertEquals(DetectorsPage.markdown(Detectors.load().all()), captured.out());
        Detectors.load().ids().forEach(id -> assertTrue(captured.out().contains("\n## " + id + "\n"), id));
    }

    @Test
    void other_lists_have_no_page() {
        Captured captured = Captured.run("list", "metrics", "--markdown");
        assertEquals(2, captured.code());
        assertTrue(captured.err().contains("--markdown: goes with 'list detectors' only"), captured.err());
    }

    @Test
    void what_describe_cannot_set_is_refused() {
        Captured data = Captured.run("describe", "seed-blobs", "--set", "n=3");
        assertEquals(2, data.code());
        assertTrue(data.err().contains("'seed-blobs' is no detector"), data.err());
        Captured detector = Captured.run("describe", "beta-vae", "--set", "betta=3");
        assertEquals(2, detector.code());
        assertTrue(detector.err().contains("detector 'beta-vae': unknown parameter 'betta'"), detector.err());
        Captured features = Captured.run("describe", "beta-vae", "--features", "0");
        assertEquals(2, features.code());
        assertTrue(features.err().contains("--features 0: must be an integer from 1"), features.err());
    }
}
