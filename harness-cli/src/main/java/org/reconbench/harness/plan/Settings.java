package org.reconbench.harness.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.core.detector.ParamSpec;

/**
 * Parameters set on the command line: {@code epochs=5} for everything that has such a parameter, {@code ae.epochs=5} for
 * one detector, data set or protocol. One that fits nothing is an error. Not thread-safe: it notes what fitted.
 */
public final class Settings {
    private final Map<String, Object> given;
    private final Map<String, Object> wherePossible;
    private final Set<String> used = new TreeSet<>();
    private final Map<String, ParamSpec> known = new TreeMap<>();

    /**
     * Settings by name.
     *
     * @param given must fit something
     * @param wherePossible need not fit anything; what is given wins
     */
    public Settings(Map<String, Object> given, Map<String, Object> wherePossible) {
        this.given = new LinkedHashMap<>(given);
        this.wherePossible = Map.copyOf(wherePossible);
    }

    /** No settings. */
    public static Settings none() {
        return new Settings(Map.of(), Map.of());
    }

    /** Those that fit the parameters of one owner; its own name before the parameter's wins over the bare one. */
    Map<String, Object> of(String owner, List<ParamSpec> specs) {
        Map<String, Object> fitting = new LinkedHashMap<>();
        for (ParamSpec spec : specs) {
            if (wherePossible.containsKey(spec.name())) {
                fitting.put(spec.name(), wherePossible.get(spec.name()));
            }
            for (String key : List.of(spec.name(), owner + "." + spec.name())) {
                known.putIfAbsent(key, spec);
                Object value = given.get(key);
                if (value != null) {
                    checkValue(key, value, spec, owner);
                    fitting.put(spec.name(), value);
                    used.add(key);
                }
            }
        }
        return fitting;
    }

    /** A value that the parameter cannot take, alone or in a grid, is the command line's fault, not the file's. */
    private static void checkValue(String key, Object value, ParamSpec spec, String owner) {
        for (Object point : Choices.axis(List.of(spec), spec.name(), value)) {
            try {
                spec.coerce(point);
            } catch (IllegalArgumentException e) {
                throw InputException.of("--set " + key + "=" + value + ": '" + owner + "': " + e.getMessage());
            }
        }
    }

    /** Refuses a setting that fitted nothing. */
    void rejectUnused() {
        for (String key : given.keySet()) {
            if (!used.contains(key)) {
                throw InputException.of(
                        "--set " + key + ": nothing in this experiment has such a parameter" + hint(key));
            }
        }
    }

    /** The nearest parameter and what it takes, else the parameters there are. */
    private String hint(String key) {
        return Suggestion.nearest(key, known.keySet())
                .map(near -> " (did you mean '" + near + "', " + allowed(near) + "?)")
                .orElseGet(() -> "; there are "
                        + known.keySet().stream().filter(this::bare).collect(Collectors.joining(", ")));
    }

    private String allowed(String key) {
        ParamSpec spec = known.get(key);
        return spec == null ? "" : spec.allowed() + ", default " + spec.defaultValue();
    }

    /** Whether a key is a parameter's name alone, without an owner before it. */
    private boolean bare(String key) {
        ParamSpec spec = known.get(key);
        return spec != null && spec.name().equals(key);
    }
}
