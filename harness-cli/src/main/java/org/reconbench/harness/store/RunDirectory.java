package org.reconbench.harness.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.reconbench.core.InputException;

/**
 * The layout of a run directory, and safe ways to put files into it: whole files appear at once or not at all.
 *
 * @param root the directory
 */
public record RunDirectory(Path root) {
    private static final String RESULTS = "results.jsonl";

    /**
     * Makes a new run directory.
     *
     * @throws InputException if the path holds anything, is no directory, or cannot be written
     */
    public static RunDirectory create(Path root) {
        RunDirectory directory = new RunDirectory(root);
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw InputException.inFile(root, "is a file; a run needs a directory");
        }
        directory.refuseAnotherRun();
        try {
            if (Files.isDirectory(root) && !directory.unborn()) {
                throw InputException.inFile(root, "is not empty; give -o a new or empty directory");
            }
            Files.createDirectories(directory.scores());
            Files.createDirectories(directory.curves());
            Files.createDirectories(directory.explanations());
        } catch (IOException e) {
            throw InputException.inFile(root, "cannot be written: " + IoReason.of(e), e);
        }
        return directory;
    }

    /**
     * Refuses a directory that holds a run.
     *
     * @throws InputException if it does
     */
    public void refuseAnotherRun() {
        if (holdsRun()) {
            throw InputException.inFile(
                    root, "holds another run; use --resume to go on with it, or give -o another directory");
        }
    }

    /** Whether nothing is here, or only what a run left that was killed before its manifest stood. */
    private boolean unborn() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> found = entries.toList();
            return found.isEmpty() || (found.contains(lock()) && ownFiles().containsAll(found) && noResults());
        }
    }

    private List<Path> ownFiles() {
        List<Path> own = new ArrayList<>(List.of(lock(), log(), results(), scores(), curves(), explanations()));
        for (Path file : List.of(experiment(), resolved(), environment(), manifest())) {
            own.add(file);
            own.add(partOf(file));
        }
        return own;
    }

    private boolean noResults() throws IOException {
        return !Files.exists(results()) || Files.size(results()) == 0;
    }

    /** Takes away what was made of a run that could not begin; what is not of its making, or holds results, stays. */
    public void discard() throws IOException {
        if (holdsRun() || !Files.isDirectory(root) || !unborn()) {
            return;
        }
        for (Path file : ownFiles()) {
            Files.deleteIfExists(file);
        }
        try (Stream<Path> entries = Files.list(root)) {
            if (entries.findAny().isEmpty()) {
                Files.delete(root);
            }
        }
    }

    /**
     * Opens an existing run directory.
     *
     * @throws InputException if there is no run
     */
    public static RunDirectory open(Path root) {
        RunDirectory directory = new RunDirectory(root);
        if (!Files.isDirectory(root)) {
            throw InputException.inFile(root, "no such run directory");
        }
        if (!directory.holdsRun()) {
            throw InputException.inFile(root, "holds no run: manifest.jsonl is missing");
        }
        return directory;
    }

    /** Whether a run was begun here. */
    public boolean holdsRun() {
        return Files.exists(manifest());
    }

    /** The effective experiment, ready to be run again. */
    public Path experiment() {
        return root.resolve("experiment.yaml");
    }

    /** What was resolved from it. */
    public Path resolved() {
        return root.resolve("experiment.resolved.json");
    }

    /** Every planned trial. Written last of the files of a new run: its presence says that the run was begun. */
    public Path manifest() {
        return root.resolve("manifest.jsonl");
    }

    /** Versions, hardware, threads. */
    public Path environment() {
        return root.resolve("environment.json");
    }

    /** One line a final trial. */
    public Path results() {
        return root.resolve(RESULTS);
    }

    /** What happened when, in plain lines. */
    public Path log() {
        return root.resolve("run.log");
    }

    /** The complete lines of the log; none if it is absent. */
    public List<String> logLines() {
        return completeLines(log());
    }

    /** Locked by the one process that writes. */
    Path lock() {
        return root.resolve(".lock");
    }

    /** The folder of scores. */
    public Path scores() {
        return root.resolve("scores");
    }

    /** The folder of curves. */
    public Path curves() {
        return root.resolve("curves");
    }

    /** The folder of explanations; runs of earlier versions have none. */
    public Path explanations() {
        return root.resolve("explanations");
    }

    /** The scores of one trial. */
    public Path scores(String trialId) {
        return scores().resolve(trialId + ".npz");
    }

    /** The curve of one trial. */
    public Path curve(String trialId) {
        return curves().resolve(trialId + ".csv");
    }

    /** The explanation of one trial. */
    public Path explanation(String trialId) {
        return explanations().resolve(trialId + ".npz");
    }

    /** The lines of a file of lines; none if it is absent. A last line without its line feed was cut off: left out. */
    static List<String> completeLines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>();
            int start = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
                lines.add(text.substring(start, end));
                start = end + 1;
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a whole text file: it appears complete, on disk, or not at all. */
    public static void writeWhole(Path file, String text) {
        Path part = partOf(file);
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                writeFully(channel, text);
                channel.force(true);
            }
            moveInto(part, file);
        } catch (IOException e) {
            deleteQuietly(part, e);
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteQuietly(Path part, IOException because) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    static void writeFully(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Moves a finished part into place, atomically where the file system can. */
    static void moveInto(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
