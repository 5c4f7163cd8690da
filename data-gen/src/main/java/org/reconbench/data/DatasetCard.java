package org.reconbench.data;

import java.util.List;
import org.reconbench.core.detector.ParamSpec;

/**
 * What a data set of the catalogue is and what it can be asked.
 *
 * @param id kebab-case name that users write
 * @param title what reports call it
 * @param summary one or two sentences: the formula and what makes an anomaly
 * @param origin where the idea comes from
 * @param params every parameter it takes
 */
public record DatasetCard(String id, String title, String summary, String origin, List<ParamSpec> params) {
    /** Copies the list. */
    public DatasetCard {
        params = List.copyOf(params);
    }
}
