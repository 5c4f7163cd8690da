package org.reconbench.harness.conformance;

import static org.reconbench.harness.conformance.BrokenPromise.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.FittedCohort;

/** What is told beside scores by a detector that tells more: residuals and codes. */
final class ExplanationPromises {
    static final List<Promise> ALL = List.of(new Promise(
            "explains",
            "Residuals and codes are finite and a row's own; squared residuals add up to the score recon.",
            ExplanationPromises::nothingToTell,
            ExplanationPromises::explains));

    private static final String RECON = "recon";
    private static final double TOLERANCE = 1e-6;

    private ExplanationPromises() {}

    private static Optional<String> nothingToTell(Subject subject) {
        Matrix rows = subject.easy().test();
        try (FittedCohort cohort = subject.openFitted(subject.member(0))) {
            boolean tells = cohort.residuals(0, rows).isPresent()
                    || cohort.codes(0, rows).isPresent();
            return tells ? Optional.empty() : Optional.of("gives neither residuals nor codes");
        }
    }

    private static String explains(Subject subject) {
        Matrix rows = subject.easy().test();
        Matrix wide = Subject.easy(rows.columns() + 1, 0).test();
        List<String> seen = new ArrayList<>();
        try (FittedCohort alone = subject.openFitted(subject.member(0));
                FittedCohort together = subject.openFitted(subject.member(1), subject.member(0))) {
            long before = subject.nativeArrays();
            alone.residuals(0, rows).ifPresent(residuals -> {
                own("residuals", residuals, rows.columns(), some -> alone.residuals(0, some), rows);
                same("residuals", residuals, together.residuals(1, rows));
                ScorePromises.refused("residuals of rows with a column too many", () -> alone.residuals(0, wide));
                seen.add("residuals" + addedUp(subject, alone, rows, residuals));
            });
            alone.codes(0, rows).ifPresent(codes -> {
                own("codes", codes, codes.columns(), some -> alone.codes(0, some), rows);
                same("codes", codes, together.codes(1, rows));
                ScorePromises.refused("codes of rows with a column too many", () -> alone.codes(0, wide));
                seen.add("codes of " + codes.columns() + (codes.columns() == 1 ? " unit" : " units"));
            });
            long kept = subject.nativeArrays() - before;
            unless(kept == 0, kept + " native arrays more after residuals and codes than before");
        }
        return String.join(", ", seen);
    }

    private static String addedUp(Subject subject, FittedCohort cohort, Matrix rows, Matrix residuals) {
        if (!subject.scoreIds().contains(RECON)) {
            return "";
        }
        double[] scores = cohort.score(0, rows, List.of(RECON)).getOrDefault(RECON, new double[rows.rows()]);
        double[] squares = residuals.squaredRowNorms();
        for (int i = 0; i < scores.length; i++) {
            unless(
                    near(scores[i], squares[i]),
                    "the squared residuals of row " + i + " add up to " + squares[i] + ", its score recon is "
                            + scores[i]);
        }
        return ", squares equal to recon";
    }

    /** What is asked of rows. */
    private interface Request {
        Optional<Matrix> of(Matrix rows);
    }

    private static void own(String what, Matrix all, int columns, Request request, Matrix rows) {
        shaped(what, all, rows.rows(), columns);
        for (int i = 0; i < all.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                unless(Double.isFinite(all.get(i, j)), what + " of row " + i + " hold " + all.get(i, j));
            }
        }
        int[] chosen = IntStream.range(0, rows.rows() / 3)
                .map(i -> rows.rows() - 1 - 3 * i)
                .toArray();
        Matrix some = request.of(rows.selectRows(chosen)).orElse(Matrix.wrap(0, columns, new double[0]));
        shaped(what, some, chosen.length, columns);
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j < columns; j++) {
                unless(
                        near(all.get(chosen[i], j), some.get(i, j)),
                        what + " of row " + chosen[i] + " hold " + all.get(chosen[i], j) + " among all rows, "
                                + some.get(i, j) + " among " + chosen.length);
            }
        }
        Matrix none = Matrix.wrap(0, rows.columns(), new double[0]);
        shaped(what, request.of(none).orElse(all), 0, columns);
    }

    private static void shaped(String what, Matrix matrix, int rows, int columns) {
        unless(
                matrix.rows() == rows && matrix.columns() == columns,
                what + " of " + rows + " rows are a " + matrix + ", not " + rows + " x " + columns);
    }

    private static void same(String what, Matrix alone, Optional<Matrix> together) {
        unless(together.isPresent() && alone.equals(together.get()), what + " differ alone and in a cohort of 2");
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }
}
