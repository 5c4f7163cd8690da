package org.reconbench.reference;

import java.util.List;
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
 * The squared Mahalanobis distance from the mean train row.
 *
 * <p>{@code score = (x - mean)' S^-1 (x - mean)}, {@code S} the train covariance with divisor {@code n}. Differs from the
 * paper: where {@code S} has no inverse the pseudo-inverse takes its place, as in scikit-learn, so a deviation along a
 * direction in which the train rows do not vary costs nothing. With {@code shrinkage: ledoit-wolf} the covariance is
 * {@code (1 - s) S + s mu I}, {@code mu = trace(S) / d}, with the {@code s} of Ledoit and Wolf (2004), and every direction
 * counts - unless {@code s} or {@code mu} is 0, as for a single feature or equal rows.
 *
 * <p>A single train row, or equal ones, leave no direction, and every score is 0. Cost: {@code O(n d^2 + d^3)} to fit, or
 * {@code O(n^2 d + n^3)} with fewer rows than columns; {@code O(d^2)} a row to score.
 */
public final class MahalanobisDetector implements Detector {
    private static final String SHRINKAGE = "shrinkage";
    private static final String LEDOIT_WOLF = "ledoit-wolf";
    private static final DetectorCard CARD = new DetectorCard(
            "mahalanobis",
            Family.REFERENCE,
            1,
            "Mahalanobis",
            "Squared Mahalanobis distance from the mean train row: a single Gaussian.",
            "none",
            "Mahalanobis, On the generalised distance in statistics, 1936; Ledoit and Wolf, A well-conditioned "
                    + "estimator for large-dimensional covariance matrices, 2004",
            "the pseudo-inverse stands for the inverse of a singular covariance: directions without variance in the "
                    + "train rows count nothing (with ledoit-wolf they count)",
            List.of(ParamSpec.choice(
                    SHRINKAGE,
                    "none",
                    List.of("none", LEDOIT_WOLF),
                    "how the covariance is estimated: none, the plain one; ledoit-wolf, shrunk towards a multiple of "
                            + "the identity")),
            List.of(new ScoreCard("squared-mahalanobis", "(x - mean)' S^-1 (x - mean), S the train covariance")));

    /** For {@link java.util.ServiceLoader}. */
    public MahalanobisDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    @Override
    public long memberBytes(Params params, DataProfile profile) {
        return PrincipalAxes.bytes(profile);
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(
                CARD,
                members,
                context,
                member -> fit(member.train(), member.params().text(SHRINKAGE).equals(LEDOIT_WOLF)));
    }

    private static RowScorer fit(Matrix train, boolean shrink) {
        int d = train.columns();
        ColumnMeans means = ColumnMeans.of(train);
        PrincipalAxes axes = PrincipalAxes.of(train, means, d);
        double shrinkage = shrink ? ledoitWolf(train, means, axes) : 0;
        // The shrunk covariance has the axes of the plain one, and one variance in all directions off them.
        double added = shrinkage * trace(axes) / d;
        double[] weights = new double[axes.count()];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = 1 / ((1 - shrinkage) * axes.variance(j) + added);
        }
        double offAxes = added > 0 ? 1 / added : 0;
        return rows -> {
            double[] rest = new double[d];
            double[] scores = new double[rows.rows()];
            for (int i = 0; i < scores.length; i++) {
                means.deviation(rows, i, rest);
                for (int j = 0; j < weights.length; j++) {
                    double along = axes.project(j, rest);
                    scores[i] += along * along * weights[j];
                }
                if (weights.length < d) {
                    scores[i] += offAxes * PrincipalAxes.dot(rest, rest);
                }
            }
            return scores;
        };
    }

    private static double trace(PrincipalAxes axes) {
        double sum = 0;
        for (int j = 0; j < axes.count(); j++) {
            sum += axes.variance(j);
        }
        return sum;
    }

    /**
     * The shrinkage {@code b^2 / d^2} of Ledoit and Wolf: the mean squared distance of {@code x x'} from {@code S} over that
     * of {@code S} from {@code mu I}, cut to 1. Both follow from the variances along the axes and the norms of the rows.
     */
    private static double ledoitWolf(Matrix train, ColumnMeans means, PrincipalAxes axes) {
        int n = train.rows();
        int d = train.columns();
        if (d == 1) {
            return 0;
        }
        double fourth = 0;
        double[] x = new double[d];
        for (int i = 0; i < n; i++) {
            means.deviation(train, i, x);
            double norm = PrincipalAxes.dot(x, x);
            fourth += norm * norm;
        }
        double mu = trace(axes) / d;
        double squares = 0;
        double spread = (d - axes.count()) * mu * mu;
        for (int j = 0; j < axes.count(); j++) {
            squares += axes.variance(j) * axes.variance(j);
            spread += (axes.variance(j) - mu) * (axes.variance(j) - mu);
        }
        double noise = (fourth / n - squares) / n;
        return noise <= 0 ? 0 : Math.min(1, noise / spread);
    }
}
