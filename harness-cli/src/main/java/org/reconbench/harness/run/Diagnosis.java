package org.reconbench.harness.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.LatentDiagnostics;
import org.reconbench.core.detector.TrainingSummary;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.spectrum.Spectrum;
import org.reconbench.harness.plan.DataChoice;
import org.reconbench.harness.plan.PlannedTrial;
import org.reconbench.harness.plan.ProtocolChoice;

/** Makes the diagnostics of a run's records. The spectrum of train rows is found once for all trials on them. */
final class Diagnosis {
    /** Above this rank correlation with the norm, a network counts as collapsed. */
    private static final double COLLAPSED = 0.99;

    private final Map<Rows, Spectrum> spectra = new ConcurrentHashMap<>();

    private record Rows(DataChoice data, ProtocolChoice protocol, long seed) {}

    /**
     * The diagnostics of one trial.
     *
     * @param spearmanNorm rank correlation of the primary score with the trivial reference; null if it has none
     * @param aucByEpoch null unless asked for
     */
    TrialRecord.Diagnostics of(
            PlannedTrial trial,
            TrainTest data,
            FitOutcome.Fitted outcome,
            @Nullable Double spearmanNorm,
            TrialRecord.@Nullable EpochAuc aucByEpoch) {
        LatentDiagnostics latent = outcome.latent();
        boolean network = trial.detector().detector().card().family() != Family.REFERENCE;
        return new TrialRecord.Diagnostics(
                latent == null ? null : latent.activeUnits(),
                latent == null ? null : latent.klPerUnit(),
                latent == null ? null : latent.klShare(),
                latent == null ? null : latent.meanPosteriorSigma(),
                latent == null ? null : latent.mutualInformation(),
                spearmanNorm,
                (network && spearmanNorm != null) ? spearmanNorm > COLLAPSED : null,
                forecast(trial, data, outcome.training(), latent),
                aucByEpoch);
    }

    private @Nullable Integer forecast(
            PlannedTrial trial,
            TrainTest data,
            @Nullable TrainingSummary training,
            @Nullable LatentDiagnostics latent) {
        if (training == null || latent == null || latent.klPerUnit().isEmpty()) {
            return null;
        }
        Double effective = training.betaEffective();
        if (effective == null || !(effective >= 0) || !affordable(data)) {
            return null;
        }
        Spectrum spectrum = spectra.computeIfAbsent(
                new Rows(trial.data(), trial.protocol(), trial.seed()), rows -> Spectrum.of(data.train()));
        return Math.min(spectrum.above(effective), latent.klPerUnit().size());
    }

    private static boolean affordable(TrainTest data) {
        return Spectrum.possible(data.train().rows(), data.train().columns());
    }
}
