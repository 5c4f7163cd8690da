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
 * @param score the score whose metrics the records state, for detectors that offer it; null for each one's own
 * @param aucByEpoch whether the test rows are ranked after every epoch; test labels used
 * @param maxTrialSeconds trials estimated to take longer are not run, and recorded as skipped; infinite for no limit
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
        Stats stats,
        @Nullable Ref score,
        boolean aucByEpoch,
        double maxTrialSeconds) {

    /** The schema's name and version. */
    public static final String SCHEMA = "reconbench.experiment/1";

    /** The name that stands for every detector there is. */
    public static final String ALL = "all";

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
     * @param name what it is called; empty for every data file of the directory {@code path}
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
            int line) {
        /** Every data file of a directory, each with the reader's own choices. */
        static DatasetRef folder(Path path, int line) {
            return new DatasetRef("", path, null, List.of(), List.of(), Map.of(), line);
        }

        /** Whether this stands for every data file of a directory. */
        public boolean isFolder() {
            return name.isEmpty() && path != null;
        }
    }

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

    /**
     * What the statistics compare.
     *
     * @param groups near-identical data sets that count as one
     */
    public record Stats(String primary, double alpha, String baseline, List<Group> groups) {
        /** What is compared when the experiment does not say. */
        public static final Stats DEFAULT = new Stats("auc_pr", 0.05, "ae", List.of());

        /** Copies the list. */
        public Stats {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Data sets that count as one.
     *
     * @param members their names, two or more
     */
    public record Group(String name, List<String> members, int line) {
        /** Copies the list. */
        public Group {
            members = List.copyOf(members);
        }
    }

    /** This experiment with other parts. */
    public Experiment with(
            List<DatasetRef> newDatasets, List<Ref> newProtocols, List<Ref> newDetectors, Seeds newSeeds) {
        return new Experiment(
                name,
                source,
                newDatasets,
                newProtocols,
                newDetectors,
                defaults,
                newSeeds,
                threshold,
                stats,
                score,
                aucByEpoch,
                maxTrialSeconds);
    }

    /** This experiment evaluated in another way. */
    public Experiment with(Threshold newThreshold, @Nullable Ref newScore, boolean newAucByEpoch) {
        return new Experiment(
                name,
                source,
                datasets,
                protocols,
                detectors,
                defaults,
                seeds,
                newThreshold,
                stats,
                newScore,
                newAucByEpoch,
                maxTrialSeconds);
    }
}
