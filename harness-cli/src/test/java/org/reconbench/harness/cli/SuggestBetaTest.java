package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestBetaTest {
    private static JsonNode json(String... more) throws JsonProcessingException {
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"suggest-beta", "seed-blobs", "--format", "json"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        Captured captured = Captured.run(args);
        assertEquals(0, captured.code(), captured.err());
        return new ObjectMapper().readTree(captured.out());
    }

    @Test
    void the_beta_named_keeps_as_many_units_whatever_the_term() throws JsonProcessingException {
        JsonNode root = json("--units", "3");
        assertEquals(20, root.path("eigenvalues").size());
        double third = root.path("eigenvalues").path(2).asDouble();
        double fourth = root.path("eigenvalues").path(3).asDouble();
        JsonNode sse = root.path("suggested").path("sse");
        assertEquals(2 * third, sse.path("below").asDouble(), 1e-12);
        assertEquals(2 * fourth, sse.path("from").asDouble(), 1e-12);
        double beta = sse.path("beta").asDouble();
        assertTrue(beta > 2 * fourth && beta < 2 * third);
        assertEquals(beta / 20, root.path("suggested").path("mse").path("beta").asDouble(), 1e-12);
        assertEquals(
                beta / 2, root.path("suggested").path("gaussian").path("beta").asDouble(), 1e-12);
    }

    @Test
    void the_forecast_counts_what_lies_above_the_effective_beta() throws JsonProcessingException {
        JsonNode root = json("--recon", "sse");
        for (var entry : root.path("forecast").path("sse").properties()) {
            double level = Double.parseDouble(entry.getKey()) / 2;
            int above = 0;
            for (JsonNode eigenvalue : root.path("eigenvalues")) {
                above += eigenvalue.asDouble() > level ? 1 : 0;
            }
            assertEquals(above, entry.getValue().asInt(), entry.getKey());
        }
        assertEquals(7, root.path("forecast").path("sse").size());
        assertFalse(root.path("forecast").has("mse"));
        assertTrue(root.path("suggested").isNull());
    }

    @Test
    void protocol_and_scaling_change_the_rows() throws JsonProcessingException {
        JsonNode scaled = json("--protocol", "normal-only", "--set", "scaler=z-score");
        assertEquals(3880, scaled.path("train_rows").asInt());
        double total = 0;
        for (JsonNode eigenvalue : scaled.path("eigenvalues")) {
            total += eigenvalue.asDouble();
        }
        assertEquals(20, total, 1e-9);
    }

    @Test
    void the_table_fits_eighty_columns() {
        Captured captured = Captured.run("suggest-beta", "seed-blobs", "--units", "12");
        assertEquals(0, captured.code(), captured.err());
        assertTrue(captured.outLines().stream().allMatch(line -> line.length() <= 80), captured.out());
        assertTrue(captured.out().contains("To keep 12 of them active:"), captured.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed-blobs --units 21 | --units 21: 'seed-blobs' has 20 features; must be an integer from 1 to 20",
                "seed-blobs --units 0 | must be an integer from 1 to 20",
                "seed-blob | unknown data set 'seed-blob' (did you mean 'seed-blobs'?)",
                "seed-blobs --recon see | --recon = see: must be one of sse, mse, gaussian",
                "seed-blobs --seed -1 | --seed -1: must be an integer from 0",
                "seed-blobs --protocol normal | unknown protocol 'normal'",
                "nowhere/none.csv | none.csv",
                "seed-blobs --set scalar=none | --set scalar: nothing in this experiment has such a parameter"
            })
    void bad_input_is_named(String words, String message) {
        String[] args = ("suggest-beta " + words).split(" ");
        Captured captured = Captured.run(args);
        assertEquals(2, captured.code());
        assertTrue(captured.err().contains(message), captured.err());
    }
}
