package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.harness.conformance.Conformance;
import org.reconbench.harness.registry.TestPlugin;

class CheckDetectorTest {
    @TempDir
    private Path temp = Path.of("");

    /** Scores by place: a plug-in that breaks a promise. */
    private String careless() throws IOException {
        String text = TestPlugin.detector("other", "Careless", "careless", "")
                .replace("rows.squaredRowNorms()", "new Random(rows.rows()).doubles(rows.rows()).toArray()");
        return new TestPlugin(temp)
                .source("other.Careless", text)
                .provides("other.Careless")
                .jar("careless.jar")
                .toString();
    }

    @Test
    void a_sound_detector_is_a_line_a_check_and_exit_code_0() {
        Captured captured = Captured.run("check-detector", "norm");
        assertEquals(0, captured.code(), captured.out() + captured.err());
        assertEquals(Conformance.promises().size() + 2, captured.outLines().size(), captured.out());
        assertEquals("norm", captured.outLines().get(0));
        assertEquals(
                "All checks hold.", captured.outLines().get(captured.outLines().size() - 1));
        assertEquals("", captured.err());
    }

    @Test
    void a_broken_plug_in_is_told_within_eighty_columns_and_exit_code_1() throws IOException {
        Captured captured = Captured.run("check-detector", "careless", "norm", "--plugins", careless());
        assertEquals(1, captured.code(), captured.err());
        assertTrue(captured.out().contains("\n  FAILED  row-places "), captured.out());
        assertTrue(captured.out().contains("\n  FAILED  beats-random "), captured.out());
        assertTrue(captured.out().endsWith(" checks of 2 detectors FAILED.\n"), captured.out());
        assertTrue(captured.outLines().stream().allMatch(line -> line.length() <= 80), captured.out());
    }

    @Test
    void json_tells_each_check_with_its_promise() throws IOException {
        Captured captured = Captured.run("check-detector", "careless", "--format", "json", "--plugins", careless());
        assertEquals(1, captured.code());
        JsonNode detector = new ObjectMapper().readTree(captured.out()).path(0);
        assertEquals("careless", detector.path("id").asText());
        assertEquals(false, detector.path("ok").asBoolean(true));
        assertEquals(Conformance.promises().size(), detector.path("checks").size());
        for (JsonNode check : detector.path("checks")) {
            assertTrue(
                    List.of("ok", "failed", "exempt")
                            .contains(check.path("verdict").asText()),
                    check.toString());
            assertTrue(check.path("promise").asText().endsWith("."), check.toString());
        }
    }

    @Test
    void wrong_requests_are_refused() {
        assertEquals(2, Captured.run("check-detector").code());
        assertEquals(2, Captured.run("check-detector", "norm", "--all").code());
        Captured unknown = Captured.run("check-detector", "norn");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("did you mean 'norm'?"), unknown.err());
    }
}
