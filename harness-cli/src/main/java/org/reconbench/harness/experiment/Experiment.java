package org.reconbench.harness.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for, before it is checked against the catalogue of detectors, data sets and protocols.
 *
 * @param name short name, used for the run directory
 * @param source how messages call the file it came from
 * @param defaults parameters for every detector that has them
 */
public record Experiment(
        String name,
        String source,
        List<DatasetRef> datasets,
        List<Ref> protocols,
        List<Ref> detectors,
        Map<String, Object> defaults,
        Seeds seeds,
        Threshold threshold,
        Stats stats) {

    /** The schema's name and version. */
    public static final String SCHEMA = "reconbench.experiment/1";

    /** Copies the lists. */
    public Experiment {
        datasets = List.copyOf(datasets);
        protocols = List.copyOf(protocols);
        detectors = List.copyOf(detectors);
    }

    /** Something of the catalogue by name, with what the user set; a list in place of a value is a grid. */
    public record Ref(String name, Map<String, Object> params, int line) {}

    /**
     * A data set: of the catalogue when {@code path} is null, else a file.
     *
     * @param label the label column; null for the reader's choice
     * @param anomaly label values that mean anomaly; empty for the reader's choice
     * @param drop columns to leave out
     */
    public record DatasetRef(
            String name,
            @Nullable Path path,
            @Nullable String label,
            List<String> anomaly,
            List<String> drop,
            Map<String, Object> params,
            int line) {}

    /** The seeds of the trials, in order. */
    public record Seeds(List<Long> values) {
        /** Copies the list. */
        public Seeds {
            values = List.copyOf(values);
        }

        /** {@code base, base + 1, ..., base + count - 1}. */
        public static Seeds range(long base, int count) {
            return new Seeds(LongStream.range(base, base + count).boxed().toList());
        }
    }

    /** The rule that declares rows anomalous, and the share of anomalies it assumes. */
    public record Threshold(String rule, double contamination) {}

    /** What the statistics compare. */
    public record Stats(String primary, double alpha, String baseline) {
        /** What is compared when the experiment does not say. */
        public static final Stats DEFAULT = new Stats("auc_pr", 0.05, "ae");
    }

    /** This experiment with other parts. */
    public Experiment with(
            List<DatasetRef> newDatasets, List<Ref> newProtocols, List<Ref> newDetectors, Seeds newSeeds) {
        return new Experiment(
                name, source, newDatasets, newProtocols, newDetectors, defaults, newSeeds, threshold, stats);
    }

    /** This experiment with another threshold. */
    public Experiment withThreshold(Threshold newThreshold) {
        return new Experiment(name, source, datasets, protocols, detectors, defaults, seeds, newThreshold, stats);
    }
}
