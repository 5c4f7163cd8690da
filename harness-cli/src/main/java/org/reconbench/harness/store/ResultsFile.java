package org.reconbench.harness.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.core.InputException;
import org.reconbench.core.run.TrialRecord;

/**
 * The one writer of results.jsonl. A record is on disk when {@link #append} returns; a line that a kill cut off is
 * removed when the file is opened again. The file is locked while open, so that two runs cannot mix. Thread-safe.
 */
public final class ResultsFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final FileChannel lock;

    private ResultsFile(Path file, FileChannel channel, FileChannel lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the file for appending, creating it if need be.
     *
     * @throws InputException if another process writes to it
     */
    public static ResultsFile open(RunDirectory directory) {
        Path file = directory.results();
        try {
            // A file of its own: a POSIX lock is lost when the process closes any other handle of the same file.
            FileChannel lock = FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw InputException.inFile(directory.root(), "another process is writing to this run");
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long complete = 0;
            for (String line : RunDirectory.completeLines(file)) {
                complete += line.getBytes(StandardCharsets.UTF_8).length + 1;
            }
            channel.truncate(complete);
            channel.position(complete);
            return new ResultsFile(file, channel, lock);
        } catch (IOException e) {
            throw InputException.inFile(file, "cannot be written: " + IoReason.of(e), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether a process is writing to the run at this moment. */
    public static boolean beingWritten(RunDirectory directory) {
        if (!Files.exists(directory.lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(directory.lock(), StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            return false;
        }
    }

    /** Appends records and waits until they are on disk. */
    public synchronized void append(List<TrialRecord> records) {
        StringBuilder lines = new StringBuilder();
        for (TrialRecord record : records) {
            lines.append(Json.line(record)).append('\n');
        }
        try {
            RunDirectory.writeFully(channel, lines.toString());
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts the final record of each trial in the order of the plan and drops superseded ones: the same run gives the
     * same file, whatever order its trials ended in. The old file stands until the new one is complete.
     */
    public synchronized void settle(List<String> trialIds) {
        Map<String, TrialRecord> last = readLast(file);
        StringBuilder lines = new StringBuilder();
        for (String trialId : trialIds) {
            TrialRecord record = last.get(trialId);
            if (record != null) {
                lines.append(Json.line(record)).append('\n');
            }
        }
        RunDirectory.writeWhole(file, lines.toString());
    }

    /** The last record of each trial, in order of appearance. */
    static Map<String, TrialRecord> readLast(Path file) {
        Map<String, TrialRecord> last = new LinkedHashMap<>();
        int number = 0;
        for (String line : RunDirectory.completeLines(file)) {
            number++;
            TrialRecord record;
            try {
                record = Json.read(line, TrialRecord.class);
            } catch (IllegalArgumentException e) {
                throw InputException.atLine(file, number, "is not a trial record: " + e.getMessage());
            }
            String schema = record.schema();
            if (!TrialRecord.SCHEMA.equals(schema)) {
                throw InputException.atLine(
                        file, number, "has schema '" + schema + "'; this version reads " + TrialRecord.SCHEMA);
            }
            last.put(record.trialId(), record);
        }
        return last;
    }

    /** The last record of each trial of a run that may not be finished. */
    public static List<TrialRecord> read(RunDirectory directory) {
        return new ArrayList<>(readLast(directory.results()).values());
    }

    @Override
    public void close() {
        try (lock) {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
