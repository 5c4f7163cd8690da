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
 * <p>Differs from the papers, which rank the rows of one set: here rows are scored against the train rows. A
 * train row leaves itself out when a threshold is taken from it ({@link FittedCohort#scoreTrain}); as a new row it would
 * meet itself at distance 0. {@code k} is cut to the number of rows there are to find; a lone train row, which has none,
 * scores 0.
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
            2,
            "kNN",
            "Distance to the k nearest train rows.",
            "none",
            "Ramaswamy, Rastogi and Shim, Efficient algorithms for mining outliers from large data sets, 2000 (largest); "
                    + "Angiulli and Pizzuti, Fast outlier detection in high dimensional spaces, 2002 (mean)",
            "rows are scored against the train rows, where a train row leaves itself out; k is cut to their number; the "
                    + "mean stands for the sum",
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
        return new Distances(new NeighbourTree(train), k, method, pace);
    }

    private record Distances(NeighbourTree tree, int k, String method, Pace pace) implements RowScorer {
        @Override
        public double[] score(Matrix rows) {
            return tree.score(rows, k, false, pace, this::distance);
        }

        @Override
        public double[] scoreTrain(Matrix train) {
            return tree.score(train, k, true, pace, this::distance);
        }

        private double distance(NeighbourTree.Nearest nearest) {
            int found = nearest.found();
            if (found == 0) {
                return 0;
            }
            return switch (method) {
                case "mean" -> mean(nearest);
                case "median" -> (nearest.distance((found - 1) / 2) + nearest.distance(found / 2)) / 2;
                default -> nearest.distance(found - 1);
            };
        }
    }

    private static double mean(NeighbourTree.Nearest nearest) {
        double sum = 0;
        for (int i = 0; i < nearest.found(); i++) {
            sum += nearest.distance(i);
        }
        return sum / nearest.found();
    }
}
