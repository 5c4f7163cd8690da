package org.reconbench.data;

import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Params;

/** How a data set becomes train and test rows. Immutable and safe for use by several threads. */
public interface Protocol {

    /** What it does. */
    ProtocolCard card();

    /** How the columns will be scaled. */
    Scaling scaling(Params params);

    /** Whether it holds labelled rows out, neither trained nor tested on: {@link TrainTest#validation}. */
    default boolean holdsOut() {
        return false;
    }

    /**
     * Divides and scales.
     *
     * @param params resolved against the card's specifications
     * @param seed of the split: NumPy's legacy seeds, 0 to 4294967295
     * @throws org.reconbench.core.InputException if the data cannot be divided so: one class only, too few rows of one
     */
    TrainTest prepare(Dataset data, Params params, long seed);
}
