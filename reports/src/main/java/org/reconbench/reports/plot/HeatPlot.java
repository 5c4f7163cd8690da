package org.reconbench.reports.plot;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers as colours, with the numbers written in it. Cells run row by row, the first row at the bottom.
 *
 * @param columns labels of the columns, left to right
 * @param rows labels of the rows, bottom to top
 * @param cells rows times columns
 * @param scaleLabel what the colour measures
 */
public record HeatPlot(
        String title,
        String xLabel,
        String yLabel,
        List<String> columns,
        List<String> rows,
        List<Cell> cells,
        String scaleLabel,
        int width,
        int height)
        implements Plot {

    /** Copies the lists and checks the number of cells. */
    public HeatPlot {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
        if (cells.size() != rows.size() * columns.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells for " + rows.size() + " rows and " + columns.size() + " columns");
        }
    }

    /**
     * A cell.
     *
     * @param value what is coloured; null: no result
     * @param text what is written in it; a line break divides it
     * @param best whether it is framed
     */
    public record Cell(@Nullable Double value, String text, boolean best) {}

    /** The smallest and the largest value; empty without any. */
    public Optional<Range> range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Cell cell : cells) {
            Double value = cell.value();
            if (value != null) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low > high ? Optional.empty() : Optional.of(new Range(low, high));
    }

    /** From the smallest to the largest. */
    public record Range(double low, double high) {}
}
