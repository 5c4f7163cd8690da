package org.reconbench.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.reconbench.reports.document.Document;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.html.HtmlPage;
import org.reconbench.reports.section.Sections;
import org.reconbench.reports.study.Study;

/** Reports for tests in other packages: a usual one, one whose names try to do harm, and one of many data sets. */
public final class HostileReports {
    private HostileReports() {}

    /** Like the built-in families experiment. */
    public static Path plain(Path directory) {
        return page(FabricatedRun.families(6).withExplanations(), directory);
    }

    /** Names that are markup, formulas, endless or invisible. */
    public static Path hostile(Path directory) {
        String script = "<script>alert(1)</script>";
        String endless = "W".repeat(300);
        FabricatedRun run = new FabricatedRun(
                "odd\"><img src=x onerror=alert(1)>",
                List.of(script, "=cmd()|' /C calc'!A0", endless),
                List.of("contaminated"),
                List.of(
                        new FabricatedRun.Config("ae" + script, "ae", FabricatedRun.params(Map.of()), 2.5, null),
                        new FabricatedRun.Config(endless, "ae", FabricatedRun.params(Map.of()), 2, null),
                        FabricatedRun.vae("=cmd()", 1, 10, 2),
                        FabricatedRun.reference("norm", 0.4)),
                2);
        return page(run.withExplanations(), directory);
    }

    /** So many data sets that what belongs to one of them is folded. */
    public static Path folded(Path directory) {
        FabricatedRun run = new FabricatedRun(
                "five data sets",
                List.of("first", "second", "third", "fourth", "fifth"),
                List.of("contaminated"),
                List.of(
                        FabricatedRun.reference("norm", 0.4),
                        new FabricatedRun.Config("ae", "ae", FabricatedRun.params(Map.of()), 2.6, null),
                        FabricatedRun.vae("vae", 1, 10, 3.1),
                        FabricatedRun.vae("beta-vae", 4, 10, 0.6)),
                2);
        return page(run.withExplanations(), directory);
    }

    /** The page alone, without drawing the PNG twins that it links to. */
    private static Path page(FabricatedRun run, Path directory) {
        Document document = Sections.document(new Study(run));
        Set<String> twins = document.shown().stream().map(Figures.Panel::id).collect(Collectors.toUnmodifiableSet());
        try {
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve("report.html"), HtmlPage.render(document, twins));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
