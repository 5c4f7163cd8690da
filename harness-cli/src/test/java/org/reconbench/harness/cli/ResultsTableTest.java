package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.harness.store.StoredRun;

class ResultsTableTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Block block() {
        StoredRuns runs = new StoredRuns()
                .on("d")
                .under("p")
                .seeds(3)
                .of("norm", .5)
                .of("ae", 3)
                .failing("ae");
        for (int i = 0; i < 38; i++) {
            runs.of("a-detector-with-a-rather-long-name", Map.of("beta", i, "warmup", Map.of("schedule", "linear")), 1);
        }
        Path root = runs.write(temp.resolve("run"));
        return ComparisonTable.of(StoredRun.read(RunDirectory.open(root)).trials())
                .blocks()
                .get(0);
    }

    @Test
    void forty_configurations_with_long_names_fit_eighty_columns() {
        List<String> lines = ResultsTable.lines(block(), 80, false);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), String.join("\n", lines));
        assertTrue(lines.stream().noneMatch(line -> line.contains("\u001b")));
    }

    @Test
    void colour_changes_nothing_but_colour() {
        Block block = block();
        List<String> coloured = ResultsTable.lines(block, 80, true);
        assertEquals(
                ResultsTable.lines(block, 80, false),
                coloured.stream()
                        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                        .toList());
        assertTrue(coloured.stream().anyMatch(line -> line.startsWith("\u001b[1;32m")), "the best stands out");
    }
}
