package org.reconbench.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.reconbench.core.detector.FittedCohort;

/**
 * Training by cohort size K: 5 epochs of the default network on 4000 rows of 20 features, batch 128. Divide by K x 160
 * for the time of one optimiser step of one network.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(1)
public class TrainerBenchmark {
    /** The detector. */
    @Param({"ae", "vae"})
    String detector = "";

    /** The cohort size. */
    @Param({"1", "2", "5", "10", "20", "40"})
    int members;

    @SuppressWarnings("NullAway.Init")
    private Cohorts cohorts;

    /** Draws the data. */
    @Setup(Level.Trial)
    public void draw() {
        cohorts = new Cohorts(detector, Map.of("epochs", 5), Map.of("n", 5000), members);
    }

    /** A fit from the rows to trained members. */
    @Benchmark
    public int fit() {
        try (FittedCohort fitted = cohorts.fit(members)) {
            return fitted.outcomes().size();
        }
    }
}
