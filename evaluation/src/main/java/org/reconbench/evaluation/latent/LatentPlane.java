package org.reconbench.evaluation.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.reconbench.core.data.Matrix;

/**
 * Codes in a plane: the two latent units themselves, or the two leading principal components of more.
 *
 * <p>Components are eigenvectors of the covariance {@code S = 1/n sum_i (c_i - m)(c_i - m)'}, by falling eigenvalue; a
 * point is {@code ((c - m)'v_1, (c - m)'v_2)}. An eigenvector's sign is free: each points so that its loading of greatest
 * size, the first of equal ones, is positive. Cost {@code O(n L^2 + L^3)} for n codes of L units.
 *
 * @param points {@code [n, 2]}
 * @param variances of the codes along each component, falling; with two units those of the units, in their order. Sums of
 *     squares divided by n
 * @param units whether the coordinates are the two units themselves, not centred
 */
public record LatentPlane(Matrix points, List<Double> variances, boolean units) {
    /** Codes of more units than this have no plane: finding it would take longer than it is worth. */
    public static final int MOST_UNITS = 256;

    /** Copies the list. */
    public LatentPlane {
        variances = List.copyOf(variances);
    }

    /**
     * The plane of codes.
     *
     * @param codes {@code [n, latent]}, finite
     * @return empty for no codes, a single unit, or more than {@value #MOST_UNITS} units
     */
    public static Optional<LatentPlane> of(Matrix codes) {
        int latent = codes.columns();
        if (codes.rows() == 0 || latent < 2 || latent > MOST_UNITS) {
            return Optional.empty();
        }
        double[] mean = mean(codes);
        double[][] covariance = covariance(codes, mean);
        if (latent == 2) {
            return Optional.of(new LatentPlane(codes, List.of(covariance[0][0], covariance[1][1]), true));
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
        List<Double> variances = DoubleStream.of(eigen.getRealEigenvalues())
                .map(value -> Math.max(0, value))
                .boxed()
                .toList();
        List<double[]> axes = new ArrayList<>();
        for (int axis = 0; axis < 2; axis++) {
            axes.add(upright(eigen.getEigenvector(axis).toArray()));
        }
        return Optional.of(new LatentPlane(points(codes, mean, axes), variances, false));
    }

    private static double[] mean(Matrix codes) {
        double[] mean = new double[codes.columns()];
        double[] code = new double[mean.length];
        for (int i = 0; i < codes.rows(); i++) {
            codes.copyRow(i, code, 0);
            for (int j = 0; j < mean.length; j++) {
                mean[j] += code[j] / codes.rows();
            }
        }
        return mean;
    }

    private static double[][] covariance(Matrix codes, double[] mean) {
        int latent = mean.length;
        double[][] covariance = new double[latent][latent];
        double[] centred = new double[latent];
        for (int i = 0; i < codes.rows(); i++) {
            codes.copyRow(i, centred, 0);
            for (int a = 0; a < latent; a++) {
                centred[a] -= mean[a];
                double[] into = covariance[a];
                for (int b = 0; b <= a; b++) {
                    into[b] += centred[a] * centred[b] / codes.rows();
                }
            }
        }
        for (int a = 0; a < latent; a++) {
            for (int b = 0; b < a; b++) {
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    private static double[] upright(double[] axis) {
        double greatest = 0;
        for (double loading : axis) {
            greatest = Math.abs(loading) > Math.abs(greatest) ? loading : greatest;
        }
        for (int j = 0; j < axis.length && greatest < 0; j++) {
            axis[j] = -axis[j];
        }
        return axis;
    }

    private static Matrix points(Matrix codes, double[] mean, List<double[]> axes) {
        double[] points = new double[2 * codes.rows()];
        double[] code = new double[mean.length];
        double[] first = axes.get(0);
        double[] second = axes.get(1);
        for (int i = 0; i < codes.rows(); i++) {
            codes.copyRow(i, code, 0);
            double x = 0;
            double y = 0;
            for (int j = 0; j < code.length; j++) {
                x += (code[j] - mean[j]) * first[j];
                y += (code[j] - mean[j]) * second[j];
            }
            points[2 * i] = x;
            points[2 * i + 1] = y;
        }
        return Matrix.wrap(codes.rows(), 2, points);
    }
}
