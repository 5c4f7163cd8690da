package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reconbench.core.run.RunInfo;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.stats.PairedDifference;
import org.reconbench.evaluation.table.BestConfiguration;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** Which configuration is best, whether the lead is more than noise, and whether networks beat a trivial score. */
final class SummarySection implements SectionSource {
    private static final String NORM = "norm";
    private static final double EQUAL = 1e-12;
    /** Up to so many winners are named one by one in the opening sentence. */
    private static final int FEW = 4;

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        elements.addAll(VerdictCard.of(study));
        elements.add(new Element.Heading("What was compared"));
        elements.add(new Element.Facts(scope(study)));
        List<BestConfiguration> best = BestConfiguration.of(study.table(), study.measure(), row -> true);
        if (!best.isEmpty()) {
            List<Element> ofEach = List.of(
                    new Element.Prose(winners(study, best)),
                    new Element.Bullets(
                            best.stream().map(each -> verdict(study, each)).toList()),
                    new Element.Prose("A lead is the paired difference of "
                            + study.measure().title() + " over the seeds that both"
                            + " configurations finished, with a percentile-bootstrap interval. The winner was picked on the very"
                            + " numbers that judge it, which flatters the lead: within noise, it is none."));
            elements.addAll(folded(study, "best", "Best by " + study.measure().title() + " on each data set", ofEach));
        }
        List<String> againstNorm = study.table().blocks().stream()
                .flatMap(block -> againstNorm(study, block).stream())
                .toList();
        if (!againstNorm.isEmpty()) {
            elements.addAll(folded(
                    study,
                    "norm",
                    "Against norm, the squared distance of the scaled row from the train mean",
                    List.of(new Element.Bullets(againstNorm))));
        }
        elements.add(new Element.Legend(study.looks().entrySet().stream()
                .map(entry -> new Element.Legend.Entry(entry.getKey(), entry.getValue()))
                .toList()));
        return Optional.of(new Section("summary", "Verdict", finding(study, best), elements));
    }

    private static List<Element> folded(Study study, String kind, String title, List<Element> elements) {
        if (study.room().folded()) {
            return List.of(new Element.Details("part-" + study.panelId("summary", kind), title, elements));
        }
        List<Element> open = new ArrayList<>();
        open.add(new Element.Heading(title));
        open.addAll(elements);
        return open;
    }

    private static String finding(Study study, List<BestConfiguration> best) {
        if (best.isEmpty() || study.standings().isEmpty()) {
            return winners(study, best);
        }
        return study.standings().stream().map(Answers::sentence).collect(Collectors.joining(" "));
    }

    private static String winners(Study study, List<BestConfiguration> best) {
        if (best.isEmpty()) {
            return "No trial gave " + (study.measure() == Measure.F1 ? "a value of " : "an ")
                    + study.measure().title() + ", so nothing can be compared; see Coverage for the reasons.";
        }
        if (best.size() > FEW) {
            Map<String, Long> wins = best.stream()
                    .flatMap(each -> level(study, each).stream())
                    .collect(Collectors.groupingBy(Row::label, LinkedHashMap::new, Collectors.counting()));
            List<String> names = wins.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                    .toList();
            return "Best by " + study.measure().title() + ", alone or level, on " + best.size()
                    + " data sets \u00d7 protocols: " + Numbers.some(names, FEW) + ".";
        }
        boolean oneDataset =
                best.stream().map(BestConfiguration::dataset).distinct().count() == 1;
        return best.stream()
                .map(each -> (oneDataset ? each.protocol() : each.dataset() + ", " + each.protocol()) + ": "
                        + names(level(study, each)) + " ("
                        + Numbers.metric(each.best().cell(study.measure()))
                        + (level(study, each).size() > 1 ? ", level" : "") + ")")
                .collect(Collectors.joining("; ", "Best by " + study.measure().title() + " \u2013 ", "."));
    }

    /** The rows whose mean equals the best one's. */
    private static List<Row> level(Study study, BestConfiguration best) {
        double most = mean(study, best.best());
        return study.table().block(best.dataset(), best.protocol()).stream()
                .flatMap(block -> block.rows().stream())
                .filter(row -> mean(study, row) >= most - EQUAL)
                .toList();
    }

    private static double mean(Study study, Row row) {
        Double mean = row.cell(study.measure()).mean();
        return mean == null ? Double.NEGATIVE_INFINITY : mean;
    }

    private static String names(List<Row> rows) {
        return rows.stream().map(Row::label).collect(Collectors.joining(", "));
    }

    private static List<Element.Fact> scope(Study study) {
        RunInfo info = study.info();
        List<Long> seeds = study.trials().stream()
                .map(TrialRecord::seed)
                .distinct()
                .sorted()
                .toList();
        long ok = study.trials().stream().filter(TrialRecord::ok).count();
        List<Element.Fact> facts = new ArrayList<>(List.of(
                new Element.Fact("Data", String.join(", ", study.table().datasets())),
                new Element.Fact("Protocols", String.join(", ", study.table().protocols())),
                new Element.Fact(
                        "Configurations", String.join(", ", study.table().configurations())),
                new Element.Fact("Seeds", seeds(seeds)),
                new Element.Fact(
                        "Coverage",
                        ok + " ok, " + (study.trials().size() - ok) + " not ok, "
                                + Math.max(0, info.planned() - study.trials().size()) + " without a result, of "
                                + Numbers.count(info.planned(), "planned trial"))));
        List<String> groups = study.groups().phrases();
        if (!groups.isEmpty()) {
            facts.add(
                    1,
                    new Element.Fact(
                            "Near-identical",
                            String.join("; ", groups)
                                    + ": their mean is one block in ranks, tests and verdicts over data sets"));
        }
        return facts;
    }

    private static String seeds(List<Long> seeds) {
        if (seeds.isEmpty()) {
            return "none";
        }
        long first = seeds.get(0);
        long last = seeds.get(seeds.size() - 1);
        boolean run = seeds.size() > 2 && last - first == seeds.size() - 1;
        return seeds.size() + ": "
                + (run
                        ? first + " to " + last
                        : seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static String verdict(Study study, BestConfiguration each) {
        Row best = each.best();
        List<Row> level = level(study, each);
        if (level.size() > 1) {
            return each.dataset() + ", " + each.protocol() + ": " + names(level) + " are level with "
                    + study.measure().title() + " "
                    + Numbers.metric(best.cell(study.measure())) + " (mean \u00b1 standard deviation over seeds)"
                    + bestNetwork(study, each, level) + ".";
        }
        String start = each.dataset() + ", " + each.protocol() + ": " + best.label() + " is best with "
                + study.measure().title() + " "
                + Numbers.metric(best.cell(study.measure())) + " (mean \u00b1 standard deviation over "
                + Numbers.count(best.cell(study.measure()).n(), "seed") + ")";
        Row second = each.runnerUp();
        PairedDifference lead = each.lead();
        if (second == null) {
            return start + "; there is no other configuration to compare it with.";
        }
        if (lead == null) {
            return start + "; it shares no seed with the runner-up " + second.label() + ", so no lead can be stated.";
        }
        String end = switch (each.verdict()) {
            case BEYOND_NOISE -> "the lead is beyond noise.";
            case WITHIN_NOISE -> "the runner-up is within noise.";
            case NOT_ENOUGH_DATA ->
                "too few seeds for a verdict (at least " + PairedDifference.MIN_PAIRS + " are needed).";
        };
        return start + "; its lead over " + second.label() + " is " + Numbers.difference(lead) + ": " + end
                + bestNetwork(study, each, level);
    }

    /** When only references lead: the best network, and how far behind it is. */
    private static String bestNetwork(Study study, BestConfiguration each, List<Row> level) {
        if (level.stream().anyMatch(Row::network)) {
            return "";
        }
        return study.table()
                .block(each.dataset(), each.protocol())
                .flatMap(block -> BestConfiguration.in(block, study.measure(), Row::network))
                .map(network -> {
                    PairedDifference behind = BestConfiguration.lead(each.best(), network.best(), study.measure());
                    return " A reference leads; the best network is "
                            + network.best().label() + " with "
                            + study.measure().title() + " "
                            + Numbers.metric(network.best().cell(study.measure()))
                            + (behind == null ? "." : ", behind it by " + Numbers.difference(behind) + ".");
                })
                .orElse("");
    }

    private static Optional<String> againstNorm(Study study, Block block) {
        Optional<Row> norm =
                block.detector(NORM).filter(row -> row.cell(study.measure()).n() > 0);
        List<Row> networks = block.rows().stream()
                .filter(row -> row.network() && row.cell(study.measure()).n() > 0)
                .toList();
        if (norm.isEmpty() || networks.isEmpty()) {
            return Optional.empty();
        }
        List<String> above = new ArrayList<>();
        List<String> level = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (Row network : networks) {
            PairedDifference lead = BestConfiguration.lead(network, norm.get(), study.measure());
            if (lead == null || !lead.conclusive()) {
                level.add(network.label());
            } else {
                (lead.mean() > 0 ? above : below).add(network.label());
            }
        }
        return Optional.of(Study.title(block) + " (norm: " + study.measure().title() + " "
                + Numbers.metric(norm.get().cell(study.measure())) + "): " + list("above norm", above)
                + list("; not told apart from norm", level) + list("; below norm", below) + ".");
    }

    private static String list(String words, List<String> names) {
        if (names.isEmpty()) {
            return words.startsWith(";") ? "" : "no network above norm";
        }
        return words + ": " + String.join(", ", names);
    }
}
