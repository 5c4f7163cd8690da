package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.harness.experiment.ExperimentReader;

/** Every command in the README and in docs/ is one that the program takes; the README's main ones are run. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("\\./reconbench ([^`\\n#|]+)");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(docs.filter(page -> page.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.add(0, ROOT.resolve("README.md"));
            return pages;
        }
    }

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page).replace("\n> ", "\n");
            Matcher matcher = COMMAND.matcher(text.replaceAll("(--set)\\n", "$1 "));
            while (matcher.find()) {
                String words = matcher.group(1).strip().replaceAll("[.,;:)]+$", "");
                if (!words.startsWith("COMMAND") && !words.contains("...")) {
                    commands.add(words);
                }
            }
        }
        return commands.stream().distinct().toList();
    }

    @Test
    void there_are_commands_to_check() throws IOException {
        assertTrue(commands().size() > 15, commands().toString());
        assertTrue(commands().contains("run"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_program_takes_every_documented_command(String words) {
        // --help after it: options before it are still checked, and nothing runs.
        List<String> args = new ArrayList<>(List.of(words.split("\\s+")));
        args.add("--help");
        Captured captured = Captured.run(args.toArray(String[]::new));
        boolean wrongOnPurpose = words.equals("list metrix");
        assertEquals(wrongOnPurpose ? 2 : 0, captured.code(), captured.err());
    }

    @Test
    void the_readmes_own_data_commands_work_as_written(@TempDir Path temp) throws IOException {
        Path csv = temp.resolve("mine.csv");
        assertEquals(
                0,
                Captured.run("data", "generate", "easy-blobs", "--seed", "7", "-o", csv.toString())
                        .code());
        assertEquals(0, Captured.run("data", "inspect", csv.toString()).code());
        Captured run = Captured.run(
                "run", "--quick", "--datasets", csv.toString(), "--detectors", "norm,ae", "-o", temp + "/out");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("report.html"));
    }

    @Test
    void every_experiment_in_the_docs_reads() throws IOException {
        Pattern block = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
        int found = 0;
        for (Path page : pages()) {
            Matcher matcher = block.matcher(Files.readString(page));
            while (matcher.find()) {
                if (matcher.group(1).contains("detectors:")) {
                    ExperimentReader.read(page.getFileName().toString(), matcher.group(1), ROOT);
                    found++;
                }
            }
        }
        assertTrue(found >= 2, "found " + found);
    }

    @Test
    void every_link_between_pages_leads_somewhere() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
        for (Path page : pages()) {
            Matcher matcher = link.matcher(Files.readString(page));
            while (matcher.find()) {
                String target = matcher.group(1);
                if (!target.contains("://")) {
                    Path file = page.resolveSibling(target).normalize();
                    assertFalse(!Files.exists(file), page.getFileName() + " links to " + target);
                }
            }
        }
    }
}
