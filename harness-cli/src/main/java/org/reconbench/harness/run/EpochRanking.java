package org.reconbench.harness.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.detector.EpochWatch;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.metrics.Ranking;

/**
 * Ranks the test rows of each member of a cohort after every epoch. The detector sees rows only; the test labels are
 * used here, so what comes of it is marked {@value #SOURCE}.
 */
final class EpochRanking implements EpochWatch {
    /** Columns added to a member's curve. */
    static final String AUC_ROC = "test_auc_roc";

    static final String AUC_PR = "test_auc_pr";
    private static final String SOURCE = "oracle-test";

    private final String score;
    private final List<TrainTest> data;
    private final List<List<Areas>> areas = new ArrayList<>();

    private record Areas(int epoch, double roc, double pr) {}

    /**
     * Watches a cohort.
     *
     * @param data of each member
     */
    EpochRanking(String score, List<TrainTest> data) {
        this.score = score;
        this.data = List.copyOf(data);
        data.forEach(member -> areas.add(new ArrayList<>()));
    }

    @Override
    public String score() {
        return score;
    }

    @Override
    public Matrix rows(int member) {
        return data.get(member).test();
    }

    @Override
    public void scored(int member, int epoch, double[] scores) {
        List<Areas> former = areas.get(member);
        if (scores.length != rows(member).rows() || epoch != former.size() + 1) {
            throw new IllegalArgumentException("member " + member + " reports " + scores.length + " scores for epoch "
                    + epoch + ": expected " + rows(member).rows() + " for epoch " + (former.size() + 1));
        }
        OptionalDouble roc = OptionalDouble.empty();
        OptionalDouble pr = OptionalDouble.empty();
        if (Arrays.stream(scores).allMatch(Double::isFinite)) {
            Ranking ranking = Ranking.of(data.get(member).testLabels(), scores);
            roc = ranking.rocAuc();
            pr = ranking.averagePrecision();
        }
        former.add(new Areas(epoch, roc.orElse(Double.NaN), pr.orElse(Double.NaN)));
    }

    /** Whether every epoch of the member was reported, and has areas: the test rows are of both classes. */
    private boolean complete(int member, @Nullable Curve curve) {
        List<Areas> epochs = areas.get(member);
        return !epochs.isEmpty()
                && (curve == null || curve.rows().size() == epochs.size())
                && epochs.stream().allMatch(each -> Double.isFinite(each.roc()) && Double.isFinite(each.pr()));
    }

    /** The member's curve with the areas as further columns; as it is if the detector does not report every epoch. */
    @Nullable
    Curve onto(int member, @Nullable Curve curve) {
        if (!complete(member, curve)) {
            return curve;
        }
        List<String> columns = new ArrayList<>(curve == null ? List.of("epoch") : curve.columns());
        columns.add(AUC_ROC);
        columns.add(AUC_PR);
        List<List<Double>> rows = new ArrayList<>();
        for (Areas epoch : areas.get(member)) {
            List<Double> row = new ArrayList<>(
                    curve == null
                            ? List.of((double) epoch.epoch())
                            : curve.rows().get(rows.size()));
            row.add(epoch.roc());
            row.add(epoch.pr());
            rows.add(row);
        }
        return new Curve(columns, rows);
    }

    /** The best and the last epoch of a member; null if the detector does not report every epoch. */
    TrialRecord.@Nullable EpochAuc summary(int member, @Nullable Curve curve) {
        if (!complete(member, curve)) {
            return null;
        }
        List<Areas> epochs = areas.get(member);
        Areas last = epochs.get(epochs.size() - 1);
        Areas best = epochs.get(0);
        for (Areas each : epochs) {
            best = each.pr() > best.pr() ? each : best;
        }
        return new TrialRecord.EpochAuc(SOURCE, best.epoch(), best.pr(), best.roc(), last.pr(), last.roc());
    }
}
