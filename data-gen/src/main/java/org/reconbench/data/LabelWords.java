package org.reconbench.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells anomalies from normal rows by the value in the label column. Case and blanks do not count, and numbers are
 * compared as numbers: {@code 1}, {@code 1.0} and {@code 1e0} are one value.
 *
 * <p>With values given, they mean anomaly and every other one means normal. Without, only the usual words are taken, so
 * that a column with three classes is never silently halved. Collects what it saw, for messages. Not thread-safe.
 */
final class LabelWords {
    /** What means anomaly when the user gave nothing. */
    static final List<String> ANOMALY =
            List.of("1", "true", "anomaly", "anomalous", "abnormal", "outlier", "fraud", "attack", "yes", "y", "t");

    /** What means normal then. */
    static final List<String> NORMAL =
            List.of("0", "false", "normal", "nominal", "inlier", "benign", "regular", "ok", "no", "n", "f");

    private static final int SHOWN = 8;

    private final boolean given;
    private final Set<String> anomaly;
    private final Set<String> normal;
    private final Set<String> seen = new LinkedHashSet<>();
    private boolean foundAnomaly;

    /** The values that mean anomaly; none for the usual words. */
    LabelWords(List<String> anomalyValues) {
        given = !anomalyValues.isEmpty();
        anomaly = keys(given ? anomalyValues : ANOMALY);
        normal = given ? Set.of() : keys(NORMAL);
    }

    /** 1 for anomaly, 0 for normal, -1 for a value that means neither. */
    int classify(String value) {
        String key = key(value);
        if (seen.size() <= SHOWN) {
            seen.add(value.strip());
        }
        if (anomaly.contains(key)) {
            foundAnomaly = true;
            return 1;
        }
        return given || normal.contains(key) ? 0 : -1;
    }

    /** Whether values were given and not one of them was seen. */
    boolean givenButAbsent() {
        return given && !foundAnomaly;
    }

    /** The first values seen, for a message. */
    String seen() {
        String shown =
                seen.stream().limit(SHOWN).map(value -> "'" + value + "'").collect(Collectors.joining(", "));
        return shown + (seen.size() > SHOWN ? ", ..." : "");
    }

    /** What is taken without values given, for a message. */
    static String usual() {
        return String.join(", ", ANOMALY) + " (anomaly) or " + String.join(", ", NORMAL) + " (normal)";
    }

    private static Set<String> keys(List<String> values) {
        return values.stream().map(LabelWords::key).collect(Collectors.toUnmodifiableSet());
    }

    private static String key(String value) {
        double number = NumberText.parse(value);
        return Double.isNaN(number) ? value.strip().toLowerCase(Locale.ROOT) : Double.toString(number + 0.0);
    }
}
