package org.reconbench.harness.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Labels;
import org.reconbench.core.detector.Curve;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.core.run.TrialScores;
import org.reconbench.data.npz.NpyArray;
import org.reconbench.data.npz.NpzReader;
import org.reconbench.data.npz.NpzWriter;

/** Writes and reads the files of one trial: its scores, its curve and its explanation. */
public final class TrialFiles {
    private static final String LABELS = "labels";
    private static final String TRAIN_QUANTILES = "train_quantiles";
    private static final String VALIDATION = "validation_";

    private final RunDirectory directory;

    /** The files of the trials of one run. */
    public TrialFiles(RunDirectory directory) {
        this.directory = directory;
    }

    /**
     * Stores the scores of a trial: {@code labels} (int8), one float64 array a score, {@code train_quantiles}; with
     * validation rows also {@code validation_labels} and {@code validation_ID} for each score. An id of a score is in kebab
     * case: it has no underscore.
     */
    public void writeScores(String trialId, TrialScores scores) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(LABELS, NpyArray.ofBytes(scores.labels().toBytes()));
        for (String id : scores.ids()) {
            arrays.put(id, NpyArray.ofDoubles(scores.score(id)));
        }
        arrays.put(TRAIN_QUANTILES, NpyArray.ofDoubles(scores.trainQuantiles()));
        scores.validationLabels().ifPresent(labels -> {
            arrays.put(VALIDATION + LABELS, NpyArray.ofBytes(labels.toBytes()));
            for (String id : scores.validationIds()) {
                scores.validationScore(id).ifPresent(values -> arrays.put(VALIDATION + id, NpyArray.ofDoubles(values)));
            }
        });
        write(directory.scores(trialId), arrays);
    }

    private static void write(Path file, Map<String, NpyArray> arrays) {
        try {
            NpzWriter.write(file, arrays);
        } catch (InputException e) {
            // The user named no such file: it is the system that refuses it.
            if (e.getCause() instanceof IOException refused) {
                throw new UncheckedIOException(refused);
            }
            throw e;
        }
    }

    /** The stored scores of a trial. */
    public Optional<TrialScores> readScores(String trialId) {
        Path file = directory.scores(trialId);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, double[]> scores = new LinkedHashMap<>();
        Map<String, double[]> validation = new LinkedHashMap<>();
        Labels labels = Labels.of();
        Labels validationLabels = null;
        double[] trainQuantiles = {};
        Map<String, NpyArray> arrays = NpzReader.read(file);
        boolean validated = arrays.containsKey(VALIDATION + LABELS);
        for (Map.Entry<String, NpyArray> entry : arrays.entrySet()) {
            String key = entry.getKey();
            NpyArray values = entry.getValue();
            switch (key) {
                case LABELS -> labels = zeroOne(values);
                case TRAIN_QUANTILES -> trainQuantiles = values.toDoubles();
                case VALIDATION + LABELS -> validationLabels = zeroOne(values);
                default -> {
                    boolean held = validated && key.startsWith(VALIDATION);
                    (held ? validation : scores)
                            .put(held ? key.substring(VALIDATION.length()) : key, values.toDoubles());
                }
            }
        }
        TrialScores read = new TrialScores(labels, scores, trainQuantiles);
        return Optional.of(validationLabels == null ? read : read.withValidation(validationLabels, validation));
    }

    private static Labels zeroOne(NpyArray array) {
        byte[] bytes = array.toBytes();
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i];
        }
        return Labels.of(values);
    }

    /** Stores the curve of a trial as CSV. */
    public void writeCurve(String trialId, Curve curve) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(",", curve.columns())).append('\n');
        for (List<Double> row : curve.rows()) {
            text.append(String.join(",", row.stream().map(TrialFiles::number).toList()))
                    .append('\n');
        }
        RunDirectory.writeWhole(directory.curve(trialId), text.toString());
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** The stored curve of a trial. */
    public Optional<Curve> readCurve(String trialId) {
        List<String> lines = RunDirectory.completeLines(directory.curve(trialId));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<List<Double>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            try {
                rows.add(Stream.of(line.split(",", -1)).map(Double::valueOf).toList());
            } catch (NumberFormatException e) {
                throw InputException.atLine(
                        directory.curve(trialId), rows.size() + 2, "is not a line of numbers: " + e.getMessage());
            }
        }
        return Optional.of(new Curve(List.of(lines.get(0).split(",", -1)), rows));
    }

    /** Stores the explanation of a trial, see {@link ExplanationArrays}. */
    public void writeExplanation(String trialId, TrialExplanation explanation) {
        try {
            // A run that an earlier version began has no such folder.
            Files.createDirectories(directory.explanations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(directory.explanation(trialId), ExplanationArrays.of(explanation));
    }

    /**
     * The stored explanation of a trial.
     *
     * @throws InputException if the file is damaged or is not what it should be
     */
    public Optional<TrialExplanation> readExplanation(String trialId) {
        Path file = directory.explanation(trialId);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExplanationArrays.read(NpzReader.read(file)));
        } catch (IllegalArgumentException e) {
            throw InputException.inFile(file, "is not an explanation: " + e.getMessage(), e);
        }
    }
}
