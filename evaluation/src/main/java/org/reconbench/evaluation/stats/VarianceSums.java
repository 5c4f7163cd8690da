package org.reconbench.evaluation.stats;

/** Sums of squares of a full cube {@code [data set][configuration][seed]}, seeds nested in data sets. */
final class VarianceSums {
    private final double[][][] y;
    private final int nd;
    private final int nc;
    private final int ns;
    private final double[] d;
    private final double[] c;
    private final double[][] dc;
    private final double[][] ds;
    private double mean;

    VarianceSums(double[][][] y) {
        this.y = y;
        this.nd = y.length;
        this.nc = y[0].length;
        this.ns = y[0][0].length;
        this.d = new double[nd];
        this.c = new double[nc];
        this.dc = new double[nd][nc];
        this.ds = new double[nd][ns];
        for (int i = 0; i < nd; i++) {
            for (int j = 0; j < nc; j++) {
                for (int s = 0; s < ns; s++) {
                    add(i, j, s);
                }
            }
        }
    }

    private void add(int i, int j, int s) {
        double value = y[i][j][s];
        mean += value / ((double) nd * nc * ns);
        d[i] += value / ((double) nc * ns);
        c[j] += value / ((double) nd * ns);
        dc[i][j] += value / ns;
        ds[i][s] += value / nc;
    }

    double dataset() {
        double sum = 0;
        for (double level : d) {
            sum += square(level - mean);
        }
        return sum * nc * ns;
    }

    double configuration() {
        double sum = 0;
        for (double level : c) {
            sum += square(level - mean);
        }
        return sum * nd * ns;
    }

    double interaction() {
        double sum = 0;
        for (int i = 0; i < nd; i++) {
            for (int j = 0; j < nc; j++) {
                sum += square(dc[i][j] - d[i] - c[j] + mean);
            }
        }
        return sum * ns;
    }

    double seed() {
        double sum = 0;
        for (int i = 0; i < nd; i++) {
            for (int s = 0; s < ns; s++) {
                sum += square(ds[i][s] - d[i]);
            }
        }
        return sum * nc;
    }

    double error() {
        double sum = 0;
        for (int i = 0; i < nd; i++) {
            for (int j = 0; j < nc; j++) {
                for (int s = 0; s < ns; s++) {
                    sum += square(y[i][j][s] - dc[i][j] - ds[i][s] + d[i]);
                }
            }
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
