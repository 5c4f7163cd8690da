package org.reconbench.reference;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Matrix;

/**
 * The leading principal axes of centred rows, and the variance along each.
 *
 * <p>They are eigenvectors of the {@code d x d} scatter matrix, or, when there are fewer rows than columns, come from
 * those of the {@code n x n} matrix of inner products. Axes along which the rows do not vary (eigenvalue at most {@code
 * max(n, d) * 2^-52} times the greatest) are none: their direction would be rounding noise.
 */
final class PrincipalAxes {
    private final double[][] axes;
    private final double[] variances;

    private PrincipalAxes(double[][] axes, EigenDecomposition eigen, int rows) {
        this.axes = axes;
        this.variances = new double[axes.length];
        for (int j = 0; j < axes.length; j++) {
            variances[j] = eigen.getRealEigenvalue(j) / rows;
        }
    }

    /** How many axes there are. */
    int count() {
        return axes.length;
    }

    /** The mean squared deviation of the rows along one axis. Greater than 0. */
    double variance(int axis) {
        return variances[axis];
    }

    /** Takes the part along one axis off the given deviation and returns its length. */
    double project(int axis, double[] deviation) {
        double[] direction = axes[axis];
        double along = dot(direction, deviation);
        for (int j = 0; j < deviation.length; j++) {
            deviation[j] -= along * direction[j];
        }
        return along;
    }

    /** The memory of finding them: the rows, and about five square matrices of the smaller side, in bytes. */
    static long bytes(DataProfile profile) {
        long side = Math.min(profile.rows(), profile.columns());
        return Double.BYTES * ((long) profile.rows() * profile.columns() + 5 * side * side);
    }

    /** At most k orthonormal axes of the given rows about their mean, by falling variance. */
    static PrincipalAxes of(Matrix rows, ColumnMeans means, int k) {
        return rows.rows() < rows.columns() ? fromInnerProducts(rows, means, k) : fromScatter(rows, means, k);
    }

    private static PrincipalAxes fromScatter(Matrix rows, ColumnMeans means, int k) {
        int d = rows.columns();
        double[][] scatter = new double[d][d];
        double[] x = new double[d];
        for (int i = 0; i < rows.rows(); i++) {
            means.deviation(rows, i, x);
            for (int a = 0; a < d; a++) {
                double[] into = scatter[a];
                for (int b = 0; b <= a; b++) {
                    into[b] += x[a] * x[b];
                }
            }
        }
        EigenDecomposition eigen = decompose(scatter);
        int kept = count(eigen, k, Math.max(rows.rows(), d));
        double[][] axes = new double[kept][];
        for (int j = 0; j < kept; j++) {
            axes[j] = eigen.getEigenvector(j).toArray();
        }
        return new PrincipalAxes(axes, eigen, rows.rows());
    }

    private static PrincipalAxes fromInnerProducts(Matrix rows, ColumnMeans means, int k) {
        int n = rows.rows();
        double[][] centred = new double[n][rows.columns()];
        double[][] products = new double[n][n];
        for (int i = 0; i < n; i++) {
            means.deviation(rows, i, centred[i]);
            for (int j = 0; j <= i; j++) {
                products[i][j] = dot(centred[i], centred[j]);
            }
        }
        EigenDecomposition eigen = decompose(products);
        double[][] axes = new double[count(eigen, k, rows.columns())][rows.columns()];
        for (int j = 0; j < axes.length; j++) {
            double scale = 1 / Math.sqrt(eigen.getRealEigenvalue(j));
            for (int i = 0; i < n; i++) {
                double weight = eigen.getV().getEntry(i, j) * scale;
                for (int c = 0; c < rows.columns(); c++) {
                    axes[j][c] += weight * centred[i][c];
                }
            }
        }
        return new PrincipalAxes(axes, eigen, n);
    }

    private static EigenDecomposition decompose(double[][] lower) {
        for (int a = 0; a < lower.length; a++) {
            for (int b = 0; b < a; b++) {
                lower[b][a] = lower[a][b];
            }
        }
        return new EigenDecomposition(new Array2DRowRealMatrix(lower, false));
    }

    private static int count(EigenDecomposition eigen, int k, int size) {
        double[] values = eigen.getRealEigenvalues(); // by falling value
        double least = size * Math.ulp(1.0) * values[0];
        int count = 0;
        while (count < Math.min(k, values.length) && values[count] > least) {
            count++;
        }
        return count;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
