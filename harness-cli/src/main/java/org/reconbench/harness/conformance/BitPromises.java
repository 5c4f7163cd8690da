package org.reconbench.harness.conformance;

import static org.reconbench.harness.conformance.BrokenPromise.unless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.harness.conformance.Subject.Result;

/** Law 1: a member's numbers depend on its own rows, parameters and seed alone. */
final class BitPromises {
    static final List<Promise> ALL = List.of(
            Promise.of("repeats", "Fitting and scoring again gives the same bits.", BitPromises::repeats),
            Promise.of("cohort", "Alone, it has the bits that it has in a cohort.", BitPromises::cohort),
            Promise.of("threads", "Fits in two threads do not disturb each other.", BitPromises::threads),
            Promise.of(
                    "row-places",
                    "A row has the same score wherever it stands, whatever is scored with it.",
                    BitPromises::places));

    private static final double TOLERANCE = 1e-6;
    private static final int ROWS_ALONE = 5;

    private BitPromises() {}

    private static String repeats(Subject subject) {
        Matrix rows = subject.easy().test();
        Result first = subject.fit(subject.member(0), rows);
        same(first, subject.fit(subject.member(0), rows), "in a first fit", "in a second");
        try (FittedCohort cohort = subject.openFitted(subject.member(0))) {
            Result once = new Result(cohort.outcomes().get(0), cohort.score(0, rows, subject.scoreIds()));
            Result again = new Result(cohort.outcomes().get(0), cohort.score(0, rows, subject.scoreIds()));
            same(once, again, "when scored once", "when scored again");
            for (String id : subject.scoreIds()) {
                Result lone = new Result(cohort.outcomes().get(0), cohort.score(0, rows, List.of(id)));
                same(new Result(once.outcome(), Map.of(id, values(once, id))), lone, "among all scores", "on its own");
            }
        }
        return "equal bits";
    }

    private static String cohort(Subject subject) {
        Matrix rows = subject.easy().test();
        Matrix other = Subject.easy(rows.columns(), 1).train();
        List<Member> members = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            members.add(subject.member(seed));
        }
        members.add(new Member(other, subject.small(), 0));
        List<Result> together = subject.fit(members, rows);
        for (int i = 0; i < members.size(); i++) {
            Result alone = subject.fit(members.get(i), rows);
            same(alone, together.get(i), "alone", "in a cohort of " + members.size());
        }
        return "equal bits alone and in " + members.size();
    }

    private static String threads(Subject subject) {
        Matrix rows = subject.easy().test();
        List<CompletableFuture<Result>> beside = IntStream.range(0, 2)
                .mapToObj(seed -> CompletableFuture.supplyAsync(() -> subject.fit(subject.member(seed), rows)))
                .toList();
        for (int seed = 0; seed < 2; seed++) {
            Result result;
            try {
                result = beside.get(seed).join();
            } catch (CompletionException e) {
                throw new BrokenPromise("beside another fit: threw " + e.getCause());
            }
            same(subject.fit(subject.member(seed), rows), result, "on its own", "beside another fit");
        }
        return "equal bits side by side";
    }

    private static String places(Subject subject) {
        Matrix rows = subject.easy().test();
        int n = rows.rows();
        boolean bits = true;
        try (FittedCohort cohort = subject.openFitted(subject.member(0))) {
            Map<String, double[]> all = cohort.score(0, rows, subject.scoreIds());
            List<int[]> choices = new ArrayList<>();
            choices.add(IntStream.range(0, n).map(i -> n - 1 - i).toArray());
            choices.add(IntStream.range(0, n / 3).map(i -> 3 * i).toArray());
            IntStream.range(0, ROWS_ALONE).forEach(i -> choices.add(new int[] {i * n / ROWS_ALONE}));
            for (int[] chosen : choices) {
                Map<String, double[]> some = cohort.score(0, rows.selectRows(chosen), subject.scoreIds());
                for (String id : subject.scoreIds()) {
                    bits &= near(id, chosen, all.getOrDefault(id, new double[0]), some.getOrDefault(id, new double[0]));
                }
            }
        }
        return bits ? "equal bits" : "equal to " + TOLERANCE;
    }

    /** Whether the bits are equal; they may differ a little. */
    private static boolean near(String id, int[] chosen, double[] all, double[] some) {
        boolean bits = true;
        for (int i = 0; i < chosen.length; i++) {
            double here = all[chosen[i]];
            double there = some[i];
            double scale = Math.max(1, Math.max(Math.abs(here), Math.abs(there)));
            unless(
                    Math.abs(here - there) <= TOLERANCE * scale,
                    "score '" + id + "' of row " + chosen[i] + " is " + here + " among all " + all.length + " rows, "
                            + there + " as row " + i + " of " + chosen.length);
            bits &= Double.doubleToLongBits(here) == Double.doubleToLongBits(there);
        }
        return bits;
    }

    /** Breaks off unless outcomes and scores are equal to the bit. */
    static void same(Result one, Result other, String where, String elsewhere) {
        for (String id : one.scores().keySet()) {
            double[] here = values(one, id);
            double[] there = values(other, id);
            Optional<Integer> at = Arrays.equals(here, there)
                    ? Optional.empty()
                    : Optional.of(Math.max(0, Arrays.mismatch(here, there)));
            at.ifPresent(row -> {
                throw new BrokenPromise("score '" + id + "' of row " + row + " is " + at(here, row) + " " + where + ", "
                        + at(there, row) + " " + elsewhere);
            });
        }
        unless(one.outcome().equals(other.outcome()), "its training is told otherwise " + where + " than " + elsewhere);
    }

    private static double[] values(Result result, String id) {
        return result.scores().getOrDefault(id, new double[0]);
    }

    private static String at(double[] values, int row) {
        return row < values.length ? Double.toString(values[row]) : "missing";
    }
}
