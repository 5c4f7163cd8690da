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
 * The Euclidean distance to the k nearest train rows: the k-th one, their mean or their median.
 *
 * <p>Differs from the papers, which rank the rows of one set: here rows are scored against the train rows. A row that is
 * itself among them has distance 0 to itself, so the scores of train rows, and thresholds taken from them, lie a little
 * lower than those of new rows of the same kind. {@code k} is cut to the number of train rows.
 *
 * <p>Cost: see {@link NeighbourTree}; a query is at most {@code O(n d)}, memory {@code O(n d)}. Scoring, too, asks the
 * fit's monitor whether to go on.
 */
public final class KnnDetector implements Detector {
    private static final String K = "k";
    private static final String METHOD = "method";
    private static final DetectorCard CARD = new DetectorCard(
            "knn",
            Family.REFERENCE,
            1,
            "kNN",
            "Distance to the k nearest train rows.",
            "none",
            "Ramaswamy, Rastogi and Shim, Efficient algorithms for mining outliers from large data sets, 2000 (largest); "
                    + "Angiulli and Pizzuti, Fast outlier detection in high dimensional spaces, 2002 (mean)",
            "rows are scored against the train rows, where a train row finds itself at distance 0; k is cut to their "
                    + "number; the mean stands for the sum",
            List.of(
                    ParamSpec.integer(K, 5, 1, 10_000, "number of neighbours; cut to the number of train rows"),
                    ParamSpec.choice(
                            METHOD,
                            "largest",
                            List.of("largest", "mean", "median"),
                            "what is taken of the k distances")),
            List.of(new ScoreCard(
                    "neighbour-distance", "largest, mean or median of ||x - t|| over the k nearest train rows t")));

    /** For {@link java.util.ServiceLoader}. */
    public KnnDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    /** The rows and the tree over them. */
    @Override
    public long memberBytes(Params params, DataProfile profile) {
        return (long) profile.rows() * profile.columns() * Double.BYTES
                + NeighbourTree.bytes(profile.rows(), profile.columns());
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(
                CARD,
                members,
                context,
                member -> fit(
                        member.train(),
                        Math.min(member.params().integer(K), member.train().rows()),
                        member.params().text(METHOD),
                        new Pace(context.monitor())));
    }

    private static RowScorer fit(Matrix train, int k, String method, Pace pace) {
        NeighbourTree tree = new NeighbourTree(train);
        return rows -> {
            NeighbourTree.Nearest nearest = new NeighbourTree.Nearest(k);
            double[] x = new double[rows.columns()];
            double[] scores = new double[rows.rows()];
            for (int i = 0; i < scores.length; i++) {
                pace.row(i, scores.length);
                rows.copyRow(i, x, 0);
                tree.query(x, -1, nearest);
                scores[i] = switch (method) {
                    case "mean" -> mean(nearest);
                    case "median" -> (nearest.distance((k - 1) / 2) + nearest.distance(k / 2)) / 2;
                    default -> nearest.distance(k - 1);
                };
            }
            return scores;
        };
    }

    private static double mean(NeighbourTree.Nearest nearest) {
        double sum = 0;
        for (int i = 0; i < nearest.found(); i++) {
            sum += nearest.distance(i);
        }
        return sum / nearest.found();
    }
}
