package org.reconbench.nn.train;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.EpochWatch;
import org.reconbench.core.detector.FitContext;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Taped;

/**
 * Trains a cohort by Adam (Kingma and Ba 2015; epsilon added after the bias correction, as in {@code torch.optim.Adam}).
 *
 * <p>Every epoch each member meets its rows in a fresh order, in batches whose last one may be short. A member's numbers
 * are the same to the bit alone and in any cohort: what it draws comes from its own streams, a lone member trains beside a
 * twin (see {@link Networks}), and nothing in the program mixes members.
 *
 * <p>Stateless; cohorts may be trained in several threads at a time.
 */
public final class CohortTrainer {
    private final DataType type;

    /** A trainer in single precision. */
    public CohortTrainer() {
        this(DataType.FLOAT32);
    }

    /** A trainer in any precision; doubles are for comparing gradients. */
    CohortTrainer(DataType type) {
        this.type = type;
    }

    /**
     * Trains the members.
     *
     * @param members at least one, of equal train shapes with at least one row
     * @throws java.util.concurrent.CancellationException when the monitor says stop; nothing stays allocated
     */
    public TrainedCohort train(TrainingPlan plan, List<Trainee> members, FitContext.Monitor monitor) {
        return train(plan, members, monitor, null);
    }

    /**
     * Trains the members while rows are watched.
     *
     * @param watch told of scores after every epoch; null for nobody
     * @see #train(TrainingPlan, List, FitContext.Monitor)
     */
    public TrainedCohort train(
            TrainingPlan plan, List<Trainee> members, FitContext.Monitor monitor, @Nullable EpochWatch watch) {
        if (members.isEmpty() || members.get(0).rows().rows() == 0) {
            throw new IllegalArgumentException("members = " + members + ": at least one, with at least one row");
        }
        List<Trainee> lanes = members.size() > 1 ? members : List.of(members.get(0), members.get(0));
        Networks networks = new Networks(
                plan.shape(),
                plan.objective(),
                lanes.stream().map(Trainee::streams).toList(),
                type);
        try {
            List<History> histories = new ArrayList<>();
            for (Trainee member : lanes) {
                histories.add(
                        new History(plan, member.schedules(), member.rows().rows()));
            }
            try (Session session = new Session(plan, lanes, networks)) {
                NetworkScorer scorer = new NetworkScorer(plan, members, networks);
                session.train(histories, (done, total) -> {
                    if (watch != null) {
                        report(scorer, histories.subList(0, members.size()), done, watch);
                    }
                    monitor.epochs(done, total);
                });
            }
            return new TrainedCohort(plan, members, networks, histories.subList(0, members.size()));
        } catch (RuntimeException | Error e) {
            networks.close();
            throw e;
        }
    }

    private static void report(NetworkScorer scorer, List<History> histories, int epoch, EpochWatch watch) {
        for (int k = 0; k < histories.size(); k++) {
            if (histories.get(k).divergedAt() == 0) {
                int member = k;
                double variance = histories.get(k).variance();
                Map<String, double[]> scores = scorer.score(
                        k, watch.rows(k), List.of(watch.score()), variance, () -> scorer.cloud(member, variance));
                watch.scored(k, epoch, Objects.requireNonNull(scores.get(watch.score())));
            }
        }
    }

    /** What is needed while training and freed after it: data, gradients, moments, orders, noise. */
    static final class Session implements AutoCloseable {
        private final TrainingPlan plan;
        private final List<Trainee> lanes;
        private final Networks networks;
        private final PtNDManager scope;
        private final BatchFeed feed;
        private final AdamState adam;
        private final Steps steps;

        Session(TrainingPlan plan, List<Trainee> lanes, Networks networks) {
            this.plan = plan;
            this.lanes = lanes;
            this.networks = networks;
            scope = (PtNDManager) networks.scope().newSubManager();
            adam = AdamState.of(scope, networks);
            StackedRows data = StackedRows.of(
                    scope, networks, lanes.stream().map(Trainee::rows).toList());
            feed = new BatchFeed(
                    scope,
                    lanes.stream().map(Trainee::streams).toList(),
                    lanes.get(0).rows().rows(),
                    data.offsets(),
                    plan.batch(),
                    plan.objective().draws(plan.shape().features(), plan.shape().latent()),
                    networks.type());
            steps = steps(data.array());
        }

        private Steps steps(PtNDArray data) {
            if (plan.objective() instanceof HandDerived derived) {
                return new DerivedSteps(plan, derived, networks, adam, data);
            }
            return new TapedSteps(scope, plan, (Taped) plan.objective(), networks, adam, data);
        }

        /** The last batch's gradients, laid out like the parameters. */
        PtNDArray gradients() {
            return adam.gradients();
        }

        void train(List<History> histories, FitContext.Monitor monitor) {
            for (int epoch = 0; epoch < plan.epochs(); epoch++) {
                double[][] sums = epoch(epoch);
                boolean anyLeft = false;
                for (int k = 0; k < lanes.size(); k++) {
                    histories.get(k).add(sums[k]);
                    anyLeft |= histories.get(k).divergedAt() == 0;
                }
                monitor.epochs(epoch + 1, plan.epochs());
                if (!anyLeft) {
                    return;
                }
            }
            for (int k = 0; k < lanes.size(); k++) {
                if (!finite(networks.parametersOf(k))) {
                    histories.get(k).parametersLeft();
                }
            }
        }

        /** Trains one epoch; what the steps gave, added up, for each lane. */
        private double[][] epoch(int epoch) {
            double[][] weights = weights(epoch);
            double[][] sums =
                    new double[lanes.size()][plan.objective().sums(plan.shape().latent())];
            feed.shuffle();
            try (PtNDManager passing = (PtNDManager) scope.newSubManager()) {
                for (BatchFeed.Piece piece : feed.pieces()) {
                    feed.fill(piece);
                    double[][] part = steps.run(passing, piece, weights);
                    for (int k = 0; k < sums.length; k++) {
                        for (int i = 0; i < sums[k].length; i++) {
                            sums[k][i] += part[k][i];
                        }
                    }
                }
            }
            return sums;
        }

        private double[][] weights(int epoch) {
            double[][] weights = new double[lanes.get(0).schedules().size()][lanes.size()];
            for (int i = 0; i < weights.length; i++) {
                for (int k = 0; k < lanes.size(); k++) {
                    weights[i][k] = lanes.get(k).schedules().get(i).weight(epoch, plan.epochs());
                }
            }
            return weights;
        }

        private static boolean finite(double[] numbers) {
            for (double number : numbers) {
                if (!Double.isFinite(number)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void close() {
            scope.close();
        }
    }
}
