package org.reconbench.reference;

import java.util.List;
import java.util.Optional;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;

/**
 * Reconstruction error after projection on the leading principal components: the best linear autoencoder.
 *
 * <p>{@code score = ||r||^2, r = (x - mean) - sum_{j<k} v_j v_j'(x - mean)}, with {@code v_j} the eigenvectors of the
 * train covariance. With as many components as features every error would be 0; {@code k} is therefore at most {@code d -
 * 1}. A single feature leaves no component, and the score is that of {@code norm}.
 */
public final class PcaDetector implements Detector {
    private static final String COMPONENTS = "components";
    private static final DetectorCard CARD = new DetectorCard(
            "pca",
            Family.REFERENCE,
            1,
            "PCA",
            "Squared reconstruction error after k principal components: the best linear autoencoder.",
            "sum over train rows of ||x - xhat||^2 over all projections of rank k, in closed form",
            "Pearson, On lines and planes of closest fit to systems of points in space, 1901",
            "k is cut to d - 1, and directions without variance in the train rows are never components",
            List.of(ParamSpec.integer(
                    COMPONENTS,
                    10,
                    1,
                    100_000,
                    "number of principal components k; 10 as the networks' latent units; cut to d - 1")),
            List.of(new ScoreCard("recon", "sum_d (x - xhat)^2, xhat the projection on the mean plus k components")));

    /** For {@link java.util.ServiceLoader}. */
    public PcaDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    @Override
    public long memberBytes(Params params, DataProfile profile) {
        return PrincipalAxes.bytes(profile);
    }

    /** The products of the scatter matrix, and its eigenvalues. */
    @Override
    public double cohortSeconds(Params params, DataProfile profile, int members) {
        double side = Math.min(profile.rows(), profile.columns());
        double values = (double) profile.rows() * profile.columns();
        return members * (1e-7 * values + 0.5e-9 * values * side + 1e-8 * side * side * side);
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(
                CARD,
                members,
                context,
                member -> fit(member.train(), member.params().integer(COMPONENTS)));
    }

    private static RowScorer fit(Matrix train, int components) {
        ColumnMeans means = ColumnMeans.of(train);
        return new Projection(means, PrincipalAxes.of(train, means, Math.min(components, train.columns() - 1)));
    }

    /** The code of a row is its place along each axis; what no axis takes is its residual. */
    private record Projection(ColumnMeans means, PrincipalAxes axes) implements RowScorer {

        /** Writes a row's residual, and its place along each axis. */
        private void project(Matrix rows, int row, double[] rest, double[] code) {
            means.deviation(rows, row, rest);
            for (int axis = 0; axis < axes.count(); axis++) {
                // Off what is left, not off the row: the rounding of one axis is seen by the next.
                code[axis] = axes.project(axis, rest);
            }
        }

        @Override
        public double[] score(Matrix rows) {
            double[] rest = new double[rows.columns()];
            double[] code = new double[axes.count()];
            double[] scores = new double[rows.rows()];
            for (int i = 0; i < scores.length; i++) {
                project(rows, i, rest, code);
                scores[i] = PrincipalAxes.dot(rest, rest);
            }
            return scores;
        }

        @Override
        public Optional<Matrix> residuals(Matrix rows) {
            double[] code = new double[axes.count()];
            double[][] rest = new double[rows.rows()][rows.columns()];
            for (int i = 0; i < rest.length; i++) {
                project(rows, i, rest[i], code);
            }
            return Optional.of(flat(rest, rows.columns()));
        }

        @Override
        public Optional<Matrix> codes(Matrix rows) {
            if (axes.count() == 0) {
                return Optional.empty();
            }
            double[] rest = new double[rows.columns()];
            double[][] codes = new double[rows.rows()][axes.count()];
            for (int i = 0; i < codes.length; i++) {
                project(rows, i, rest, codes[i]);
            }
            return Optional.of(flat(codes, axes.count()));
        }

        /** No rows keep their columns. */
        private static Matrix flat(double[][] rows, int columns) {
            return rows.length == 0 ? Matrix.wrap(0, columns, new double[0]) : Matrix.copyOf(rows);
        }
    }
}
