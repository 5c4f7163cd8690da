package org.reconbench.harness.plan;

import java.util.Collection;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;

/** Says that a name is not in the catalogue. */
final class Unknown {
    private Unknown() {}

    static InputException name(String source, int line, String kind, String name, Collection<String> known) {
        String message = "unknown " + kind + " '" + name + "'" + Suggestion.hint(name, known) + "; there are "
                + String.join(", ", known);
        return line > 0 ? InputException.atLine(source, line, message) : InputException.of(message);
    }
}
