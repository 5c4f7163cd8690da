package org.reconbench.core.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.detector.TrainingSummary;

/**
 * One line of results.jsonl, schema {@value #SCHEMA}: all there is to know of one trial. What is absent is null, never
 * NaN, infinite or zero. On disk names are in snake case.
 *
 * @param schema {@value #SCHEMA}
 * @param trialId first 16 hex digits of SHA-256 over the canonical JSON of data fingerprint, protocol, detector name and
 *     version, resolved parameters and seed
 * @param configId the same over detector name, version and resolved parameters alone
 * @param runId the run that made it
 * @param status final state
 * @param attempt 1 for the first
 * @param startedAt RFC 3339, UTC
 * @param endedAt RFC 3339, UTC
 * @param params resolved, nested
 * @param score id of the primary score
 * @param metrics of the primary score at the declared threshold; null unless ok
 * @param scores by score id
 */
public record TrialRecord(
        String schema,
        String trialId,
        String configId,
        String runId,
        TrialStatus status,
        int attempt,
        String startedAt,
        String endedAt,
        DatasetInfo dataset,
        Named protocol,
        DetectorInfo detector,
        Map<String, Object> params,
        long seed,
        @Nullable String score,
        @Nullable Metrics metrics,
        @Nullable Threshold threshold,
        @Nullable Confusion confusion,
        @Nullable Oracle oracle,
        @Nullable Map<String, Auc> scores,
        @Nullable TrainingSummary training,
        @Nullable Diagnostics diagnostics,
        @Nullable Time timeS,
        @Nullable Memory memory,
        @Nullable Failure failure) {

    /** The schema's name and version. */
    public static final String SCHEMA = "reconbench.trial/1";

    /** A name with parameters. */
    public record Named(String name, Map<String, Object> params) {}

    /**
     * The data as divided by the protocol. Null counts: not known, because the trial failed before.
     *
     * @param nValidation labelled rows held out for thresholds; null where the protocol holds none out
     */
    public record DatasetInfo(
            String name,
            String sha256,
            @Nullable Integer nTrain,
            @Nullable Integer nTest,
            int nFeatures,
            @Nullable Double trainContamination,
            @Nullable Double testAnomalyRate,
            @Nullable Integer nValidation) {
        /** Without validation rows. */
        public DatasetInfo(
                String name,
                String sha256,
                @Nullable Integer nTrain,
                @Nullable Integer nTest,
                int nFeatures,
                @Nullable Double trainContamination,
                @Nullable Double testAnomalyRate) {
            this(name, sha256, nTrain, nTest, nFeatures, trainContamination, testAnomalyRate, null);
        }
    }

    /** The detector. */
    public record DetectorInfo(String name, String family, int version) {}

    /**
     * Of the primary score; null where the test set has one class only, or no anomaly is flagged.
     *
     * @param aucRoc area under the ROC curve, ties counted half
     * @param aucPr average precision
     * @param precision at the declared threshold
     * @param recall likewise
     * @param f1 likewise
     * @param precisionAtN precision among the n highest scores, n the number of anomalies
     * @param aucPrAdjusted average precision above chance; null in records made before it was there, as the two below
     * @param aucPrg area under precision-recall-gain
     * @param fprAt95Recall least false-positive rate of a threshold with a recall of at least 95 %: lower is better
     * @param note why a metric is null, or null
     */
    public record Metrics(
            @Nullable Double aucRoc,
            @Nullable Double aucPr,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1,
            @Nullable Double precisionAtN,
            @Nullable Double aucPrAdjusted,
            @Nullable Double aucPrg,
            @Nullable Double fprAt95Recall,
            @Nullable String note) {
        /** Metrics without those that came later. */
        public Metrics(
                @Nullable Double aucRoc,
                @Nullable Double aucPr,
                @Nullable Double precision,
                @Nullable Double recall,
                @Nullable Double f1,
                @Nullable Double precisionAtN,
                @Nullable String note) {
            this(aucRoc, aucPr, precision, recall, f1, precisionAtN, null, null, null, note);
        }
    }

    /** A row is flagged when its score is greater than the value. */
    public record Threshold(String rule, double value, String source) {}

    /** Counts over the test rows at the declared threshold. */
    public record Confusion(int tp, int fp, int tn, int fn) {}

    /** The best F1 over all thresholds of the test set itself: test labels used. Flagged when score >= threshold. */
    public record Oracle(double f1, double precision, double recall, double threshold) {}

    /** Areas of one score. */
    public record Auc(@Nullable Double aucRoc, @Nullable Double aucPr) {}

    /**
     * Why the numbers are as they are.
     *
     * @param activeForecast how many units were forecast to be active: eigenvalues of the train rows' covariance above the
     *     effective beta, at most the latent units there are
     * @param aucByEpoch how detection changed while the network learned; null unless asked for
     */
    public record Diagnostics(
            @Nullable Integer activeUnits,
            @Nullable List<Double> klPerUnit,
            @Nullable Double klShare,
            @Nullable Double meanPosteriorSigma,
            @Nullable Double mutualInformation,
            @Nullable Double spearmanNorm,
            @Nullable Boolean collapsed,
            @Nullable Integer activeForecast,
            @Nullable EpochAuc aucByEpoch) {
        /** Diagnostics without mutual information, forecast and areas by epoch. */
        public Diagnostics(
                @Nullable Integer activeUnits,
                @Nullable List<Double> klPerUnit,
                @Nullable Double klShare,
                @Nullable Double meanPosteriorSigma,
                @Nullable Double spearmanNorm,
                @Nullable Boolean collapsed) {
            this(activeUnits, klPerUnit, klShare, meanPosteriorSigma, null, spearmanNorm, collapsed, null, null);
        }
    }

    /**
     * The epoch at which the test rows were ranked best. Test labels used: it describes the training, it never chose
     * anything. The areas by epoch stand in the trial's curve.
     *
     * @param source of the choice of epoch: {@code oracle-test}
     * @param bestEpoch the first with the greatest average precision, counted from 1
     * @param bestAucPr the average precision there
     * @param bestAucRoc the area under the ROC curve there
     * @param finalAucPr the average precision after the last epoch
     * @param finalAucRoc the area under the ROC curve after the last epoch
     */
    public record EpochAuc(
            String source, int bestEpoch, double bestAucPr, double bestAucRoc, double finalAucPr, double finalAucRoc) {}

    /** Seconds; a cohort's time divided among its members. */
    public record Time(double train, double score, double evaluate, int cohortSize) {}

    /** Bytes. */
    public record Memory(long peakRssBytes) {}

    /** Why a trial is not ok. */
    public record Failure(String phase, String type, String message) {}

    /** Whether the trial gave numbers. */
    public boolean ok() {
        return status == TrialStatus.OK;
    }
}
