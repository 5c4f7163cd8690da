package org.reconbench.evaluation.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Params;

/** Tells parameter sets of one name apart by the parameters that vary among them, and labels them so. */
final class Labelling {
    private final Map<String, Set<Map<String, String>>> seen = new LinkedHashMap<>();

    /** Takes note of one parameter set of a name. */
    void add(String name, Map<String, Object> params) {
        seen.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(texts(params));
    }

    /** The parameters of this set that vary among all sets of the name, in the set's order, as text. */
    Map<String, String> varying(String name, Map<String, Object> params) {
        Set<Map<String, String>> all = seen.getOrDefault(name, Set.of());
        Map<String, String> varying = new LinkedHashMap<>();
        texts(params).forEach((param, text) -> {
            if (all.stream().anyMatch(other -> !text.equals(other.get(param)))) {
                varying.put(param, text);
            }
        });
        return varying;
    }

    /** The name with the varying parameters: {@code beta-vae beta=0.1}. */
    String label(String name, Map<String, Object> params) {
        return varying(name, params).entrySet().stream()
                .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("", name, ""));
    }

    /** Dotted names to canonical texts, sorted by name: equal whether a value was kept or read back from JSON. */
    static Map<String, String> texts(Map<String, Object> params) {
        Map<String, String> texts = new TreeMap<>();
        Params.flatten(params).forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            double real = number.doubleValue();
            boolean whole = real == Math.rint(real) && Math.abs(real) < 1e15;
            return whole ? String.format(Locale.ROOT, "%d", (long) real) : Double.toString(real);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Labelling::text).collect(Collectors.joining("-"));
        }
        return String.valueOf(value);
    }
}
