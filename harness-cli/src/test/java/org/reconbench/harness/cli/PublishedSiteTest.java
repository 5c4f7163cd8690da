package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.reports.browser.Browser;
import org.reconbench.reports.browser.Inspection;

/** A published site in a real browser: its index and every page that can be reached from it. */
class PublishedSiteTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @Test
    void every_page_reached_from_the_index_is_sound_and_every_link_resolves() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "no chromium on the path: the site is not tried in a browser");
        Path site = temp.resolve("site");
        assertEquals(
                0,
                Captured.run(
                                "publish",
                                run("usual", "blobs").toString(),
                                run("W".repeat(200) + "<script>alert(1)</script>", "<img src=x onerror=alert(1)>")
                                        .toString(),
                                "-o",
                                site.toString())
                        .code());
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> pages = new LinkedHashSet<>(List.of(site.resolve("index.html")));
        Deque<Path> ahead = new ArrayDeque<>(pages);
        try (Browser browser = Browser.start(program.orElseThrow(), temp.resolve("profile"))) {
            Inspection inspection = new Inspection(browser);
            while (!ahead.isEmpty()) {
                Path page = ahead.remove();
                inspect(browser, inspection, page);
                for (String link : inspection.linksAway()) {
                    Path target = Path.of(URI.create(link.replaceFirst("#.*", "")));
                    assertTrue(target.startsWith(site) && Files.isRegularFile(target), page + " leads to " + link);
                    files.add(target);
                    if (link.endsWith(".html") && pages.add(target)) {
                        ahead.add(target);
                    }
                }
            }
            assertEquals(List.of(), browser.complaints());
        }
        assertEquals(3, pages.size(), pages.toString());
        assertTrue(files.stream().anyMatch(file -> file.toString().endsWith("comparison.csv")), files.toString());
        assertTrue(files.contains(site.resolve("site.json")), files.toString());
    }

    private static void inspect(Browser browser, Inspection inspection, Path page) throws Exception {
        for (String scheme : List.of("light", "dark")) {
            browser.emulate("", Map.of("prefers-color-scheme", scheme));
            browser.open(page, scheme.equals("light") ? 390 : 1440, 900);
            inspection.unfold();
            assertEquals(List.of(), inspection.misfits(scheme.equals("light") ? 390 : 1440), page.toString());
            if (page.endsWith("index.html")) { // the reports' own test looks at their colours
                assertEquals(List.of(), inspection.weakText(), page + ", " + scheme);
            }
        }
        assertEquals(List.of(), inspection.deadLinks(), page.toString());
    }

    private Path run(String name, String dataset) {
        return new StoredRuns()
                .named(name)
                .on(dataset)
                .under("p")
                .seeds(2)
                .of("ae", 1)
                .of("vae", 2)
                .write(temp.resolve("run-" + Integer.toHexString(name.hashCode())));
    }
}
