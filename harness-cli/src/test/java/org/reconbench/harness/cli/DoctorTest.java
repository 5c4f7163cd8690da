package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.ScoreCard;
import org.reconbench.harness.registry.Detectors;
import picocli.CommandLine;

class DoctorTest {
    @TempDir
    private Path directory = Path.of("");

    /** A detector called {@code ae} that ends as told and gives one value for every row. */
    private record Told(FitOutcome outcome, double value) implements Detector {
        @Override
        public DetectorCard card() {
            return new DetectorCard(
                    "ae",
                    Family.AE,
                    1,
                    "AE",
                    "for tests",
                    "none",
                    "none",
                    "",
                    List.of(ParamSpec.integer("epochs", 50, 1, 100, "epochs")),
                    List.of(ScoreCard.RECON));
        }

        @Override
        public FittedCohort fit(List<Member> members, FitContext context) {
            assertEquals(1, members.get(0).params().integer("epochs"));
            return new ToldCohort(outcome, value);
        }
    }

    private record ToldCohort(FitOutcome outcome, double value) implements FittedCohort {
        @Override
        public List<FitOutcome> outcomes() {
            return List.of(outcome);
        }

        @Override
        public Map<String, double[]> score(int member, Matrix rows, Collection<String> scores) {
            double[] values = new double[rows.rows()];
            Arrays.fill(values, value);
            return Map.of(ScoreCard.RECON.id(), values);
        }

        @Override
        public void close() {}
    }

    private record Broken() implements Detector {
        @Override
        public DetectorCard card() {
            return new Told(FitOutcome.Fitted.plain(), 0).card();
        }

        @Override
        public FittedCohort fit(List<Member> members, FitContext context) {
            throw new UnsatisfiedLinkError("no such library");
        }
    }

    private static Captured doctor(Detector... detectors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Console console = Console.of(stream, stream, Map.of(), false, false);
        int code = new CommandLine(new DoctorCommand(console, () -> Detectors.of(List.of(detectors)))).execute();
        return new Captured(code, out.toString(StandardCharsets.UTF_8), "");
    }

    @Test
    void a_sound_engine_passes() {
        Check check = EngineChecks.trial(new Told(FitOutcome.Fitted.plain(), 0.5));
        assertTrue(check.ok(), check.toString());
        assertTrue(check.detail().contains("PyTorch"));
    }

    @Test
    void an_engine_that_does_not_load_is_a_failed_line_not_a_crash() {
        Captured captured = doctor(new Broken());
        assertEquals(1, captured.code());
        String line = captured.out().replaceAll("\\s+", " ");
        assertTrue(line.contains("FAIL engine"), captured.out());
        assertTrue(line.contains("no such library"), captured.out());
        assertTrue(captured.outLines().stream().allMatch(text -> text.length() <= 80), captured.out());
    }

    @Test
    void an_engine_that_gives_no_numbers_fails() {
        assertFalse(EngineChecks.trial(new Told(new FitOutcome.Diverged(1, "the loss is NaN"), 0))
                .ok());
        assertFalse(EngineChecks.trial(new Told(FitOutcome.Fitted.plain(), Double.NaN))
                .ok());
    }

    @Test
    void absent_or_doubled_detectors_fail() {
        assertTrue(doctor().out().contains("FAIL  detectors"));
        Told twin = new Told(FitOutcome.Fitted.plain(), 0.5);
        assertTrue(doctor(twin, twin).out().contains("FAIL  detectors"));
    }

    @Test
    void trying_to_write_leaves_nothing_behind() throws IOException {
        assertTrue(MachineChecks.writable(directory.resolve("runs/deep")).ok());
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void the_machine_that_builds_it_has_java_and_memory() {
        assertTrue(MachineChecks.java().ok());
        assertTrue(MachineChecks.memory().detail().contains("GiB"));
        assertTrue(MachineChecks.disk(directory).detail().contains("free"));
    }
}
