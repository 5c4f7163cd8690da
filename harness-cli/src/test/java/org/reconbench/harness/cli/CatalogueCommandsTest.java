package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueCommandsTest {

    private static JsonNode json(String... args) throws JsonProcessingException {
        Captured captured = Captured.run(args);
        assertEquals(0, captured.code(), captured.err());
        return new ObjectMapper().readTree(captured.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiments", "datasets", "protocols", "detectors", "scores", "metrics"})
    void every_list_is_a_json_array_whose_objects_have_id_and_family(String kind) throws JsonProcessingException {
        JsonNode array = json("list", kind, "--format", "json");
        assertTrue(array.isArray());
        assertFalse(array.isEmpty());
        for (JsonNode entry : array) {
            assertTrue(entry.path("id").asText().matches("[a-z0-9][a-z0-9._-]*"), entry.toString());
            assertFalse(entry.path("family").asText().isEmpty(), entry.toString());
            assertFalse(entry.path("summary").asText().isEmpty(), entry.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"datasets", "protocols", "detectors", "scores", "metrics"})
    void everything_that_a_list_shows_can_be_described(String kind) throws JsonProcessingException {
        for (JsonNode entry : json("list", kind, "--format", "json")) {
            String id = entry.path("id").asText();
            assertTrue(holds(json("describe", id, "--format", "json"), entry), id);
            Captured shown = Captured.run("describe", id);
            assertEquals(0, shown.code());
            assertTrue(shown.outLines().stream().allMatch(line -> line.length() <= 80), shown.out());
        }
    }

    /** Whether one of the entries described says all that the list says; it may say more, such as an effective beta. */
    private static boolean holds(JsonNode described, JsonNode listed) {
        for (JsonNode entry : described) {
            boolean all = true;
            for (Map.Entry<String, JsonNode> field : listed.properties()) {
                all &= field.getValue().equals(entry.get(field.getKey()));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_described_experiment_is_the_file_that_run_takes() throws JsonProcessingException {
        JsonNode families = json("describe", "families", "--format", "json").path(0);
        assertTrue(families.path("yaml").asText().startsWith("schema: reconbench.experiment/1"));
        Captured shown = Captured.run("describe", "families");
        families.path("yaml")
                .asText()
                .lines()
                .forEach(line -> assertTrue(shown.out().contains(line), line));
    }

    @Test
    void the_table_of_a_list_fits_eighty_columns() {
        Captured captured = Captured.run("list", "metrics");
        assertTrue(captured.outLines().get(0).startsWith("ID "));
        assertTrue(captured.outLines().stream().allMatch(line -> line.length() <= 80));
    }

    @Test
    void a_described_parameter_has_type_range_default_and_meaning() throws JsonProcessingException {
        JsonNode first = json("describe", "seed-blobs", "--format", "json")
                .path(0)
                .path("params")
                .path(0);
        assertEquals("n", first.path("name").asText());
        assertEquals("integer", first.path("type").asText());
        assertEquals(5000, first.path("default").asInt());
        assertTrue(first.path("max").asInt() > first.path("min").asInt());
        assertFalse(first.path("summary").asText().isEmpty());
        assertTrue(Captured.run("describe", "seed-blobs").out().contains("PARAMETER"));
    }

    @Test
    void an_unknown_list_or_name_is_refused_with_the_nearest() {
        assertTrue(Captured.run("list", "detektors").err().contains("did you mean 'detectors'?"));
        assertTrue(Captured.run("describe", "seed-blob").err().contains("did you mean 'seed-blobs'?"));
    }
}
