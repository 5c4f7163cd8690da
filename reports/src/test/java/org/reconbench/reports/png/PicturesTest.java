package org.reconbench.reports.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.CloudPlot;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.plot.Line;
import org.reconbench.reports.plot.LinePlot;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.plot.ScatterPlot;

class PicturesTest {
    @Test
    void equal_plots_give_equal_bytes() {
        assertArrayEquals(Pictures.png(line("a title")), Pictures.png(line("a title")));
    }

    @Test
    void a_line_has_its_colour_and_paper_is_white() {
        BufferedImage image = Pictures.draw(line("a title"));
        assertEquals(0xFFFFFF, image.getRGB(1, 1) & 0xFFFFFF);
        assertTrue(has(image, 0x0072B2), "the line's blue");
    }

    @Test
    void a_long_title_leaves_the_margins_white() {
        BufferedImage image = Pictures.draw(line("W".repeat(500)));
        for (int x : new int[] {0, 8, image.getWidth() - 8, image.getWidth() - 1}) {
            for (int y = 0; y < 60; y++) {
                assertEquals(0xFFFFFF, image.getRGB(x, y) & 0xFFFFFF);
            }
        }
    }

    @Test
    void a_heat_map_runs_from_dark_blue_to_yellow_and_frames_the_best() {
        BufferedImage image = Pictures.draw(new HeatPlot(
                "t",
                "x",
                "y",
                List.of("1", "2"),
                List.of("3"),
                List.of(new HeatPlot.Cell(0.1, "0.1", false), new HeatPlot.Cell(0.9, "0.9", true)),
                "s",
                400,
                300));
        assertTrue(has(image, 0x00224E) && has(image, 0xFEE838) && has(image, 0xD55E00));
    }

    @Test
    void cells_without_a_value_are_drawn_too() {
        BufferedImage image = Pictures.draw(new HeatPlot(
                "t",
                "x",
                "y",
                List.of("1"),
                List.of("3"),
                List.of(new HeatPlot.Cell(null, "none", false)),
                "s",
                400,
                300));
        assertTrue(has(image, 0xEEEEEE));
    }

    @Test
    void a_point_on_a_logarithmic_axis_is_drawn_even_when_its_bar_reaches_below_zero() {
        BufferedImage image = Pictures.draw(new ScatterPlot(
                "t",
                Axis.log("s"),
                Axis.unit("q"),
                List.of(new ScatterPlot.Point("p", Palette.compared(1), 0.1, -0.1, 0.3, 0.5, 0.4, 0.6)),
                400,
                300));
        assertTrue(has(image, 0xD55E00));
    }

    @Test
    void a_point_beyond_the_ends_of_its_axis_stands_at_the_border() {
        BufferedImage image = Pictures.draw(new CloudPlot(
                "t",
                new Axis("x", -1.0, 1.0, false),
                new Axis("y", -1.0, 1.0, false),
                List.of(new CloudPlot.Cloud("", Palette.compared(1), List.of(new CloudPlot.Point(0, 50, 0)))),
                400,
                300));
        boolean right = false;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 3 * image.getWidth() / 4; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                right |= (rgb >> 16 & 0xFF) - (rgb & 0xFF) > 100;
            }
        }
        assertTrue(right);
    }

    @Test
    void text_is_shortened_in_the_middle() {
        String fitted = Theme.fit("beta-vae-with-a-very-long-name beta=0.1", Theme.LEGEND, 160);
        assertTrue(fitted.startsWith("beta-") && fitted.endsWith("0.1") && fitted.contains("\u2026"), fitted);
        double width = Theme.LEGEND
                .getStringBounds(fitted, new FontRenderContext(null, true, true))
                .getWidth();
        assertTrue(width <= 160);
        assertEquals("short", Theme.fit("short", Theme.LEGEND, 160));
    }

    private static LinePlot line(String title) {
        return new LinePlot(
                title,
                Axis.unit("x"),
                Axis.unit("y"),
                List.of(new Line(
                        "name",
                        Palette.compared(0),
                        List.of(0.0, 0.5, 1.0),
                        List.of(0.1, 0.4, 0.8),
                        List.of(0.0, 0.3, 0.7),
                        List.of(0.2, 0.5, 0.9),
                        true)),
                400,
                300);
    }

    private static boolean has(BufferedImage image, int rgb) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) {
                    return true;
                }
            }
        }
        return false;
    }
}
