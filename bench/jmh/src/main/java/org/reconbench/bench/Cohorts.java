package org.reconbench.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.data.DatasetCatalogue;
import org.reconbench.data.DatasetSource;
import org.reconbench.data.Protocol;
import org.reconbench.data.Protocols;

/**
 * Cohorts of a detector on seed-blobs under the contaminated protocol, 4/5 of the rows for training, a fresh draw for
 * each seed: what a run of {@code families} fits.
 */
final class Cohorts {
    private final Detector detector;
    private final Params params;
    private final List<Matrix> trains = new ArrayList<>();
    private final DataProfile profile;

    /**
     * Draws the data.
     *
     * @param id the detector's
     * @param given its parameters that are not the default
     * @param data the data set's parameters that are not the default
     * @param members how many seeds
     */
    Cohorts(String id, Map<String, Object> given, Map<String, Object> data, int members) {
        detector = ServiceLoader.load(Detector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.card().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("detector = " + id + ": not on the class path"));
        params = Params.resolve(id, detector.card().params(), given);
        DatasetSource source = DatasetCatalogue.find("seed-blobs").orElseThrow();
        Protocol protocol = Protocols.find("contaminated").orElseThrow();
        Params drawn = Params.resolve("seed-blobs", source.card().params(), data);
        Params divided = Params.resolve("contaminated", protocol.card().params(), Map.of());
        for (int seed = 0; seed < members; seed++) {
            Dataset dataset = source.load(drawn, seed);
            trains.add(protocol.prepare(dataset, divided, seed).train());
        }
        Matrix first = trains.get(0);
        profile = new DataProfile(first.rows(), first.columns(), protocol.scaling(divided));
    }

    Detector detector() {
        return detector;
    }

    Params params() {
        return params;
    }

    DataProfile profile() {
        return profile;
    }

    Matrix train(int member) {
        return trains.get(member);
    }

    /** Fits the first members as one cohort. */
    FittedCohort fit(int members) {
        List<Member> cohort = new ArrayList<>();
        for (int k = 0; k < members; k++) {
            cohort.add(new Member(trains.get(k), params, k));
        }
        return detector.fit(cohort, FitContext.of(profile));
    }
}
