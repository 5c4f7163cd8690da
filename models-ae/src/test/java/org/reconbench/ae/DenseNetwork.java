package org.reconbench.ae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reconbench.core.data.Matrix;

/** One trained autoencoder with a sigmoid output in plain Java. */
final class DenseNetwork {
    private final List<Integer> widths = new ArrayList<>();
    private final int code;
    private final double[] parameters;

    /** A network from its numbers: layer by layer, weights {@code [in, out]} before biases. */
    DenseNetwork(int features, List<Integer> hidden, int latent, double[] parameters) {
        widths.add(features);
        widths.addAll(hidden);
        widths.add(latent);
        code = hidden.size();
        for (int i = hidden.size() - 1; i >= 0; i--) {
            widths.add(hidden.get(i));
        }
        widths.add(features);
        this.parameters = parameters.clone();
    }

    private int layers() {
        return widths.size() - 1;
    }

    private int start(int layer) {
        int at = 0;
        for (int q = 0; q < layer; q++) {
            at += (widths.get(q) + 1) * widths.get(q + 1);
        }
        return at;
    }

    private double weight(int layer, int in, int out) {
        return parameters[start(layer) + in * widths.get(layer + 1) + out];
    }

    private double[] dense(int layer, double[] y) {
        int outs = widths.get(layer + 1);
        double[] result = new double[outs];
        for (int o = 0; o < outs; o++) {
            result[o] = parameters[start(layer) + y.length * outs + o];
            for (int i = 0; i < y.length; i++) {
                result[o] += y[i] * weight(layer, i, o);
            }
        }
        return result;
    }

    private double[] through(double[] y, int from, int to) {
        double[] result = y;
        for (int q = from; q < to; q++) {
            result = dense(q, result);
            if (q != code && q != layers() - 1) {
                result = Arrays.stream(result).map(v -> Math.max(0, v)).toArray();
            }
        }
        return result;
    }

    double[] encode(double[] x) {
        return through(x, 0, code + 1);
    }

    double[] reconstruct(double[] x) {
        return Arrays.stream(through(encode(x), code + 1, layers()))
                .map(v -> 1 / (1 + Math.exp(-v)))
                .toArray();
    }

    /** The squared Frobenius norm of the encoder's Jacobian by central differences, mean over the rows. */
    double squaredJacobian(Matrix rows) {
        double sum = 0;
        double step = 1e-6;
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < rows.columns(); j++) {
                double[] up = rows.row(i);
                double[] down = rows.row(i);
                up[j] += step;
                down[j] -= step;
                double[] above = encode(up);
                double[] below = encode(down);
                for (int l = 0; l < above.length; l++) {
                    double slope = (above[l] - below[l]) / (2 * step);
                    sum += slope * slope;
                }
            }
        }
        return sum / rows.rows();
    }

    /** The sum of the decoder's squared weights, biases left out. */
    double squaredDecoder() {
        double sum = 0;
        for (int q = code + 1; q < layers(); q++) {
            for (int i = 0; i < widths.get(q); i++) {
                for (int o = 0; o < widths.get(q + 1); o++) {
                    sum += weight(q, i, o) * weight(q, i, o);
                }
            }
        }
        return sum;
    }
}
