package org.reconbench.evaluation.stats;

/** Checks of arguments. */
final class Finite {
    private Finite() {}

    static void check(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + " " + i + " is " + values[i] + ", not a finite number");
            }
        }
    }

    static void checkSome(String what, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no " + what);
        }
        check(what, values);
    }

    static void checkShare(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " = " + value + ": must be between 0 and 1");
        }
    }
}
