package org.reconbench.reference;

import java.util.List;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ScoreCard;

/**
 * A uniform random score in [0, 1): chance itself.
 *
 * <p>The score is a hash of the row's values under a key drawn from the trial's stream {@code score}. So a row has the
 * same score wherever it stands and however often it is scored, equal rows tie, and another seed gives other scores.
 */
public final class RandomDetector implements Detector {
    private static final DetectorCard CARD = new DetectorCard(
            "random",
            Family.REFERENCE,
            1,
            "Random",
            "A uniform random score for each row: what chance alone reaches.",
            "none",
            "none",
            "",
            List.of(),
            List.of(new ScoreCard("uniform", "uniform in [0, 1), a keyed hash of the row")));

    /** For {@link java.util.ServiceLoader}. */
    public RandomDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(
                CARD,
                members,
                context,
                member -> scorer(member.streams().stream("score").nextLong()));
    }

    private static RowScorer scorer(long key) {
        return rows -> {
            double[] scores = new double[rows.rows()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = uniform(key, rows, i);
            }
            return scores;
        };
    }

    private static double uniform(long key, Matrix rows, int row) {
        long hash = key;
        for (int j = 0; j < rows.columns(); j++) {
            // + 0.0: both zeros are one value.
            hash = mix(hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(rows.get(row, j) + 0.0));
        }
        return (mix(hash) >>> 11) * 0x1.0p-53;
    }

    /** Stafford's 13th variant of the 64-bit finaliser of MurmurHash3, as in SplittableRandom. */
    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
