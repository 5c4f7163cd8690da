package org.reconbench.harness.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.harness.registry.Detectors;

/** The suite over every detector there is, and over broken ones: each check can fail. */
class ConformanceTest {

    static Stream<String> detectors() {
        return Detectors.load().ids().stream();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void every_detector_keeps_what_detectors_promise(String id) {
        Detector detector = Detectors.load().require(id);
        List<Finding> findings = Conformance.check(detector, finding -> {});
        assertEquals(
                List.of(), findings.stream().filter(Finding::failed).toList(), "./reconbench check-detector " + id);
        assertEquals(
                List.copyOf(Conformance.promises().keySet()),
                findings.stream().map(Finding::check).toList());
    }

    private static List<Finding> check(Puppet puppet, AtomicLong nativeArrays) {
        return Conformance.check(puppet, nativeArrays::get, finding -> {});
    }

    /** The finding of one check of a puppet that is broken so; it must have failed. */
    private static Finding failure(String check, Consumer<Puppet> breaking) {
        Puppet puppet = new Puppet();
        breaking.accept(puppet);
        Finding finding = check(puppet, new AtomicLong()).stream()
                .filter(one -> one.check().equals(check))
                .findFirst()
                .orElseThrow();
        assertTrue(finding.failed(), finding.toString());
        assertEquals(1, finding.detail().lines().count());
        return finding;
    }

    private static void assertFails(String check, String detail, Consumer<Puppet> breaking) {
        String seen = failure(check, breaking).detail();
        assertTrue(seen.contains(detail), seen);
    }

    @Test
    void the_puppet_is_sound_until_it_is_broken() {
        assertEquals(
                List.of(),
                check(new Puppet(), new AtomicLong()).stream()
                        .filter(finding -> finding.verdict() != Finding.Verdict.OK)
                        .toList());
    }

    @Test
    void controls_need_not_beat_chance_and_the_untrained_have_no_rate() {
        List<Finding> constant = Conformance.check(Detectors.load().require("constant"), finding -> {});
        assertEquals(
                List.of("beats-random", "explains", "absurd-lr"),
                constant.stream()
                        .filter(finding -> finding.verdict() == Finding.Verdict.EXEMPT)
                        .map(Finding::check)
                        .toList());
    }

    private static DetectorCard card(DetectorCard from, String summary, String paper, List<ParamSpec> params) {
        return new DetectorCard(
                from.id(),
                from.family(),
                from.version(),
                from.title(),
                summary,
                from.objective(),
                paper,
                "",
                params,
                from.scores());
    }

    @Test
    void an_incomplete_card_fails() {
        assertFails("card", "paper is empty", puppet -> puppet.card = card(puppet.card, "One.", " ", List.of()));
        assertFails("card", "summary has several", puppet -> puppet.card = card(puppet.card, "a\nb", "x", List.of()));
        List<ParamSpec> silent = List.of(ParamSpec.flag("deep", true, ""));
        assertFails("card", "meaning of parameter 'deep'", puppet -> puppet.card = card(puppet.card, "a", "x", silent));
        List<ParamSpec> outside = List.of(ParamSpec.real("deep", 3, 0, 1, "depth"));
        assertFails("card", "its default is not allowed", puppet -> puppet.card = card(puppet.card, "a", "x", outside));
        List<ParamSpec> twins = List.of(ParamSpec.flag("a", true, "A."), ParamSpec.flag("a", true, "A."));
        assertFails("card", "'a' stands there twice", puppet -> puppet.card = card(puppet.card, "a", "x", twins));
        assertFails(
                "card",
                "say what it minimises",
                puppet -> puppet.card = new DetectorCard(
                        "puppet", Family.AE, 1, "P", "P.", "none", "none", "", List.of(), puppet.card.scores()));
        assertFails(
                "card",
                "formula of score 'distance' is empty",
                puppet -> puppet.card = new DetectorCard(
                        "puppet",
                        Family.REFERENCE,
                        1,
                        "P",
                        "P.",
                        "none",
                        "none",
                        "",
                        List.of(),
                        List.of(new ScoreCard("distance", ""))));
    }

    @Test
    void unclear_refusals_and_senseless_estimates_fail() {
        assertFails(
                "parameters",
                "pull = right: check threw java.lang.NullPointerException",
                puppet -> puppet.check = params -> {
                    if (params.text("pull").equals("right")) {
                        throw new NullPointerException("no rope");
                    }
                });
        assertFails(
                "parameters",
                "does not name the parameter: no",
                puppet -> puppet.check = params -> {
                    if (params.real("lr") > 1) {
                        throw new IllegalArgumentException("no");
                    }
                });
        assertFails("parameters", "a member takes -1 bytes", puppet -> puppet.bytes = -1);
    }

    @Test
    void scores_that_are_not_numbers_fail() {
        assertFails(
                "finite-scores",
                "score 'distance' of row 2 is NaN",
                puppet -> puppet.spoil = scores -> {
                    if (scores.length > 2) {
                        scores[2] = Double.NaN;
                    }
                    return scores;
                });
        assertFails(
                "finite-scores",
                "149 values of score 'distance' for 150 rows",
                puppet -> puppet.spoil = scores -> Arrays.copyOf(scores, Math.max(0, scores.length - 1)));
        assertFails(
                "finite-scores",
                "diverged",
                puppet -> puppet.outcome = (members, index) -> new FitOutcome.Diverged(1, "diverged at once"));
    }

    @Test
    void scores_the_wrong_way_round_fail() {
        assertFails(
                "beats-random",
                "AUC 0.",
                puppet -> puppet.spoil =
                        scores -> Arrays.stream(scores).map(score -> -score).toArray());
    }

    @Test
    void wrong_requests_that_are_served_fail() {
        assertFails("wrong-requests", "not refused", puppet -> puppet.lenient = true);
    }

    private static Matrix with(Matrix rows, int place, double value) {
        double[] values = rows.toArray();
        if (place < values.length) {
            values[place] = value;
        }
        return Matrix.wrap(rows.rows(), rows.columns(), values);
    }

    @Test
    void explanations_that_are_wrong_fail() {
        assertFails(
                "explains",
                "residuals of row 1 hold NaN",
                puppet -> puppet.spoilResiduals = residuals -> with(residuals, 7, Double.NaN));
        assertFails(
                "explains",
                "residuals of 150 rows are a Matrix[0 x 6], not 150 x 6",
                puppet -> puppet.spoilResiduals = residuals -> Matrix.wrap(0, 6, new double[0]));
        assertFails(
                "explains",
                "codes of row 149 hold ",
                puppet -> puppet.spoilCodes = codes -> with(codes, 0, codes.rows()));
        AtomicInteger calls = new AtomicInteger();
        assertFails(
                "explains",
                "residuals differ alone and in a cohort of 2",
                puppet -> puppet.spoilResiduals = residuals -> residuals.rows() == 0
                        ? residuals
                        : with(residuals, 0, residuals.get(0, 0) + 1e-9 * calls.incrementAndGet()));
        assertFails("explains", "the squared residuals of row 0 add up to ", puppet -> {
            puppet.card = scored(puppet.card, new ScoreCard("recon", "|x - x_1|^2"));
            puppet.spoilResiduals = residuals -> Matrix.wrap(
                    residuals.rows(),
                    residuals.columns(),
                    Arrays.stream(residuals.toArray()).map(left -> 2 * left).toArray());
        });
    }

    @Test
    void residuals_whose_squares_are_the_score_recon_are_sound() {
        Puppet puppet = new Puppet();
        puppet.card = scored(puppet.card, new ScoreCard("recon", "|x - x_1|^2"));
        assertTrue(check(puppet, new AtomicLong()).stream()
                .anyMatch(finding -> finding.check().equals("explains")
                        && finding.verdict() == Finding.Verdict.OK
                        && finding.detail().contains("squares equal to recon")));
    }

    private static DetectorCard scored(DetectorCard from, ScoreCard score) {
        return new DetectorCard(
                from.id(),
                from.family(),
                from.version(),
                from.title(),
                from.summary(),
                from.objective(),
                from.paper(),
                "",
                from.params(),
                List.of(score));
    }

    @Test
    void randomness_without_a_seed_fails() {
        Random random = new Random(1);
        assertFails(
                "repeats",
                "in a first fit",
                puppet -> puppet.spoil = scores -> Arrays.stream(scores)
                        .map(score -> score + 1e-9 * random.nextDouble())
                        .toArray());
    }

    @Test
    void a_detector_that_counts_its_calls_fails() {
        AtomicInteger calls = new AtomicInteger();
        assertFails(
                "repeats",
                "score 'distance' of row 0",
                puppet -> puppet.spoil = scores -> Arrays.stream(scores)
                        .map(score -> score + calls.incrementAndGet())
                        .toArray());
    }

    @Test
    void state_that_leaks_between_members_fails() {
        assertFails(
                "cohort",
                "in a cohort of 4",
                puppet -> puppet.inScene = (scene, scores) -> Arrays.stream(scores)
                        .map(score -> score + Math.ulp(score) * scene.members().size())
                        .toArray());
        assertFails("cohort", "3 outcomes for a cohort of 4", puppet -> puppet.forgetful = true);
    }

    @Test
    void state_shared_by_threads_fails() {
        Thread main = Thread.currentThread();
        assertFails(
                "threads",
                "beside another fit",
                puppet -> puppet.spoil = scores -> Arrays.stream(scores)
                        .map(score -> Thread.currentThread() == main ? score : score + 1)
                        .toArray());
        assertFails(
                "threads",
                "threw java.lang.IllegalStateException: one",
                puppet -> puppet.onFit = members -> {
                    if (Thread.currentThread() != main) {
                        throw new IllegalStateException("one at a time");
                    }
                });
    }

    @Test
    void scores_that_depend_on_the_row_s_place_fail() {
        assertFails(
                "row-places",
                "among all 150 rows",
                puppet -> puppet.spoil = scores -> {
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] += 1e-5 * i;
                    }
                    return scores;
                });
        assertFails(
                "row-places",
                "as row 0 of",
                puppet -> puppet.spoil = scores -> {
                    double greatest = Arrays.stream(scores).max().orElse(1);
                    return Arrays.stream(scores).map(score -> score / greatest).toArray();
                });
    }

    private static boolean wild(Member member) {
        return member.params().real("lr") > 1;
    }

    @Test
    void an_absurd_learning_rate_must_end_cleanly() {
        assertFails(
                "absurd-lr",
                "threw java.lang.ArithmeticException",
                puppet -> puppet.onFit = members -> {
                    if (members.stream().anyMatch(ConformanceTest::wild)) {
                        throw new ArithmeticException("overflow");
                    }
                });
        assertFails(
                "absurd-lr",
                "is Infinity at lr = 1000",
                puppet -> puppet.inScene = (scene, scores) -> Arrays.stream(scores)
                        .map(score -> wild(scene.member()) ? Double.POSITIVE_INFINITY : score)
                        .toArray());
        assertFails(
                "absurd-lr",
                "diverged without a word",
                puppet -> puppet.outcome = (members, index) ->
                        wild(members.get(index)) ? new FitOutcome.Diverged(1, " ") : FitOutcome.Fitted.plain());
        assertFails("absurd-lr", "scores rows all the same", puppet -> {
            puppet.lenient = true;
            puppet.outcome = (members, index) -> wild(members.get(index))
                    ? new FitOutcome.Diverged(1, "the loss is NaN")
                    : FitOutcome.Fitted.plain();
        });
    }

    @Test
    void a_neighbour_that_is_drawn_along_fails() {
        assertFails(
                "absurd-neighbour",
                "beside a member with rows of 1e30",
                puppet -> puppet.inScene = (scene, scores) -> {
                    double greatest = scene.members().stream()
                            .flatMapToDouble(
                                    member -> Arrays.stream(member.train().row(0)))
                            .map(Math::abs)
                            .max()
                            .orElse(0);
                    return greatest > 1e20 ? new double[scores.length] : scores;
                });
    }

    @Test
    void a_fit_that_does_not_listen_fails() {
        assertFails("stops", "went on", puppet -> puppet.deaf = true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "score", "stop"})
    void native_memory_that_stays_fails(String leak) {
        AtomicLong alive = new AtomicLong();
        Puppet puppet = new Puppet();
        puppet.onFit = members -> alive.addAndGet(2);
        puppet.onClose = () -> alive.addAndGet(leak.equals("close") ? -1 : -2);
        puppet.spoil = scores -> {
            alive.addAndGet(leak.equals("score") ? 1 : 0);
            return scores;
        };
        List<String> failed = new ArrayList<>();
        check(puppet, alive).stream().filter(Finding::failed).forEach(finding -> failed.add(finding.check()));
        // The puppet's fit takes its memory before it is stopped, and never gives it back then.
        assertTrue(failed.contains(leak.equals("stop") ? "stops" : "native-memory"), failed.toString());
    }

    @Test
    void tables_of_unusual_shape_that_are_refused_or_break_it_fail() {
        assertFails(
                "one-column",
                "threw java.lang.ArrayIndexOutOfBounds",
                puppet -> puppet.onFit = members -> members.get(0).train().row(0)[1]++);
        assertFails(
                "few-rows",
                "refused with 2 train rows: too few",
                puppet -> puppet.onFit = members -> {
                    if (members.get(0).train().rows() < 3) {
                        throw new IllegalArgumentException("too few");
                    }
                });
        assertFails(
                "constant-columns",
                "is NaN with 6 of 6 columns constant",
                puppet -> puppet.inScene = (scene, scores) -> {
                    double spread = Arrays.stream(scene.member().train().toArray())
                            .max()
                            .orElse(1);
                    return Arrays.stream(scores)
                            .map(score -> score * spread / spread)
                            .toArray();
                });
    }
}
