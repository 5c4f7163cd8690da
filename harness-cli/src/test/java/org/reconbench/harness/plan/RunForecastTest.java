package org.reconbench.harness.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.registry.Detectors;

class RunForecastTest {

    private static RunForecast forecast(String detectors, int seeds, Map<String, Object> set) {
        String text = "datasets: [{name: seed-blobs, params: {n: 400, features: 6}}]\ndetectors: " + detectors
                + "\nseeds: " + seeds;
        Plan plan = new Planner(Detectors.load(), DataSupply.ofHeap())
                .plan(ExperimentReader.read("forecast.yaml", text, Path.of("")), new Settings(set, Map.of()));
        return RunForecast.of(Cohort.group(plan.trials(), 1L << 30), 2);
    }

    @ParameterizedTest
    @CsvSource({
        "ae, epochs, 10, 20",
        "vae, epochs, 10, 20",
        "ae, n, 400, 4000",
        "vae, n, 400, 4000",
        "pca, n, 400, 4000",
        "norm, features, 6, 60",
        "ae, features, 6, 60",
        "vae, latent, 2, 20",
        "ae, hidden, 8, 64",
        "ae, batch, 64, 16",
    })
    void more_work_takes_longer(String detector, String what, long less, long more) {
        Map<String, Object> small = Map.of(what, what.equals("hidden") ? List.of(less) : less);
        Map<String, Object> large = Map.of(what, what.equals("hidden") ? List.of(more) : more);
        double shorter = forecast("[" + detector + "]", 3, small).cpuSeconds();
        double longer = forecast("[" + detector + "]", 3, large).cpuSeconds();
        assertTrue(longer > shorter, shorter + " s, then " + longer + " s");
    }

    @ParameterizedTest
    @CsvSource({"norm", "ae", "vae"})
    void more_seeds_take_longer_but_not_by_more_than_their_number(String detector) {
        double one = forecast("[" + detector + "]", 1, Map.of()).cpuSeconds();
        double eight = forecast("[" + detector + "]", 8, Map.of()).cpuSeconds();
        assertTrue(eight > one && eight < 8 * one, one + " s, then " + eight + " s");
    }

    @Test
    void a_network_takes_longer_than_a_reference() {
        assertTrue(forecast("[ae]", 2, Map.of()).cpuSeconds()
                > forecast("[norm]", 2, Map.of()).cpuSeconds());
    }

    @Test
    void workers_take_the_next_cohort_when_they_are_free() {
        List<Double> cohorts = List.of(3.0, 1.0, 1.0, 2.0);
        assertEquals(1 + 7, new RunForecast(cohorts, 1, 1).wallSeconds());
        assertEquals(1 + 4, new RunForecast(cohorts, 1, 2).wallSeconds());
        assertEquals(1 + 3, new RunForecast(cohorts, 1, 8).wallSeconds());
        assertEquals(1 + 7, new RunForecast(cohorts, 1, 8).cpuSeconds());
        assertEquals(1, new RunForecast(List.of(), 1, 2).wallSeconds());
        assertThrows(IllegalArgumentException.class, () -> new RunForecast(cohorts, 1, 0));
    }
}
