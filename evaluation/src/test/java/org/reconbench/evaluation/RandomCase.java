package org.reconbench.evaluation;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reconbench.core.data.Labels;
import org.reconbench.core.random.RandomStreams;

/** Seeded labels and scores of both classes, some with many ties: the cases of property tests. */
public final class RandomCase {
    private final long seed;
    private final Labels labels;
    private final double[] scores;

    private RandomCase(long seed, Labels labels, double[] scores) {
        this.seed = seed;
        this.labels = labels;
        this.scores = scores;
    }

    /** At least one anomaly and one normal row. */
    public Labels labels() {
        return labels;
    }

    /** One a row; a copy. */
    public double[] scores() {
        return scores.clone();
    }

    /** A hundred cases. */
    public static Stream<RandomCase> hundred() {
        return IntStream.range(0, 100).mapToObj(RandomCase::of);
    }

    private static RandomCase of(int seed) {
        RandomGenerator random = new RandomStreams(seed).stream("case");
        int n = 2 + random.nextInt(60);
        int levels = seed % 3 == 0 ? 1_000_000 : 2 + random.nextInt(8);
        double share = random.nextDouble();
        int[] y = new int[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextDouble() < share ? 1 : 0;
            scores[i] = (random.nextInt(levels) - levels / 2) / 8.0;
        }
        y[0] = 1;
        y[n - 1] = 0;
        return new RandomCase(seed, Labels.of(y), scores);
    }

    /** The rows in another order, drawn from the case's own stream. */
    public int[] permutation() {
        RandomGenerator random = new RandomStreams(seed).stream("permutation");
        int[] order = IntStream.range(0, scores.length).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    @Override
    public String toString() {
        return "case " + seed + ", " + labels;
    }
}
