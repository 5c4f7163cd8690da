package org.reconbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;

/** What each column of a CSV is: a feature, the label, or dropped. */
final class CsvColumns {
    /** Marks the label column. */
    static final int LABEL = -1;
    /** Marks a dropped column. */
    static final int DROPPED = -2;
    /** Names that a label column usually has, the likeliest first. */
    static final List<String> LABEL_NAMES = List.of(
            "label", "class", "target", "y", "outlier", "anomaly", "is_anomaly", "is_outlier", "is_fraud", "fraud");

    private final List<String> names;
    private final List<String> features = new ArrayList<>();
    private final int[] roles;
    private final int label;
    private final boolean labelGuessed;

    /**
     * Sorts the columns out.
     *
     * @param line of the header
     * @throws InputException if the names or the options do not fit each other
     */
    CsvColumns(Path file, int line, List<String> header, FileOptions options) {
        names = header.stream().map(String::strip).toList();
        checkNames(file, line);
        Optional<Integer> named = labelColumn(file, line, options);
        label = named.orElse(names.size() - 1);
        labelGuessed = named.isEmpty();
        Set<String> drop = new HashSet<>(options.drop());
        for (String name : options.drop()) {
            if (!names.contains(name)) {
                throw InputException.atLine(
                        file,
                        line,
                        "drop: there is no column '" + name + "'" + Suggestion.hint(name, names) + "; " + known());
            }
            if (name.equals(names.get(label)) && !labelGuessed) {
                throw InputException.atLine(file, line, "drop: column '" + name + "' is the label column");
            }
        }
        roles = new int[names.size()];
        for (int i = 0; i < roles.length; i++) {
            String name = names.get(i);
            roles[i] = i == label ? LABEL : drop.contains(name) ? DROPPED : features.size();
            if (roles[i] >= 0) {
                features.add(name);
            }
        }
        if (features.isEmpty()) {
            throw InputException.atLine(
                    file,
                    line,
                    "no feature column is left beside the label column '" + names.get(label)
                            + "'; at least 1 is needed; " + known());
        }
    }

    private void checkNames(Path file, int line) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw InputException.atLine(
                        file,
                        line,
                        "column " + (i + 1)
                                + " has no name; give each column one (was the file written with an index?)");
            }
            if (!seen.add(names.get(i))) {
                throw InputException.atLine(
                        file,
                        line,
                        "column name '" + names.get(i) + "' occurs twice (columns " + (names.indexOf(names.get(i)) + 1)
                                + " and " + (i + 1) + "); names must differ");
            }
        }
        if (names.stream().noneMatch(name -> Double.isNaN(NumberText.parse(name)))) {
            throw InputException.atLine(
                    file,
                    line,
                    "the header holds only numbers ('" + names.get(0)
                            + "', ...): the first line must name the columns");
        }
    }

    private Optional<Integer> labelColumn(Path file, int line, FileOptions options) {
        String wanted = options.label();
        if (wanted != null) {
            int at = names.indexOf(wanted);
            if (at < 0) {
                throw InputException.atLine(
                        file,
                        line,
                        "label: there is no column '" + wanted + "'" + Suggestion.hint(wanted, names) + "; " + known());
            }
            return Optional.of(at);
        }
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return LABEL_NAMES.stream()
                .map(lower::indexOf)
                .filter(at -> at >= 0 && !options.drop().contains(names.get(at)))
                .findFirst();
    }

    private String known() {
        int shown = Math.min(names.size(), 12);
        return "the columns are " + String.join(", ", names.subList(0, shown))
                + (shown < names.size() ? ", ... (" + names.size() + ")" : "");
    }

    /** The number of columns in the file. */
    int count() {
        return names.size();
    }

    /** The feature of a column, counted from 0, or {@link #LABEL} or {@link #DROPPED}. */
    int role(int column) {
        return roles[column];
    }

    /** The name of a column. */
    String name(int column) {
        return names.get(column);
    }

    /** The name of the label column. */
    String labelName() {
        return names.get(label);
    }

    /** Whether the label column is the last one for want of a better. */
    boolean labelGuessed() {
        return labelGuessed;
    }

    /** Names of the features, in order. */
    List<String> features() {
        return features;
    }
}
