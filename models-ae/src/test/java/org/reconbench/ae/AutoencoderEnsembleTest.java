package org.reconbench.ae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.EpochWatch;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.net.LayerShape;

class AutoencoderEnsembleTest {
    private static final Detector ENSEMBLE = new AutoencoderEnsemble();
    private static final Matrix TRAIN = Fixtures.rows(300, false, 1);
    private static final Matrix FRESH = Fixtures.rows(100, false, 2);

    private static Map<String, ?> of(int networks, int epochs) {
        return Map.of("networks", networks, "epochs", epochs);
    }

    @Test
    void one_sub_network_with_all_connections_is_the_plain_autoencoder_to_the_bit() {
        Map<String, ?> dense = Map.of("networks", 1, "connections", "all", "epochs", 5);
        try (FittedCohort one = Fixtures.fit(ENSEMBLE, TRAIN, 3, dense);
                FittedCohort plain = Fixtures.fit(new Autoencoder(), TRAIN, 3, Map.of("epochs", 5))) {
            assertArrayEquals(Fixtures.recon(plain, FRESH), Fixtures.recon(one, FRESH), 0);
            assertEquals(plain.outcomes(), one.outcomes());
        }
    }

    @Test
    void a_score_is_the_median_of_its_sub_networks() {
        Params single = Fixtures.params(ENSEMBLE, of(1, 5));
        List<double[]> lanes = new ArrayList<>();
        Member member = new Member(TRAIN, single, 4);
        for (int lane = 0; lane < 4; lane++) {
            // The first sub-network is drawn from the member's own seed, so any of them is the first one of some seed.
            long seed = lane == 0
                    ? 4
                    : member.streams().stream("sub-network/" + lane).nextLong();
            try (FittedCohort cohort = Fixtures.fit(ENSEMBLE, List.of(new Member(TRAIN, single, seed)))) {
                lanes.add(Fixtures.recon(cohort, FRESH));
            }
        }
        try (FittedCohort four = Fixtures.fit(ENSEMBLE, TRAIN, 4, of(4, 5));
                FittedCohort three = Fixtures.fit(ENSEMBLE, TRAIN, 4, of(3, 5))) {
            double[] even = Fixtures.recon(four, FRESH);
            double[] odd = Fixtures.recon(three, FRESH);
            for (int i = 0; i < FRESH.rows(); i++) {
                int row = i;
                double[] all =
                        lanes.stream().mapToDouble(lane -> lane[row]).sorted().toArray();
                double[] first = lanes.subList(0, 3).stream()
                        .mapToDouble(lane -> lane[row])
                        .sorted()
                        .toArray();
                assertEquals((all[1] + all[2]) / 2, even[i], 1e-15 * all[2]);
                assertEquals(first[1], odd[i]);
            }
        }
    }

    /** The variance of each row's log error over seeds, mean over rows. */
    private static double spread(int networks) {
        List<Member> members = new ArrayList<>();
        for (int seed = 0; seed < 6; seed++) {
            members.add(new Member(TRAIN, Fixtures.params(ENSEMBLE, of(networks, 30)), seed));
        }
        double spread = 0;
        try (FittedCohort cohort = Fixtures.fit(ENSEMBLE, members)) {
            List<double[]> scores = new ArrayList<>();
            for (int m = 0; m < 6; m++) {
                scores.add(Fixtures.scores(cohort, m, FRESH, "recon"));
            }
            for (int i = 0; i < FRESH.rows(); i++) {
                int row = i;
                double[] logs = scores.stream()
                        .mapToDouble(score -> Math.log(score[row]))
                        .toArray();
                double mean = Fixtures.mean(logs);
                for (double log : logs) {
                    spread += (log - mean) * (log - mean) / 5 / FRESH.rows();
                }
            }
        }
        return spread;
    }

    @Test
    void scores_vary_less_over_seeds_than_those_of_a_single_sparse_network() {
        double single = spread(1);
        double many = spread(9);
        assertTrue(many < 0.5 * single, many + " against " + single);
    }

    @Test
    void watched_scores_are_medians_too_epoch_by_epoch() {
        List<Member> members = List.of(
                new Member(TRAIN, Fixtures.params(ENSEMBLE, of(3, 4)), 0),
                new Member(TRAIN, Fixtures.params(ENSEMBLE, of(3, 4)), 1));
        Map<String, double[]> seen = new TreeMap<>();
        EpochWatch watch = new EpochWatch() {
            @Override
            public String score() {
                return "recon";
            }

            @Override
            public Matrix rows(int member) {
                return member == 0 ? FRESH : TRAIN;
            }

            @Override
            public void scored(int member, int epoch, double[] scores) {
                seen.put(member + " in epoch " + epoch, scores.clone());
            }
        };
        FitContext context = new FitContext(Fixtures.MIN_MAX, 1, FitContext.Monitor.NONE, watch);
        try (FittedCohort cohort = ENSEMBLE.fit(members, context);
                FittedCohort unwatched = Fixtures.fit(ENSEMBLE, members)) {
            assertEquals(8, seen.size());
            assertArrayEquals(Fixtures.scores(cohort, 0, FRESH, "recon"), seen.get("0 in epoch 4"), 0);
            assertArrayEquals(Fixtures.scores(unwatched, 1, TRAIN, "recon"), seen.get("1 in epoch 4"), 0);
            assertEquals(cohort.outcomes(), unwatched.outcomes());
        }
    }

    @Test
    void about_two_thirds_of_the_connections_exist() {
        boolean[] kept = AutoencoderEnsemble.sampled(new RandomStreams(1).stream("x"), new LayerShape("a", 100, 80));
        int count = 0;
        for (boolean each : kept) {
            count += each ? 1 : 0;
        }
        // Binomial-like with a standard deviation below 0.004 of the 8000.
        assertEquals(1 - 1 / Math.E, count / 8000.0, 0.02);
    }

    @Test
    void a_member_diverges_when_a_sub_network_does_and_is_not_scored() {
        Map<String, ?> absurd = Map.of("networks", 3, "epochs", 30, "lr", 1e6, "output", "identity");
        try (FittedCohort cohort = Fixtures.fit(ENSEMBLE, TRAIN, 0, absurd)) {
            FitOutcome.Diverged outcome = assertInstanceOf(
                    FitOutcome.Diverged.class, cohort.outcomes().get(0));
            assertTrue(outcome.message().startsWith("sub-network "), outcome.message());
            assertTrue(outcome.epoch() >= 1 && outcome.epoch() <= 30, outcome.toString());
            assertThrows(IllegalArgumentException.class, () -> cohort.score(0, FRESH, List.of("recon")));
        }
    }

    @Test
    void costs_grow_with_the_sub_networks_and_cohorts_shrink() {
        Params few = Fixtures.params(ENSEMBLE, of(2, 5));
        Params many = Fixtures.params(ENSEMBLE, of(200, 5));
        assertEquals(100 * ENSEMBLE.memberBytes(few, Fixtures.MIN_MAX), ENSEMBLE.memberBytes(many, Fixtures.MIN_MAX));
        assertEquals(
                ENSEMBLE.cohortSeconds(few, Fixtures.MIN_MAX, 100), ENSEMBLE.cohortSeconds(many, Fixtures.MIN_MAX, 1));
        assertTrue(ENSEMBLE.preferredCohort(few, Fixtures.MIN_MAX) > 1);
        assertEquals(1, ENSEMBLE.preferredCohort(many, Fixtures.MIN_MAX));
    }

    @Test
    void curve_and_summary_are_those_of_all_sub_networks() {
        try (FittedCohort two = Fixtures.fit(ENSEMBLE, TRAIN, 4, of(2, 5));
                FittedCohort one = Fixtures.fit(ENSEMBLE, TRAIN, 4, of(1, 5))) {
            assertEquals(
                    2 * Fixtures.training(one, 0).parameters(),
                    Fixtures.training(two, 0).parameters());
            assertEquals(
                    2 * Fixtures.training(one, 0).steps(),
                    Fixtures.training(two, 0).steps());
            assertArrayEquals(
                    new double[] {1, 2, 3, 4, 5}, Fixtures.curve(two, 0).column("epoch"));
            assertEquals(
                    Fixtures.training(two, 0).finalLoss(),
                    Fixtures.curve(two, 0).column("loss")[4],
                    1e-12);
        }
    }
}
