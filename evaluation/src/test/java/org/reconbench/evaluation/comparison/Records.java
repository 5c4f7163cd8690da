package org.reconbench.evaluation.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;
import org.reconbench.evaluation.table.Measure;

/** Writes trial records; each method adds to the data set last named. */
final class Records {
    static final double PREVALENCE = 0.03;

    private final List<TrialRecord> records = new ArrayList<>();
    private String dataset = "d0";
    private String protocol = "contaminated";
    private @Nullable Double prevalence = PREVALENCE;

    Records on(String name) {
        dataset = name;
        return this;
    }

    Records under(String name) {
        protocol = name;
        return this;
    }

    Records prevalence(@Nullable Double value) {
        prevalence = value;
        return this;
    }

    /** One ok trial for each value, its AUC-PR, AUC-ROC and train seconds; seeds 0, 1, ... Families are the part before a dash. */
    Records ok(String detector, double... values) {
        for (int seed = 0; seed < values.length; seed++) {
            add(detector, seed, TrialStatus.OK, values[seed]);
        }
        return this;
    }

    /** An ok trial, its metric null where the test set has one class. */
    Records one(String detector, long seed, @Nullable Double value) {
        add(detector, seed, TrialStatus.OK, value);
        return this;
    }

    Records failed(String detector, long seed, TrialStatus status) {
        add(detector, seed, status, null);
        return this;
    }

    private void add(String detector, long seed, TrialStatus status, @Nullable Double value) {
        boolean ok = status == TrialStatus.OK;
        String family = detector.contains("-") ? detector.substring(0, detector.indexOf('-')) : detector;
        records.add(new TrialRecord(
                TrialRecord.SCHEMA,
                "trial" + records.size(),
                "config",
                "run",
                status,
                1,
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:01Z",
                new TrialRecord.DatasetInfo(dataset, "sha", 80, 20, 3, 0.03, prevalence),
                new TrialRecord.Named(protocol, Map.of()),
                new TrialRecord.DetectorInfo(detector, family, 1),
                Map.of(),
                seed,
                ok ? "recon" : null,
                ok ? new TrialRecord.Metrics(value, value, null, null, null, null, null) : null,
                null,
                null,
                null,
                null,
                null,
                null,
                ok && value != null ? new TrialRecord.Time(value, 0.1, 0.1, 1) : null,
                null,
                ok ? null : new TrialRecord.Failure("train", "x", "why")));
    }

    List<TrialRecord> records() {
        return List.copyOf(records);
    }

    List<TrialRecord> reversed() {
        List<TrialRecord> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        return reversed;
    }

    BlockMatrix matrix() {
        return matrix(Measure.AUC_PR);
    }

    BlockMatrix matrix(Measure measure) {
        return BlockMatrix.of(records, measure);
    }
}
