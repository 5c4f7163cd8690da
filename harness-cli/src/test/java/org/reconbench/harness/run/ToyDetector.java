package org.reconbench.harness.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.EpochWatch;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;

/** A detector for tests of the harness: scores by the squared norm plus noise, and misbehaves when asked to. */
public final class ToyDetector implements Detector {
    @Override
    public DetectorCard card() {
        return new DetectorCard(
                "toy",
                Family.AE,
                1,
                "Toy",
                "The squared norm with noise.",
                "none",
                "none",
                "",
                List.of(
                        ParamSpec.real("noise", 0.1, 0, 10, "Noise added."),
                        ParamSpec.integer("epochs", 3, 1, 1000, "Epochs."),
                        ParamSpec.integers("hidden", List.of(4L), 1, 64, "Of no meaning."),
                        ParamSpec.choice(
                                "trouble",
                                "none",
                                List.of(
                                        "none",
                                        "throw",
                                        "throw-in-company",
                                        "diverge",
                                        "nan",
                                        "memory",
                                        "slow",
                                        "slow-score",
                                        "silent"),
                                "What goes wrong on odd seeds.")),
                List.of(ScoreCard.RECON, new ScoreCard("half", "recon / 2")));
    }

    @Override
    public Object cohortKey(Params params, DataProfile profile) {
        return params.without("noise");
    }

    /** A mebibyte a unit of the hidden layer above 4. */
    @Override
    public long memberBytes(Params params, DataProfile profile) {
        int width = params.integers("hidden")[0];
        return width <= 4 ? 1000 : (long) width << 20;
    }

    @Override
    public int preferredCohort(Params params, DataProfile profile) {
        return 3;
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        List<FitOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            outcomes.add(fit(members, i, context));
        }
        return new Fitted(members, outcomes);
    }

    private static FitOutcome fit(List<Member> members, int index, FitContext context) {
        Member member = members.get(index);
        int company = members.size();
        boolean odd = member.seed() % 2 == 1;
        String trouble = odd ? member.params().text("trouble") : "none";
        int epochs = member.params().integer("epochs");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            if (trouble.equals("slow")) {
                pause();
            }
            context.monitor().epochs(epoch, epochs);
            report(members, index, epoch, context.watch());
        }
        switch (trouble) {
            case "throw" -> throw new IllegalStateException("the toy\nis broken");
            case "throw-in-company" -> {
                if (company > 1) {
                    throw new IllegalStateException("the toy wants to be alone");
                }
            }
            case "memory" -> throw new OutOfMemoryError("no room for toys");
            case "diverge" -> {
                return new FitOutcome.Diverged(2, "the loss is NaN");
            }
            default -> {}
        }
        List<List<Double>> losses = IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> List.of((double) epoch, 1.0 / epoch))
                .toList();
        Curve curve = new Curve(List.of("epoch", "loss"), losses);
        return new FitOutcome.Fitted(null, curve, null);
    }

    /** Ranks upside down in the first epoch, and as the fitted member does from the second on. */
    private static void report(List<Member> members, int index, int epoch, @Nullable EpochWatch watch) {
        if (watch != null && !members.get(index).params().text("trouble").equals("silent")) {
            double[] scores =
                    requireNonNull(scores(members.get(index), watch.rows(index)).get(watch.score()));
            for (int i = 0; epoch == 1 && i < scores.length; i++) {
                scores[i] = -scores[i];
            }
            watch.scored(index, epoch, scores);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, double[]> scores(Member member, Matrix rows) {
        double[] recon = rows.squaredRowNorms();
        RandomGenerator random = member.streams().stream("score");
        double noise = member.params().real("noise");
        String trouble = member.seed() % 2 == 1 ? member.params().text("trouble") : "none";
        if (trouble.equals("slow-score")) {
            throw new CancellationException("the toy took too long");
        }
        boolean nan = trouble.equals("nan");
        double[] half = new double[recon.length];
        for (int i = 0; i < recon.length; i++) {
            recon[i] = nan ? Double.NaN : recon[i] + noise * random.nextDouble();
            half[i] = recon[i] / 2;
        }
        return Map.of("recon", recon, "half", half);
    }

    private record Fitted(List<Member> members, List<FitOutcome> outcomes) implements FittedCohort {
        @Override
        public Map<String, double[]> score(int index, Matrix rows, Collection<String> scores) {
            return ToyDetector.scores(members.get(index), rows);
        }

        @Override
        public void close() {}
    }
}
