package org.reconbench.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.nn.engine.LiveArrays;

/** Law 5: the count of live native arrays after a trial equals the count before it. */
class LawFiveTest {
    private static final Matrix ROWS = Fixtures.rows(100, 4, 1);
    private static final TrainingPlan PLAN = Fixtures.plan(4, List.of(8), 2, Fixtures.VAE, 200, 64);

    @Test
    void fit_score_and_close_leave_nothing_behind() {
        int before = LiveArrays.count();
        try (TrainedCohort cohort = Fixtures.train(PLAN, Fixtures.trainees(ROWS, 3))) {
            int fitted = LiveArrays.count();
            assertTrue(fitted > before, "the count sees what a cohort holds");
            for (int i = 0; i < 20; i++) {
                Fixtures.recon(cohort, i % 3, ROWS);
                cohort.residuals(i % 3, ROWS);
                cohort.codes(i % 3, ROWS);
            }
            assertEquals(fitted, LiveArrays.count(), "scoring and explaining keep nothing");
        }
        assertEquals(before, LiveArrays.count());
    }

    @Test
    void nothing_grows_over_200_epochs() {
        int[] early = new int[1];
        new CohortTrainer()
                .train(PLAN, Fixtures.trainees(ROWS, 3), (done, total) -> {
                    early[0] = done == 2 ? LiveArrays.count() : early[0];
                    assertTrue(done < 2 || LiveArrays.count() == early[0], "arrays alive grew by epoch " + done);
                })
                .close();
    }

    @Test
    void a_stopped_fit_leaves_nothing_behind() {
        int before = LiveArrays.count();
        assertThrows(
                CancellationException.class,
                () -> new CohortTrainer().train(PLAN, Fixtures.trainees(ROWS, 3), (done, total) -> {
                    throw new CancellationException("stop");
                }));
        assertEquals(before, LiveArrays.count());
    }
}
