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
import org.reconbench.core.run.TrialScores;
import org.reconbench.data.npz.NpyArray;
import org.reconbench.data.npz.NpzReader;
import org.reconbench.data.npz.NpzWriter;

/** Writes and reads the files of one trial: its scores and its curve. */
public final class TrialFiles {
    private static final String LABELS = "labels";
    private static final String TRAIN_QUANTILES = "train_quantiles";

    private final RunDirectory directory;

    /** The files of the trials of one run. */
    public TrialFiles(RunDirectory directory) {
        this.directory = directory;
    }

    /** Stores the scores of a trial: {@code labels} (int8), one float64 array a score, {@code train_quantiles}. */
    public void writeScores(String trialId, TrialScores scores) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(LABELS, NpyArray.ofBytes(scores.labels().toBytes()));
        for (String id : scores.ids()) {
            arrays.put(id, NpyArray.ofDoubles(scores.score(id)));
        }
        arrays.put(TRAIN_QUANTILES, NpyArray.ofDoubles(scores.trainQuantiles()));
        try {
            NpzWriter.write(directory.scores(trialId), arrays);
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
        int[] labels = {};
        double[] trainQuantiles = {};
        for (Map.Entry<String, NpyArray> entry : NpzReader.read(file).entrySet()) {
            switch (entry.getKey()) {
                case LABELS -> labels = zeroOne(entry.getValue().toBytes());
                case TRAIN_QUANTILES -> trainQuantiles = entry.getValue().toDoubles();
                default -> scores.put(entry.getKey(), entry.getValue().toDoubles());
            }
        }
        return Optional.of(new TrialScores(Labels.of(labels), scores, trainQuantiles));
    }

    private static int[] zeroOne(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i];
        }
        return values;
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
}
