package org.reconbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.ComparisonTable;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.w3c.dom.Element;

/** The page of a plausible run, and the promises that hold for every page. */
class HtmlReportTest {
    @TempDir
    static Path directory;

    private static FabricatedRun run;
    private static Page page;

    @BeforeAll
    static void writeOnce() throws Exception {
        run = FabricatedRun.families(6);
        Path file = HtmlReport.write(run, directory.resolve("run"));
        page = Page.of(Files.readString(file));
    }

    @Test
    void sections_stand_in_order_and_each_opens_with_its_finding() {
        assertEquals(
                List.of(
                        "summary",
                        "comparison",
                        "effects",
                        "significance",
                        "datasets",
                        "training",
                        "latent",
                        "cost",
                        "robustness",
                        "claims",
                        "coverage",
                        "data",
                        "method",
                        "reproduce",
                        "downloads"),
                page.sections());
        for (String id : page.sections()) {
            Element first = Page.below(page.section(id), "p").get(0);
            assertEquals("finding", first.getAttribute("class"));
            assertTrue(first.getTextContent().endsWith("."), first.getTextContent());
        }
    }

    @Test
    void nothing_is_fetched_from_anywhere() {
        for (Element element : page.all("*")) {
            for (String attribute : List.of("src", "href", "srcset", "action", "poster", "data")) {
                String value = element.getAttribute(attribute);
                assertTrue(
                        value.isEmpty()
                                || value.startsWith("#")
                                || value.startsWith("data:")
                                || value.startsWith("figures/")
                                || value.startsWith("tables/"),
                        value);
            }
            assertEquals("", element.getAttribute("style"), "inline styles would be refused by the policy");
        }
        assertFalse(
                Pattern.compile("url\\(|@import|https?:").matcher(page.text()).find());
    }

    @Test
    void the_policy_allows_the_page_s_own_style_and_script_and_nothing_else() throws Exception {
        Element meta = page.all(
                        "meta", element -> element.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .get(0);
        assertEquals(
                "default-src 'none'; img-src data:; style-src '" + digest(only("style")) + "'; script-src '"
                        + digest(only("script")) + "'; base-uri 'none'; form-action 'none'",
                meta.getAttribute("content"));
    }

    private static String only(String tag) {
        List<Element> found = page.all(tag);
        assertEquals(1, found.size());
        return found.get(0).getTextContent();
    }

    private static String digest(String text) throws Exception {
        byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void every_picture_has_an_alternative_text_a_caption_numbers_and_a_twin_that_is_not_blank() throws Exception {
        List<Element> images = page.all("svg", FigureChecks::picture);
        // 2 protocols x (effects, ranks, pairs, points, ROC, PR, 9 histograms, contamination, 4 training quantities,
        // cost)
        assertEquals(2 * (1 + 2 + 1 + 2 + 9 + 1 + 4 + 1), images.size());
        for (Element image : images) {
            assertTrue(FigureChecks.alt(page, image).length() > 30);
            int marks =
                    Page.below(image, "path").size() + Page.below(image, "rect").size();
            assertTrue(marks > 2, "a picture has lines");
            assertTrue(Page.below(image, "text").size() > 3, "a picture has words");
            Element twin = Page.below((Element) image.getParentNode(), "a").get(0);
            BufferedImage decoded = ImageIO.read(
                    directory.resolve("run").resolve(twin.getAttribute("href")).toFile());
            assertEquals(2 * Integer.parseInt(image.getAttribute("width")), decoded.getWidth());
            assertTrue(colours(decoded) > 10, twin + " is blank");
        }
        for (Element figure : page.all("figure")) {
            assertEquals(1, Page.below(figure, "figcaption").size());
            assertTrue(Page.below(figure, "td").size() > 1, "numbers under the figure");
        }
        try (Stream<Path> files = Files.list(directory.resolve("run/figures"))) {
            assertEquals(images.size(), files.count());
        }
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }

    @Test
    void numbers_in_the_table_are_those_of_the_comparison() {
        List<Row> rows = ComparisonTable.of(run.trials()).rows();
        List<Element> lines = Page.below(page.section("comparison"), "tbody").stream()
                .flatMap(body -> Page.below(body, "tr").stream())
                .toList();
        assertEquals(rows.size(), lines.size());
        List<Measure> columns = List.of(
                Measure.PRECISION,
                Measure.RECALL,
                Measure.F1,
                Measure.AUC_ROC,
                Measure.AUC_PR,
                Measure.ORACLE_F1,
                Measure.ORACLE_PRECISION,
                Measure.ORACLE_RECALL,
                Measure.TRAIN_SECONDS);
        for (int i = 0; i < rows.size(); i++) {
            List<Element> cells = Page.below(lines.get(i), "td");
            assertEquals(
                    rows.get(i).label(),
                    Page.below(lines.get(i), "th").get(0).getTextContent().strip());
            for (int c = 0; c < columns.size(); c++) {
                Cell cell = rows.get(i).cell(columns.get(c));
                Double mean = cell.mean();
                Double sd = cell.sd();
                assertTrue(mean != null && sd != null);
                assertEquals(mean, Double.parseDouble(cells.get(c).getAttribute("data-v")));
                if (columns.get(c) != Measure.TRAIN_SECONDS) {
                    assertEquals(
                            String.format(java.util.Locale.ROOT, "%.3f \u00b1 %.3f", mean, sd),
                            cells.get(c).getTextContent());
                }
            }
        }
    }

    @Test
    void oracle_columns_are_marked() {
        List<Element> oracle = Page.below(page.section("comparison"), "th").stream()
                .filter(header -> header.getAttribute("class").equals("n o"))
                .toList();
        assertEquals(6, oracle.size());
        for (Element header : oracle) {
            assertTrue(header.getTextContent().endsWith("\u2020"));
            assertTrue(header.getAttribute("title").contains("test labels"));
        }
    }

    @Test
    void the_summary_names_the_winners_and_what_norm_says() {
        String finding = page.finding("summary");
        for (String protocol : List.of("contaminated", "normal-only")) {
            assertTrue(finding.contains(protocol), finding);
        }
        String summary = page.section("summary").getTextContent();
        assertTrue(summary.contains("its lead over"), summary);
        assertTrue(Pattern.compile("above norm: [^;]*\\bae\\b").matcher(summary).find(), summary);
        assertTrue(summary.contains("106 ok, 2 not ok, 0 without a result, of 108 planned trials"), summary);
    }

    @Test
    void failures_are_listed_with_their_reason() {
        String coverage = page.section("coverage").getTextContent();
        assertTrue(page.finding("coverage").startsWith("2 of 108 planned trials did not end ok: 2 diverged"), coverage);
        assertTrue(coverage.contains("the loss left the finite numbers at epoch 7"));
    }

    @Test
    void the_page_speaks_a_language_and_its_ids_are_unique() {
        assertEquals("en", ((Element) page.all("body").get(0).getParentNode()).getAttribute("lang"));
        assertEquals(1, page.all("h1").size());
        Set<String> ids = new HashSet<>();
        for (Element element : page.all("*")) {
            String id = element.getAttribute("id");
            assertTrue(id.isEmpty() || ids.add(id), id);
        }
        for (Element element : page.all("*")) {
            for (String attribute : List.of("aria-labelledby", "aria-describedby")) {
                String target = element.getAttribute(attribute);
                assertTrue(target.isEmpty() || ids.contains(target), target);
            }
        }
    }

    @Test
    void equal_runs_give_equal_bytes() throws Exception {
        HtmlReport.write(FabricatedRun.small(), directory.resolve("first"));
        HtmlReport.write(FabricatedRun.small(), directory.resolve("second"));
        Map<String, String> first = bytes(directory.resolve("first"));
        assertTrue(first.size() > 10);
        assertEquals(first, bytes(directory.resolve("second")));
    }

    private static Map<String, String> bytes(Path root) throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(root.relativize(file).toString(), Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return all;
    }
}
