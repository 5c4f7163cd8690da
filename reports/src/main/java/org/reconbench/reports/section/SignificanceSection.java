package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.evaluation.comparison.Verdict;
import org.reconbench.evaluation.stats.Friedman;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.plot.RankPlot;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/** Whether it is real: mean ranks with their critical difference, and every pair. */
final class SignificanceSection implements SectionSource {
    private static final double EQUAL = 1e-9;

    @Override
    public Optional<Section> of(Study study) {
        if (study.standings().isEmpty()) {
            return Optional.empty();
        }
        List<Element> elements = new ArrayList<>();
        for (Standing standing : study.standings()) {
            elements.add(new Element.Heading(standing.where()));
            standing.shortage().ifPresent(text -> elements.add(new Element.Prose("Here are " + text + ".")));
            elements.add(figures(study, standing));
        }
        String finding =
                study.standings().stream().map(SignificanceSection::sentence).collect(Collectors.joining(" "));
        return Optional.of(new Section("significance", "Is it real", finding, elements));
    }

    private static String sentence(Standing standing) {
        List<PairComparison> pairs = standing.outcome().comparisons().pairs();
        if (!standing.enough()) {
            return "Under " + standing.where() + ": cannot be told, not enough " + standing.unit() + "s: "
                    + standing.matrix().blocks().size() + " of the "
                    + standing.outcome().comparisons().neededBlocks() + " that "
                    + Numbers.count(pairs.size(), "comparison") + " need" + (pairs.size() == 1 ? "s." : ".");
        }
        long better = pairs.stream().filter(pair -> pair.verdict().better()).count();
        long equal = pairs.stream()
                .filter(pair -> pair.verdict() == Verdict.PRACTICALLY_EQUIVALENT)
                .count();
        return "Under " + standing.where() + ": of " + Numbers.count(pairs.size(), "pair") + " of configurations, "
                + better + (better == 1 ? " has" : " have") + " a side that is clearly or probably better, " + equal
                + (equal == 1 ? " is" : " are") + " practically equivalent, and for " + (pairs.size() - better - equal)
                + " these data cannot tell."
                + standing.outcome()
                        .friedman()
                        .map(test -> " That all configurations are equal is "
                                + (test.p() < standing.settings().alpha() ? "ruled out" : "not ruled out")
                                + " (Friedman's test with Iman and Davenport's correction, p "
                                + Numbers.equalsProbability(test.p()) + ").")
                        .orElse("");
    }

    private static Figures figures(Study study, Standing standing) {
        List<Figures.Panel> panels = new ArrayList<>();
        standing.outcome().friedman().ifPresent(test -> panels.add(ranks(study, standing, test)));
        panels.add(pairs(study, standing));
        return new Figures(
                "Above: mean ranks over "
                        + Numbers.count(standing.matrix().blocks().size(), standing.unit())
                        + " by " + standing.measure().title()
                        + (standing.enough()
                                ? "; a bar joins those that Nemenyi's test does not tell apart at level "
                                        + Numbers.plain(standing.settings().alpha())
                                : "; too few blocks for bars")
                        + ". Below: every pair, row against column; colour: probability that the row is better by more than"
                        + " 0.01 (Bayesian signed-rank test); + clearly better, (+) probably better, = practically"
                        + " equivalent, \u2212 and (\u2212) worse likewise, empty: undecided.",
                Figures.Size.WIDE,
                panels);
    }

    private static Figures.Panel ranks(Study study, Standing standing, Friedman test) {
        List<RankPlot.Entry> entries = new ArrayList<>();
        for (int i = 0; i < test.averageRanks().size(); i++) {
            String label = standing.matrix().columns().get(i).label();
            entries.add(new RankPlot.Entry(
                    label, study.look(label), test.averageRanks().get(i)));
        }
        entries.sort((a, b) -> Double.compare(a.rank(), b.rank()));
        double difference = test.criticalDifference(standing.settings().alpha());
        List<RankPlot.Joined> joined = standing.enough() ? joined(entries, difference) : List.of();
        return new Figures.Panel(
                study.panelId("ranks", standing.protocol()),
                "Mean ranks, " + standing.where() + ": from " + rank(entries.get(0)) + " to "
                        + rank(entries.get(entries.size() - 1)) + "; critical difference "
                        + String.format(Locale.ROOT, "%.2f", difference) + ".",
                new RankPlot(
                        "Mean ranks by " + standing.measure().title() + " \u00b7 " + standing.where(),
                        entries,
                        standing.enough() ? difference : null,
                        joined,
                        820,
                        140 + joined.size() * 7 + (entries.size() + 1) / 2 * 20));
    }

    private static String rank(RankPlot.Entry entry) {
        return entry.name() + String.format(Locale.ROOT, " (%.2f)", entry.rank());
    }

    /** The largest runs of ranks that lie within the difference, those inside another left out. */
    private static List<RankPlot.Joined> joined(List<RankPlot.Entry> entries, double difference) {
        List<RankPlot.Joined> joined = new ArrayList<>();
        int reached = -1;
        for (int from = 0; from < entries.size(); from++) {
            int to = from;
            while (to + 1 < entries.size()
                    && entries.get(to + 1).rank() - entries.get(from).rank() <= difference + EQUAL) {
                to++;
            }
            if (to > from && to > reached) {
                joined.add(new RankPlot.Joined(
                        entries.get(from).rank(), entries.get(to).rank()));
                reached = to;
            }
        }
        return joined;
    }

    private static Figures.Panel pairs(Study study, Standing standing) {
        List<String> order = standing.outcome().ranking();
        List<String> upwards = new ArrayList<>(order);
        java.util.Collections.reverse(upwards);
        List<HeatPlot.Cell> cells = new ArrayList<>();
        for (String row : upwards) {
            for (String column : order) {
                cells.add(standing.outcome()
                        .comparisons()
                        .find(row, column)
                        .map(SignificanceSection::cell)
                        .orElse(new HeatPlot.Cell(null, "", false)));
            }
        }
        return new Figures.Panel(
                study.panelId("pairs", standing.protocol()),
                "Every pair. " + sentence(standing),
                new HeatPlot(
                        "Row better than column \u00b7 " + standing.where(),
                        "against",
                        "",
                        order,
                        upwards,
                        cells,
                        "P(row better by more than 0.01)",
                        820,
                        Math.max(320, 190 + 24 * order.size())));
    }

    private static HeatPlot.Cell cell(PairComparison pair) {
        boolean first = pair.better().map(pair.first()::equals).orElse(false);
        String text = switch (pair.verdict()) {
            case CLEARLY_BETTER -> first ? "+" : "\u2212";
            case PROBABLY_BETTER -> first ? "(+)" : "(\u2212)";
            case PRACTICALLY_EQUIVALENT -> "=";
            case NO_DETECTABLE_DIFFERENCE, NOT_ENOUGH_DATA -> "";
        };
        return new HeatPlot.Cell(pair.posterior().firstBetter(), text, false);
    }
}
