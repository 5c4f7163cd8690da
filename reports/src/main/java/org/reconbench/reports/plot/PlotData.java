package org.reconbench.reports.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a plot as a table.
 *
 * @param columns titles
 * @param rows as long as the titles; a cell is a text or a number, null where there is none
 */
public record PlotData(List<String> columns, List<List<@Nullable Object>> rows) {

    /** The table of a plot. */
    public static PlotData of(Plot plot) {
        if (plot instanceof LinePlot lines) {
            return lines(lines);
        } else if (plot instanceof HistogramPlot histogram) {
            return histogram(histogram);
        } else if (plot instanceof HeatPlot heat) {
            return heat(heat);
        } else if (plot instanceof ScatterPlot scatter) {
            return scatter(scatter);
        } else if (plot instanceof CloudPlot clouds) {
            return clouds(clouds);
        } else if (plot instanceof DotPlot dots) {
            return dots(dots);
        } else if (plot instanceof RankPlot ranks) {
            return new PlotData(
                    List.of("Model", "Mean rank"),
                    ranks.entries().stream()
                            .map(entry -> row(entry.name(), entry.rank()))
                            .toList());
        }
        throw new IllegalArgumentException("no table for " + plot.getClass());
    }

    /** Rows by x when all lines share their x, else one row a point. A line without a name has the plot's title. */
    private static PlotData lines(LinePlot plot) {
        List<Line> lines = plot.lines().stream()
                .filter(line -> !line.name().isEmpty() || line.hasBand() || line.marked())
                .filter(line -> !line.look().equals(Palette.CHANCE))
                .toList();
        boolean bands = lines.size() == 1 && lines.get(0).hasBand();
        boolean shared = lines.stream().map(Line::x).distinct().count() <= 1;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (lines.isEmpty()) {
            return new PlotData(List.of(plot.x().label()), rows);
        }
        if (!shared) {
            for (Line line : lines) {
                for (int i = 0; i < line.x().size(); i++) {
                    rows.add(row(name(line, plot), line.x().get(i), line.y().get(i)));
                }
            }
            return new PlotData(List.of("Line", plot.x().label(), plot.y().label()), rows);
        }
        List<String> columns = new ArrayList<>(List.of(plot.x().label()));
        lines.forEach(line -> columns.add(name(line, plot)));
        if (bands) {
            columns.addAll(List.of("band from", "band to"));
        }
        for (int i = 0; i < lines.get(0).x().size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(lines.get(0).x().get(i));
            for (Line line : lines) {
                row.add(line.y().get(i));
            }
            if (bands) {
                row.add(lines.get(0).lower().get(i));
                row.add(lines.get(0).upper().get(i));
            }
            rows.add(row);
        }
        return new PlotData(columns, rows);
    }

    private static String name(Line line, LinePlot plot) {
        return line.name().isEmpty() ? plot.title() : line.name();
    }

    private static PlotData histogram(HistogramPlot plot) {
        List<String> columns = new ArrayList<>(List.of(plot.x().label() + " from", "to"));
        plot.bars().forEach(bars -> columns.add(bars.name() + ", " + plot.y().label()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i + 1 < plot.edges().size(); i++) {
            List<@Nullable Object> row = row(plot.edges().get(i), plot.edges().get(i + 1));
            for (HistogramPlot.Bars bars : plot.bars()) {
                row.add(bars.heights().get(i));
            }
            rows.add(row);
        }
        for (HistogramPlot.Guide guide : plot.guides()) {
            List<@Nullable Object> row = row("threshold: " + guide.name(), guide.value());
            plot.bars().forEach(bars -> row.add(null));
            rows.add(row);
        }
        return new PlotData(columns, rows);
    }

    private static PlotData heat(HeatPlot plot) {
        List<String> columns = Stream.concat(Stream.of(plot.yLabel() + " \\ " + plot.xLabel()), plot.columns().stream())
                .toList();
        int wide = plot.columns().size();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int r = 0; r < plot.rows().size(); r++) {
            int start = r * wide;
            List<@Nullable Object> row = row(plot.rows().get(r));
            IntStream.range(0, wide)
                    .forEach(c -> row.add(plot.cells().get(start + c).value()));
            rows.add(row);
        }
        return new PlotData(columns, rows);
    }

    private static PlotData scatter(ScatterPlot plot) {
        return new PlotData(
                List.of("Name", plot.x().label(), "from", "to", plot.y().label(), "from", "to"),
                plot.points().stream()
                        .map(p -> row(p.name(), p.x(), p.xLow(), p.xHigh(), p.y(), p.yLow(), p.yHigh()))
                        .toList());
    }

    private static PlotData clouds(CloudPlot plot) {
        return new PlotData(
                List.of("Row", "Group", plot.x().label(), plot.y().label()),
                plot.clouds().stream()
                        .flatMap(cloud -> cloud.points().stream()
                                .map(point -> row(point.row(), cloud.name(), point.x(), point.y())))
                        .toList());
    }

    private static PlotData dots(DotPlot plot) {
        int most =
                plot.rows().stream().mapToInt(row -> row.points().size()).max().orElse(0);
        boolean spans = plot.rows().stream().anyMatch(row -> row.span() != null);
        List<String> columns = new ArrayList<>(List.of("Name"));
        if (spans) {
            columns.addAll(List.of(plot.x().label(), "from", "to"));
        }
        IntStream.rangeClosed(1, most).forEach(i -> columns.add("point " + i));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (DotPlot.Row dots : plot.rows()) {
            List<@Nullable Object> row = row(dots.name());
            DotPlot.Span span = dots.span();
            if (spans) {
                row.add(span == null ? null : span.middle());
                row.add(span == null ? null : span.low());
                row.add(span == null ? null : span.high());
            }
            for (int i = 0; i < most; i++) {
                row.add(i < dots.points().size() ? dots.points().get(i) : null);
            }
            rows.add(row);
        }
        return new PlotData(columns, rows);
    }

    private static List<@Nullable Object> row(Object... cells) {
        return new ArrayList<>(List.of(cells));
    }
}
