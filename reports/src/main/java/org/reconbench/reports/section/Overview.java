package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.reconbench.evaluation.comparison.BlockCell;
import org.reconbench.evaluation.comparison.BlockMatrix;
import org.reconbench.evaluation.stats.Sample;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/** Every configuration on every data set in one picture, where there are several data sets. */
final class Overview {
    private static final double EQUAL = 1e-12;
    private static final int WIDTH = 820;
    private static final int LINE = 22;
    private static final int AROUND = 210;

    private Overview() {}

    /** One heat map a protocol; none for a single data set. */
    static List<Element> of(Study study) {
        List<Element> elements = new ArrayList<>();
        for (Standing standing : study.standings()) {
            BlockMatrix matrix =
                    BlockMatrix.of(study.table(), standing.measure()).protocol(standing.protocol());
            if (matrix.blocks().size() > 1) {
                elements.add(figure(study, standing, matrix));
            }
        }
        return elements;
    }

    private static Figures figure(Study study, Standing standing, BlockMatrix matrix) {
        List<Integer> easiest = easiestFirst(matrix.values());
        List<String> upwards = new ArrayList<>(standing.outcome().ranking());
        Collections.reverse(upwards);
        List<HeatPlot.Cell> cells = new ArrayList<>();
        for (String label : upwards) {
            int column = matrix.column(label);
            easiest.forEach(block -> cells.add(cell(matrix, block, column)));
        }
        List<String> datasets = easiest.stream()
                .map(block -> matrix.blocks().get(block).dataset())
                .toList();
        String leftOut = matrix.leftOut().isEmpty()
                ? ""
                : " Left out for want of any value: "
                        + Numbers.some(
                                matrix.leftOut().stream()
                                        .map(block -> block.dataset())
                                        .distinct()
                                        .toList(),
                                6)
                        + ".";
        return new Figures(
                "Mean " + standing.measure().title() + " over seeds, " + standing.where()
                        + ". Configurations from the best mean rank (top) down, data"
                        + " sets from the easiest (left, by the median configuration) on; framed: the best of a data set."
                        + " \u00d7 on grey: no trial gave a value, counted at chance level; *: some seeds did not."
                        + leftOut,
                Figures.Size.WIDE,
                List.of(new Figures.Panel(
                        study.panelId("overview", standing.protocol()),
                        "Mean " + standing.measure().title() + " of " + Numbers.count(upwards.size(), "configuration")
                                + " on "
                                + Numbers.count(datasets.size(), "data set") + ", " + standing.protocol()
                                + ": the best mean rank has "
                                + standing.outcome().winner() + ", the easiest data set is " + datasets.get(0)
                                + ", the hardest " + datasets.get(datasets.size() - 1) + ".",
                        new HeatPlot(
                                standing.measure().title() + " of all on all \u00b7 " + standing.where(),
                                "",
                                "",
                                datasets,
                                upwards,
                                cells,
                                standing.measure().title(),
                                WIDTH,
                                AROUND + LINE * upwards.size()))));
    }

    private static List<Integer> easiestFirst(double[][] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(block -> -Sample.median(values[block])))
                .toList();
    }

    private static HeatPlot.Cell cell(BlockMatrix matrix, int block, int column) {
        BlockCell cell = matrix.cell(block, column);
        if (cell.missing()) {
            return new HeatPlot.Cell(null, "\u00d7", false);
        }
        double most = Arrays.stream(matrix.values()[block]).max().orElseThrow();
        String text = String.format(Locale.ROOT, "%.2f", cell.value()).replaceFirst("^0(?=[.])|[.]00$", "");
        return new HeatPlot.Cell(cell.value(), text + (cell.anyImputed() ? "*" : ""), cell.value() >= most - EQUAL);
    }
}
