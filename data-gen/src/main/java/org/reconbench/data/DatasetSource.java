package org.reconbench.data;

import org.reconbench.core.data.Dataset;
import org.reconbench.core.detector.Params;

/** A data set of the catalogue. Immutable and safe for use by several threads. */
public interface DatasetSource {

    /** What it is. */
    DatasetCard card();

    /** Whether each seed draws other rows. */
    boolean seeded();

    /**
     * The data: normal rows first, then the anomalies, unscaled.
     *
     * @param params resolved against the card's specifications
     * @param seed of the draw; ignored when not {@link #seeded()}
     * @throws org.reconbench.core.InputException if the parameters do not go together, or the seed is not allowed
     */
    Dataset load(Params params, long seed);
}
