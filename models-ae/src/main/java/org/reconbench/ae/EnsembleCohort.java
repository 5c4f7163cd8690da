package org.reconbench.ae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.TrainingSummary;

/**
 * Members of several sub-networks each, read as one: every score is the median over the sub-networks.
 *
 * <p>Losses and the curve are means over the sub-networks; steps and parameters are theirs together, connections that do
 * not exist counted; a member has converged when the last of them has. It has diverged when one of them has.
 */
final class EnsembleCohort implements FittedCohort {
    private final FittedCohort lanes;
    private final int size;
    private final List<FitOutcome> outcomes = new ArrayList<>();

    /**
     * Reads lanes as members.
     *
     * @param lanes all sub-networks of the first member, then those of the second, and so on
     * @param size sub-networks of a member
     */
    EnsembleCohort(FittedCohort lanes, int size) {
        this.lanes = lanes;
        this.size = size;
        List<FitOutcome> each = lanes.outcomes();
        for (int from = 0; from < each.size(); from += size) {
            outcomes.add(together(each.subList(from, from + size)));
        }
    }

    private static FitOutcome together(List<FitOutcome> lanes) {
        List<TrainingSummary> trainings = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        for (FitOutcome lane : lanes) {
            if (lane instanceof FitOutcome.Fitted fitted) {
                trainings.add(Objects.requireNonNull(fitted.training()));
                curves.add(Objects.requireNonNull(fitted.curve()));
            } else {
                return firstDiverged(lanes);
            }
        }
        return new FitOutcome.Fitted(summary(trainings), curve(curves), null);
    }

    private static FitOutcome firstDiverged(List<FitOutcome> lanes) {
        FitOutcome.Diverged first = null;
        String message = "";
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lanes.get(lane) instanceof FitOutcome.Diverged each
                    && (first == null || each.epoch() < first.epoch())) {
                first = each;
                message = "sub-network " + (lane + 1) + " of " + lanes.size() + ": " + each.message();
            }
        }
        return new FitOutcome.Diverged(Objects.requireNonNull(first).epoch(), message);
    }

    private static TrainingSummary summary(List<TrainingSummary> lanes) {
        return new TrainingSummary(
                lanes.get(0).epochs(),
                lanes.stream().mapToLong(TrainingSummary::steps).sum(),
                mean(lanes, TrainingSummary::finalLoss),
                mean(lanes, TrainingSummary::reconNats),
                null,
                null,
                null,
                lanes.stream().mapToLong(TrainingSummary::parameters).sum(),
                lanes.stream()
                        .mapToInt(lane -> Objects.requireNonNull(lane.convergedEpoch()))
                        .max()
                        .getAsInt());
    }

    private static <T> double mean(List<T> lanes, ToDoubleFunction<T> number) {
        double sum = 0;
        for (T lane : lanes) {
            sum += number.applyAsDouble(lane);
        }
        return sum / lanes.size();
    }

    private static Curve curve(List<Curve> lanes) {
        List<List<Double>> rows = new ArrayList<>();
        for (int e = 0; e < lanes.get(0).rows().size(); e++) {
            List<Double> row = new ArrayList<>();
            for (int c = 0; c < lanes.get(0).columns().size(); c++) {
                int epoch = e;
                int column = c;
                row.add(mean(lanes, lane -> lane.rows().get(epoch).get(column)));
            }
            rows.add(row);
        }
        return new Curve(lanes.get(0).columns(), rows);
    }

    @Override
    public List<FitOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    @Override
    public Map<String, double[]> score(int member, Matrix rows, Collection<String> scores) {
        if (!(outcomes.get(member) instanceof FitOutcome.Fitted)) {
            throw new IllegalArgumentException("member " + member + " was not fitted: " + outcomes.get(member));
        }
        List<Map<String, double[]>> each = new ArrayList<>();
        for (int lane = 0; lane < size; lane++) {
            each.add(lanes.score(member * size + lane, rows, scores));
        }
        Map<String, double[]> medians = new LinkedHashMap<>();
        for (String score : each.get(0).keySet()) {
            medians.put(
                    score,
                    medians(each.stream()
                            .map(lane -> Objects.requireNonNull(lane.get(score)))
                            .toList()));
        }
        return medians;
    }

    /** For each row the median over the lanes; of an even number the mean of the two in the middle. */
    static double[] medians(List<double[]> lanes) {
        double[] medians = new double[lanes.get(0).length];
        double[] row = new double[lanes.size()];
        int middle = row.length / 2;
        for (int i = 0; i < medians.length; i++) {
            for (int lane = 0; lane < row.length; lane++) {
                row[lane] = lanes.get(lane)[i];
            }
            Arrays.sort(row);
            medians[i] = row.length % 2 == 1 ? row[middle] : 0.5 * row[middle - 1] + 0.5 * row[middle];
        }
        return medians;
    }

    @Override
    public void close() {
        lanes.close();
    }
}
