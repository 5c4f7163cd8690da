package org.reconbench.data;

import java.util.List;
import org.reconbench.core.detector.ParamSpec;

/**
 * What a protocol does and what it can be asked.
 *
 * @param id kebab-case name that users write
 * @param title what reports call it
 * @param summary one sentence
 * @param params every parameter it takes
 */
public record ProtocolCard(String id, String title, String summary, List<ParamSpec> params) {
    /** Copies the list. */
    public ProtocolCard {
        params = List.copyOf(params);
    }
}
