package org.reconbench.data;

import java.util.List;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.data.numpy.LegacyRandomState;
import org.reconbench.data.synthetic.Blobs;

/**
 * The data of the project's seed documents: three Gaussian clouds, and one coherent cloud of anomalies shifted from
 * them.
 *
 * <p>With s the seed: {@code make_blobs(n - a, centers, features, cluster_std, center_box, random_state=s)} for the normal
 * rows, {@code a = round(n * contamination)}, and {@code base + RandomState(s).normal(shift, scale, (a, features))} for
 * the anomalies, equal to scikit-learn and NumPy to the bit. The documents leave the base open:
 *
 * <ul>
 *   <li>{@code normal-mean} (default): the feature-wise mean of the normal rows;
 *   <li>{@code absolute}: 0;
 *   <li>{@code blob-0}: the feature-wise mean of the first cloud.
 * </ul>
 */
final class SeedBlobs implements DatasetSource {
    private static final String ID = "seed-blobs";
    private static final DatasetCard CARD = new DatasetCard(
            ID,
            "Seed blobs",
            "Three Gaussian clouds in 20 features (make_blobs) and 3 % anomalies from one Gaussian shifted by +4,"
                    + " equal to scikit-learn to the bit.",
            "the project's seed documents; scikit-learn 1.2.1's make_blobs",
            List.of(
                    ParamSpec.integer("n", 5000, 2, 10_000_000, "rows, anomalies included"),
                    ParamSpec.integer("features", 20, 1, 10_000, "columns"),
                    ParamSpec.integer("centers", 3, 1, 10_000, "clouds of normal rows"),
                    ParamSpec.real("contamination", 0.03, 0, 0.5, "share of anomalies"),
                    ParamSpec.real("cluster_std", 1.0, 0, 1e6, "standard deviation of each cloud"),
                    ParamSpec.real("center_box", 10.0, 0, 1e6, "centres are drawn from minus this to plus this"),
                    ParamSpec.choice(
                            "anomaly.center",
                            "normal-mean",
                            List.of("normal-mean", "absolute", "blob-0"),
                            "what the anomalies are shifted from"),
                    ParamSpec.real("anomaly.shift", 4.0, -1e6, 1e6, "shift of the anomalies in every feature"),
                    ParamSpec.real("anomaly.scale", 1.5, 0, 1e6, "standard deviation of the anomalies")));

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
        Blobs blobs = Blobs.make(
                params.integer("n") - anomalies,
                features,
                params.integer("centers"),
                params.real("cluster_std"),
                params.real("center_box"),
                Synthetic.seed(seed));
        double[] base = base(params.text("anomaly.center"), blobs);
        LegacyRandomState random = new LegacyRandomState(seed);
        double[] values = new double[anomalies * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = base[i % features] + random.normal(params.real("anomaly.shift"), params.real("anomaly.scale"));
        }
        return Synthetic.join(ID, blobs.rows(), Matrix.wrap(anomalies, features, values));
    }

    private static double[] base(String center, Blobs blobs) {
        double[] base = new double[blobs.rows().columns()];
        if (center.equals("absolute")) {
            return base;
        }
        int count = 0;
        for (int i = 0; i < blobs.rows().rows(); i++) {
            if (center.equals("normal-mean") || blobs.centre()[i] == 0) {
                count++;
                for (int j = 0; j < base.length; j++) {
                    base[j] += blobs.rows().get(i, j);
                }
            }
        }
        for (int j = 0; j < base.length; j++) {
            base[j] /= count;
        }
        return base;
    }
}
