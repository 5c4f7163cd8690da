package org.reconbench.core.run;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;

/**
 * Why a trial's rows scored as they did: what its reconstruction left of the most anomalous ones, and where rows lie in
 * its latent space. Immutable.
 *
 * @param top null for a detector that reconstructs nothing
 * @param plane null for a detector without a code
 */
public record TrialExplanation(@Nullable Top top, @Nullable Plane plane) {

    /** The most anomalous rows, if they are explained. */
    public Optional<Top> topRows() {
        return Optional.ofNullable(top);
    }

    /** The latent plane, if there is one. */
    public Optional<Plane> latentPlane() {
        return Optional.ofNullable(plane);
    }

    /**
     * The test rows that scored highest, the highest first, equal ones in their order, and their residuals {@code x - xhat}
     * feature by feature.
     *
     * @param rows indices into the test rows
     * @param origins where these stand in the data set, counted from 0; empty where that is not known
     * @param labels of these rows
     * @param scores primary scores of these rows
     * @param squares sum of a row's squared residuals over all features
     * @param features indices of the features stored, increasing: all, or of many those of the largest squares
     * @param residuals {@code [rows, features]}, in the scaled units that the detector sees
     * @param values {@code [rows, features]}: the scaled values themselves
     */
    public record Top(
            List<Integer> rows,
            List<Integer> origins,
            Labels labels,
            List<Double> scores,
            List<Double> squares,
            List<Integer> features,
            Matrix residuals,
            Matrix values) {

        /** Checks that the parts fit each other, and copies the lists. */
        public Top {
            rows = List.copyOf(rows);
            origins = List.copyOf(origins);
            scores = List.copyOf(scores);
            squares = List.copyOf(squares);
            features = List.copyOf(features);
            int count = rows.size();
            boolean fit = labels.size() == count
                    && scores.size() == count
                    && squares.size() == count
                    && (origins.isEmpty() || origins.size() == count)
                    && shaped(residuals, count, features.size())
                    && shaped(values, count, features.size());
            if (!fit) {
                throw new IllegalArgumentException("the parts of " + count + " explained rows differ in length");
            }
        }

        /**
         * The share of a feature in a row's squared residuals, 0 to 1; 0 where nothing is left of the row.
         *
         * @param feature index into {@link #features}
         */
        public double share(int row, int feature) {
            double residual = residuals.get(row, feature);
            return squares.get(row) > 0 ? residual * residual / squares.get(row) : 0;
        }
    }

    /**
     * Test rows in the plane of the latent space: its two units, or the two leading principal components of the codes of
     * all test rows about their mean. Each component points so that its largest loading is positive.
     *
     * @param rows indices into the test rows, increasing
     * @param labels of these rows
     * @param points {@code [rows, 2]}
     * @param variances of the codes of all test rows along each component, falling; with two units those of the units, in
     *     their order
     * @param units whether the coordinates are the two latent units themselves
     */
    public record Plane(List<Integer> rows, Labels labels, Matrix points, List<Double> variances, boolean units) {

        /** Checks that the parts fit each other, and copies the lists. */
        public Plane {
            rows = List.copyOf(rows);
            variances = List.copyOf(variances);
            if (labels.size() != rows.size() || !shaped(points, rows.size(), 2)) {
                throw new IllegalArgumentException(
                        rows.size() + " rows, " + labels.size() + " labels and a " + points + " in one plane");
            }
            if (variances.size() < 2) {
                throw new IllegalArgumentException(variances.size() + " variances: a plane has two or more");
            }
        }

        /** The share of the codes' variance that the two axes hold, 0 to 1; 0 where the codes do not vary. */
        public double share() {
            double all = variances.stream().mapToDouble(Double::doubleValue).sum();
            return all > 0 ? (variances.get(0) + variances.get(1)) / all : 0;
        }
    }

    private static boolean shaped(Matrix matrix, int rows, int columns) {
        return matrix.rows() == rows && matrix.columns() == columns;
    }
}
