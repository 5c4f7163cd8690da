package org.reconbench.harness.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;

/** What a user's word picks out of stored results. */
final class Selection {
    private Selection() {}

    /**
     * The measure of that id, written with hyphens or underscores.
     *
     * @throws InputException if there is none
     */
    static Measure measure(String word) {
        String id = word.toLowerCase(Locale.ROOT).replace('-', '_');
        return Measure.find(id)
                .orElseThrow(() -> InputException.of("--measure " + word + ": no such measure"
                        + Suggestion.hint(id, Measure.ids()) + "; there are " + String.join(", ", Measure.ids())));
    }

    /**
     * The blocks of one protocol; all of them without a word.
     *
     * @param word a protocol's label, or null
     * @throws InputException if the table has none
     */
    static ComparisonTable protocol(ComparisonTable table, @Nullable String word) {
        if (word == null) {
            return table;
        }
        List<String> known = table.protocols();
        List<String> meant = known.contains(word)
                ? List.of(word)
                : known.stream().filter(label -> label.startsWith(word + " ")).toList();
        if (meant.isEmpty()) {
            throw InputException.of("--protocol " + word + ": not in the results" + Suggestion.hint(word, known)
                    + "; there are " + String.join(", ", known));
        }
        return new ComparisonTable(table.blocks().stream()
                .filter(block -> meant.contains(block.protocol()))
                .toList());
    }

    /**
     * The label of one configuration: the word itself, or that of the only configuration of the detector.
     *
     * @throws InputException if there is none, or the detector has several
     */
    static String label(ComparisonTable table, String option, String word) {
        List<String> labels = table.configurations();
        if (labels.contains(word)) {
            return word;
        }
        List<String> of = table.rows().stream()
                .filter(row -> row.detector().equals(word))
                .map(Row::label)
                .distinct()
                .toList();
        if (of.size() == 1) {
            return of.get(0);
        }
        if (of.isEmpty()) {
            throw InputException.of(option + " " + word + ": not in the results" + Suggestion.hint(word, labels)
                    + "; there are " + String.join(", ", labels));
        }
        throw InputException.of(option + " " + word + ": has several configurations; give one of "
                + of.stream()
                        .map(label -> "'" + label + "'")
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
    }
}
