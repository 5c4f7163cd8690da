package org.reconbench.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.reconbench.core.run.RunArchive;
import org.reconbench.reports.document.Document;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.html.HtmlPage;
import org.reconbench.reports.png.Pictures;
import org.reconbench.reports.section.Sections;
import org.reconbench.reports.study.Study;
import org.reconbench.reports.table.ComparisonCsv;
import org.reconbench.reports.table.MarkdownTables;

/**
 * Writes the report of a stored run.
 *
 * <p>Reads the archive only, trains nothing, asks no clock: equal archives give equal bytes on one machine.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes {@code report.html}, {@code figures/*.png}, {@code tables/comparison.csv} and {@code tables/comparison.md}
     * into the directory, over an earlier report's. The pictures of the page are inside it; those that it shows unfolded
     * have a PNG twin in {@code figures/}, which stays empty on a machine without fonts.
     *
     * @param directory made if absent
     * @return the path of report.html
     * @throws UncheckedIOException if a file cannot be written
     */
    public static Path write(RunArchive run, Path directory) {
        Study study = new Study(run);
        Document document = Sections.document(study);
        try {
            Path figures = Files.createDirectories(directory.resolve("figures"));
            Path tables = Files.createDirectories(directory.resolve("tables"));
            Set<String> twins = Pictures.canDraw() ? pictures(document, figures) : Set.of();
            String page = HtmlPage.render(document, twins);
            write(tables.resolve("comparison.csv"), ComparisonCsv.of(study.table()));
            write(tables.resolve("comparison.md"), MarkdownTables.of(document, "comparison"));
            return write(directory.resolve("report.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the report could not be written to " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Draws the shown panels, on all cores: each picture depends on its own plot alone. */
    private static Set<String> pictures(Document document, Path figures) {
        document.shown().parallelStream().forEach(panel -> {
            try {
                Files.write(figures.resolve(panel.id() + ".png"), Pictures.png(panel.plot()));
            } catch (IOException e) {
                throw new UncheckedIOException("a figure could not be written: " + e.getMessage(), e);
            }
        });
        return document.shown().stream().map(Figures.Panel::id).collect(Collectors.toUnmodifiableSet());
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
