package org.reconbench.harness.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.core.detector.Detector;

/** The detectors that there are, by id. Immutable; ordered by family, then by id, whatever the class path's order. */
public final class Detectors {
    private final Map<String, Detector> byId = new LinkedHashMap<>();

    private Detectors(Collection<Detector> detectors) {
        List<Detector> sorted = new ArrayList<>(detectors);
        sorted.sort(Comparator.comparing((Detector detector) -> detector.card().family())
                .thenComparing(detector -> detector.card().id()));
        for (Detector detector : sorted) {
            Detector twin = byId.putIfAbsent(detector.card().id(), detector);
            if (twin != null) {
                throw InputException.of("two detectors call themselves '"
                        + detector.card().id() + "': " + twin.getClass().getName() + " and "
                        + detector.getClass().getName() + "; take one off the class path");
            }
        }
    }

    /**
     * The detectors on the class path.
     *
     * @throws InputException if two have the same id
     */
    public static Detectors load() {
        return of(ServiceLoader.load(Detector.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * The given detectors.
     *
     * @throws InputException if two have the same id
     */
    public static Detectors of(Collection<Detector> detectors) {
        return new Detectors(detectors);
    }

    /** All of them. */
    public List<Detector> all() {
        return List.copyOf(byId.values());
    }

    /** Their ids, in the same order. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** The one with that id. */
    public Optional<Detector> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The one with that id.
     *
     * @throws InputException if there is none; names the nearest
     */
    public Detector require(String id) {
        return find(id).orElseThrow(() -> InputException.of("unknown detector '" + id + "'"
                + Suggestion.hint(id, byId.keySet()) + "; there are " + String.join(", ", byId.keySet())));
    }
}
