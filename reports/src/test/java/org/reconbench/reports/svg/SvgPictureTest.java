package org.reconbench.reports.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reconbench.reports.Page;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.CloudPlot;
import org.reconbench.reports.plot.DotPlot;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.plot.HistogramPlot;
import org.reconbench.reports.plot.Line;
import org.reconbench.reports.plot.LinePlot;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.plot.Plot;
import org.reconbench.reports.plot.RankPlot;
import org.reconbench.reports.plot.ScatterPlot;
import org.w3c.dom.Element;

class SvgPictureTest {
    private static final String LONG = "<script>alert(1)</script> " + "a very long name ".repeat(40);

    private static List<Plot> oneOfEach(String name) {
        return List.of(
                new LinePlot(name, Axis.unit(name), Axis.unit(name), List.of(line(name)), 400, 300),
                new HistogramPlot(
                        name,
                        Axis.log(name),
                        new Axis(name, 0.0, null, false),
                        List.of(0.1, 1.0, 10.0),
                        List.of(new HistogramPlot.Bars(name, Palette.NORMAL, List.of(20.0, 80.0))),
                        List.of(new HistogramPlot.Guide(name, Palette.DECLARED, 2)),
                        400,
                        300),
                new HeatPlot(
                        name,
                        name,
                        name,
                        List.of(name, "b"),
                        List.of(name),
                        List.of(new HeatPlot.Cell(0.5, name, true), new HeatPlot.Cell(null, "none", false)),
                        name,
                        400,
                        300),
                new ScatterPlot(
                        name,
                        Axis.log(name),
                        Axis.unit(name),
                        List.of(new ScatterPlot.Point(name, Palette.compared(1), 0.1, -0.1, 0.3, 0.5, 0.4, 0.6)),
                        400,
                        300),
                new CloudPlot(
                        name,
                        Axis.linear(name),
                        new Axis(name, -1.0, 1.0, false),
                        List.of(
                                new CloudPlot.Cloud(
                                        name,
                                        Palette.GROUND,
                                        List.of(new CloudPlot.Point(0, 0, 0), new CloudPlot.Point(1, 1, 0.2))),
                                new CloudPlot.Cloud(name, Palette.ANOMALY, List.of(new CloudPlot.Point(2, 0.5, 7)))),
                        400,
                        300),
                new DotPlot(
                        name,
                        Axis.linear(name),
                        List.of(new DotPlot.Row(
                                name, Palette.compared(0), List.of(0.2, 0.3), new DotPlot.Span(0.1, 0.25, 0.4))),
                        List.of(new DotPlot.Guide(name, Palette.CHANCE, 0)),
                        400,
                        300),
                new RankPlot(
                        name,
                        List.of(
                                new RankPlot.Entry(name, Palette.compared(0), 1.2),
                                new RankPlot.Entry("b", Palette.compared(1), 1.8)),
                        0.9,
                        List.of(new RankPlot.Joined(1.2, 1.8)),
                        400,
                        300));
    }

    private static Line line(String name) {
        return new Line(
                name,
                Palette.compared(0),
                List.of(0.0, 0.5, 1.0),
                List.of(0.1, 0.4, 0.8),
                List.of(0.0, 0.3, 0.7),
                List.of(0.2, 0.5, 0.9),
                true);
    }

    @Test
    void every_kind_of_plot_is_an_image_with_a_name_and_nothing_that_runs() throws Exception {
        for (Plot plot : oneOfEach(LONG)) {
            Page picture = Page.of(new SvgPicture().of(plot, "p", "what it shows: " + LONG));
            Element root = (Element) picture.all("title").get(0).getParentNode();
            assertEquals("img", root.getAttribute("role"));
            assertEquals("alt-p", root.getAttribute("aria-labelledby"));
            assertTrue(picture.all("script").isEmpty()
                    && picture.all("foreignObject").isEmpty());
        }
    }

    @Test
    void long_names_are_shortened_and_tell_the_whole_as_their_title() throws Exception {
        for (Plot plot : oneOfEach(LONG)) {
            Page picture = Page.of(new SvgPicture().of(plot, "p", "x"));
            for (Element text : picture.all("text")) {
                List<Element> titles = Page.below(text, "title");
                String shown = titles.isEmpty()
                        ? text.getTextContent()
                        : text.getTextContent()
                                .substring(titles.get(0).getTextContent().length());
                assertTrue(Letters.width(shown, 12) <= 400, shown);
                assertEquals(shown.contains("\u2026"), !titles.isEmpty());
            }
        }
    }

    @Test
    void places_stay_inside_the_picture() throws Exception {
        for (Plot plot : oneOfEach("name")) {
            Page picture = Page.of(new SvgPicture().of(plot, "p", "x"));
            Element root = (Element) picture.all("title").get(0).getParentNode();
            double width = Double.parseDouble(root.getAttribute("width"));
            double height = Double.parseDouble(root.getAttribute("height"));
            for (Element text : picture.all("text")) {
                double x = Double.parseDouble(text.getAttribute("x"));
                double y = Double.parseDouble(text.getAttribute("y"));
                assertTrue(x >= 0 && x <= width && y > 0 && y <= height, x + ", " + y);
            }
            assertFalse(picture.text().contains("NaN") || picture.text().contains("Infinity"));
        }
    }

    @Test
    void a_long_path_that_recurs_is_written_once() {
        List<Double> x = IntStream.range(0, 150).mapToObj(i -> i / 150.0).toList();
        List<Double> y = IntStream.range(0, 150)
                .mapToObj(i -> 0.5 + 0.4 * Math.sin(i * 1.7))
                .toList();
        LinePlot plot = new LinePlot(
                "t",
                Axis.unit("x"),
                Axis.unit("y"),
                List.of(Line.plain("other", Palette.CONTEXT, x, y), line("mine")),
                400,
                300);
        SvgPicture pictures = new SvgPicture();
        String first = pictures.of(plot, "a", "x");
        String second = pictures.of(plot, "b", "x");
        assertTrue(first.contains("<path id=\"path-1\""));
        assertTrue(second.contains("<use href=\"#path-1\"/>") && second.length() < first.length() - 300);
        assertTrue(first.contains(">others</text>"));
    }

    @Test
    void thinning_keeps_the_ends_and_stays_within_its_tolerance() {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= 5000; i++) {
            points.add(new double[] {i / 10.0, 100 + 80 * Math.sin(i / 300.0)});
        }
        List<double[]> kept = Thinning.of(points);
        assertTrue(kept.size() < 100 && kept.size() > 10, kept.size() + " points");
        assertEquals(points.get(0), kept.get(0));
        assertEquals(points.get(5000), kept.get(kept.size() - 1));
        int at = 0;
        for (double[] point : points) {
            while (at + 2 < kept.size() && kept.get(at + 1)[0] < point[0]) {
                at++;
            }
            double[] a = kept.get(at);
            double[] b = kept.get(at + 1);
            double there = a[1] + (point[0] - a[0]) / (b[0] - a[0]) * (b[1] - a[1]);
            assertEquals(there, point[1], 1, "a third of a unit across a slope of 2.7");
        }
    }

    @Test
    void a_line_of_noise_has_no_more_than_200_points() {
        List<double[]> noise = IntStream.range(0, 4000)
                .mapToObj(i -> new double[] {i / 10.0, (i * 7919) % 101})
                .toList();
        assertTrue(Thinning.of(noise).size() <= Thinning.MOST);
    }

    @Test
    void relative_steps_do_not_add_up_rounding() {
        List<double[]> points = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> new double[] {i * 0.04, i * 0.07})
                .toList();
        double x = 0;
        double y = 0;
        String data = Pen.polyline(points).substring(1);
        for (String step : data.split("(?=[lhvM])", -1)) {
            String numbers = step.replaceAll("[lhvM]", "").replace("-", " -").trim();
            String[] parts = numbers.split(" +", -1);
            char kind = step.charAt(0);
            x += kind == 'v' ? 0 : Double.parseDouble(parts[0]);
            y += kind == 'v' ? Double.parseDouble(parts[0]) : kind == 'h' ? 0 : Double.parseDouble(parts[1]);
        }
        assertEquals(40, x, 0.051);
        assertEquals(70, y, 0.051);
    }

    @Test
    void a_crowd_is_one_path_and_points_on_one_place_are_drawn_once() throws Exception {
        List<CloudPlot.Point> crowd = IntStream.range(0, 900)
                .mapToObj(i -> new CloudPlot.Point(i, i % 3, i % 2))
                .toList();
        CloudPlot plot = new CloudPlot(
                "t",
                Axis.linear("x"),
                Axis.linear("y"),
                List.of(
                        new CloudPlot.Cloud("normal", Palette.GROUND, crowd),
                        new CloudPlot.Cloud("anomaly", Palette.ANOMALY, List.of(new CloudPlot.Point(900, 0.5, 0.5)))),
                360,
                300);
        Page picture = Page.of(new SvgPicture().of(plot, "p", "x"));
        List<Element> dots =
                picture.all("path", path -> path.getAttribute("stroke-linecap").equals("round"));
        assertEquals(1, dots.size());
        assertEquals(
                6, dots.get(0).getAttribute("d").chars().filter(c -> c == 'h').count());
        List<Element> paths = picture.all("path");
        int ground = paths.indexOf(dots.get(0));
        assertTrue(
                paths.subList(ground + 1, paths.size()).stream()
                        .anyMatch(path -> path.getAttribute("fill").equals(Palette.ANOMALY.colour())),
                "anomalies are on top");
    }
}
