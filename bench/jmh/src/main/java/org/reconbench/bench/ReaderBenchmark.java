package org.reconbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.detector.Params;
import org.reconbench.data.DatasetCatalogue;
import org.reconbench.data.DatasetSource;
import org.reconbench.data.FileOptions;
import org.reconbench.data.TabularFile;
import org.reconbench.data.TabularFileWriter;

/** Readers of tables with 20 features, written with full precision. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReaderBenchmark {
    /** How the file is written. */
    @Param({"csv", "npz"})
    String format = "";

    /** The number of rows. */
    @Param({"1000", "10000", "100000"})
    int rows;

    private Path file = Path.of("");

    /** Writes the file. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("reader-benchmark", "." + format);
        DatasetSource source = DatasetCatalogue.find("seed-blobs").orElseThrow();
        Params params = Params.resolve("seed-blobs", source.card().params(), Map.of("n", rows));
        Dataset dataset = source.load(params, 0);
        if (format.equals("csv")) {
            TabularFileWriter.csv(dataset, file);
        } else {
            TabularFileWriter.npz(dataset, file);
        }
    }

    /** Takes it away. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** From bytes to a data set, its fingerprint included. */
    @Benchmark
    public int read() {
        return TabularFile.read(file, FileOptions.DEFAULT).rows().rows();
    }
}
