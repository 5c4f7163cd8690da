package org.reconbench.data;

import java.util.List;
import java.util.Optional;

/** The data sets that need no file. A new one is a class that implements {@link DatasetSource} and one line here. */
public final class DatasetCatalogue {
    private static final List<DatasetSource> ALL = List.of(
            new SeedBlobs(), //
            new EasyBlobs(), //
            new TwoMoons(), //
            new CorrelatedGaussian());

    private DatasetCatalogue() {}

    /** All of them, in the order to show. */
    public static List<DatasetSource> all() {
        return ALL;
    }

    /** The one with an id. */
    public static Optional<DatasetSource> find(String id) {
        return ALL.stream().filter(source -> source.card().id().equals(id)).findFirst();
    }

    /** All ids, in the order to show. */
    public static List<String> ids() {
        return ALL.stream().map(source -> source.card().id()).toList();
    }
}
