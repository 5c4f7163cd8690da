package org.reconbench.data;

import java.util.List;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.data.numpy.LegacyRandomState;
import org.reconbench.data.synthetic.Blobs;

/**
 * A small set that every working detector separates: for tests and first steps.
 *
 * <p>With s the seed: normal rows from {@code make_blobs(centers=2, cluster_std=0.5, center_box=(-2, 2),
 * random_state=s)}; an anomaly is {@code distance * g / |g|} with g standard normal from {@code RandomState(s)}: a point
 * on a sphere far outside the clouds, in any direction.
 */
final class EasyBlobs implements DatasetSource {
    private static final String ID = "easy-blobs";
    private static final DatasetCard CARD = new DatasetCard(
            ID,
            "Easy blobs",
            "Two tight clouds, and anomalies on a sphere far around them: every working detector separates them.",
            "this project",
            List.of(
                    ParamSpec.integer("n", 400, 2, 10_000_000, "rows, anomalies included"),
                    ParamSpec.integer("features", 6, 1, 10_000, "columns"),
                    ParamSpec.real("contamination", 0.05, 0, 0.5, "share of anomalies"),
                    ParamSpec.real("distance", 20.0, 0, 1e6, "how far the anomalies are from the origin")));

    @Override
    public DatasetCard card() {
        return CARD;
    }

    @Override
    public boolean seeded() {
        return true;
    }

    @Override
    public Dataset load(Params params, long seed) {
        int anomalies = Synthetic.anomalies(ID, params);
        int features = params.integer("features");
        double distance = params.real("distance");
        Blobs blobs = Blobs.make(params.integer("n") - anomalies, features, 2, 0.5, 2.0, Synthetic.seed(seed));
        LegacyRandomState random = new LegacyRandomState(seed);
        double[] values = new double[anomalies * features];
        for (int i = 0; i < anomalies; i++) {
            double[] direction = random.normal(0, 1, features);
            double squares = 0;
            for (double g : direction) {
                squares += g * g;
            }
            for (int j = 0; j < features; j++) {
                values[i * features + j] = distance * direction[j] / Math.sqrt(squares);
            }
        }
        return Synthetic.join(ID, blobs.rows(), Matrix.wrap(anomalies, features, values));
    }
}
