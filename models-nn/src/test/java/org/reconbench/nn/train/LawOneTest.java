package org.reconbench.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.objective.LatentTerm;

/** Law 1: a member's numbers depend on that member alone, to the bit. */
class LawOneTest {
    /** Outcome, weights and scores of a member, compared by their bits. */
    private record Numbers(Object outcome, List<Double> parameters, List<Double> scores) {
        static Numbers of(TrainedCohort cohort, int member, Matrix rows) {
            double[] scores = Fixtures.recon(cohort, member, rows);
            return new Numbers(cohort.outcomes().get(member), boxed(cohort.parameters(member)), boxed(scores));
        }

        private static List<Double> boxed(double[] values) {
            return Arrays.stream(values).boxed().toList();
        }
    }

    private static LatentTerm term(String name) {
        return name.equals("ae") ? Fixtures.AE : Fixtures.VAE;
    }

    @ParameterizedTest
    @CsvSource({
        "ae, 20, 10, 128, 300", "vae, 20, 10, 128, 300", "ae, 7, 3, 33, 100", "vae, 7, 3, 33, 100", "vae, 1, 1, 1, 5",
        "ae, 1, 1, 3, 10", "vae, 33, 5, 77, 154", "vae, 3, 17, 127, 250", "ae, 6, 2, 100, 7", "vae, 11, 3, 250, 251"
    })
    void a_member_is_the_same_alone_in_3_and_in_17_wherever_it_stands(
            String family, int features, int latent, int batch, int n) {
        Matrix rows = Fixtures.rows(n, features, 1);
        TrainingPlan plan = Fixtures.plan(features, List.of(64, 32), latent, term(family), 3, batch);
        List<Trainee> all = Fixtures.trainees(rows, 17);
        List<Numbers> alone = new ArrayList<>();
        for (Trainee member : all.subList(0, 3)) {
            try (TrainedCohort cohort = Fixtures.train(plan, List.of(member))) {
                alone.add(Numbers.of(cohort, 0, rows));
            }
        }
        List<Trainee> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        for (List<Trainee> cohortOf : List.of(all.subList(0, 3), all, reversed)) {
            try (TrainedCohort cohort = Fixtures.train(plan, cohortOf)) {
                for (int m = 0; m < 3; m++) {
                    Numbers numbers = Numbers.of(cohort, cohortOf.indexOf(all.get(m)), rows);
                    assertEquals(alone.get(m), numbers, "member " + m + " of " + cohortOf.size());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"33", "127"})
    void the_last_member_is_the_same_for_every_cohort_size(int batch) {
        Matrix rows = Fixtures.rows(batch + 3, 5, 2);
        TrainingPlan plan = Fixtures.plan(5, List.of(9, 6), 3, Fixtures.VAE, 2, batch);
        List<Trainee> all = Fixtures.trainees(rows, 33);
        Trainee watched = Fixtures.trainee(rows, 0.7, 99);
        Numbers expected = null;
        for (int k = 2; k <= 33; k++) {
            List<Trainee> members = new ArrayList<>(all.subList(0, k - 1));
            members.add(watched);
            try (TrainedCohort cohort = Fixtures.train(plan, members)) {
                Numbers numbers = Numbers.of(cohort, k - 1, rows);
                expected = expected == null ? numbers : expected;
                assertEquals(expected, numbers, "cohort of " + k);
            }
        }
    }

    @Test
    void members_with_rows_of_their_own_are_the_same_alone() {
        Matrix first = Fixtures.rows(50, 4, 1);
        Matrix second = Fixtures.rows(50, 4, 2);
        TrainingPlan plan = Fixtures.plan(4, List.of(8), 2, Fixtures.VAE, 3, 16);
        List<Trainee> members =
                List.of(Fixtures.trainee(first, 1, 0), Fixtures.trainee(second, 1, 1), Fixtures.trainee(first, 1, 2));
        try (TrainedCohort together = Fixtures.train(plan, members)) {
            for (int m = 0; m < 3; m++) {
                try (TrainedCohort alone = Fixtures.train(plan, List.of(members.get(m)))) {
                    assertEquals(Numbers.of(alone, 0, second), Numbers.of(together, m, second));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 10", "7, 3", "1, 1", "33, 5"})
    void a_row_scores_the_same_wherever_it_stands(int features, int latent) {
        Matrix rows = Fixtures.rows(601, features, 1);
        TrainingPlan plan = Fixtures.plan(features, List.of(64, 32), latent, Fixtures.VAE, 1, 128);
        int[] order = new int[601];
        RandomGenerator random = new RandomStreams(1).stream("order");
        for (int i = 0; i < order.length; i++) {
            order[i] = random.nextInt(601);
        }
        try (TrainedCohort cohort = Fixtures.train(plan, List.of(Fixtures.trainee(rows, 1, 0)))) {
            double[] straight = Fixtures.recon(cohort, 0, rows);
            double[] mixed = Fixtures.recon(cohort, 0, rows.selectRows(order));
            double[] expected = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                expected[i] = straight[order[i]];
            }
            assertArrayEquals(expected, mixed, 0);
        }
    }

    @Test
    void cohorts_trained_side_by_side_in_threads_are_the_same() throws InterruptedException {
        Matrix rows = Fixtures.rows(300, 6, 1);
        TrainingPlan plan = Fixtures.plan(6, List.of(16), 3, Fixtures.VAE, 5, 32);
        List<Numbers> results = Collections.synchronizedList(new ArrayList<>());
        Runnable task = () -> {
            try (TrainedCohort cohort = Fixtures.train(plan, Fixtures.trainees(rows, 4))) {
                results.add(Numbers.of(cohort, 3, rows));
            }
        };
        List<Thread> threads = List.of(new Thread(task), new Thread(task), new Thread(task));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(3, results.size());
        assertEquals(results.get(0), results.get(1));
        assertEquals(results.get(0), results.get(2));
    }
}
