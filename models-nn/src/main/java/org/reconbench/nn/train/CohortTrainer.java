package org.reconbench.nn.train;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.ArrayList;
import java.util.List;
import org.reconbench.core.detector.FitContext;
import org.reconbench.nn.net.ParameterLayout;
import org.reconbench.nn.objective.Schedule;

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
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

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
                histories.add(new History(plan, member.weight(), member.rows().rows()));
            }
            try (Session session = new Session(plan, lanes, networks)) {
                session.train(histories, monitor);
            }
            return new TrainedCohort(plan, members, networks, histories.subList(0, members.size()));
        } catch (RuntimeException | Error e) {
            networks.close();
            throw e;
        }
    }

    /** What is needed while training and freed after it: data, gradients, moments, orders, noise. */
    static final class Session implements AutoCloseable {
        private final TrainingPlan plan;
        private final List<Trainee> lanes;
        private final Networks networks;
        private final PtNDManager scope;
        private final StackedRows data;
        private final BatchFeed feed;
        private final PtNDArray[] gradients;
        private final PtNDArray[] first;
        private final PtNDArray[] second;
        private final PtNDArray[] steps;

        Session(TrainingPlan plan, List<Trainee> lanes, Networks networks) {
            this.plan = plan;
            this.lanes = lanes;
            this.networks = networks;
            scope = (PtNDManager) networks.scope().newSubManager();
            gradients = zeros(networks.parameters().size());
            first = zeros(networks.parameters().size());
            second = zeros(networks.parameters().size());
            steps = new PtNDArray[] {(PtNDArray) scope.zeros(new Shape(), DataType.FLOAT32)};
            data = StackedRows.of(
                    scope, networks, lanes.stream().map(Trainee::rows).toList());
            feed = new BatchFeed(
                    scope,
                    lanes.stream().map(Trainee::streams).toList(),
                    lanes.get(0).rows().rows(),
                    data.offsets(),
                    plan.batch(),
                    plan.objective().latent().noisy() ? plan.shape().latent() : 0,
                    networks.type());
        }

        private PtNDArray[] zeros(long size) {
            return new PtNDArray[] {(PtNDArray) scope.zeros(new Shape(size), networks.type())};
        }

        /** The last batch's gradients, laid out like the parameters. */
        PtNDArray gradients() {
            return gradients[0];
        }

        void train(List<History> histories, FitContext.Monitor monitor) {
            for (int epoch = 0; epoch < plan.epochs(); epoch++) {
                double[][] sums = epoch(epoch);
                boolean anyLeft = false;
                for (int k = 0; k < lanes.size(); k++) {
                    histories.get(k).add(weight(k, epoch), sums[k]);
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

        private double weight(int lane, int epoch) {
            Schedule schedule = lanes.get(lane).weight();
            return schedule.weight(epoch, plan.epochs());
        }

        /** Trains one epoch; what the program returns, added up, for each lane. */
        private double[][] epoch(int epoch) {
            int k = lanes.size();
            float[] weights = new float[k];
            for (int lane = 0; lane < k; lane++) {
                weights[lane] = (float) weight(lane, epoch);
            }
            double[][] sums = new double[k]
                    [1 + plan.objective().latent().sums() * plan.shape().latent()];
            feed.shuffle();
            try (PtNDManager passing = (PtNDManager) scope.newSubManager()) {
                PtNDArray weight = (PtNDArray) networks.array(passing, weights).reshape(k, 1, 1);
                for (BatchFeed.Piece piece : feed.pieces()) {
                    feed.fill(piece);
                    add(sums, run(passing, piece, weight).toDoubleArray());
                }
            }
            return sums;
        }

        /** Adds what the program returned, sums of aligned units, to the sums of each lane. */
        private void add(double[][] sums, double[] read) {
            int latent = plan.shape().latent();
            int wide = ParameterLayout.aligned(latent);
            int groups = plan.objective().latent().sums();
            int columns = read.length / sums.length;
            for (int k = 0; k < sums.length; k++) {
                sums[k][0] += read[k * columns];
                for (int j = 0; j < groups * latent; j++) {
                    sums[k][1 + j] += read[k * columns + 1 + j / latent * wide + j % latent];
                }
            }
        }

        private PtNDArray run(PtNDManager passing, BatchFeed.Piece piece, PtNDArray weight) {
            return networks.script()
                    .call(
                            passing,
                            "train",
                            new PtNDArray[] {networks.parameters()},
                            gradients,
                            first,
                            second,
                            steps,
                            networks.widths(),
                            networks.heads(),
                            data.array(),
                            piece.order().array(),
                            piece.noise().array(),
                            weight,
                            networks.sigmoid(),
                            plan.objective()
                                    .reconstruction()
                                    .factor(plan.shape().features()),
                            new double[] {plan.learningRate(), BETA1, BETA2, EPSILON});
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
