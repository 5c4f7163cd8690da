package org.reconbench.core.detector;

import org.reconbench.core.data.Matrix;
import org.reconbench.core.random.RandomStreams;

/**
 * One trial's part in a cohort.
 *
 * @param train scaled train rows. Members with the same data hold the same object
 * @param params fully resolved parameters
 * @param seed the trial's seed
 */
public record Member(Matrix train, Params params, long seed) {

    /** The named random streams of this member's seed. */
    public RandomStreams streams() {
        return new RandomStreams(seed);
    }
}
