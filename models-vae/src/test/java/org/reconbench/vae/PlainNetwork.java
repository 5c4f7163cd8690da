package org.reconbench.vae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reconbench.core.data.Matrix;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.objective.Taped;
import org.reconbench.nn.train.TrainedCohort;

/** One trained variational network in plain Java, to look inside. */
final class PlainNetwork {
    private final NetworkShape shape;
    private final boolean sigmoid;
    private final List<double[][]> weights = new ArrayList<>();
    private final List<double[]> biases = new ArrayList<>();

    private PlainNetwork(NetworkShape shape, boolean sigmoid, double[] numbers) {
        this.shape = shape;
        this.sigmoid = sigmoid;
        int at = 0;
        for (LayerShape layer : shape.layers()) {
            double[][] rows = new double[layer.in()][];
            for (int i = 0; i < layer.in(); i++, at += layer.out()) {
                rows[i] = Arrays.copyOfRange(numbers, at, at + layer.out());
            }
            weights.add(rows);
            biases.add(Arrays.copyOfRange(numbers, at, at + layer.out()));
            at += layer.out();
        }
    }

    static PlainNetwork of(
            TrainedCohort cohort,
            int member,
            int features,
            List<Integer> hidden,
            int latent,
            boolean sigmoid,
            LayerShape... extras) {
        return of(cohort, member, new NetworkShape(features, hidden, latent, Taped.GAUSSIAN, List.of(extras)), sigmoid);
    }

    static PlainNetwork of(TrainedCohort cohort, int member, NetworkShape shape, boolean sigmoid) {
        double[] numbers = cohort.parameters(member);
        if (numbers.length != shape.parameters()) {
            throw new IllegalArgumentException(numbers.length + " numbers for a shape of " + shape.parameters());
        }
        return new PlainNetwork(shape, sigmoid, numbers);
    }

    /** The weights of a layer, {@code [in][out]}. */
    double[][] weights(int layer) {
        return weights.get(layer);
    }

    /** The biases of a layer. */
    double[] biases(int layer) {
        return biases.get(layer);
    }

    private double[] dense(int layer, double[] x) {
        double[][] w = weights.get(layer);
        double[] y = biases.get(layer).clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                y[j] += x[i] * w[i][j];
            }
        }
        return y;
    }

    private static double[] relu(double[] x) {
        return Arrays.stream(x).map(v -> Math.max(0, v)).toArray();
    }

    private double[] head(int head, double[] x) {
        double[] y = x;
        int hidden = shape.hidden().size();
        for (int i = 0; i < hidden; i++) {
            y = relu(dense(i, y));
        }
        return dense(hidden + head, y);
    }

    double[] mu(double[] x) {
        return head(0, x);
    }

    double[] logvar(double[] x) {
        return Arrays.stream(head(1, x))
                .map(v -> Math.max(-30, Math.min(20, v)))
                .toArray();
    }

    private double[] unfolded(double[] z) {
        double[] y = z;
        int from = shape.hidden().size() + shape.heads().size();
        for (int i = 0; i < shape.hidden().size(); i++) {
            y = relu(dense(from + i, y));
        }
        return y;
    }

    double[] decode(double[] z) {
        double[] out = dense(shape.output(), unfolded(z));
        return sigmoid ? Arrays.stream(out).map(v -> 1 / (1 + Math.exp(-v))).toArray() : out;
    }

    /** What the first layer after the output makes of codes. */
    double[] beside(double[] z) {
        return dense(shape.output() + 1, unfolded(z));
    }

    /** The mean codes of rows. */
    double[][] means(Matrix rows) {
        double[][] codes = new double[rows.rows()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = mu(rows.row(i));
        }
        return codes;
    }

    /** The log-variances of rows' codes. */
    double[][] logvars(Matrix rows) {
        double[][] codes = new double[rows.rows()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = logvar(rows.row(i));
        }
        return codes;
    }
}
