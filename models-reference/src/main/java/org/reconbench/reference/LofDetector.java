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
 * The local outlier factor of a row among the train rows: how much thinner its neighbourhood is than its neighbours'.
 *
 * <p>{@code lrd(x) = 1 / (mean_t max(||x - t||, kdist(t)) + 1e-10)} over the k nearest train rows {@code t}, {@code kdist}
 * the distance of a train row from its k-th neighbour; {@code score = mean_t lrd(t) / lrd(x)}, about 1 inside a cluster.
 *
 * <p>Differs from the paper: exactly k neighbours, of rows equally far those that come first, where the paper takes all
 * at the k-th distance; {@code 1e-10} as in scikit-learn, so that more than k equal rows have a finite density; and
 * rows are scored against the train rows alone (novelty). A train row leaves itself out when a threshold is taken from it
 * ({@link FittedCohort#scoreTrain}), as in the paper; as a new row it would meet itself as a neighbour. {@code k} is cut to
 * {@code n - 1}; a lone train row counts as if it had equals, with {@code kdist} 0 and factor 1.
 *
 * <p>Cost: {@code n} queries to a {@link NeighbourTree} to fit, each at most {@code O(n d)}; memory {@code O(n (d + k))}.
 * Fitting and scoring both ask the fit's monitor whether to go on.
 */
public final class LofDetector implements Detector {
    private static final String K = "k";
    /** Keeps the density of equal rows finite; scikit-learn's value. */
    private static final double LEAST_REACH = 1e-10;

    /** Bytes a row for the heads of and references to its arrays, and for its two densities. */
    private static final long ARRAYS = 64;

    private static final DetectorCard CARD = new DetectorCard(
            "lof",
            Family.REFERENCE,
            2,
            "LOF",
            "Local outlier factor: density of the neighbours over density of the row.",
            "none",
            "Breunig, Kriegel, Ng and Sander, LOF: identifying density-based local outliers, 2000",
            "exactly k neighbours where the paper takes all that tie with the k-th; rows are scored against the train "
                    + "rows (novelty), where a train row leaves itself out; 1e-10 keeps the density of equal rows finite",
            List.of(ParamSpec.integer(K, 20, 1, 10_000, "number of neighbours; cut to the number of train rows - 1")),
            List.of(new ScoreCard(
                    "local-outlier-factor",
                    "mean of lrd(t) / lrd(x) over the k nearest train rows t, lrd(x) = 1 / (mean reach + 1e-10)")));

    /** For {@link java.util.ServiceLoader}. */
    public LofDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    /** The rows, the tree over them, and k neighbours with their distances for each. */
    @Override
    public long memberBytes(Params params, DataProfile profile) {
        long n = profile.rows();
        long k = Math.min(params.integer(K), n);
        return n * profile.columns() * Double.BYTES
                + NeighbourTree.bytes(n, profile.columns())
                + n * (k * (Integer.BYTES + Double.BYTES) + ARRAYS);
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(
                CARD,
                members,
                context,
                member -> fit(member.train(), member.params().integer(K), new Pace(context.monitor())));
    }

    private static RowScorer fit(Matrix train, int neighbours, Pace pace) {
        NeighbourTree tree = new NeighbourTree(train);
        int k = Math.max(1, Math.min(neighbours, train.rows() - 1));
        Densities densities = Densities.of(train, tree, k, pace);
        return new Factors(tree, k, densities, pace);
    }

    private record Factors(NeighbourTree tree, int k, Densities densities, Pace pace) implements RowScorer {
        @Override
        public double[] score(Matrix rows) {
            return tree.score(rows, k, false, pace, densities::factor);
        }

        @Override
        public double[] scoreTrain(Matrix train) {
            return tree.score(train, k, true, pace, densities::factor);
        }
    }

    /** Of every train row the distance from its k-th neighbour and the local reachability density. */
    private static final class Densities {
        private final double[] kDistances;
        private final double[] lrd;

        private Densities(double[] kDistances, double[] lrd) {
            this.kDistances = kDistances;
            this.lrd = lrd;
        }

        static Densities of(Matrix train, NeighbourTree tree, int k, Pace pace) {
            int n = train.rows();
            NeighbourTree.Nearest nearest = new NeighbourTree.Nearest(k);
            int[][] indices = new int[n][];
            double[][] distances = new double[n][];
            double[] kDistances = new double[n];
            double[] x = new double[train.columns()];
            for (int i = 0; i < n; i++) {
                pace.row(i, n);
                train.copyRow(i, x, 0);
                tree.query(x, i, nearest);
                indices[i] = new int[nearest.found()];
                distances[i] = new double[nearest.found()];
                for (int j = 0; j < nearest.found(); j++) {
                    indices[i][j] = nearest.index(j);
                    distances[i][j] = nearest.distance(j);
                    kDistances[i] = distances[i][j];
                }
            }
            double[] lrd = new double[n];
            for (int i = 0; i < n; i++) {
                double reach = 0;
                for (int j = 0; j < indices[i].length; j++) {
                    reach += Math.max(distances[i][j], kDistances[indices[i][j]]);
                }
                lrd[i] = 1 / (reach / Math.max(1, indices[i].length) + LEAST_REACH);
            }
            return new Densities(kDistances, lrd);
        }

        double factor(NeighbourTree.Nearest nearest) {
            if (nearest.found() == 0) {
                return 1;
            }
            double reach = 0;
            double density = 0;
            for (int j = 0; j < nearest.found(); j++) {
                reach += Math.max(nearest.distance(j), kDistances[nearest.index(j)]);
                density += lrd[nearest.index(j)];
            }
            int k = nearest.found();
            return density / k * (reach / k + LEAST_REACH);
        }
    }
}
