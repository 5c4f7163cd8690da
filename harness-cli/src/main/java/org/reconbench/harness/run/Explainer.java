package org.reconbench.harness.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.evaluation.latent.LatentPlane;

/**
 * Makes a trial's explanation from what its fitted member tells beside its scores. Chooses by scores and places alone, but
 * for the rows of the latent plane, of which the labels say how many of each class are kept for the picture.
 */
final class Explainer {
    /** Rows explained feature by feature. */
    static final int TOP = 20;

    /** Features kept of these rows. */
    static final int FEATURES = 100;

    /** Anomalies kept of the latent plane. */
    static final int ANOMALIES = 250;

    /** Normal rows kept of the latent plane. */
    static final int NORMALS = 750;

    private Explainer() {}

    /**
     * Explains.
     *
     * @param scores primary scores of the test rows
     * @return empty for a member that tells nothing but scores
     * @throws IllegalStateException if what it tells is not of the promised shape, or not finite
     */
    static Optional<TrialExplanation> explain(FittedCohort fitted, int member, TrainTest data, double[] scores) {
        TrialExplanation.Top top = top(fitted, member, data, scores);
        TrialExplanation.Plane plane = fitted.codes(member, data.test())
                .flatMap(codes -> plane(sound("codes", codes, data.test().rows()), data.testLabels()))
                .orElse(null);
        return top == null && plane == null ? Optional.empty() : Optional.of(new TrialExplanation(top, plane));
    }

    private static TrialExplanation.@Nullable Top top(
            FittedCohort fitted, int member, TrainTest data, double[] scores) {
        int[] rows = highest(scores);
        Matrix values = data.test().selectRows(rows);
        Matrix residuals = fitted.residuals(member, values).orElse(null);
        if (residuals == null) {
            return null;
        }
        sound("residuals", residuals, rows.length);
        if (residuals.columns() != values.columns()) {
            throw new IllegalStateException(
                    "residuals of " + residuals.columns() + " features for rows of " + values.columns());
        }
        int[] features = largest(residuals);
        return new TrialExplanation.Top(
                boxed(rows),
                data.testOrigins().isEmpty()
                        ? List.of()
                        : Arrays.stream(rows).mapToObj(data.testOrigins()::get).toList(),
                data.testLabels().select(rows),
                Arrays.stream(rows).mapToObj(row -> scores[row]).toList(),
                Arrays.stream(residuals.squaredRowNorms()).boxed().toList(),
                boxed(features),
                columns(residuals, features),
                columns(values, features));
    }

    /** The rows of the highest scores, falling; equal ones in their order. */
    private static int[] highest(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores[row]))
                .limit(TOP)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The features of the largest sums of squares, in their order. */
    private static int[] largest(Matrix residuals) {
        double[] sums = new double[residuals.columns()];
        for (int i = 0; i < residuals.rows(); i++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += residuals.get(i, j) * residuals.get(i, j);
            }
        }
        return IntStream.range(0, sums.length)
                .boxed()
                .sorted(Comparator.comparingDouble(feature -> -sums[feature]))
                .limit(FEATURES)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static Matrix columns(Matrix matrix, int[] columns) {
        double[] kept = new double[matrix.rows() * columns.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = matrix.get(i / columns.length, columns[i % columns.length]);
        }
        return Matrix.wrap(matrix.rows(), columns.length, kept);
    }

    private static Optional<TrialExplanation.Plane> plane(Matrix codes, Labels labels) {
        return LatentPlane.of(codes).map(plane -> {
            int[] rows = IntStream.concat(
                            spaced(labels.rowsWhere(true), ANOMALIES), spaced(labels.rowsWhere(false), NORMALS))
                    .sorted()
                    .toArray();
            return new TrialExplanation.Plane(
                    boxed(rows),
                    labels.select(rows),
                    plane.points().selectRows(rows),
                    plane.variances(),
                    plane.units());
        });
    }

    /** All rows, or as many as allowed at even distances. */
    private static IntStream spaced(int[] rows, int most) {
        int count = Math.min(rows.length, most);
        return IntStream.range(0, count).map(i -> rows[(int) ((long) i * rows.length / count)]);
    }

    private static Matrix sound(String what, Matrix matrix, int rows) {
        if (matrix.rows() != rows) {
            throw new IllegalStateException(what + " of " + matrix.rows() + " rows, asked for " + rows);
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                if (!Double.isFinite(matrix.get(i, j))) {
                    throw new IllegalStateException(what + " of row " + i + " hold " + matrix.get(i, j));
                }
            }
        }
        return matrix;
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
