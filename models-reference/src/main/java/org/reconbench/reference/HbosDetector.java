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
 * How thin the histograms of the train columns are at a row's values.
 *
 * <p>{@code score = -sum_d log2(density_d(x_d) + alpha)}, {@code density_d} a histogram of {@code bins} bins of equal width;
 * the score may be negative. A value outside by at most {@code tol} bin widths counts as in the outermost bin, one farther
 * out as in the emptiest.
 *
 * <p>Differs from the paper, as PyOD does: densities integrate to 1, where the paper scales the highest bin to 1, and
 * {@code alpha} keeps empty bins finite. A column that is constant (or whose range is too small for so many different bin
 * edges) has one unit's width about its value, as in NumPy's histogram.
 *
 * <p>Cost: {@code O(n d log bins)} to fit, {@code O(d log bins)} a row to score; memory {@code O(d bins)}.
 */
public final class HbosDetector implements Detector {
    private static final String BINS = "bins";
    private static final String ALPHA = "alpha";
    private static final String TOL = "tol";
    private static final DetectorCard CARD = new DetectorCard(
            "hbos",
            Family.REFERENCE,
            1,
            "HBOS",
            "Thinness of each column's histogram at the row's values, the columns taken as independent.",
            "none",
            "Goldstein and Dengel, Histogram-based outlier score (HBOS): a fast unsupervised anomaly detection "
                    + "algorithm, 2012",
            "densities integrate to 1 where the paper scales the highest bin to 1; alpha keeps empty bins finite; both as "
                    + "in PyOD",
            List.of(
                    ParamSpec.integer(BINS, 10, 2, 100_000, "number of bins of equal width"),
                    ParamSpec.real(ALPHA, 0.1, 1e-9, 1, "density added to every bin"),
                    ParamSpec.real(
                            TOL, 0.5, 0, 1, "how far outside still counts as in the outermost bin, in bin widths")),
            List.of(new ScoreCard("histogram", "-sum_d log2(density_d(x_d) + alpha)")));

    /** For {@link java.util.ServiceLoader}. */
    public HbosDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    /** The rows, and an edge and a score a bin. */
    @Override
    public long memberBytes(Params params, DataProfile profile) {
        return (long) profile.columns() * Double.BYTES * (profile.rows() + 2L * params.integer(BINS) + 1);
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(CARD, members, context, member -> fit(member.train(), member.params()));
    }

    private static RowScorer fit(Matrix train, Params params) {
        Histogram[] histograms = new Histogram[train.columns()];
        for (int j = 0; j < histograms.length; j++) {
            histograms[j] = Histogram.of(train.column(j), params.integer(BINS), params.real(ALPHA));
        }
        double tol = params.real(TOL);
        return rows -> {
            double[] scores = new double[rows.rows()];
            for (int i = 0; i < scores.length; i++) {
                for (int j = 0; j < histograms.length; j++) {
                    scores[i] += histograms[j].score(rows.get(i, j), tol);
                }
            }
            return scores;
        };
    }

    /** Edges, one more than bins, and {@code -log2(density + alpha)} of each bin and of the emptiest. */
    private static final class Histogram {
        private final double[] edges;
        private final double[] scores;
        private final double greatest;

        private Histogram(double[] edges, double[] scores, double greatest) {
            this.edges = edges;
            this.scores = scores;
            this.greatest = greatest;
        }

        static Histogram of(double[] values, int bins, double alpha) {
            double[] edges = edges(values, bins);
            int[] counts = new int[bins];
            for (double value : values) {
                // A bin holds its left edge, the last one both.
                counts[Math.min(Sorted.countUpTo(edges, value), bins) - 1]++;
            }
            double[] scores = new double[bins];
            double greatest = Double.NEGATIVE_INFINITY;
            for (int b = 0; b < bins; b++) {
                double density = counts[b] / (edges[b + 1] - edges[b]) / values.length;
                scores[b] = -Math.log(density + alpha) / Math.log(2);
                greatest = Math.max(greatest, scores[b]);
            }
            return new Histogram(edges, scores, greatest);
        }

        private static double[] edges(double[] values, int bins) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            double[] edges = spaced(low, high, bins);
            for (int b = 0; b < bins; b++) {
                if (!(edges[b] < edges[b + 1])) {
                    return spaced(low - 0.5, high + 0.5, bins);
                }
            }
            return edges;
        }

        private static double[] spaced(double low, double high, int bins) {
            double step = (high - low) / bins;
            double[] edges = new double[bins + 1];
            for (int b = 0; b < bins; b++) {
                edges[b] = b * step + low;
            }
            edges[bins] = high;
            return edges;
        }

        double score(double x, double tol) {
            int bins = scores.length;
            // Here a bin holds its right edge, as PyOD's look-up has it.
            int bin = Sorted.countBelow(edges, x);
            if (bin == 0) {
                return edges[0] - x <= (edges[1] - edges[0]) * tol ? scores[0] : greatest;
            }
            if (bin > bins) {
                return x - edges[bins] <= (edges[bins] - edges[bins - 1]) * tol ? scores[bins - 1] : greatest;
            }
            return scores[bin - 1];
        }
    }
}
