package org.reconbench.evaluation.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.stats.Sample;

/**
 * One measure over the trials of a row.
 *
 * @param mean over the trials that have the value; null for none
 * @param sd sample standard deviation over them ({@code n - 1}); null for fewer than two
 * @param n how many trials have the value
 */
public record Cell(@Nullable Double mean, @Nullable Double sd, int n) {

    static Cell of(Measure measure, List<TrialRecord> trials) {
        double[] values = trials.stream()
                .flatMapToDouble(trial -> measure.of(trial).stream())
                .toArray();
        if (values.length == 0) {
            return new Cell(null, null, 0);
        }
        var sd = Sample.standardDeviation(values);
        return new Cell(Sample.mean(values), sd.isPresent() ? sd.getAsDouble() : null, values.length);
    }
}
