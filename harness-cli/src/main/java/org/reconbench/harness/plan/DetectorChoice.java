package org.reconbench.harness.plan;

import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.Params;

/**
 * A configuration: a detector with resolved parameters.
 *
 * @param configId see {@link TrialIds}
 * @param score the id of its primary score: the experiment's where the detector offers it, else its own
 */
public record DetectorChoice(Detector detector, Params params, String configId, String score) {

    /** The detector's id. */
    public String id() {
        return detector.card().id();
    }
}
