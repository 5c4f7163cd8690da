package org.reconbench.evaluation.latent;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;
import org.reconbench.evaluation.metrics.Ranking;

/**
 * How far the anomalies lie from the normal points of a plane, wherever these lie: the area under the ROC curve when points
 * are ranked by their distance to the {@value #NEIGHBOURS}th nearest normal point other than themselves.
 *
 * <p>1: every anomaly is farther from the normal points than these are from each other. 1/2: it lies among them. Uses the
 * labels: it describes a picture and chooses nothing.
 */
public final class Apartness {
    /** Which nearest normal point counts. */
    public static final int NEIGHBOURS = 5;

    private Apartness() {}

    /**
     * The area.
     *
     * @param points {@code [n, 2]}
     * @param labels of these points
     * @return empty without an anomaly, or with fewer than 6 normal points
     * @throws IllegalArgumentException if there are not as many labels as points
     */
    public static OptionalDouble of(Matrix points, Labels labels) {
        if (points.rows() != labels.size()) {
            throw new IllegalArgumentException(labels.size() + " labels for " + points.rows() + " points");
        }
        int[] normals = labels.rowsWhere(false);
        if (labels.anomalies() == 0 || normals.length <= NEIGHBOURS) {
            return OptionalDouble.empty();
        }
        double[] distances = new double[points.rows()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = distance(points, i, normals);
        }
        return Ranking.of(labels, distances).rocAuc();
    }

    /** The squared distance to the nearest normal point but four. */
    private static double distance(Matrix points, int point, int[] normals) {
        double[] nearest = new double[NEIGHBOURS];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int normal : normals) {
            double x = points.get(normal, 0) - points.get(point, 0);
            double y = points.get(normal, 1) - points.get(point, 1);
            double distance = x * x + y * y;
            if (normal == point || distance >= nearest[NEIGHBOURS - 1]) {
                continue;
            }
            int at = NEIGHBOURS - 1;
            for (; at > 0 && nearest[at - 1] > distance; at--) {
                nearest[at] = nearest[at - 1];
            }
            nearest[at] = distance;
        }
        return nearest[NEIGHBOURS - 1];
    }
}
