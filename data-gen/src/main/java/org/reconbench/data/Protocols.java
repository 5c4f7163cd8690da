package org.reconbench.data;

import java.util.List;
import java.util.Optional;

/** The protocols. A new one is a class that implements {@link Protocol} and one line here. */
public final class Protocols {
    private static final List<Protocol> ALL = List.of(
            StratifiedProtocol.contaminated(),
            StratifiedProtocol.normalOnly(),
            StratifiedProtocol.contaminatedValidation(),
            StratifiedProtocol.normalOnlyValidation());

    private Protocols() {}

    /** All of them, in the order to show. */
    public static List<Protocol> all() {
        return ALL;
    }

    /** The one with an id. */
    public static Optional<Protocol> find(String id) {
        return ALL.stream().filter(protocol -> protocol.card().id().equals(id)).findFirst();
    }

    /** The ids of those that hold labelled validation rows out, in the order to show. */
    public static List<String> idsHoldingOut() {
        return ALL.stream()
                .filter(Protocol::holdsOut)
                .map(protocol -> protocol.card().id())
                .toList();
    }

    /** All ids, in the order to show. */
    public static List<String> ids() {
        return ALL.stream().map(protocol -> protocol.card().id()).toList();
    }
}
