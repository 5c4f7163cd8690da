package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of runs, and one report of several runs. */
class PublishCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private Path run(String name) {
        return new StoredRuns()
                .named(name)
                .on("<img src=x>")
                .under("p")
                .seeds(2)
                .of("ae", 1)
                .of("vae", 2)
                .write(temp.resolve("run-" + Integer.toHexString(name.hashCode())));
    }

    private Captured publish(Path run, String... more) {
        String[] words = new String[4 + more.length];
        words[0] = "publish";
        words[1] = run.toString();
        words[2] = "-o";
        words[3] = temp.resolve("site").toString();
        System.arraycopy(more, 0, words, 4, more.length);
        return Captured.run(words);
    }

    @Test
    void a_site_lists_its_runs_with_working_relative_links_and_harmless_names() throws IOException {
        assertEquals(0, publish(run("<script>alert(1)</script>")).code());
        Path index = temp.resolve("site/index.html");
        String page = Files.readString(index);
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"), page);
        assertTrue(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"), page);
        Matcher link = Pattern.compile("href=\"([^\"]*)\"").matcher(page);
        int found = 0;
        while (link.find()) {
            if (!link.group(1).startsWith("data:")) {
                assertTrue(Files.isRegularFile(index.resolveSibling(link.group(1))), link.group(1));
                found++;
            }
        }
        assertEquals(2, found);
    }

    @Test
    void publishing_again_adds_and_replaces_and_keeps_the_rest() throws IOException {
        assertEquals(0, publish(run("one"), "--title", "Ours & theirs").code());
        Path kept = Files.writeString(temp.resolve("site/CNAME"), "example.org");
        assertEquals(0, publish(run("two")).code());
        String both = Files.readString(temp.resolve("site/index.html"));
        assertTrue(both.contains(">one</a>") && both.contains(">two</a>"), both);
        assertTrue(both.contains("<h1>Ours &amp; theirs</h1>"), both);
        assertTrue(Files.exists(kept));
        assertEquals(
                0,
                publish(temp.resolve("run-" + Integer.toHexString("two".hashCode())))
                        .code());
        assertEquals(both, Files.readString(temp.resolve("site/index.html")));
    }

    @Test
    void a_report_that_is_replaced_loses_its_own_stale_files_and_no_others() throws IOException {
        Path run = run("one");
        assertEquals(0, publish(run).code());
        Path report = temp.resolve("site/runs/id-of-one");
        Path stale = Files.writeString(report.resolve("figures/old.png"), "ours once");
        Path foreign = Files.writeString(report.resolve("notes.txt"), "mine");
        Path outside = Files.writeString(temp.resolve("site/outside.txt"), "mine");
        Path content = temp.resolve("site/site.json");
        Files.writeString(
                content,
                Files.readString(content)
                        .replace("\"report.html\"", "\"report.html\", \"figures/old.png\", \"../../outside.txt\""));
        assertEquals(0, publish(run).code());
        assertFalse(Files.exists(stale));
        assertTrue(Files.exists(foreign) && Files.exists(outside));
        assertTrue(Files.exists(temp.resolve("site/.nojekyll")));
        assertFalse(Files.exists(temp.resolve("site/.publishing")));
    }

    @Test
    void a_failure_leaves_the_site_as_it_was() throws IOException {
        Path broken = run("broken");
        Files.writeString(broken.resolve("results.jsonl"), "no record\n");
        assertTrue(publish(broken).code() != 0);
        assertFalse(Files.exists(temp.resolve("site/site.json")));
        assertEquals(0, publish(run("one")).code());
        String before = Files.readString(temp.resolve("site/index.html"));
        assertTrue(publish(run("two"), broken.toString()).code() != 0);
        assertEquals(before, Files.readString(temp.resolve("site/index.html")));
        assertFalse(Files.exists(temp.resolve("site/runs/id-of-two")));
        assertFalse(Files.exists(temp.resolve("site/.publishing")));
    }

    @Test
    void a_directory_that_is_no_site_or_a_run_that_is_none_is_refused_and_left() throws IOException {
        Path other = Files.createDirectory(temp.resolve("site"));
        Files.writeString(other.resolve("index.html"), "mine");
        Captured refused = publish(run("one"));
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("is not empty and no site of ours"), refused.err());
        assertEquals("mine", Files.readString(other.resolve("index.html")));
        Files.writeString(other.resolve("site.json"), "{\"schema\": \"other\", \"runs\": []}");
        assertTrue(publish(run("two")).err().contains("has schema 'other'"));
        assertEquals(
                2,
                Captured.run("publish", temp.resolve("nowhere").toString(), "-o", temp + "/new")
                        .code());
    }

    @Test
    void several_runs_make_one_report_which_shows_the_trials_of_all() throws IOException {
        Path one = run("one");
        Path two = new StoredRuns()
                .named("two")
                .on("second")
                .under("p")
                .seeds(2)
                .of("norm", 1)
                .write(temp.resolve("two"));
        Path target = temp.resolve("report");
        Captured captured = Captured.run("report", one.toString(), two.toString(), "-o", target.toString());
        assertEquals(0, captured.code(), captured.err());
        String page = Files.readString(target.resolve("report.html"));
        assertTrue(page.contains("one + two") && page.contains("second"));
        assertFalse(Files.exists(one.resolve("report.html")));
        assertTrue(Captured.run("report", one.toString(), two.toString()).err().contains("needs -o DIR"));
        assertTrue(Captured.run("report", one.toString(), "-o", two.toString())
                .err()
                .contains("holds a run with a report of its own"));
    }
}
