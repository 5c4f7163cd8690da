package org.reconbench.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.detector.Params;
import org.reconbench.data.DatasetCard;
import org.reconbench.data.DatasetCatalogue;
import org.reconbench.data.DatasetSource;
import org.reconbench.data.TabularFileWriter;
import org.reconbench.harness.experiment.Overrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data generate NAME -o FILE}: draws a data set of the catalogue, unscaled, normal rows first. */
@Command(
        name = "generate",
        description = {
            "Draw a synthetic data set and write it to a CSV or NPZ file: unscaled,",
            "normal rows first, last column 'label' (1 = anomaly)."
        })
final class DataGenerateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME", description = "A data set that 'list datasets' shows.")
    private String name = "";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draw (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to write; the name ends in .csv or .npz.")
    private @Nullable Path output;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A parameter of the data set; repeatable.")
    private List<String> settings = List.of();

    @Option(names = "--force", description = "Write over FILE if it is there.")
    private boolean force;

    DataGenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path target = target();
        Dataset data = draw(name, settings, seed);
        write(data, target);
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %d rows, %d features, %d anomalies",
                        target,
                        data.rows().rows(),
                        data.rows().columns(),
                        data.labels().anomalies()));
        return ExitCode.OK.code();
    }

    /** Draws a data set of the catalogue. */
    static Dataset draw(String name, List<String> settings, long seed) {
        DatasetSource source = DatasetCatalogue.find(name)
                .orElseThrow(() -> InputException.of("unknown data set '" + name + "'"
                        + Suggestion.hint(name, DatasetCatalogue.ids()) + "; there are "
                        + String.join(", ", DatasetCatalogue.ids())));
        DatasetCard card = source.card();
        Params params;
        try {
            params = Params.resolve("data set '" + card.id() + "'", card.params(), Overrides.settings(settings));
        } catch (IllegalArgumentException e) {
            throw InputException.of(String.valueOf(e.getMessage()));
        }
        return source.load(params, seed);
    }

    private Path target() {
        Path target = Objects.requireNonNull(output, "picocli demands it");
        if (!isCsv(target) && !isNpz(target)) {
            throw InputException.inFile(target, "the name must end in .csv or .npz");
        }
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw InputException.inFile(target, "'" + directory + "' is not a directory that can be written to");
        }
        if (Files.isDirectory(target)) {
            throw InputException.inFile(target, "is a directory");
        }
        if (Files.exists(target) && !force) {
            throw InputException.inFile(target, "is there already; --force writes over it");
        }
        return target;
    }

    /** Writes beside the target and moves into place, so that a failure leaves the old file whole. */
    private static void write(Dataset data, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (isCsv(target)) {
                TabularFileWriter.csv(data, part);
            } else {
                TabularFileWriter.npz(data, part);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            discard(part);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCsv(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static boolean isNpz(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".npz");
    }
}
