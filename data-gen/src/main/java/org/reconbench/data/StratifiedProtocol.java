package org.reconbench.data;

import java.util.Arrays;
import java.util.List;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.data.TrainTest;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.data.scale.Scaler;
import org.reconbench.data.split.TrainTestSplit;

/**
 * A stratified split equal to scikit-learn's {@code train_test_split(stratify=y)}, with the anomalies left in the train
 * rows ({@code contaminated}) or dropped from them after the split ({@code normal-only}); the test rows are the same.
 *
 * <p>The scaler is fitted to the train rows as the detector gets them, or, with {@code scaler_fit = all}, to all rows
 * before the split, the dropped ones included.
 */
final class StratifiedProtocol implements Protocol {
    private final ProtocolCard card;
    private final boolean dropTrainAnomalies;

    private StratifiedProtocol(String id, String title, String summary, boolean dropTrainAnomalies) {
        this.card = new ProtocolCard(
                id,
                title,
                summary,
                List.of(
                        ParamSpec.real("test_size", 0.2, 0.001, 0.999, "share of the rows to test on"),
                        ParamSpec.choice(
                                "scaler",
                                "min-max",
                                Arrays.stream(Scaling.values()).map(Scaling::id).toList(),
                                "how the columns are scaled"),
                        ParamSpec.choice(
                                "scaler_fit",
                                "train",
                                List.of("train", "all"),
                                "the rows that the scaler is fitted to")));
        this.dropTrainAnomalies = dropTrainAnomalies;
    }

    static Protocol contaminated() {
        return new StratifiedProtocol(
                "contaminated",
                "Contaminated",
                "A stratified split: train and test rows hold the same share of anomalies.",
                false);
    }

    static Protocol normalOnly() {
        return new StratifiedProtocol(
                "normal-only",
                "Normal only",
                "The split of 'contaminated', with the anomalies dropped from the train rows.",
                true);
    }

    @Override
    public ProtocolCard card() {
        return card;
    }

    @Override
    public Scaling scaling(Params params) {
        String id = params.text("scaler");
        return Arrays.stream(Scaling.values())
                .filter(scaling -> scaling.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scaler = " + id + ": no such scaling"));
    }

    @Override
    public TrainTest prepare(Dataset data, Params params, long seed) {
        double testSize = params.real("test_size");
        check(data, testSize);
        byte[] labels = data.labels().toBytes();
        int[] classes = new int[labels.length];
        Arrays.setAll(classes, i -> labels[i]);
        TrainTestSplit split = TrainTestSplit.stratified(classes, testSize, Synthetic.seed(seed));
        int[] trainRows = dropTrainAnomalies
                ? Arrays.stream(split.train()).filter(i -> labels[i] == 0).toArray()
                : split.train();
        if (trainRows.length == 0) {
            throw refuse(data, "no normal row is left to train on; give more rows or a smaller test_size");
        }
        Matrix train = data.rows().selectRows(trainRows);
        Matrix test = data.rows().selectRows(split.test());
        Labels trainLabels = data.labels().select(trainRows);
        Labels testLabels = data.labels().select(split.test());
        Scaler scaler = Scaler.fit(scaling(params), params.text("scaler_fit").equals("all") ? data.rows() : train);
        return new TrainTest(scaler.transform(train), trainLabels, scaler.transform(test), testLabels);
    }

    private void check(Dataset data, double testSize) {
        Labels labels = data.labels();
        if (labels.anomalies() == 0 || labels.normals() == 0) {
            throw refuse(
                    data,
                    "all " + labels.size() + " rows are " + (labels.anomalies() == 0 ? "normal" : "anomalies")
                            + "; both classes are needed (is the label column the right one, and do the anomaly values"
                            + " name its values?)");
        }
        if (Math.min(labels.anomalies(), labels.normals()) < 2) {
            throw refuse(
                    data,
                    labels.normals() + " normal rows and " + labels.anomalies()
                            + " anomalies; a stratified split needs 2 or more of each");
        }
        double test = Math.ceil(testSize * labels.size());
        if (test < 2 || labels.size() - test < 2) {
            throw refuse(
                    data,
                    "test_size = " + testSize + " of " + labels.size()
                            + " rows leaves fewer than 2 train or 2 test rows; give more rows or another test_size");
        }
    }

    private InputException refuse(Dataset data, String why) {
        return InputException.of("dataset '" + data.name() + "', protocol '" + card.id() + "': " + why);
    }
}
