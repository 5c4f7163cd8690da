package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.objective.DeterministicCode;
import org.reconbench.nn.objective.GaussianCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.LatentTerm;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Reconstruction.Kind;
import org.reconbench.nn.objective.Reconstruction.Output;
import org.reconbench.nn.objective.Schedule;

/** Small cohorts to train in tests. */
final class Fixtures {
    static final LatentTerm AE = new DeterministicCode();
    static final LatentTerm VAE = new GaussianCode();
    static final Reconstruction SSE = new Reconstruction(Kind.SSE, 1, Output.SIGMOID);

    private Fixtures() {}

    static TrainingPlan plan(int features, List<Integer> hidden, int latent, LatentTerm term, int epochs, int batch) {
        return plan(features, hidden, latent, term, SSE, epochs, batch, 0.001);
    }

    static TrainingPlan plan(
            int features,
            List<Integer> hidden,
            int latent,
            LatentTerm term,
            Reconstruction reconstruction,
            int epochs,
            int batch,
            double lr) {
        NetworkShape shape = new NetworkShape(features, hidden, latent, term.heads());
        return new TrainingPlan(shape, new HandDerived(reconstruction, term), epochs, batch, lr);
    }

    /** Rows of correlated numbers in (0, 1). */
    static Matrix rows(int rows, int columns, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("rows");
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            double common = random.nextGaussian();
            for (int j = 0; j < columns; j++) {
                double x = Math.sin(1.3 * j) * common + 0.3 * random.nextGaussian();
                values[i * columns + j] = 1 / (1 + Math.exp(-x));
            }
        }
        return Matrix.wrap(rows, columns, values);
    }

    static Trainee trainee(Matrix rows, double weight, long seed) {
        return new Trainee(rows, List.of(Schedule.constant(weight)), new RandomStreams(seed));
    }

    /** Members with seeds 0, 1, ... and different weights, on the same rows. */
    static List<Trainee> trainees(Matrix rows, int count) {
        List<Trainee> members = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            members.add(trainee(rows, 0.1 * k, k));
        }
        return members;
    }

    static TrainedCohort train(TrainingPlan plan, List<Trainee> members) {
        return new CohortTrainer().train(plan, members, FitContext.Monitor.NONE);
    }

    static double[] recon(TrainedCohort cohort, int member, Matrix rows) {
        return Objects.requireNonNull(
                cohort.score(member, rows, List.of("recon")).get("recon"));
    }
}
