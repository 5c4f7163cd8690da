package org.reconbench.data;

import java.util.ArrayList;
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
 * <p>The protocols that end in {@code -validation} divide what is not tested on once more in the same way, with the same
 * seed, into train and validation rows. The test rows stay those of the protocol without the ending, and both have the
 * same validation rows: all are rows of the other's train part or dropped from it. The validation rows keep the share of
 * anomalies of the test rows under either protocol, as the threshold of the best F1 depends on that share; of the
 * anomalies that {@code normal-only-validation} does not train on, those beyond that share stay unused.
 *
 * <p>The scaler is fitted to the train rows as the detector gets them, or, with {@code scaler_fit = all}, to all rows
 * before the split, the dropped ones included.
 */
final class StratifiedProtocol implements Protocol {
    private static final String VALIDATION = "validation";

    private final ProtocolCard card;
    private final boolean dropTrainAnomalies;
    private final boolean holdsOut;

    private StratifiedProtocol(String id, String title, String summary, boolean dropTrainAnomalies, boolean holdsOut) {
        this.card = new ProtocolCard(id, title, summary, params(holdsOut));
        this.dropTrainAnomalies = dropTrainAnomalies;
        this.holdsOut = holdsOut;
    }

    private static List<ParamSpec> params(boolean holdsOut) {
        List<ParamSpec> params = new ArrayList<>(List.of(
                ParamSpec.real("test_size", 0.2, 0.001, 0.999, "share of the rows to test on"),
                ParamSpec.choice(
                        "scaler",
                        "min-max",
                        Arrays.stream(Scaling.values()).map(Scaling::id).toList(),
                        "how the columns are scaled"),
                ParamSpec.choice(
                        "scaler_fit", "train", List.of("train", "all"), "the rows that the scaler is fitted to")));
        if (holdsOut) {
            params.add(ParamSpec.real(
                    VALIDATION,
                    0.25,
                    0.001,
                    0.999,
                    "share of the rows beside the test rows to hold out, with labels, for thresholds"));
        }
        return params;
    }

    static Protocol contaminated() {
        return new StratifiedProtocol(
                "contaminated",
                "Contaminated",
                "A stratified split: train and test rows hold the same share of anomalies.",
                false,
                false);
    }

    static Protocol normalOnly() {
        return new StratifiedProtocol(
                "normal-only",
                "Normal only",
                "The split of 'contaminated', with the anomalies dropped from the train rows.",
                true,
                false);
    }

    static Protocol contaminatedValidation() {
        return new StratifiedProtocol(
                "contaminated-validation",
                "Contaminated, with validation rows",
                "The test rows of 'contaminated'; of its train rows a labelled part is held out for thresholds.",
                false,
                true);
    }

    static Protocol normalOnlyValidation() {
        return new StratifiedProtocol(
                "normal-only-validation",
                "Normal only, with validation rows",
                "The split of 'contaminated-validation', with the anomalies dropped from the train rows.",
                true,
                true);
    }

    @Override
    public ProtocolCard card() {
        return card;
    }

    @Override
    public boolean holdsOut() {
        return holdsOut;
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
        TrainTestSplit rest = holdsOut ? heldOut(data, params.real(VALIDATION), split.train(), classes, seed) : null;
        int[] left = rest == null ? split.train() : rest.train();
        int[] trainRows = dropTrainAnomalies
                ? Arrays.stream(left).filter(i -> labels[i] == 0).toArray()
                : left;
        if (trainRows.length == 0) {
            throw refuse(data, "no normal row is left to train on; give more rows or a smaller test_size");
        }
        Matrix train = data.rows().selectRows(trainRows);
        Matrix test = data.rows().selectRows(split.test());
        Labels trainLabels = data.labels().select(trainRows);
        Labels testLabels = data.labels().select(split.test());
        Scaler scaler = Scaler.fit(scaling(params), params.text("scaler_fit").equals("all") ? data.rows() : train);
        return new TrainTest(
                scaler.transform(train),
                trainLabels,
                scaler.transform(test),
                testLabels,
                rest == null
                        ? null
                        : new TrainTest.Validation(
                                scaler.transform(data.rows().selectRows(rest.test())),
                                data.labels().select(rest.test())),
                Arrays.stream(split.test()).boxed().toList());
    }

    /** The rows that are not tested on, divided into those to train on and, in place of a test set, those held out. */
    private TrainTestSplit heldOut(Dataset data, double share, int[] rows, int[] classes, long seed) {
        int[] own = Arrays.stream(rows).map(row -> classes[row]).toArray();
        int anomalies = Arrays.stream(own).sum();
        double held = Math.ceil(share * rows.length);
        String counts = rows.length + " rows beside the test rows, " + anomalies + " of them anomalies";
        if (Math.min(anomalies, rows.length - anomalies) < 2 || held < 2 || rows.length - held < 2) {
            throw refuse(
                    data,
                    "validation = " + share + " of " + counts
                            + ": train and validation rows need 2 or more, and 2 or more of each class to share");
        }
        TrainTestSplit split = TrainTestSplit.stratified(own, share, Synthetic.seed(seed));
        long found = Arrays.stream(split.test()).filter(i -> own[i] == 1).count();
        if (found == 0 || found == split.test().length) {
            throw refuse(
                    data,
                    "validation = " + share + " of " + counts + ", gives " + split.test().length
                            + " validation rows without any " + (found == 0 ? "anomaly" : "normal row")
                            + ", and a threshold needs both; give a larger validation or a smaller test_size");
        }
        return new TrainTestSplit(
                Arrays.stream(split.train()).map(i -> rows[i]).toArray(),
                Arrays.stream(split.test()).map(i -> rows[i]).toArray());
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
