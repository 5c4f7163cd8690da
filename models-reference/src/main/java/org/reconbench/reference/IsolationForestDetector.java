package org.reconbench.reference;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
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
 * How few random splits it takes to set a row apart.
 *
 * <p>{@code score = 2^(-E[h(x)] / c(psi))}: {@code h} the path length of the row in a tree grown on {@code psi} train rows
 * drawn without replacement, {@code c} the mean path length in a random tree of that many. About 1/2 for ordinary rows,
 * towards 1 for anomalies.
 *
 * <p>Differs from the paper: a split is drawn among the columns that vary in its node, so a constant column never ends a
 * branch, and {@code c(2) = 1}; both as in scikit-learn. {@code psi} is cut to the number of train rows; with a single row
 * every score is 1/2. Tree t draws from the trial's stream {@code isolation-forest/t}.
 *
 * <p>Cost: {@code O(trees psi log psi)} to fit, {@code O(trees log psi)} a row to score; memory {@code O(trees psi)}.
 */
public final class IsolationForestDetector implements Detector {
    private static final String TREES = "trees";
    private static final String SUBSAMPLE = "subsample";
    private static final DetectorCard CARD = new DetectorCard(
            "isolation-forest",
            Family.REFERENCE,
            1,
            "Isolation forest",
            "How few random splits set a row apart.",
            "none",
            "Liu, Ting and Zhou, Isolation forest, 2008",
            "splits are drawn among the columns that vary in the node, and c(2) = 1, as in scikit-learn",
            List.of(
                    ParamSpec.integer(TREES, 100, 1, 10_000, "number of trees"),
                    ParamSpec.integer(
                            SUBSAMPLE, 256, 2, 1_000_000, "rows a tree is grown on; cut to the number of train rows")),
            List.of(new ScoreCard("isolation", "2^(-E[h(x)] / c(subsample)), h the path length in a tree")));

    /** For {@link java.util.ServiceLoader}. */
    public IsolationForestDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    /** The rows, their order, and two nodes a sampled row and tree. */
    @Override
    public long memberBytes(Params params, DataProfile profile) {
        long sampled = (long) params.integer(TREES) * Math.min(params.integer(SUBSAMPLE), profile.rows());
        return profile.rows() * ((long) profile.columns() * Double.BYTES + Integer.BYTES)
                + sampled * 2 * (Double.BYTES + 2 * Integer.BYTES);
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(CARD, members, context, member -> fit(member, context.monitor()));
    }

    private static RowScorer fit(Member member, FitContext.Monitor monitor) {
        Matrix train = member.train();
        int psi = Math.min(member.params().integer(SUBSAMPLE), train.rows());
        IsolationTree[] forest = new IsolationTree[member.params().integer(TREES)];
        int[] rows = new int[train.rows()];
        for (int t = 0; t < forest.length; t++) {
            monitor.epochs(t, forest.length);
            RandomGenerator random = member.streams().stream("isolation-forest/" + t);
            forest[t] = IsolationTree.grow(train, sample(rows, psi, random), random);
        }
        return scorer(forest, IsolationTree.meanPath(psi));
    }

    /** The first {@code psi} rows of a random order. */
    private static int[] sample(int[] rows, int psi, RandomGenerator random) {
        Arrays.setAll(rows, i -> i);
        for (int i = 0; i < psi; i++) {
            int drawn = i + random.nextInt(rows.length - i);
            int row = rows[drawn];
            rows[drawn] = rows[i];
            rows[i] = row;
        }
        return Arrays.copyOf(rows, psi);
    }

    private static RowScorer scorer(IsolationTree[] forest, double meanPath) {
        return rows -> {
            double[] x = new double[rows.columns()];
            double[] scores = new double[rows.rows()];
            for (int i = 0; i < scores.length; i++) {
                rows.copyRow(i, x, 0);
                double path = 0;
                for (IsolationTree tree : forest) {
                    path += tree.pathLength(x);
                }
                scores[i] = meanPath == 0 ? 0.5 : Math.pow(2, -path / forest.length / meanPath);
            }
            return scores;
        };
    }
}
