package org.reconbench.bench;

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
import org.reconbench.evaluation.metrics.Ranking;

/** Metrics of n scores with ties. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RankingBenchmark {
    /** The number of scores. */
    @Param({"1000", "100000", "1000000"})
    int n;

    @SuppressWarnings("NullAway.Init")
    private TiedScores tied;

    /** Makes the scores. */
    @Setup(Level.Trial)
    public void draw() {
        tied = TiedScores.of(n);
    }

    /** AUC-ROC and AUC-PR. */
    @Benchmark
    public double areas() {
        Ranking ranking = Ranking.of(tied.labels(), tied.scores());
        return ranking.rocAuc().orElseThrow() + ranking.averagePrecision().orElseThrow();
    }

    /** The best F1 over all thresholds. */
    @Benchmark
    public double bestF1() {
        return Ranking.of(tied.labels(), tied.scores()).bestF1().orElseThrow().f1();
    }
}
