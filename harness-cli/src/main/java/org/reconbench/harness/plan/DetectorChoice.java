package org.reconbench.harness.plan;

import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.Params;

/**
 * A configuration: a detector with resolved parameters.
 *
 * @param configId see {@link TrialIds}
 */
public record DetectorChoice(Detector detector, Params params, String configId) {

    /** The detector's id. */
    public String id() {
        return detector.card().id();
    }
}
