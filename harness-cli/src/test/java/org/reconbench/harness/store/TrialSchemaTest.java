package org.reconbench.harness.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.detector.Detector;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.Planner;
import org.reconbench.harness.plan.Settings;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.run.Limits;
import org.reconbench.harness.run.RunListener;
import org.reconbench.harness.run.RunRequest;
import org.reconbench.harness.run.RunService;
import org.reconbench.harness.run.StopSignal;
import org.reconbench.harness.run.ToyDetector;

/** Real output of every detector there is, against the schema that ships. */
class TrialSchemaTest {
    private static JsonSchema schema() throws IOException {
        try (InputStream in = Json.class.getResourceAsStream("trial.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text);
        }
    }

    @Test
    void real_output_is_valid(@TempDir Path temp) throws IOException {
        String detectors = String.join(", ", Detectors.load().ids());
        List<Detector> all = new ArrayList<>(Detectors.load().all());
        all.add(new ToyDetector());
        String text = "auc_by_epoch: true\n"
                + "datasets: [{name: seed-blobs, params: {n: 200, features: 3}}]\nseeds: 2\n"
                + "defaults: {epochs: 2, hidden: [4], latent: 2, lr: 0.01}\n"
                + "detectors: [toy, " + detectors + ", {name: ae, params: {lr: 1.0e+6, epochs: 30}}]";
        DataSupply supply = DataSupply.ofHeap();
        Plan plan = new Planner(Detectors.of(all), supply)
                .plan(ExperimentReader.read("all.yaml", text, temp), Settings.none());
        Path directory = temp.resolve("run");
        Limits limits = new Limits(1, 1, null, 1L << 30);
        new RunService(supply, RunListener.NONE, new StopSignal())
                .run(plan, new RunRequest(directory, false, false, limits, "", Map.of()));
        List<String> lines = Files.readAllLines(directory.resolve("results.jsonl"));
        assertEquals(plan.trials().size(), lines.size());
        for (String line : lines) {
            assertEquals(Set.of(), schema().validate(line, InputFormat.JSON), line);
        }
    }

    @Test
    void the_schema_refuses_what_is_not_a_record() throws IOException {
        assertFalse(schema().validate("{}", InputFormat.JSON).isEmpty());
        assertFalse(schema().validate("{\"schema\": \"reconbench.trial/2\"}", InputFormat.JSON)
                .isEmpty());
    }

    @Test
    void a_number_that_is_not_finite_is_never_written() {
        assertThrows(IllegalArgumentException.class, () -> Json.line(Map.of("x", Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> Json.line(List.of(Double.POSITIVE_INFINITY)));
    }
}
