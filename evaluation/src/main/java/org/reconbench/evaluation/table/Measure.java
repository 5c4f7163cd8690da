package org.reconbench.evaluation.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;

/** A number of a trial that the table averages: one line each. */
public enum Measure {
    /** Precision at the declared threshold. */
    PRECISION("precision", "Precision", Source.DECLARED, metric(TrialRecord.Metrics::precision)),
    /** Recall at the declared threshold. */
    RECALL("recall", "Recall", Source.DECLARED, metric(TrialRecord.Metrics::recall)),
    /** F1 at the declared threshold. */
    F1("f1", "F1", Source.DECLARED, metric(TrialRecord.Metrics::f1)),
    /** Area under the ROC curve. */
    AUC_ROC("auc_roc", "AUC-ROC", Source.DECLARED, metric(TrialRecord.Metrics::aucRoc)),
    /** Average precision. */
    AUC_PR("auc_pr", "AUC-PR", Source.DECLARED, metric(TrialRecord.Metrics::aucPr)),
    /** Precision among the n highest scores, n the number of anomalies. */
    PRECISION_AT_N("precision_at_n", "Precision at n", Source.DECLARED, metric(TrialRecord.Metrics::precisionAtN)),
    /** Average precision above chance: may be averaged over data sets of unlike prevalence. */
    AUC_PR_ADJUSTED("auc_pr_adjusted", "Adjusted AUC-PR", Source.DECLARED, metric(TrialRecord.Metrics::aucPrAdjusted)),
    /** Area under precision-recall-gain. */
    AUC_PRG("auc_prg", "AUC-PRG", Source.DECLARED, metric(TrialRecord.Metrics::aucPrg)),
    /** Least false-positive rate of a threshold with a recall of at least 95 %. */
    FPR_AT_95_RECALL(
            "fpr_at_95_recall", "FPR at 95 % recall", Source.FALSE_ALARMS, metric(TrialRecord.Metrics::fprAt95Recall)),
    /** Best F1 over all thresholds of the test set. */
    ORACLE_F1("oracle_f1", "Oracle F1", Source.ORACLE, oracle(TrialRecord.Oracle::f1)),
    /** Precision at that threshold. */
    ORACLE_PRECISION("oracle_precision", "Oracle precision", Source.ORACLE, oracle(TrialRecord.Oracle::precision)),
    /** Recall at that threshold. */
    ORACLE_RECALL("oracle_recall", "Oracle recall", Source.ORACLE, oracle(TrialRecord.Oracle::recall)),
    /** Seconds of training, a cohort's time divided among its members. */
    TRAIN_SECONDS(
            "train_seconds",
            "Train s",
            Source.COST,
            trial -> trial.timeS() == null ? null : trial.timeS().train());

    private enum Source {
        DECLARED,
        FALSE_ALARMS,
        ORACLE,
        COST
    }

    private final String id;
    private final String title;
    private final Source source;

    @SuppressWarnings("ImmutableEnumChecker") // stateless lambdas, one in each constant above
    private final Function<TrialRecord, @Nullable Double> reader;

    Measure(String id, String title, Source source, Function<TrialRecord, @Nullable Double> reader) {
        this.id = id;
        this.title = title;
        this.source = source;
        this.reader = reader;
    }

    /** Snake-case id, as in files. */
    public String id() {
        return id;
    }

    /** What tables call it. */
    public String title() {
        return title;
    }

    /** Whether it uses the labels that it is measured on; such numbers stand in columns of their own. */
    public boolean oracle() {
        return source == Source.ORACLE;
    }

    /** Whether more is better: all but seconds and false alarms. */
    public boolean higherIsBetter() {
        return source != Source.COST && source != Source.FALSE_ALARMS;
    }

    /** The measure of that id. */
    public static Optional<Measure> find(String id) {
        return Arrays.stream(values())
                .filter(measure -> measure.id().equals(id))
                .findFirst();
    }

    /** All ids. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Measure::id).toList();
    }

    /** The value of one trial; absent when the trial is not ok or has no such value. */
    public OptionalDouble of(TrialRecord trial) {
        Double value = trial.ok() ? reader.apply(trial) : null;
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Function<TrialRecord, @Nullable Double> metric(
            Function<TrialRecord.Metrics, @Nullable Double> reader) {
        return trial -> trial.metrics() == null ? null : reader.apply(trial.metrics());
    }

    private static Function<TrialRecord, @Nullable Double> oracle(Function<TrialRecord.Oracle, Double> reader) {
        return trial -> trial.oracle() == null ? null : reader.apply(trial.oracle());
    }
}
