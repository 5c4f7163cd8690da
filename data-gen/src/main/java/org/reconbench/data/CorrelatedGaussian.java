package org.reconbench.data;

import java.util.List;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.data.numpy.LegacyRandomState;

/**
 * Gaussian rows near a plane, with anomalies that look normal in every single feature and break the correlation between
 * them: no feature alone, nor the norm of a row, tells them apart.
 *
 * <p>All draws are from {@code RandomState(seed)}. The loadings W are features x factors standard normals. A normal row is
 * {@code x_j = sum_k W_jk z_k + noise * e_j} with z and e standard normal. An anomaly has another z for each feature:
 * each feature has the distribution that it has in normal rows, and all are independent.
 */
final class CorrelatedGaussian implements DatasetSource {
    private static final String ID = "correlated-gaussian";
    private static final DatasetCard CARD = new DatasetCard(
            ID,
            "Correlated Gaussian",
            "A few factors drive all features; anomalies have the same features one by one, but break their correlation.",
            "this project",
            List.of(
                    ParamSpec.integer("n", 2000, 2, 10_000_000, "rows, anomalies included"),
                    ParamSpec.integer("features", 10, 2, 10_000, "columns"),
                    ParamSpec.integer("factors", 3, 1, 1_000, "what drives the features"),
                    ParamSpec.real("contamination", 0.05, 0, 0.5, "share of anomalies"),
                    ParamSpec.real("noise", 0.1, 0, 1e6, "standard deviation around the factors' plane")));

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
        int factors = params.integer("factors");
        double noise = params.real("noise");
        LegacyRandomState random = new LegacyRandomState(Synthetic.seed(seed));
        double[] loadings = random.normal(0, 1, features * factors);
        double[] normal = new double[(params.integer("n") - anomalies) * features];
        double[] z = {};
        for (int i = 0; i < normal.length; i++) {
            z = i % features == 0 ? random.normal(0, 1, factors) : z;
            normal[i] = dot(loadings, i % features, z) + random.normal(0, noise);
        }
        double[] broken = new double[anomalies * features];
        for (int i = 0; i < broken.length; i++) {
            broken[i] = dot(loadings, i % features, random.normal(0, 1, factors)) + random.normal(0, noise);
        }
        return Synthetic.join(
                ID, Matrix.wrap(normal.length / features, features, normal), Matrix.wrap(anomalies, features, broken));
    }

    private static double dot(double[] loadings, int feature, double[] z) {
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            sum += loadings[feature * z.length + k] * z[k];
        }
        return sum;
    }
}
