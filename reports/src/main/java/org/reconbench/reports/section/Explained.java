package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.reconbench.core.InputException;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.study.Study;

/**
 * One part of the stored explanations of some configurations, each of the first seed that has it.
 *
 * @param found in the order of the rows asked; rows without the part are left out
 * @param unreadable what is said of files that cannot be read, a sentence each
 */
record Explained<T>(List<One<T>> found, List<String> unreadable) {

    /** A configuration with the trial that is explained, and the part. */
    record One<T>(Row row, TrialRecord trial, T part) {}

    /**
     * Looks the part up.
     *
     * @param most stops when so many rows have it
     */
    static <T> Explained<T> of(Study study, List<Row> rows, Function<TrialExplanation, Optional<T>> part, int most) {
        List<One<T>> found = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Row row : rows) {
            if (found.size() < most) {
                first(study, row, part, unreadable).ifPresent(found::add);
            }
        }
        return new Explained<>(found, unreadable);
    }

    private static <T> Optional<One<T>> first(
            Study study, Row row, Function<TrialExplanation, Optional<T>> part, List<String> unreadable) {
        for (TrialRecord trial : row.trials()) {
            try {
                Optional<T> found = study.explanation(trial).flatMap(part);
                if (found.isPresent()) {
                    return Optional.of(new One<>(row, trial, found.get()));
                }
            } catch (InputException e) {
                unreadable.add("The explanation of " + row.label() + ", seed " + trial.seed() + " (trial "
                        + trial.trialId() + ") cannot be read and is left out: " + reason(e) + ".");
            }
        }
        return Optional.empty();
    }

    /** The message without the file's place, which is no part of the run. */
    private static String reason(InputException e) {
        String message = String.valueOf(e.getMessage());
        String place = e.file() + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }

    /** Which seeds are shown: {@code seed 0}, or {@code of each the first seed that is explained}. */
    String seeds() {
        List<Long> seeds =
                found.stream().map(one -> one.trial().seed()).distinct().toList();
        return seeds.size() == 1 ? "seed " + seeds.get(0) : "of each the first seed that has an explanation";
    }
}
