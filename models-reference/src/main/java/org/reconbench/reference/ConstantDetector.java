package org.reconbench.reference;

import java.util.List;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ScoreCard;

/**
 * The score 0 for every row: a control.
 *
 * <p>All rows tie, so the ROC area is exactly 1/2, the average precision exactly the share of anomalies, and no row lies
 * above a threshold. Any other number in its row of a table is a fault of the evaluation.
 */
public final class ConstantDetector implements Detector {
    private static final DetectorCard CARD = new DetectorCard(
            "constant",
            Family.REFERENCE,
            1,
            "Constant",
            "The score 0 for every row: a control of the evaluation, whose ROC area must be 1/2.",
            "none",
            "none",
            "",
            List.of(),
            List.of(new ScoreCard("zero", "0")));

    /** For {@link java.util.ServiceLoader}. */
    public ConstantDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(CARD, members, context, member -> rows -> new double[rows.rows()]);
    }
}
