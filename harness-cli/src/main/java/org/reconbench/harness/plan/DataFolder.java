package org.reconbench.harness.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reconbench.core.InputException;
import org.reconbench.harness.experiment.Experiment;
import org.reconbench.harness.experiment.ExperimentReader;

/** Puts the data files of a directory in the directory's place, ordered by a leading number, then by name. */
final class DataFolder {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9}).*");

    private DataFolder() {}

    /**
     * The data sets of an experiment, directories replaced by their files.
     *
     * @throws InputException if a directory cannot be read or holds no data file, or two data sets have one name
     */
    static List<Experiment.DatasetRef> expand(Experiment experiment) {
        List<Experiment.DatasetRef> refs = new ArrayList<>();
        for (Experiment.DatasetRef ref : experiment.datasets()) {
            Path path = ref.path();
            if (!ref.isFolder() || path == null) {
                refs.add(ref);
                continue;
            }
            for (Path file : files(experiment.source(), ref.line(), path)) {
                refs.add(ExperimentReader.file(file, ref.line()));
            }
        }
        Set<String> names = new HashSet<>();
        for (Experiment.DatasetRef ref : refs) {
            if (!names.add(ref.name())) {
                throw Choices.at(experiment.source(), ref.line(), "there are two data sets named '" + ref.name() + "'");
            }
        }
        return refs;
    }

    private static List<Path> files(String source, int line, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw Choices.at(
                    source,
                    line,
                    "there is no directory '" + directory + "'; name one with --datasets DIR, or copy the public sets"
                            + " there: ./reconbench data fetch all --from PLACE -o " + directory);
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(file -> ExperimentReader.isDataFile(file.toString()))
                    .sorted(Comparator.comparingInt(DataFolder::number)
                            .thenComparing(file -> file.getFileName().toString()))
                    .toList();
            if (files.isEmpty()) {
                throw Choices.at(source, line, "directory '" + directory + "' holds no .csv, .tsv, .txt or .npz file");
            }
            return files;
        } catch (IOException e) {
            throw InputException.inFile(directory, "cannot be listed: " + e.getMessage(), e);
        }
    }

    private static int number(Path file) {
        Matcher matcher = NUMBER.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
    }
}
