package org.reconbench.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.run.TrialExplanation;

/** Explanations of fabricated trials: anomalies five units from the normal rows, residuals of which column 3 has 3/4. */
final class FabricatedExplanations {
    private static final int FEATURES = 20;

    private FabricatedExplanations() {}

    static TrialExplanation of(FabricatedRun.Config config, Labels labels, double[] scores, long seed) {
        Random random = new Random(seed);
        Double beta = config.beta();
        double scale = beta != null && beta >= 4 ? 1e-3 : 1;
        double[] points = new double[2 * labels.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = scale * (random.nextGaussian() + (labels.isAnomaly(i / 2) ? 5 : 0));
        }
        List<Double> variances = List.of(1.5 * scale * scale, 1.5 * scale * scale, scale * scale);
        return new TrialExplanation(
                top(labels, scores),
                new TrialExplanation.Plane(
                        IntStream.range(0, labels.size()).boxed().toList(),
                        labels,
                        Matrix.wrap(labels.size(), 2, points),
                        variances,
                        false));
    }

    private static TrialExplanation.Top top(Labels labels, double[] scores) {
        int[] rows = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores[row]))
                .limit(20)
                .mapToInt(Integer::intValue)
                .toArray();
        double[] residuals = new double[rows.length * FEATURES];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = Math.sqrt(scores[rows[i / FEATURES]] * (i % FEATURES == 2 ? 0.75 : 0.25 / (FEATURES - 1)));
        }
        return new TrialExplanation.Top(
                IntStream.of(rows).boxed().toList(),
                IntStream.of(rows).map(row -> 4000 + row).boxed().toList(),
                labels.select(rows),
                IntStream.of(rows).mapToObj(row -> scores[row]).toList(),
                IntStream.of(rows).mapToObj(row -> scores[row]).toList(),
                IntStream.range(0, FEATURES).boxed().toList(),
                Matrix.wrap(rows.length, FEATURES, residuals),
                Matrix.wrap(rows.length, FEATURES, new double[residuals.length]));
    }
}
