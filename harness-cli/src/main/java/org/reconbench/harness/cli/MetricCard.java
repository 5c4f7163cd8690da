package org.reconbench.harness.cli;

import java.util.List;
import org.reconbench.harness.cli.Entry.Kind;

/**
 * A metric as the records name it.
 *
 * @param id its name in results.jsonl
 * @param family {@code ranking}: no threshold; {@code threshold}: at the declared one; {@code oracle}: test labels used
 */
record MetricCard(String id, String family, String title, String summary) {
    static final List<MetricCard> ALL = List.of(
            new MetricCard(
                    "auc_roc",
                    "ranking",
                    "AUC-ROC",
                    "The chance that an anomaly scores above a normal row; ties count half."),
            new MetricCard(
                    "auc_pr",
                    "ranking",
                    "AUC-PR",
                    "Average precision: the step-wise area under the precision-recall curve."),
            new MetricCard(
                    "precision_at_n",
                    "ranking",
                    "Precision at n",
                    "The share of anomalies among the n highest scores, n the number of anomalies."),
            new MetricCard(
                    "auc_pr_adjusted",
                    "ranking",
                    "Adjusted AUC-PR",
                    "Average precision above chance: 0 for equal scores, comparable between data sets."),
            new MetricCard(
                    "auc_prg",
                    "ranking",
                    "AUC-PRG",
                    "The area under precision-recall-gain: 0 for equal scores, 1 for a perfect ranking."),
            new MetricCard(
                    "fpr_at_95_recall",
                    "ranking",
                    "FPR at 95 % recall",
                    "The least share of normal rows flagged when 95 % of the anomalies are; lower is better."),
            new MetricCard(
                    "precision",
                    "threshold",
                    "Precision",
                    "The share of anomalies among the rows flagged at the declared threshold."),
            new MetricCard(
                    "recall", "threshold", "Recall", "The share of anomalies that the declared threshold flags."),
            new MetricCard(
                    "f1", "threshold", "F1", "The harmonic mean of precision and recall at the declared threshold."),
            new MetricCard(
                    "oracle.f1",
                    "oracle",
                    "Oracle F1",
                    "The best F1 over all thresholds of the test set itself: test labels used."));

    Entry entry() {
        return Entry.of(Kind.METRICS, id, family, title, summary);
    }
}
