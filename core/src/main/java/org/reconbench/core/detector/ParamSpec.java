package org.reconbench.core.detector;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A parameter: its name, type, default and range.
 *
 * <p>Nested parameters have dotted names: {@code warmup.fraction}. Canonical Java types of values: {@link Long} for
 * integers, {@link Double} for reals, {@link String} for choices, {@link Boolean} for flags, {@code List<Long>} for
 * integer lists.
 *
 * @param name dotted name
 * @param type what values it takes
 * @param defaultValue canonical default
 * @param min least number allowed; of no meaning for choices and flags
 * @param max greatest number allowed; likewise
 * @param choices allowed texts of a choice; empty otherwise
 * @param summary one sentence with the unit
 */
public record ParamSpec(
        String name, Type type, Object defaultValue, double min, double max, List<String> choices, String summary) {

    /** What values a parameter takes. */
    public enum Type {
        /** A whole number. */
        INTEGER("an integer"),
        /** A finite number. */
        REAL("a number"),
        /** One of a few texts. */
        CHOICE("one of"),
        /** True or false. */
        FLAG("true or false"),
        /** A list of whole numbers, such as layer widths. */
        INTEGERS("a list of integers");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }

    /** Copies the choices. */
    public ParamSpec {
        choices = List.copyOf(choices);
    }

    /** An integer within a closed range. */
    public static ParamSpec integer(String name, long defaultValue, long min, long max, String summary) {
        return new ParamSpec(name, Type.INTEGER, defaultValue, min, max, List.of(), summary);
    }

    /** A real number within a closed range. */
    public static ParamSpec real(String name, double defaultValue, double min, double max, String summary) {
        return new ParamSpec(name, Type.REAL, defaultValue, min, max, List.of(), summary);
    }

    /** One of the given texts. */
    public static ParamSpec choice(String name, String defaultValue, List<String> choices, String summary) {
        return new ParamSpec(name, Type.CHOICE, defaultValue, 0, 0, choices, summary);
    }

    /** True or false. */
    public static ParamSpec flag(String name, boolean defaultValue, String summary) {
        return new ParamSpec(name, Type.FLAG, defaultValue, 0, 0, List.of(), summary);
    }

    /** A list of integers, each within a closed range; it may be empty. */
    public static ParamSpec integers(String name, List<Long> defaultValue, long min, long max, String summary) {
        return new ParamSpec(name, Type.INTEGERS, List.copyOf(defaultValue), min, max, List.of(), summary);
    }

    /**
     * Turns a value as a reader of YAML, JSON or a command line gives it into the canonical one.
     *
     * @throws IllegalArgumentException naming the parameter, the value, the type, the range and the default
     */
    public Object coerce(Object raw) {
        return switch (type) {
            case INTEGER -> integerOf(raw, raw);
            case REAL -> realOf(raw);
            case CHOICE -> choiceOf(raw);
            case FLAG -> flagOf(raw);
            case INTEGERS -> integersOf(raw);
        };
    }

    /** What is allowed, in words: {@code an integer from 1 to 4096}. */
    public String allowed() {
        return switch (type) {
            case INTEGER, REAL, INTEGERS -> type.words + " from " + range();
            case CHOICE -> type.words + " " + range();
            case FLAG -> type.words;
        };
    }

    /** The range alone: {@code 1 to 4096}, {@code 1e-12 to 1e6}, {@code linear, cosine}, {@code true, false}. */
    public String range() {
        return switch (type) {
            case INTEGER, INTEGERS -> (long) min + " to " + (long) max;
            case REAL -> shortNumber(min) + " to " + shortNumber(max);
            case CHOICE -> String.join(", ", choices);
            case FLAG -> "true, false";
        };
    }

    /** Without needless digits: {@code 0.5}, {@code 100}, {@code 1e6}. */
    private static String shortNumber(double value) {
        boolean plain = value == 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5);
        if (plain || !Double.isFinite(value)) {
            return plain ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        return exact.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    private String choiceOf(Object raw) {
        if (raw instanceof String text && choices.contains(text)) {
            return text;
        }
        throw refused(raw);
    }

    private Boolean flagOf(Object raw) {
        return switch (String.valueOf(raw)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(raw);
        };
    }

    private Long integerOf(Object raw, Object whole) {
        double number = numberOf(raw, whole);
        if (number != Math.rint(number) || number < min || number > max) {
            throw refused(whole);
        }
        return (long) number;
    }

    private Double realOf(Object raw) {
        double number = numberOf(raw, raw);
        if (!(number >= min && number <= max)) {
            throw refused(raw);
        }
        return number + 0.0;
    }

    private List<Long> integersOf(Object raw) {
        if (!(raw instanceof List<?> list)) {
            throw refused(raw);
        }
        List<Long> values = new ArrayList<>();
        for (Object item : list) {
            values.add(integerOf(item, raw));
        }
        return List.copyOf(values);
    }

    private double numberOf(Object raw, Object whole) {
        if (raw instanceof Number number) {
            return number.doubleValue();
        }
        if (raw instanceof String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw refused(whole);
            }
        }
        throw refused(whole);
    }

    private IllegalArgumentException refused(Object raw) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "%s = %s: must be %s (default %s)", name, raw, allowed(), defaultValue));
    }
}
