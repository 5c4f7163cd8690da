package org.reconbench.harness.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;

/**
 * A planned trial as manifest.jsonl holds it.
 *
 * @param shard which part of the plan it belongs to, counted from 1; null when the plan was not divided
 */
public record ManifestLine(
        String trialId,
        String configId,
        String dataset,
        String sha256,
        TrialRecord.Named protocol,
        String detector,
        Map<String, Object> params,
        long seed,
        @Nullable Integer shard) {

    /** This trial in an undivided plan. */
    ManifestLine undivided() {
        return new ManifestLine(trialId, configId, dataset, sha256, protocol, detector, params, seed, null);
    }
}
