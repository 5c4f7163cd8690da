package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Params;

/** A protocol says where each test row stands in the data set. */
class TestOriginsTest {

    @ParameterizedTest
    @MethodSource("org.reconbench.data.Protocols#ids")
    void a_test_row_is_the_row_of_the_data_set_that_its_origin_names(String id) {
        DatasetSource source = DatasetCatalogue.find("easy-blobs").orElseThrow();
        Dataset data = source.load(Params.resolve("easy-blobs", source.card().params(), Map.of("n", 200)), 3);
        Protocol protocol = Protocols.find(id).orElseThrow();
        Params params = Params.resolve(id, protocol.card().params(), Map.of("scaler", "none"));
        TrainTest divided = protocol.prepare(data, params, 3);
        int[] origins =
                divided.testOrigins().stream().mapToInt(Integer::intValue).toArray();
        assertEquals(40, origins.length);
        assertEquals(divided.test(), data.rows().selectRows(origins));
        assertEquals(divided.testLabels(), data.labels().select(origins));
    }
}
