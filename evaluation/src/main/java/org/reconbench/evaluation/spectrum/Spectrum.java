package org.reconbench.evaluation.spectrum;

import java.util.Optional;
import java.util.stream.IntStream;
import org.reconbench.core.data.Matrix;

/**
 * The eigenvalues of the covariance of rows: {@code (1/n) sum_i (x_i - m)(x_i - m)^T} with their mean {@code m}.
 *
 * <p>In a linear VAE with a unit-variance decoder a latent unit lies along each principal axis whose eigenvalue is greater
 * than the effective beta, and no other is used (Lucas, Tucker, Grosse and Norouzi, Don't blame the ELBO!, 2019, with beta
 * for the noise variance). The number of such eigenvalues therefore forecasts the active units before training. It
 * differs from the paper in that the networks here are not linear: a forecast, not a law.
 *
 * <p>Of the {@code d x d} covariance and the {@code n x n} matrix of inner products the smaller is taken; with its side
 * {@code s} the time is {@code O(n d s + s^3)} and the memory {@code O(s^2)}: about 3 s at s = 1,555. Eigenvalues below
 * rounding, {@code max(n, d) 2^-52} of the greatest, are 0. Immutable.
 */
public final class Spectrum {
    /** The greatest side of the matrix to be decomposed: beyond it the time would be minutes. */
    public static final int MOST = 4096;

    /** Eigenvalues nearer to each other than this, relatively, count as equal. */
    private static final double APART = 1e-9;

    private final int columns;
    private final Tridiagonal matrix;
    private final double total;
    private final double noise;

    private Spectrum(int columns, Tridiagonal matrix, double total, double noise) {
        this.columns = columns;
        this.matrix = matrix;
        this.total = total;
        this.noise = noise;
    }

    /** Whether rows of that shape are within {@link #MOST}. */
    public static boolean possible(int rows, int columns) {
        return rows > 0 && columns > 0 && Math.min(rows, columns) <= MOST;
    }

    /**
     * The spectrum of rows.
     *
     * @throws IllegalArgumentException if there is no row or column, or the smaller of the two is above {@link #MOST}
     */
    public static Spectrum of(Matrix rows) {
        int n = rows.rows();
        int d = rows.columns();
        if (!possible(n, d)) {
            throw new IllegalArgumentException(
                    rows + ": rows and columns must be at least 1, one of them at most " + MOST);
        }
        double[][] centred = centred(rows);
        double[][] product = n < d ? innerProducts(centred) : scatter(centred, d);
        double total = 0;
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j <= i; j++) {
                product[i][j] /= n;
            }
            total += product[i][i];
        }
        Tridiagonal matrix = Tridiagonal.of(product);
        return new Spectrum(d, matrix, total, Math.max(n, d) * Math.ulp(1.0) * matrix.eigenvalue(0));
    }

    private static double[][] centred(Matrix rows) {
        int d = rows.columns();
        double[] mean = new double[d];
        double[][] centred = new double[rows.rows()][];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = rows.row(i);
            for (int j = 0; j < d; j++) {
                mean[j] += (centred[i][j] - mean[j]) / (i + 1);
            }
        }
        for (double[] row : centred) {
            for (int j = 0; j < d; j++) {
                row[j] -= mean[j];
            }
        }
        return centred;
    }

    private static double[][] scatter(double[][] centred, int d) {
        double[][] scatter = new double[d][];
        for (int a = 0; a < d; a++) {
            scatter[a] = new double[a + 1];
        }
        for (double[] row : centred) {
            for (int a = 0; a < d; a++) {
                double[] into = scatter[a];
                double x = row[a];
                for (int b = 0; b <= a; b++) {
                    into[b] += x * row[b];
                }
            }
        }
        return scatter;
    }

    private static double[][] innerProducts(double[][] centred) {
        double[][] products = new double[centred.length][];
        for (int a = 0; a < centred.length; a++) {
            products[a] = new double[a + 1];
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int j = 0; j < centred[a].length; j++) {
                    sum += centred[a][j] * centred[b][j];
                }
                products[a][b] = sum;
            }
        }
        return products;
    }

    /** The number of columns d, which is the number of eigenvalues. */
    public int columns() {
        return columns;
    }

    /** The sum of all eigenvalues: the total variance. */
    public double total() {
        return total;
    }

    /**
     * How many eigenvalues are greater than a level: the forecast of active units at that effective beta.
     *
     * @throws IllegalArgumentException if the level is negative or not a number
     */
    public int above(double level) {
        if (!(level >= 0)) {
            throw new IllegalArgumentException("level = " + level + ": must be at least 0");
        }
        return matrix.above(Math.max(level, noise));
    }

    /**
     * The effective betas at which exactly k units are forecast to stay active: from {@code from}, included, to {@code
     * below}, excluded.
     *
     * @param from the eigenvalue after the k-th, or 0
     * @param below the k-th eigenvalue
     */
    public record Keeping(double from, double below) {
        /** A value well inside: the geometric mean of the ends, or half the upper one if the lower one is 0. */
        public double middle() {
            return from > 0 ? Math.sqrt(from) * Math.sqrt(below) : below / 2;
        }
    }

    /**
     * Where exactly k units are forecast to stay active; empty if there is no such effective beta, because the rows vary
     * along fewer axes or the k-th eigenvalue equals the next.
     *
     * @throws IllegalArgumentException if k is not from 1 to the number of columns
     */
    public Optional<Keeping> keeping(int k) {
        if (k < 1 || k > columns) {
            throw new IllegalArgumentException("k = " + k + ": must be from 1 to " + columns);
        }
        double[] greatest = greatest(Math.min(k + 1, columns));
        double from = k < columns ? greatest[k] : 0;
        double below = greatest[k - 1];
        return from < below * (1 - APART) ? Optional.of(new Keeping(from, below)) : Optional.empty();
    }

    /**
     * The k greatest eigenvalues, falling, none negative.
     *
     * @throws IllegalArgumentException if k is not from 0 to the number of columns
     */
    public double[] greatest(int k) {
        if (k < 0 || k > columns) {
            throw new IllegalArgumentException("k = " + k + ": must be from 0 to " + columns);
        }
        int positive = above(0);
        return IntStream.range(0, k)
                .mapToDouble(i -> i < positive ? matrix.eigenvalue(i) : 0)
                .toArray();
    }
}
