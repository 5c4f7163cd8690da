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
 * The squared distance of the scaled row from the mean train row, {@code sum_d (x_d - mean_d)^2}.
 *
 * <p>This is the error of a network that answers every row with the train mean: a collapsed one. For z-scored data the
 * mean is 0 and the score is the plain squared norm {@code ||z||^2}. For min-max scaled data the plain norm would measure
 * the distance from the corner where every feature is least, which says nothing of anomaly; the centred one does not
 * depend on where the scaler puts its zero.
 */
public final class NormDetector implements Detector {
    private static final DetectorCard CARD = new DetectorCard(
            "norm",
            Family.REFERENCE,
            1,
            "Norm",
            "Squared distance of the scaled row from the mean train row: what a collapsed network computes.",
            "none",
            "none",
            "",
            List.of(),
            List.of(new ScoreCard("squared-norm", "sum_d (x_d - mean_d)^2, mean over the train rows")));

    /** For {@link java.util.ServiceLoader}. */
    public NormDetector() {}

    @Override
    public DetectorCard card() {
        return CARD;
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        return FittedReferences.fit(CARD, members, context, member -> fit(member.train()));
    }

    private static RowScorer fit(Matrix train) {
        ColumnMeans means = ColumnMeans.of(train);
        return rows -> {
            double[] deviation = new double[rows.columns()];
            double[] scores = new double[rows.rows()];
            for (int i = 0; i < scores.length; i++) {
                means.deviation(rows, i, deviation);
                for (double part : deviation) {
                    scores[i] += part * part;
                }
            }
            return scores;
        };
    }
}
