package org.reconbench.reports.table;

import java.util.Locale;
import org.reconbench.evaluation.table.Measure;

/** Numbers as a table of a paper shows them, the same in every locale. */
final class Rounded {
    private Rounded() {}

    /** A value of a measure: three decimals; of seconds as many as its size asks for. */
    static String value(Measure measure, double value) {
        return with(decimals(measure, value), value);
    }

    /** A standard deviation, with the decimals of its mean. */
    static String spread(Measure measure, double mean, double sd) {
        return with(decimals(measure, mean), sd);
    }

    /** A rank: two decimals. */
    static String rank(double rank) {
        return with(2, rank);
    }

    private static int decimals(Measure measure, double value) {
        if (measure != Measure.TRAIN_SECONDS) {
            return 3;
        }
        return value >= 100 ? 0 : value >= 1 ? 2 : value >= 0.01 ? 3 : 5;
    }

    private static String with(int decimals, double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
