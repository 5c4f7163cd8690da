package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Params;

class ProtocolTest {
    private static final Protocol CONTAMINATED = Protocols.find("contaminated").orElseThrow();
    private static final Protocol NORMAL_ONLY = Protocols.find("normal-only").orElseThrow();

    private static Params params(Protocol protocol, Map<String, ?> given) {
        return Params.resolve("protocol", protocol.card().params(), given);
    }

    /** One feature with the row's number; the last rows are anomalies. */
    private static Dataset numbered(int rows, int anomalies) {
        double[] values = new double[rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = i;
            labels[i] = i >= rows - anomalies ? 1 : 0;
        }
        return Dataset.of("numbered", List.of("x"), Matrix.wrap(rows, 1, values), Labels.of(labels));
    }

    @Test
    void both_protocols_test_on_the_same_rows() {
        Dataset data = numbered(100, 10);
        Params raw = params(CONTAMINATED, Map.of("scaler", "none"));
        TrainTest mixed = CONTAMINATED.prepare(data, raw, 4);
        TrainTest clean = NORMAL_ONLY.prepare(data, raw, 4);
        assertEquals(mixed.test(), clean.test());
        assertEquals(mixed.testLabels(), clean.testLabels());
        assertEquals(8, mixed.trainLabels().anomalies());
        assertEquals(2, mixed.testLabels().anomalies());
        assertEquals(0, clean.trainLabels().anomalies());
        assertEquals(mixed.train().selectRows(mixed.trainLabels().rowsWhere(false)), clean.train());
    }

    @Test
    void every_row_lands_in_one_set_with_its_label() {
        Dataset data = numbered(101, 7);
        TrainTest parts = CONTAMINATED.prepare(data, params(CONTAMINATED, Map.of("scaler", "none")), 2);
        double[] all = new double[101];
        System.arraycopy(parts.train().toArray(), 0, all, 0, 80);
        System.arraycopy(parts.test().toArray(), 0, all, 80, 21);
        for (int i = 0; i < 80; i++) {
            assertEquals(parts.train().get(i, 0) >= 94, parts.trainLabels().isAnomaly(i));
        }
        Arrays.sort(all);
        assertArrayEquals(data.rows().toArray(), all);
    }

    @Test
    void the_scaler_sees_the_rows_it_is_told_to() {
        Dataset data = numbered(100, 10);
        TrainTest train = NORMAL_ONLY.prepare(data, params(NORMAL_ONLY, Map.of()), 0);
        double[] scaled = train.train().toArray();
        assertEquals(0, Arrays.stream(scaled).min().orElseThrow());
        assertEquals(1, Arrays.stream(scaled).max().orElseThrow());
        assertTrue(
                Arrays.stream(train.test().toArray()).max().orElseThrow() > 1, "anomalies go beyond the train range");
        TrainTest all = NORMAL_ONLY.prepare(data, params(NORMAL_ONLY, Map.of("scaler_fit", "all")), 0);
        assertTrue(Arrays.stream(all.train().toArray()).max().orElseThrow() < 1, "the dropped anomalies count");
        TrainTest z = CONTAMINATED.prepare(data, params(CONTAMINATED, Map.of("scaler", "z-score")), 0);
        assertEquals(0, Arrays.stream(z.train().toArray()).sum(), 1e-12);
    }

    @Test
    void scaling_follows_the_parameter() {
        assertEquals(Scaling.MIN_MAX, CONTAMINATED.scaling(params(CONTAMINATED, Map.of())));
        assertEquals(Scaling.Z_SCORE, CONTAMINATED.scaling(params(CONTAMINATED, Map.of("scaler", "z-score"))));
        assertEquals(Scaling.NONE, NORMAL_ONLY.scaling(params(NORMAL_ONLY, Map.of("scaler", "none"))));
    }

    @Test
    void constant_columns_scale_to_zero() {
        Dataset data = Dataset.of(
                "constant",
                List.of("c"),
                Matrix.wrap(10, 1, new double[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7}),
                Labels.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 1));
        for (String scaler : List.of("min-max", "z-score")) {
            TrainTest parts = CONTAMINATED.prepare(data, params(CONTAMINATED, Map.of("scaler", scaler)), 1);
            assertEquals(
                    0, Arrays.stream(parts.train().toArray()).map(Math::abs).sum(), scaler);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 0.2, all 10 rows are normal",
        "10, 10, 0.2, all 10 rows are anomalies",
        "10, 1, 0.2, 9 normal rows and 1 anomalies",
        "10, 9, 0.2, 1 normal rows and 9 anomalies",
        "4, 2, 0.2, fewer than 2 train or 2 test rows",
        "10, 3, 0.95, fewer than 2 train or 2 test rows"
    })
    void data_that_cannot_be_divided_is_refused(int rows, int anomalies, double testSize, String why) {
        for (Protocol protocol : Protocols.all()) {
            String message = Refusal.of(() ->
                    protocol.prepare(numbered(rows, anomalies), params(protocol, Map.of("test_size", testSize)), 0));
            assertTrue(
                    message.contains(
                            "dataset 'numbered', protocol '" + protocol.card().id()),
                    message);
            assertTrue(message.contains(why), message);
        }
    }

    @Test
    void seeds_outside_numpys_range_are_refused() {
        Params defaults = params(CONTAMINATED, Map.of());
        assertThrows(InputException.class, () -> CONTAMINATED.prepare(numbered(50, 5), defaults, -1));
    }

    @Test
    void ids_are_what_users_write() {
        assertEquals(
                List.of("contaminated", "normal-only", "contaminated-validation", "normal-only-validation"),
                Protocols.ids());
        assertEquals(List.of("contaminated-validation", "normal-only-validation"), Protocols.idsHoldingOut());
        assertTrue(Protocols.find("contaminate").isEmpty());
    }
}
