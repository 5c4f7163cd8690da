package org.reconbench.evaluation.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;

/** Writes trial records down in the order of a plan. Each method adds to the detector last named. */
final class Trials {
    private final List<TrialRecord> records = new ArrayList<>();
    private final String dataset;
    private final TrialRecord.Named protocol;
    private TrialRecord.DetectorInfo detector = new TrialRecord.DetectorInfo("?", "ae", 1);
    private Map<String, Object> params = Map.of();
    private double seconds = 1;
    private TrialRecord.@Nullable Diagnostics diagnostics;

    Trials(String dataset, String protocol, Map<String, Object> protocolParams) {
        this.dataset = dataset;
        this.protocol = new TrialRecord.Named(protocol, protocolParams);
    }

    static Trials plan() {
        return new Trials("blobs", "contaminated", Map.of());
    }

    @SafeVarargs
    final Trials detector(String id, String family, Entry<String, ?>... given) {
        return version(id, family, 1, given);
    }

    @SafeVarargs
    final Trials version(String id, String family, int version, Entry<String, ?>... given) {
        detector = new TrialRecord.DetectorInfo(id, family, version);
        Map<String, Object> map = new LinkedHashMap<>();
        for (Entry<String, ?> entry : given) {
            map.put(entry.getKey(), entry.getValue());
        }
        params = map;
        diagnostics = null;
        seconds = 1;
        return this;
    }

    Trials seconds(double value) {
        seconds = value;
        return this;
    }

    Trials latent(@Nullable Integer active, @Nullable Boolean collapsed) {
        diagnostics = new TrialRecord.Diagnostics(active, null, null, null, null, collapsed);
        return this;
    }

    /** One ok trial for each value, which is its AUC-PR and half its precision; seeds 0, 1, ... */
    Trials aucPr(double... values) {
        for (int seed = 0; seed < values.length; seed++) {
            add(seed, TrialStatus.OK, values[seed], values[seed] / 2);
        }
        return this;
    }

    /** One trial that gave no numbers. */
    Trials failed(long seed, TrialStatus status) {
        add(seed, status, null, null);
        return this;
    }

    /** One ok trial. */
    Trials trial(long seed, @Nullable Double aucPr, @Nullable Double precision) {
        add(seed, TrialStatus.OK, aucPr, precision);
        return this;
    }

    private void add(long seed, TrialStatus status, @Nullable Double aucPr, @Nullable Double precision) {
        boolean ok = status == TrialStatus.OK;
        records.add(new TrialRecord(
                TrialRecord.SCHEMA,
                "trial" + records.size(),
                "config",
                "run",
                status,
                1,
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:01Z",
                new TrialRecord.DatasetInfo(dataset, "sha", 80, 20, 3, 0.03, 0.03),
                protocol,
                detector,
                params,
                seed,
                ok ? "recon" : null,
                ok ? new TrialRecord.Metrics(aucPr, aucPr, precision, precision, precision, aucPr, null) : null,
                null,
                null,
                ok ? new TrialRecord.Oracle(0.9, 0.8, 0.7, 1.5) : null,
                null,
                null,
                ok ? diagnostics : null,
                ok ? new TrialRecord.Time(seconds, 0.1, 0.1, 1) : null,
                null,
                ok ? null : new TrialRecord.Failure("train", "x", "why")));
    }

    List<TrialRecord> records() {
        return List.copyOf(records);
    }

    ComparisonTable table() {
        return ComparisonTable.of(records);
    }
}
