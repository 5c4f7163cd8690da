package org.reconbench.core.detector;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reconbench.core.Suggestion;

/** Fully resolved parameters: a canonical value for every parameter of a card. Immutable, compared by value. */
public final class Params {
    /** No parameters at all. */
    public static final Params NONE = new Params(Map.of());

    private final Map<String, Object> values;

    private Params(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * Resolves what the user gave against the specifications: defaults for what is absent.
     *
     * @param owner what the parameters belong to, for messages: {@code detector 'vae'}
     * @param given dotted names to values; a nested map is taken apart
     * @throws IllegalArgumentException for an unknown name or a refused value; the message names the owner
     */
    public static Params resolve(String owner, List<ParamSpec> specs, Map<String, ?> given) {
        Map<String, Object> values = new HashMap<>();
        Map<String, Object> flat = flatten(given);
        for (ParamSpec spec : specs) {
            Object raw = flat.remove(spec.name());
            try {
                values.put(spec.name(), raw == null ? spec.defaultValue() : spec.coerce(raw));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(owner + ": " + e.getMessage(), e);
            }
        }
        if (!flat.isEmpty()) {
            String unknown = flat.keySet().iterator().next();
            throw new IllegalArgumentException(owner + ": " + unknown(unknown, specs));
        }
        return new Params(values);
    }

    /** What to say of a name that no parameter has; of the nearest one, all that is needed to set it. */
    private static String unknown(String name, List<ParamSpec> specs) {
        List<String> known = specs.stream().map(ParamSpec::name).toList();
        String hint = Suggestion.nearest(name, known)
                .flatMap(near ->
                        specs.stream().filter(spec -> spec.name().equals(near)).findFirst())
                .map(spec -> " (did you mean '" + spec.name() + "', " + spec.allowed() + ", default "
                        + spec.defaultValue() + "?)")
                .orElse("");
        return "unknown parameter '" + name + "'" + hint
                + (known.isEmpty() ? "; it takes none" : "; it takes " + String.join(", ", known));
    }

    /** Takes nested maps apart into dotted names, in order. */
    public static Map<String, Object> flatten(Map<String, ?> nested) {
        Map<String, Object> flat = new LinkedHashMap<>();
        nested.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                Map<String, Object> named = new LinkedHashMap<>();
                inner.forEach((key, item) -> named.put(name + "." + key, item));
                flat.putAll(flatten(named));
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    /** The value of an integer parameter. */
    public int integer(String name) {
        return Math.toIntExact((Long) value(name));
    }

    /** The value of a real parameter. */
    public double real(String name) {
        return (Double) value(name);
    }

    /** The value of a choice. */
    public String text(String name) {
        return (String) value(name);
    }

    /** The value of a flag. */
    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    /** The value of a list of integers. */
    public int[] integers(String name) {
        return ((List<?>) value(name))
                .stream().mapToInt(item -> Math.toIntExact((Long) item)).toArray();
    }

    /** Whether there is a parameter of that name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** These parameters without the given names: what the rest has in common, for a cohort key. */
    public Params without(String... names) {
        Map<String, Object> rest = new HashMap<>(values);
        for (String name : names) {
            rest.remove(name);
        }
        return new Params(rest);
    }

    /** Dotted names to canonical values, sorted by name; unmodifiable. */
    public Map<String, Object> asMap() {
        return values;
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter '" + name + "' among " + values.keySet());
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Params that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
