package org.reconbench.harness.experiment;

import java.util.Optional;

/** Reads numbers and truth values strictly, in the same way everywhere. */
final class Numbers {
    private Numbers() {}

    /** A finite number from a number or its text. */
    static Optional<Double> real(Object value) {
        try {
            double number = value instanceof Number n ? n.doubleValue() : Double.parseDouble(value.toString());
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A whole number from its decimal text. */
    static Optional<Long> integer(String text) {
        try {
            return Optional.of(Long.parseLong(text.replace("_", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** True or false; YAML's yes and on are taken as texts. */
    static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
