package org.reconbench.harness.conformance;

import java.util.List;
import java.util.stream.IntStream;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Member;

/** That unusual tables are handled: fitted without divergence, scored by finite numbers. */
final class ShapePromises {
    static final List<Promise> ALL = List.of(
            Promise.of("one-column", "A table of one column is handled.", ShapePromises::oneColumn),
            Promise.of("few-rows", "Fewer train rows than a batch are handled, down to two.", ShapePromises::fewRows),
            Promise.of("constant-columns", "Constant columns are handled, and equal rows.", ShapePromises::constant));

    private ShapePromises() {}

    private static String oneColumn(Subject subject) {
        TrainTest data = Subject.easy(1, 0);
        handled(subject, data.train(), data.test(), "with one column");
        return data.train().rows() + " rows of 1";
    }

    private static String fewRows(Subject subject) {
        TrainTest data = subject.easy();
        for (int rows : new int[] {10, 2}) {
            Matrix few = data.train().selectRows(IntStream.range(0, rows).toArray());
            handled(subject, few, data.test(), "with " + rows + " train rows");
        }
        return "10 and 2 rows in batches of 32";
    }

    private static String constant(Subject subject) {
        TrainTest data = subject.easy();
        int columns = data.train().columns();
        for (int constant : new int[] {1, columns}) {
            String where = "with " + constant + " of " + columns + " columns constant";
            handled(subject, withConstants(data.train(), constant), withConstants(data.test(), constant), where);
            handled(subject, withConstants(data.train(), constant), data.test(), where + " in training alone");
        }
        return "1 of " + columns + " constant, and all";
    }

    /** The first columns are 0: what a scaler makes of a constant one. */
    private static Matrix withConstants(Matrix rows, int constant) {
        double[] values = rows.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = i % rows.columns() < constant ? 0 : values[i];
        }
        return Matrix.wrap(rows.rows(), rows.columns(), values);
    }

    private static void handled(Subject subject, Matrix train, Matrix test, String where) {
        try {
            Subject.Result result = subject.fit(List.of(new Member(train, subject.small(), 0)), test)
                    .get(0);
            subject.sound(result, test.rows(), where);
        } catch (IllegalArgumentException e) {
            throw new BrokenPromise("refused " + where + ": " + e.getMessage());
        }
    }
}
