package org.reconbench.harness.plan;

import org.reconbench.core.data.DataProfile;

/**
 * A trial of the plan.
 *
 * @param trialId the content-addressed id, see {@link TrialIds}
 * @param sha256 the fingerprint of the data as drawn for this seed
 * @param profile of the train rows
 */
public record PlannedTrial(
        String trialId,
        DataChoice data,
        String sha256,
        DataProfile profile,
        ProtocolChoice protocol,
        DetectorChoice detector,
        long seed) {

    /** The estimated memory while it is fitted, in bytes. */
    public long bytes() {
        return detector.detector().memberBytes(detector.params(), profile);
    }

    /** The estimated CPU seconds to fit it on its own. */
    public double seconds() {
        return detector.detector().cohortSeconds(detector.params(), profile, 1);
    }

    /** What messages call this trial. */
    public String label() {
        return detector.id() + " on " + data.name() + ", " + protocol.id() + ", seed " + seed;
    }
}
