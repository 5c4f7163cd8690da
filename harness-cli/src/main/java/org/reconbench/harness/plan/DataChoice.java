package org.reconbench.harness.plan;

import java.nio.file.Path;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.detector.Params;
import org.reconbench.data.DatasetCatalogue;
import org.reconbench.data.DatasetSource;
import org.reconbench.data.FileOptions;
import org.reconbench.data.TabularFile;
import org.reconbench.harness.experiment.Experiment;

/** A data set of the experiment, resolved: of the catalogue with its parameters, or a file. */
public sealed interface DataChoice {

    /** What the user calls it. */
    String name();

    /** {@code generated}, or the file's path as given. */
    String origin();

    /** Whether each seed draws it anew. */
    boolean seeded();

    /** Draws or reads it. */
    Dataset load(long seed);

    /** A data set of the catalogue. */
    record Generated(String name, DatasetSource source, Params params) implements DataChoice {
        @Override
        public String origin() {
            return "generated";
        }

        @Override
        public boolean seeded() {
            return source.seeded();
        }

        @Override
        public Dataset load(long seed) {
            return source.load(params, seed);
        }
    }

    /** A file. */
    record FromFile(String name, Path path, FileOptions options) implements DataChoice {
        @Override
        public String origin() {
            return path.toString();
        }

        @Override
        public boolean seeded() {
            return false;
        }

        @Override
        public Dataset load(long seed) {
            return TabularFile.read(path, options);
        }
    }

    /**
     * Resolves a data set of an experiment.
     *
     * @param source the experiment's file, for messages
     * @param settings parameters set on the command line
     * @throws InputException if there is no such data set or a parameter is refused
     */
    static DataChoice resolve(String source, Experiment.DatasetRef ref, Settings settings) {
        if (ref.path() != null) {
            FileOptions options = new FileOptions(ref.name(), ref.label(), ref.anomaly(), ref.drop());
            return new FromFile(ref.name(), ref.path(), options);
        }
        DatasetSource generated = DatasetCatalogue.find(ref.name())
                .orElseThrow(() -> Unknown.name(source, ref.line(), "data set", ref.name(), DatasetCatalogue.ids()));
        Params params = Choices.params(
                source,
                ref.line(),
                "data set '" + ref.name() + "'",
                generated.card().params(),
                Choices.merged(
                        ref.params(), settings.of(ref.name(), generated.card().params())));
        return new Generated(ref.name(), generated, params);
    }
}
