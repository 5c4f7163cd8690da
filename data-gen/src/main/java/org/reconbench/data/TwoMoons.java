package org.reconbench.data;

import java.util.List;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.data.numpy.LegacyRandomState;

/**
 * Two interleaved half circles in the plane, with anomalies in the space between and around: normal rows lie on a curved
 * line, so that a linear method, or the distance from the mean, does not tell them apart.
 *
 * <p>All draws are from {@code RandomState(seed)}. Normal row i has {@code t = pi * random_sample()} and lies at
 * {@code (cos t, sin t)} for even i, at {@code (1 - cos t, 1/2 - sin t)} for odd i, plus {@code normal(0, noise)} in each
 * feature. An anomaly is uniform on [-2, 3] x [-1.5, 2], drawn again until it is {@code gap} or more from both arcs.
 *
 * <p>Differs from scikit-learn's {@code make_moons}: angles are drawn, not evenly spaced.
 */
final class TwoMoons implements DatasetSource {
    private static final String ID = "two-moons";
    private static final DatasetCard CARD = new DatasetCard(
            ID,
            "Two moons",
            "Two interleaved half circles in the plane; anomalies are uniform around and between them.",
            "this project, after scikit-learn's make_moons",
            List.of(
                    ParamSpec.integer("n", 2000, 2, 10_000_000, "rows, anomalies included"),
                    ParamSpec.real("contamination", 0.05, 0, 0.5, "share of anomalies"),
                    ParamSpec.real("noise", 0.08, 0, 10, "standard deviation around the arcs"),
                    ParamSpec.real("gap", 0.35, 0, 0.5, "least distance of an anomaly from the arcs")));

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
        int normal = params.integer("n") - anomalies;
        double noise = params.real("noise");
        LegacyRandomState random = new LegacyRandomState(Synthetic.seed(seed));
        double[] values = new double[2 * normal];
        for (int i = 0; i < normal; i++) {
            double angle = Math.PI * random.randomSample();
            boolean upper = i % 2 == 0;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            values[2 * i] = random.normal(upper ? cos : 1 - cos, noise);
            values[2 * i + 1] = random.normal(upper ? sin : 0.5 - sin, noise);
        }
        double[] around = new double[2 * anomalies];
        for (int i = 0; i < anomalies; i++) {
            do {
                around[2 * i] = random.uniform(-2, 3);
                around[2 * i + 1] = random.uniform(-1.5, 2);
            } while (distance(around[2 * i], around[2 * i + 1]) < params.real("gap"));
        }
        return Synthetic.join(ID, Matrix.wrap(normal, 2, values), Matrix.wrap(anomalies, 2, around));
    }

    /** From the nearer of the two arcs; the lower is the upper, turned by half a turn about (1/2, 1/4). */
    static double distance(double x, double y) {
        return Math.min(fromUpper(x, y), fromUpper(1 - x, 0.5 - y));
    }

    private static double fromUpper(double x, double y) {
        double norm = Math.sqrt(x * x + y * y);
        double ends = Math.sqrt((Math.abs(x) - 1) * (Math.abs(x) - 1) + y * y);
        return y >= 0 ? Math.abs(norm - 1) : ends;
    }
}
