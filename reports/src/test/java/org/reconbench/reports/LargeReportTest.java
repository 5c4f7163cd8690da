package org.reconbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** 22 data sets, 25 configurations, 5 seeds: as large as a report promises to bear. */
class LargeReportTest {
    private static final long MOST_BYTES = 8_000_000;

    @TempDir
    static Path directory;

    private static Page page;

    @BeforeAll
    static void writeOnce() throws Exception {
        page = Page.of(Files.readString(HtmlReport.write(FabricatedRun.large().withExplanations(), directory)));
    }

    @Test
    void the_page_stays_small() throws Exception {
        long size = Files.size(directory.resolve("report.html"));
        assertTrue(size < MOST_BYTES && size > 1_000_000, size + " bytes");
    }

    @Test
    void what_belongs_to_one_data_set_is_folded_and_says_what_is_inside() {
        List<Element> parts =
                page.all("details", element -> element.getAttribute("id").startsWith("part-block"));
        assertEquals(22, parts.size());
        for (Element part : parts) {
            assertFalse(part.hasAttribute("open"));
            String summary = Page.below(part, "summary").get(0).getTextContent();
            assertTrue(summary.contains("best AUC-PR"), summary);
        }
    }

    @Test
    void no_picture_colours_more_lines_than_can_be_told_apart() {
        for (Element image : page.all("svg", FigureChecks::picture)) {
            long coloured = Page.below(image, "path").stream()
                    .filter(path -> path.getAttribute("fill").equals("none")
                            && path.getAttribute("stroke-width").equals("2"))
                    .map(path -> path.getAttribute("stroke") + path.getAttribute("stroke-dasharray"))
                    .distinct()
                    .count();
            assertTrue(coloured <= 11, coloured + " lines: " + FigureChecks.alt(page, image));
        }
    }

    @Test
    void only_shown_pictures_have_twins() {
        for (Element twin :
                page.all("a", element -> element.getAttribute("class").equals("twin"))) {
            assertTrue(Files.exists(directory.resolve(twin.getAttribute("href"))));
        }
        for (Element part :
                page.all("details", element -> element.getAttribute("class").equals("part"))) {
            assertTrue(Page.below(part, "a").stream()
                    .noneMatch(link -> link.getAttribute("class").equals("twin")));
        }
    }

    @Test
    void the_verdict_answers_the_five_questions_first() {
        List<String> asked = Page.below(page.section("summary"), "dt").stream()
                .map(Element::getTextContent)
                .limit(5)
                .toList();
        assertEquals(List.of("Which wins", "By how much", "Is it real", "Why", "At what cost"), asked);
    }

    @Test
    void one_picture_shows_every_configuration_on_every_data_set() {
        List<Element> maps = Page.below(page.section("datasets"), "svg").stream()
                .filter(FigureChecks::picture)
                .filter(image -> image.getTextContent().contains("AUC-PR of all on all"))
                .toList();
        assertEquals(1, maps.size());
        long numbers = Page.below(maps.get(0), "text").stream()
                .filter(text -> text.getTextContent().matches("[.][0-9]{2}[*]?|1"))
                .count();
        assertTrue(numbers >= 22 * 25, numbers + " numbers");
    }

    @Test
    void one_front_of_time_and_quality_spans_all_data_sets() {
        assertTrue(page.finding("cost").contains("22 data sets: nothing is both faster and better than"));
        assertTrue(Page.below(page.section("cost"), "svg").stream()
                .filter(FigureChecks::picture)
                .anyMatch(image -> image.getTextContent().contains("1 = the median configuration")));
    }

    @Test
    void a_note_on_one_data_set_leads_to_that_data_set() {
        List<String> targets = Page.below(page.section("comparison"), "a").stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertTrue(targets.stream()
                        .filter(href -> href.startsWith("#part-block-"))
                        .distinct()
                        .count()
                > 10);
        for (String target : targets) {
            assertEquals(
                    1,
                    page.all("*", element -> element.getAttribute("id").equals(target.substring(1)))
                            .size());
        }
    }
}
