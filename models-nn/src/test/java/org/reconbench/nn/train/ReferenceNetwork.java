package org.reconbench.nn.train;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.objective.Reconstruction;

/**
 * The same network and objective in plain Java doubles, one row and one unit at a time: what the program is checked
 * against.
 */
final class ReferenceNetwork {
    private final NetworkShape shape;
    private final Reconstruction reconstruction;
    private final List<LayerShape> layers;

    ReferenceNetwork(NetworkShape shape, Reconstruction reconstruction) {
        this.shape = shape;
        this.reconstruction = reconstruction;
        this.layers = shape.layers();
    }

    private int offset(int layer) {
        return (int) layers.subList(0, layer).stream()
                .mapToLong(LayerShape::parameters)
                .sum();
    }

    private double[] affine(double[] p, int layer, double[] x) {
        LayerShape l = layers.get(layer);
        double[] y = new double[l.out()];
        for (int o = 0; o < l.out(); o++) {
            y[o] = p[offset(layer) + l.in() * l.out() + o];
            for (int i = 0; i < l.in(); i++) {
                y[o] += x[i] * p[offset(layer) + i * l.out() + o];
            }
        }
        return y;
    }

    /** Adds a layer's gradients for one row and returns the gradient of its input. */
    private double[] affineBack(double[] p, double[] g, int layer, double[] x, double[] dy) {
        LayerShape l = layers.get(layer);
        double[] dx = new double[l.in()];
        for (int o = 0; o < l.out(); o++) {
            g[offset(layer) + l.in() * l.out() + o] += dy[o];
            for (int i = 0; i < l.in(); i++) {
                g[offset(layer) + i * l.out() + o] += x[i] * dy[o];
                dx[i] += p[offset(layer) + i * l.out() + o] * dy[o];
            }
        }
        return dx;
    }

    private static double[] relu(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(0, y[i]);
        }
        return y;
    }

    private static double[] masked(double[] d, double[] activation) {
        double[] m = d.clone();
        for (int i = 0; i < m.length; i++) {
            m[i] = activation[i] > 0 ? m[i] : 0;
        }
        return m;
    }

    /** Loss over a batch, mean over rows; adds the gradient into {@code g} unless it is null. */
    double lossAndGradient(double[] p, double[][] batch, double[][] noise, double beta, double @Nullable [] g) {
        double loss = 0;
        for (int r = 0; r < batch.length; r++) {
            loss += row(p, batch[r], noise[r], beta, batch.length, g);
        }
        return loss;
    }

    private double row(double[] p, double[] x, double[] noise, double beta, int n, double @Nullable [] g) {
        int hidden = shape.hidden().size();
        int latent = shape.latent();
        List<double[]> e = new ArrayList<>(List.of(x));
        for (int i = 0; i < hidden; i++) {
            e.add(relu(affine(p, i, e.get(i))));
        }
        double[] mu = affine(p, hidden, e.get(hidden));
        boolean gaussian = shape.heads().size() == 2;
        double[] raw = gaussian ? affine(p, hidden + 1, e.get(hidden)) : new double[0];
        double[] z = mu.clone();
        double kl = 0;
        for (int j = 0; gaussian && j < latent; j++) {
            double lv = Math.max(-30, Math.min(20, raw[j]));
            z[j] = mu[j] + Math.exp(lv / 2) * noise[j];
            kl += -0.5 * (1 + lv - mu[j] * mu[j] - Math.exp(lv));
        }
        int decoder = hidden + shape.heads().size();
        List<double[]> c = new ArrayList<>(List.of(z));
        for (int i = 0; i < hidden; i++) {
            c.add(relu(affine(p, decoder + i, c.get(i))));
        }
        double[] out = affine(p, decoder + hidden, c.get(hidden));
        double sse = 0;
        double[] d = new double[out.length];
        double factor = reconstruction.factor(x.length) / n;
        for (int j = 0; j < out.length; j++) {
            boolean sigmoid = reconstruction.output() == Reconstruction.Output.SIGMOID;
            double xhat = sigmoid ? 1 / (1 + Math.exp(-out[j])) : out[j];
            sse += (x[j] - xhat) * (x[j] - xhat);
            d[j] = 2 * factor * (xhat - x[j]) * (sigmoid ? xhat * (1 - xhat) : 1);
        }
        if (g != null) {
            backward(p, g, noise, beta / n, e, mu, raw, c, d);
        }
        return factor * sse + (reconstruction.constant(x.length) + beta * kl) / n;
    }

    private void backward(
            double[] p,
            double[] g,
            double[] noise,
            double weight,
            List<double[]> e,
            double[] mu,
            double[] raw,
            List<double[]> c,
            double[] output) {
        int hidden = shape.hidden().size();
        int decoder = hidden + shape.heads().size();
        double[] d = output;
        for (int i = hidden; i >= 0; i--) {
            d = affineBack(p, g, decoder + i, c.get(i), d);
            d = i > 0 ? masked(d, c.get(i)) : d;
        }
        double[] dmu = d.clone();
        double[] back;
        if (raw.length == 0) {
            back = affineBack(p, g, hidden, e.get(hidden), dmu);
        } else {
            double[] dlv = new double[dmu.length];
            for (int j = 0; j < dmu.length; j++) {
                dmu[j] = d[j] + weight * mu[j];
                boolean inside = raw[j] > -30 && raw[j] < 20;
                dlv[j] = inside
                        ? 0.5 * d[j] * noise[j] * Math.exp(raw[j] / 2) + 0.5 * weight * (Math.exp(raw[j]) - 1)
                        : 0;
            }
            back = affineBack(p, g, hidden, e.get(hidden), dmu);
            double[] other = affineBack(p, g, hidden + 1, e.get(hidden), dlv);
            for (int j = 0; j < back.length; j++) {
                back[j] += other[j];
            }
        }
        for (int i = hidden - 1; i >= 0; i--) {
            back = affineBack(p, g, i, e.get(i), masked(back, e.get(i + 1)));
        }
    }
}
