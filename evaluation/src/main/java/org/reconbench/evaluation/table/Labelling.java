package org.reconbench.evaluation.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.Params;

/** Tells parameter sets of one name apart by the parameters that vary among them, and labels them so. */
final class Labelling {
    private final Map<String, Map<String, String>> first = new HashMap<>();
    private final Map<String, Set<String>> varying = new HashMap<>();

    /** Takes note of one parameter set of a name. */
    void add(String name, Map<String, Object> params) {
        Map<String, String> texts = texts(params);
        Map<String, String> known = first.computeIfAbsent(name, key -> texts);
        Set<String> names = varying.computeIfAbsent(name, key -> new HashSet<>());
        for (Map<String, String> either : List.of(texts, known)) {
            for (String param : either.keySet()) {
                if (!Objects.equals(texts.get(param), known.get(param))) {
                    names.add(param);
                }
            }
        }
    }

    /** The parameters of this set that vary among all sets of the name, sorted by name, as text. */
    Map<String, String> varying(String name, Map<String, Object> params) {
        Map<String, String> texts = texts(params);
        texts.keySet().retainAll(varying.getOrDefault(name, Set.of()));
        return texts;
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
