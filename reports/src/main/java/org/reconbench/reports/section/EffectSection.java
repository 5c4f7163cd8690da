package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reconbench.evaluation.comparison.PairComparison;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.Axis;
import org.reconbench.reports.plot.DotPlot;
import org.reconbench.reports.plot.Palette;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Standing;
import org.reconbench.reports.study.Study;

/** By how much: every configuration less the leader, with intervals. */
final class EffectSection implements SectionSource {

    @Override
    public Optional<Section> of(Study study) {
        if (study.standings().isEmpty()) {
            return Optional.empty();
        }
        List<Element> elements = new ArrayList<>();
        for (Standing standing : study.standings()) {
            List<PairComparison> behind = behind(standing);
            elements.add(new Element.Heading(standing.where()));
            elements.add(figure(study, standing, behind));
            elements.add(table(study, standing, behind));
            elements.addAll(AgainstBaseline.of(study, standing));
        }
        String finding = study.standings().stream().map(EffectSection::sentence).collect(Collectors.joining(" "));
        return Optional.of(new Section("effects", "By how much", finding, elements));
    }

    /** All others less the leader, best first. */
    private static List<PairComparison> behind(Standing standing) {
        List<String> ranking = standing.outcome().ranking();
        return ranking.subList(1, ranking.size()).stream()
                .map(label -> standing.against(label).turned())
                .toList();
    }

    private static String sentence(Standing standing) {
        List<PairComparison> behind = behind(standing);
        long apart =
                behind.stream().filter(pair -> !pair.interval().contains(0)).count();
        PairComparison last = behind.get(behind.size() - 1);
        PairComparison lead = standing.lead();
        String start =
                "Under " + standing.where() + ": the mean " + standing.measure().title() + " of the leader, "
                        + standing.outcome().winner() + ", is " + above(lead.difference()) + " that of the runner-up, "
                        + lead.second() + " (95 % interval of the difference "
                        + Numbers.signed(lead.interval().lower()) + " to "
                        + Numbers.signed(lead.interval().upper()) + ")"
                        + (behind.size() == 1
                                ? "."
                                : ", and " + above(-last.difference()) + " that of the last, " + last.first() + ".");
        if (!standing.enough()) {
            return start + " There are too few " + standing.unit() + "s to say how much of that is chance.";
        }
        return behind.size() == 1
                ? start
                : start + " Of the " + behind.size() + " differences to the leader, each taken by itself, " + apart
                        + (apart == 1 ? " is" : " are") + " more than chance explains (the interval leaves out 0).";
    }

    /** How one mean lies to another: {@code 0.038 above}, {@code 0.002 below}, {@code level with}. */
    private static String above(double difference) {
        String amount = Numbers.metric(Math.abs(difference));
        return amount.equals(Numbers.metric(0.0)) ? "level with" : amount + (difference > 0 ? " above" : " below");
    }

    private static Figures figure(Study study, Standing standing, List<PairComparison> behind) {
        DotPlot plot = new DotPlot(
                standing.measure().title() + " less that of "
                        + standing.outcome().winner() + " \u00b7 " + standing.where(),
                Axis.linear("Difference in " + standing.measure().title() + " (left: worse than the leader)"),
                behind.stream()
                        .map(pair -> new DotPlot.Row(
                                pair.first(),
                                study.look(pair.first()),
                                List.of(),
                                new DotPlot.Span(
                                        pair.interval().lower(),
                                        pair.difference(),
                                        pair.interval().upper())))
                        .toList(),
                List.of(
                        new DotPlot.Guide("no difference", Palette.DECLARED, 0),
                        new DotPlot.Guide(
                                "practically equivalent: within 0.01",
                                Palette.CHANCE,
                                -standing.settings().rope()),
                        new DotPlot.Guide(
                                "", Palette.CHANCE, standing.settings().rope())),
                760,
                DotPlot.heightFor(behind.size()));
        return new Figures(
                "Paired differences to the leader, best mean rank first. Points: mean over "
                        + Numbers.count(standing.matrix().blocks().size(), standing.unit())
                        + "; bars: 95 % interval of that mean by the bootstrap over "
                        + (standing.seeds() ? "seeds" : "data sets, then seeds") + ", not"
                        + " adjusted for their number. The leader was picked on these very numbers, which flatters it.",
                Figures.Size.WIDE,
                List.of(new Figures.Panel(study.panelId("effects", standing.protocol()), sentence(standing), plot)));
    }

    private static Table table(Study study, Standing standing, List<PairComparison> behind) {
        return PairTable.of(
                study,
                "table-" + study.panelId("effects", standing.protocol()),
                "Each configuration against the leader " + standing.outcome().winner() + ", " + standing.where() + ". "
                        + PairTable.columns("all pairs"),
                behind,
                "Leader is",
                VerdictCard::words);
    }
}
