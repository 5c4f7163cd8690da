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
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;

/**
 * How far a row lies in the tails of the empirical copula: the longer tail, or the mean of both.
 *
 * <p>Differs from PyOD: PyOD joins <em>all</em> test rows with the train rows before it counts shares and takes the skewness,
 * so that a row's score depends on which other rows are scored with it. Here each row is joined with the train rows by
 * itself: the score is the one PyOD gives when that row alone is asked for, it is the same wherever the row stands, and a
 * value beyond all train values still has the finite share {@code 1/(n+1)}. Differs from the paper, as PyOD does: the
 * paper takes the greatest of three sums over columns (left, right, longer), PyOD and this class sum the above by column.
 *
 * <p>{@code score = sum_d max(t_d, (l_d + r_d) / 2)}: {@code l_d = -ln} of the share of rows whose
 * value in column {@code d} is at most the row's, {@code r_d} likewise with at least, {@code t_d} the one on the side of the
 * column's longer tail by the sign of its skewness ({@code l_d + r_d} for a column without skew).
 *
 * <p>Cost: {@code O(d n log n)} to fit, {@code O(d log n)} a row to score; memory {@code O(n d)}.
 */
public final class CopodDetector implements Detector {
    private static final DetectorCard CARD = new DetectorCard(
            "copod",
            Family.REFERENCE,
            1,
            "COPOD",
            "Rareness of each value in the tails of the empirical copula; the longer tail or the mean of both counts.",
            "none",
            "Li, Zhao, Botta, Ionescu and Hu, COPOD: copula-based outlier detection, 2020",
            "each row is joined with the train rows by itself, where PyOD joins all test rows and so couples them: "
                    + "equal to "
                    + "PyOD asked for one row at a time; longer tail and mean of both are compared by column, as in "
                    + "PyOD, where the paper takes the greatest of three sums",
            List.of(),
            List.of(new ScoreCard(
                    "copod-tails",
                    "sum_d max(t_d, (l_d + r_d) / 2), l and r the -ln of the share of rows below and above, "
                            + "t that of the longer tail")));

    /** For {@link java.util.ServiceLoader}. */
    public CopodDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    @Override
    public long memberBytes(Params params, DataProfile profile) {
        return EmpiricalTails.bytes(profile);
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(
                CARD,
                members,
                context,
                member -> new EmpiricalTails(member.train()).scoringOneMore(CopodDetector::blend));
    }

    /** PyOD's scores: those of rows which are among the given, all joined. For the comparison with PyOD. */
    static double[] joined(Matrix all, Matrix rows) {
        return new EmpiricalTails(all).scoringTheseRows(CopodDetector::blend).score(rows);
    }

    private static double blend(double left, double right, double longer) {
        return Math.max(longer, (left + right) / 2);
    }
}
