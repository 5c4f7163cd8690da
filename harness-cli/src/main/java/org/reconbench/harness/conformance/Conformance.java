package org.reconbench.harness.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.NativeArrays;

/** The whole suite: every promise, in the order to check them. */
public final class Conformance {
    private static final List<Promise> PROMISES = Stream.of(
                    CardPromises.ALL,
                    ScorePromises.ALL,
                    ExplanationPromises.ALL,
                    BitPromises.ALL,
                    TrainingPromises.ALL,
                    ShapePromises.ALL)
            .flatMap(List::stream)
            .toList();

    private Conformance() {}

    /** Id to summary of every check, in order. */
    public static Map<String, String> promises() {
        Map<String, String> summaries = new LinkedHashMap<>();
        PROMISES.forEach(promise -> summaries.put(promise.id(), promise.summary()));
        return summaries;
    }

    /**
     * Checks a detector; takes seconds. Nothing else may hold or free native memory meanwhile.
     *
     * @param told gets each finding as soon as it stands
     * @return one finding a check
     */
    public static List<Finding> check(Detector detector, Consumer<Finding> told) {
        List<NativeArrays> counters =
                ServiceLoader.load(NativeArrays.class, detector.getClass().getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return check(
                detector, () -> counters.stream().mapToLong(NativeArrays::alive).sum(), told);
    }

    /** Checks a detector, counting native memory in another way. */
    static List<Finding> check(Detector detector, LongSupplier nativeArrays, Consumer<Finding> told) {
        Subject subject = new Subject(detector, nativeArrays);
        return PROMISES.stream()
                .map(promise -> {
                    Finding finding = promise.check(subject);
                    told.accept(finding);
                    return finding;
                })
                .toList();
    }
}
