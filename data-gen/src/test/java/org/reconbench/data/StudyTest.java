package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Params;

/** seed-blobs, scaled and split, equals the Python study to the bit (study.json). */
class StudyTest {
    private static final Map<String, String> CENTERS =
            Map.of("abs", "absolute", "mean", "normal-mean", "blob", "blob-0");

    static Stream<Named<JsonNode>> cases() {
        return Golden.items(Golden.read("study").get("cases"))
                .map(c -> Named.of(
                        "seed " + c.get("seed") + " " + c.get("shift") + " " + c.get("anomaly_scale") + " "
                                + c.get("scaler"),
                        c));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_study_is_reproduced(JsonNode c) {
        DatasetSource source = DatasetCatalogue.find("seed-blobs").orElseThrow();
        Params dataParams = Params.resolve(
                "data",
                source.card().params(),
                Map.of(
                        "anomaly.center", CENTERS.get(c.get("shift").asText()),
                        "anomaly.scale", c.get("anomaly_scale").asDouble()));
        Protocol protocol = Protocols.find("contaminated").orElseThrow();
        Params params = Params.resolve(
                "protocol",
                protocol.card().params(),
                Map.of("scaler_fit", c.get("scaler").asText()));
        long seed = c.get("seed").asLong();
        Dataset data = source.load(dataParams, seed);
        TrainTest parts = protocol.prepare(data, params, seed);
        assertArrayEquals(Golden.doubles(c.get("train_head")), parts.train().row(0));
        assertArrayEquals(Golden.doubles(c.get("test_head")), parts.test().row(0));
        assertEquals(c.get("train_sha").asText(), Golden.sha(parts.train().toArray()));
        assertEquals(c.get("test_sha").asText(), Golden.sha(parts.test().toArray()));
        assertEquals(
                c.get("ytrain_sha").asText(), Golden.sha(parts.trainLabels().toBytes()));
        assertEquals(c.get("ytest_sha").asText(), Golden.sha(parts.testLabels().toBytes()));
        assertArrayEquals(
                Golden.ints(c.get("ytest_positives")), parts.testLabels().rowsWhere(true));
    }
}
