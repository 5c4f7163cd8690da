package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Near-identical data sets of stored runs: counted once wherever data sets are counted. */
class GroupedRunTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private static StoredRuns seven() {
        return new StoredRuns()
                .on("d1", "d2", "d3", "d4", "d5", "d6", "d7")
                .under("p")
                .seeds(2)
                .of("ae", 1)
                .of("vae", 3);
    }

    private static String told(Captured captured) {
        assertEquals(0, captured.code(), captured.err());
        return captured.out().replaceAll("\\s+", " ");
    }

    @Test
    void the_report_says_how_many_blocks_there_are_and_why() throws IOException {
        Path run = seven().grouped("twins", "d1", "d5").write(temp.resolve("run"));
        told(Captured.run("report", run.toString()));
        String page = Files.readString(run.resolve("report.html"));
        assertTrue(page.contains("p, 7 data sets counted as 6"));
        assertTrue(page.contains("d1, d5 count as one (twins)"));
        Path plain = seven().write(temp.resolve("plain"));
        told(Captured.run("report", plain.toString()));
        String other = Files.readString(plain.resolve("report.html"));
        assertTrue(other.contains("p, 7 data sets") && !other.contains("counted as"));
    }

    @Test
    void export_ranks_over_groups_and_shows_every_data_set() {
        Path run = seven().grouped("twins", "d1", "d5").write(temp.resolve("run"));
        String json = told(Captured.run("export", run.toString(), "--format", "json"));
        assertTrue(json.contains("\"ranked_columns\" : 6"), json);
        assertTrue(json.contains("\"dataset\" : \"d5\""), json);
        assertTrue(json.contains("near-identical data sets taken as one: d1, d5 count as one (twins)"), json);
        String plain =
                told(Captured.run("export", seven().write(temp.resolve("plain")).toString(), "--format", "json"));
        assertTrue(plain.contains("\"ranked_columns\" : 7"), plain);
        assertTrue(plain.contains("beside the average rank over the 7 columns."), plain);
    }

    @Test
    void compare_needs_enough_after_grouping() {
        Path six = seven().grouped("twins", "d1", "d5").write(temp.resolve("six"));
        String over = told(Captured.run("compare", six.toString(), "--a", "ae", "--b", "vae"));
        assertTrue(
                over.contains("Over 7 data sets counted as 6, seeds averaged inside each; d1, d5 count as one"), over);
        Path five = seven().grouped("three", "d1", "d5", "d7").write(temp.resolve("five"));
        assertTrue(told(Captured.run("compare", five.toString(), "--a", "ae", "--b", "vae"))
                .contains("d1, p, over seeds"));
        Path fine = seven().named("b").shifted(1).write(temp.resolve("fine"));
        assertTrue(
                told(Captured.run("compare", six.toString(), fine.toString())).contains("over seeds"));
    }

    @Test
    void runs_that_group_otherwise_are_not_reported_as_one() {
        Path one = seven().grouped("twins", "d1", "d5").write(temp.resolve("one"));
        Path other = seven().named("b").grouped("pair", "d5", "d6").write(temp.resolve("other"));
        Captured captured = Captured.run(
                "report",
                one.toString(),
                other.toString(),
                "-o",
                temp.resolve("both").toString());
        assertEquals(2, captured.code());
        assertTrue(
                captured.err().contains("data set 'd5' is in group 'twins' in one run and in 'pair'"), captured.err());
        Path plain = seven().named("c").write(temp.resolve("plain"));
        told(Captured.run(
                "report",
                one.toString(),
                plain.toString(),
                "-o",
                temp.resolve("both").toString()));
    }
}
