package org.reconbench.harness.store;

import java.util.Map;
import org.reconbench.core.run.TrialRecord;

/** A planned trial as manifest.jsonl holds it. */
public record ManifestLine(
        String trialId,
        String configId,
        String dataset,
        String sha256,
        TrialRecord.Named protocol,
        String detector,
        Map<String, Object> params,
        long seed) {}
