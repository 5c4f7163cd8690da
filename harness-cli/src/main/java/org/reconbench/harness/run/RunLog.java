package org.reconbench.harness.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.plan.Cohort;

/**
 * Writes run.log: what began and ended when, one plain line each; appended to by every attempt. It tells the clock's time
 * even where records state a fixed one. Thread-safe.
 */
final class RunLog implements AutoCloseable {
    private final BufferedWriter writer;

    private RunLog(BufferedWriter writer) {
        this.writer = writer;
    }

    static RunLog open(Path file) {
        try {
            return new RunLog(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A listener that writes here and passes everything on. */
    RunListener before(RunListener next) {
        return new RunListener() {
            @Override
            public void begin(int toRun, int held) {
                line(Pace.BEGINS + toRun + " trials to run, " + held + " held already");
                next.begin(toRun, held);
            }

            @Override
            public void cohortBegins(Cohort cohort) {
                line("cohort of " + cohort.trials().size() + " begins: "
                        + cohort.trials().get(0).label());
                next.cohortBegins(cohort);
            }

            @Override
            public void epochs(Cohort cohort, int done, int total) {
                next.epochs(cohort, done, total);
            }

            @Override
            public void recorded(TrialRecord record) {
                TrialRecord.Failure failure = record.failure();
                line(record.trialId() + " " + record.status().id() + " "
                        + record.detector().name() + " seed " + record.seed()
                        + (failure == null ? "" : ": " + failure.phase() + ": " + failure.message()));
                next.recorded(record);
            }

            @Override
            public void cohortEnded(Cohort cohort) {
                next.cohortEnded(cohort);
            }

            @Override
            public void end() {
                line("run ends");
                next.end();
            }
        };
    }

    private synchronized void line(String text) {
        try {
            writer.write(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
