package org.reconbench.harness.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.core.InputException;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;

/** Resolves parameters of an experiment: merges, expands grids, says where a wrong one stands. */
final class Choices {
    private static final int MAX_GRID = 100_000;

    private Choices() {}

    /** Flat parameters, the later ones winning. */
    @SafeVarargs
    static Map<String, Object> merged(Map<String, Object>... layers) {
        Map<String, Object> merged = new LinkedHashMap<>();
        for (Map<String, Object> layer : layers) {
            merged.putAll(Params.flatten(layer));
        }
        return merged;
    }

    /** Those entries of flat parameters that have a specification. */
    static Map<String, Object> known(Map<String, Object> flat, List<ParamSpec> specs) {
        Map<String, Object> known = new LinkedHashMap<>();
        for (ParamSpec spec : specs) {
            if (flat.containsKey(spec.name())) {
                known.put(spec.name(), flat.get(spec.name()));
            }
        }
        return known;
    }

    /** Resolves one set of parameters. */
    static Params params(String source, int line, String owner, List<ParamSpec> specs, Map<String, Object> given) {
        try {
            return Params.resolve(owner, specs, given);
        } catch (IllegalArgumentException e) {
            throw at(source, line, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The grid: every combination of the lists among the values, the first name varying slowest. A list given for a
     * parameter that takes a list is one value; a list of lists is a grid of those.
     */
    static List<Map<String, Object>> grid(
            String source, int line, String owner, List<ParamSpec> specs, Map<String, Object> flat) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (Map.Entry<String, Object> entry : flat.entrySet()) {
            List<?> values = axis(specs, entry.getKey(), entry.getValue());
            if (values.isEmpty()) {
                throw at(source, line, owner + ": " + entry.getKey() + " = []: an empty grid; name at least one value");
            }
            if ((long) combinations.size() * values.size() > MAX_GRID) {
                throw at(source, line, owner + ": the grid has more than " + MAX_GRID + " configurations");
            }
            combinations = crossed(combinations, entry.getKey(), values);
        }
        return combinations;
    }

    /** The values that a parameter takes in a grid. */
    static List<?> axis(List<ParamSpec> specs, String name, Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of(value);
        }
        boolean takesList =
                specs.stream().anyMatch(spec -> spec.name().equals(name) && spec.type() == ParamSpec.Type.INTEGERS);
        boolean listOfLists = !list.isEmpty() && list.stream().allMatch(item -> item instanceof List);
        return takesList && !listOfLists ? List.of(value) : list;
    }

    private static List<Map<String, Object>> crossed(
            List<Map<String, Object>> combinations, String name, List<?> values) {
        List<Map<String, Object>> crossed = new ArrayList<>();
        for (Map<String, Object> combination : combinations) {
            for (Object value : values) {
                Map<String, Object> extended = new LinkedHashMap<>(combination);
                extended.put(name, value);
                crossed.add(extended);
            }
        }
        return crossed;
    }

    static InputException at(String source, int line, String message) {
        return line > 0 ? InputException.atLine(source, line, message) : InputException.of(message);
    }
}
