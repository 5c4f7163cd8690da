package org.reconbench.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
     * into the directory, over an earlier report's. Where the machine has no fonts the page says so in the place of its
     * pictures and {@code figures/} stays empty.
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
            Map<String, byte[]> pictures = Pictures.canDraw() ? pictures(document, figures) : Map.of();
            String page = HtmlPage.render(document, panel -> pictures.getOrDefault(panel.id(), new byte[0]));
            write(tables.resolve("comparison.csv"), ComparisonCsv.of(study.table()));
            write(tables.resolve("comparison.md"), MarkdownTables.of(document, "comparison"));
            return write(directory.resolve("report.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the report could not be written to " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Draws every panel, on all cores: each picture depends on its own plot alone. */
    private static Map<String, byte[]> pictures(Document document, Path figures) {
        return document.sections().stream()
                .flatMap(section -> section.elements().stream())
                .filter(Figures.class::isInstance)
                .flatMap(element -> ((Figures) element).panels().stream())
                .toList()
                .parallelStream()
                .collect(Collectors.toConcurrentMap(Figures.Panel::id, panel -> picture(panel, figures)));
    }

    private static byte[] picture(Figures.Panel panel, Path figures) {
        byte[] png = Pictures.png(panel.plot());
        try {
            Files.write(figures.resolve(panel.id() + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException("a figure could not be written: " + e.getMessage(), e);
        }
        return png;
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
