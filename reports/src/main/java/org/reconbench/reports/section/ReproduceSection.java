package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.study.Study;

/** How to run it again, where it ran, what the words mean, and the files beside the report. */
final class ReproduceSection implements SectionSource {
    private static final List<Element.Fact> GLOSSARY = List.of(
            new Element.Fact("Model", "a detector with those of its parameters that vary in this run"),
            new Element.Fact("Precision", "share of anomalies among the flagged rows, at the declared threshold"),
            new Element.Fact("Recall", "share of the anomalies that are flagged, at the declared threshold"),
            new Element.Fact("F1", "harmonic mean of precision and recall"),
            new Element.Fact(
                    "AUC-ROC", "chance that an anomaly scores above a normal row, ties counted half; 0.5 is chance"),
            new Element.Fact(
                    "AUC-PR",
                    "average precision, the step-wise area under the precision-recall curve; the share of anomalies is"
                            + " chance"),
            new Element.Fact(
                    "Oracle F1 \u2020",
                    "the best F1 over all thresholds of the test set: the test labels choose, so it is an upper bound"),
            new Element.Fact("Train s", "seconds of training a trial; a cohort's time is divided among its members"),
            new Element.Fact("\u00b1", "sample standard deviation over seeds (n - 1)"),
            new Element.Fact(
                    "Within noise",
                    "the 95 % percentile-bootstrap interval of the paired difference over seeds holds 0"),
            new Element.Fact(
                    "Mean rank",
                    "configurations are ranked within each block (data set under a protocol), 1 the best, and the ranks averaged"),
            new Element.Fact(
                    "Practically equivalent",
                    "differing by less than 0.01 with a posterior probability of at least 0.95"),
            new Element.Fact("contaminated", "a protocol whose train set keeps its share of anomalies, unlabelled"),
            new Element.Fact("normal-only", "a protocol whose train set holds normal rows alone"),
            new Element.Fact(
                    "norm, random",
                    "trivial references: the squared distance of the scaled row from the train mean, a random number"),
            new Element.Fact(
                    "collapsed",
                    "the score orders rows as their squared norm does (Spearman above 0.99): nothing was learned"));

    @Override
    public Optional<Section> of(Study study) {
        List<Element> elements = new ArrayList<>();
        elements.add(new Element.Heading("Run it again"));
        elements.add(new Element.Listing("Command", study.info().rerunCommand(), false));
        elements.add(new Element.Listing("Resolved experiment", study.info().experimentJson(), true));
        elements.add(new Element.Heading("Environment"));
        elements.add(new Element.Facts(study.info().environment().entrySet().stream()
                .map(entry -> new Element.Fact(entry.getKey(), entry.getValue()))
                .toList()));
        elements.add(new Element.Heading("Glossary"));
        elements.add(new Element.Facts(GLOSSARY));
        return Optional.of(new Section(
                "reproduce",
                "Reproduce",
                "One command repeats this run: every number follows from the experiment and its seeds; only times depend on"
                        + " the machine.",
                elements));
    }
}
