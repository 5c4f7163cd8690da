package org.reconbench.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.nn.objective.LatentTerm;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Reconstruction.Kind;
import org.reconbench.nn.objective.Reconstruction.Output;

/** The program's loss, gradients and optimiser steps against plain Java and against finite differences. */
class GradientTest {
    private static final double ADAM_EPSILON = 1e-8;

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(Fixtures.AE, Kind.SSE, Output.SIGMOID, List.of(7, 5), 3),
                Arguments.of(Fixtures.AE, Kind.MSE, Output.IDENTITY, List.of(4), 2),
                Arguments.of(Fixtures.AE, Kind.SSE, Output.SIGMOID, List.of(), 2),
                Arguments.of(Fixtures.VAE, Kind.SSE, Output.SIGMOID, List.of(7, 5), 3),
                Arguments.of(Fixtures.VAE, Kind.MSE, Output.SIGMOID, List.of(6, 5, 4), 2),
                Arguments.of(Fixtures.VAE, Kind.GAUSSIAN, Output.IDENTITY, List.of(5), 8),
                Arguments.of(Fixtures.VAE, Kind.SSE, Output.IDENTITY, List.of(), 1));
    }

    private static final class Batches {
        private final List<double[][]> rows = new ArrayList<>();
        private final List<double[][]> noise = new ArrayList<>();
    }

    /** The batches of the first epochs as the streams define them, drawn here independently of the trainer. */
    private static Batches batches(Trainee member, int batch, int latent, boolean noisy, int epochs) {
        RandomGenerator shuffle = member.streams().stream("shuffle");
        Ziggurat noise = new Ziggurat(member.streams().stream("noise"));
        int n = member.rows().rows();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        Batches seen = new Batches();
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = n - 1; i > 0; i--) {
                int j = shuffle.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            for (int from = 0; from < n; from += batch) {
                int size = Math.min(batch, n - from);
                double[][] x = new double[size][];
                double[][] e = new double[size][latent];
                for (int i = 0; i < size; i++) {
                    x[i] = member.rows().row(order[from + i]);
                    for (int j = 0; j < x[i].length; j++) {
                        x[i][j] = (float) x[i][j];
                    }
                }
                if (noisy) {
                    double[] drawn = new double[latent * size];
                    noise.fill(drawn, drawn.length);
                    for (int u = 0; u < drawn.length; u++) {
                        e[u % size][u / size] = drawn[u];
                    }
                }
                seen.rows.add(x);
                seen.noise.add(e);
            }
        }
        return seen;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradients_equal_plain_java_and_finite_differences(
            LatentTerm term, Kind kind, Output output, List<Integer> hidden, int latent) {
        Matrix rows = Fixtures.rows(6, 4, 5);
        TrainingPlan plan = Fixtures.plan(4, hidden, latent, term, new Reconstruction(kind, 0.7, output), 1, 6, 0.001);
        List<Trainee> members = List.of(Fixtures.trainee(rows, 0.5, 3), Fixtures.trainee(rows, 2.0, 4));
        ReferenceNetwork reference =
                new ReferenceNetwork(plan.shape(), plan.objective().reconstruction());
        try (Networks networks = new Networks(
                        plan.shape(),
                        plan.objective(),
                        members.stream().map(Trainee::streams).toList(),
                        DataType.FLOAT64);
                CohortTrainer.Session session = new CohortTrainer.Session(plan, members, networks)) {
            double[][] before = {networks.parametersOf(0), networks.parametersOf(1)};
            List<History> histories = List.of(
                    new History(plan, members.get(0).schedules(), 6),
                    new History(plan, members.get(1).schedules(), 6));
            session.train(histories, (done, total) -> {});
            for (int k = 0; k < 2; k++) {
                Batches seen = batches(members.get(k), 6, latent, term.noisy(), 1);
                double beta = members.get(k).weight().target();
                double[] expected = new double[before[k].length];
                double loss = reference.lossAndGradient(before[k], seen.rows.get(0), seen.noise.get(0), beta, expected);
                double[] actual = networks.numbersOf(k, session.gradients());
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], actual[i], 1e-12, "gradient " + i + " of member " + k);
                }
                assertEquals(loss, histories.get(k).summary().finalLoss(), 1e-12);
                differences(reference, before[k], seen, beta, expected);
            }
        }
    }

    private static void differences(
            ReferenceNetwork reference, double[] p, Batches seen, double beta, double[] gradient) {
        double h = 1e-6;
        for (int i = 0; i < p.length; i++) {
            double[] up = p.clone();
            double[] down = p.clone();
            up[i] += h;
            down[i] -= h;
            double slope = (reference.lossAndGradient(up, seen.rows.get(0), seen.noise.get(0), beta, null)
                            - reference.lossAndGradient(down, seen.rows.get(0), seen.noise.get(0), beta, null))
                    / (2 * h);
            assertEquals(slope, gradient[i], 1e-7, "finite difference " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void steps_equal_torch_adam_written_in_java(
            LatentTerm term, Kind kind, Output output, List<Integer> hidden, int latent) {
        Matrix rows = Fixtures.rows(11, 4, 6);
        double lr = 0.01;
        TrainingPlan plan = Fixtures.plan(4, hidden, latent, term, new Reconstruction(kind, 0.7, output), 2, 4, lr);
        Trainee member = Fixtures.trainee(rows, 0.5, 3);
        ReferenceNetwork reference =
                new ReferenceNetwork(plan.shape(), plan.objective().reconstruction());
        double[] p;
        try (Networks start = new Networks(
                plan.shape(), plan.objective(), List.of(member.streams(), member.streams()), DataType.FLOAT64)) {
            p = start.parametersOf(0);
        }
        Batches seen = batches(member, 4, latent, term.noisy(), 2);
        double[] m = new double[p.length];
        double[] v = new double[p.length];
        for (int t = 1; t <= seen.rows.size(); t++) {
            double[] g = new double[p.length];
            reference.lossAndGradient(p, seen.rows.get(t - 1), seen.noise.get(t - 1), 0.5, g);
            for (int i = 0; i < p.length; i++) {
                m[i] = 0.9 * m[i] + 0.1 * g[i];
                v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                double step = m[i] / (1 - Math.pow(0.9, t));
                p[i] -= lr * step / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + ADAM_EPSILON);
            }
        }
        compare(p, trained(plan, member, DataType.FLOAT64), 1e-9);
        // Six steps of 0.01 move a weight by up to 0.06; single precision follows to a thousandth of that, except where
        // a
        // gradient is rounding noise around zero, which Adam blows up: hence the mean.
        double[] single = trained(plan, member, DataType.FLOAT32);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += Math.abs(p[i] - single[i]);
        }
        assertEquals(0, sum / p.length, 6e-5);
    }

    private static double[] trained(TrainingPlan plan, Trainee member, DataType type) {
        try (TrainedCohort cohort = new CohortTrainer(type).train(plan, List.of(member), (done, total) -> {})) {
            return cohort.parameters(0);
        }
    }

    private static void compare(double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, "parameter " + i);
        }
    }
}
