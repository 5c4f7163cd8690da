package org.reconbench.data;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Params;
import org.reconbench.data.split.TrainTestSplit;

/** Rows held out with their labels by the protocols that end in {@code -validation}. */
class ValidationRowsTest {
    private static Protocol protocol(String id) {
        return Protocols.find(id).orElseThrow();
    }

    private static TrainTest prepare(String id, Dataset data, Map<String, ?> given, long seed) {
        Protocol protocol = protocol(id);
        return protocol.prepare(data, Params.resolve("protocol", protocol.card().params(), given), seed);
    }

    private static TrainTest raw(String id, Dataset data, long seed) {
        return prepare(id, data, Map.of("scaler", "none"), seed);
    }

    private static TrainTest.Validation held(TrainTest parts) {
        return requireNonNull(parts.validation());
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

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4294967295L})
    void the_test_rows_are_those_without_validation(long seed) {
        Dataset data = numbered(200, 20);
        for (String id : List.of("contaminated", "normal-only")) {
            TrainTest without = raw(id, data, seed);
            TrainTest with = raw(id + "-validation", data, seed);
            assertNull(without.validation());
            assertEquals(without.test(), with.test());
            assertEquals(without.testLabels(), with.testLabels());
        }
    }

    @Test
    void every_row_is_trained_on_held_out_or_tested_on() {
        TrainTest parts = raw("contaminated-validation", numbered(203, 20), 3);
        double[] all = Stream.of(parts.train(), held(parts).rows(), parts.test())
                .flatMapToDouble(rows -> Arrays.stream(rows.toArray()))
                .sorted()
                .toArray();
        assertArrayEquals(numbered(203, 20).rows().toArray(), all);
    }

    @Test
    void both_protocols_hold_the_same_rows_out_and_train_on_none_of_them() {
        Dataset data = numbered(200, 20);
        TrainTest mixed = raw("contaminated-validation", data, 7);
        TrainTest clean = raw("normal-only-validation", data, 7);
        assertEquals(held(mixed), held(clean));
        assertEquals(mixed.train().selectRows(mixed.trainLabels().rowsWhere(false)), clean.train());
        assertEquals(0, clean.trainLabels().anomalies());
        double[] train = Arrays.stream(mixed.train().toArray()).sorted().toArray();
        assertTrue(Arrays.stream(held(mixed).rows().toArray()).allMatch(row -> Arrays.binarySearch(train, row) < 0));
    }

    @Test
    void validation_rows_have_the_share_of_anomalies_of_the_test_rows_and_their_own_labels() {
        TrainTest parts = raw("normal-only-validation", numbered(1000, 100), 5);
        assertEquals(200, held(parts).labels().size());
        assertEquals(20, held(parts).labels().anomalies());
        assertEquals(parts.testLabels().anomalyRate(), held(parts).labels().anomalyRate());
        for (int i = 0; i < 200; i++) {
            assertEquals(
                    held(parts).rows().get(i, 0) >= 900, held(parts).labels().isAnomaly(i));
        }
    }

    @Test
    void it_is_the_same_split_once_more_with_the_same_seed() {
        Dataset data = numbered(120, 12);
        TrainTest outer = raw("contaminated", data, 9);
        int[] classes = new int[outer.train().rows()];
        Arrays.setAll(classes, i -> outer.trainLabels().isAnomaly(i) ? 1 : 0);
        TrainTestSplit inner = TrainTestSplit.stratified(classes, 0.25, 9);
        TrainTest parts = raw("contaminated-validation", data, 9);
        assertEquals(outer.train().selectRows(inner.train()), parts.train());
        assertEquals(outer.train().selectRows(inner.test()), held(parts).rows());
    }

    @Test
    void the_scaler_is_fitted_without_them() {
        Dataset data = numbered(100, 10);
        TrainTest parts = prepare("normal-only-validation", data, Map.of(), 0);
        assertEquals(0, Arrays.stream(parts.train().toArray()).min().orElseThrow());
        assertEquals(1, Arrays.stream(parts.train().toArray()).max().orElseThrow());
        assertTrue(Arrays.stream(held(parts).rows().toArray()).max().orElseThrow() > 1);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 2, 0.5, 2 or more of each class",
        "6, 4, 0.5, 2 or more of each class",
        "100, 10, 0.999, train and validation rows need 2 or more",
        "100, 2, 0.25, validation rows without any anomaly",
        "100, 3, 0.05, validation rows without any anomaly",
        "100, 97, 0.05, validation rows without any normal row"
    })
    void data_too_few_to_share_are_refused(int rows, int anomalies, double share, String why) {
        for (String id : Protocols.idsHoldingOut()) {
            String message = Refusal.of(() -> prepare(id, numbered(rows, anomalies), Map.of("validation", share), 0));
            assertTrue(message.contains("dataset 'numbered', protocol '" + id + "': validation = " + share), message);
            assertTrue(message.contains(why), message);
        }
    }
}
