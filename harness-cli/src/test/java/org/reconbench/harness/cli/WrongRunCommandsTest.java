package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stranger gets wrong on the command line of {@code run}: one message, code 2, nothing made. */
class WrongRunCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Captured run(String words) {
        List<String> args = new ArrayList<>(List.of("run", "--no-report", "--detectors", "norm"));
        args.addAll(List.of(words.split(" ")));
        args.addAll(List.of("-o", temp.resolve("out").toString()));
        return Captured.run(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seeds 0 | --seeds 0: must be a count from 1 to 9999, or a list of seeds",
                "--seeds 10000 | --seeds 10000: must be a count",
                "--seeds 1,1 | seed 1 stands there twice",
                "--jobs 0 | --jobs 0: must be an integer from 1 to 1024",
                "--memory 999999999999t | must be a size above 0 such as 512m or 4g, at most 1024t",
                "--memory 0 | must be a size above 0",
                "--trial-timeout 999999999h | must be a time above 0 such as 500ms, 90s, 10m or 1h, at most 8760h",
                "--retry-failed | --retry-failed: goes with --resume only",
                "--set threshold.rule=mode | threshold.rule: is 'mode'; must be one of train-quantile, mad",
                "--set scaler=minmax | --set scaler=minmax: 'contaminated': scaler = minmax: must be one of",
                "--shard 3/2 | --shard 3/2: must be i/n with i from 1 to n",
                "--shard 1/99 | there can be at most 2 shards",
                "--resume | no such run directory",
                "--datasets nowhere.csv | nowhere.csv: no such file",
            })
    void one_message_says_what_is_wrong_and_nothing_is_made(String words, String expected) {
        Captured captured = run(words);
        assertEquals(2, captured.code(), captured.err());
        assertTrue(captured.err().contains(expected), captured.err());
        assertTrue(captured.errLines().size() <= 2, captured.err());
        assertTrue(captured.errLines().stream().allMatch(line -> line.startsWith("reconbench: ")), captured.err());
        assertEquals("", captured.out());
        assertFalse(Files.exists(temp.resolve("out")));
    }

    @Test
    void a_data_file_given_as_the_experiment_is_told_where_it_belongs() throws IOException {
        Path csv = temp.resolve("mine.csv");
        Files.writeString(csv, "a,label\n1,0\n");
        Captured captured = Captured.run("run", csv.toString());
        assertEquals(2, captured.code());
        assertTrue(captured.err().contains("is a data file, not an experiment"), captured.err());
        assertTrue(captured.err().contains("--datasets " + csv), captured.err());
    }

    @Test
    void a_run_is_not_written_over_and_says_so_before_anything_else() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Files.writeString(out.resolve("thesis.txt"), "precious");
        Captured captured = run("--datasets easy-blobs");
        assertEquals(2, captured.code());
        assertEquals(1, captured.errLines().size(), captured.err());
        assertTrue(captured.err().contains("is not empty"), captured.err());
    }

    @Test
    void a_data_file_that_changed_is_named_when_its_run_is_resumed() throws IOException {
        Path csv = temp.resolve("mine.csv");
        StringBuilder text = new StringBuilder("a,label\n");
        for (int i = 0; i < 40; i++) {
            text.append(i).append(i % 4 == 0 ? ",1\n" : ",0\n");
        }
        Files.writeString(csv, text);
        assertEquals(0, run("--datasets " + csv).code());
        Files.writeString(csv, text.append("77,0\n"));
        Captured resumed =
                Captured.run("run", "--resume", "-o", temp.resolve("out").toString());
        assertEquals(2, resumed.code());
        assertTrue(resumed.err().contains("is not what it was when the run in"), resumed.err());
    }

    @Test
    void a_lone_seed_is_written_with_a_comma() throws IOException {
        assertEquals(0, run("--datasets easy-blobs --seeds 7,").code());
        List<String> lines = Files.readAllLines(temp.resolve("out/results.jsonl"));
        assertTrue(lines.stream().allMatch(line -> line.contains("\"seed\":7,")), lines.toString());
    }
}
