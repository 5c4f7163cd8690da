package org.reconbench.evaluation.stats;

import java.util.stream.DoubleStream;

/**
 * Where the variance of a metric comes from: the data set, the configuration, their interaction, the seed that all
 * configurations of a data set share (its draw and split), and what a single training adds.
 *
 * <p>The model {@code y_dcs = mean + D_d + C_c + DC_dc + S_ds + e_dcs} with independent random effects, over a full {@code [D, C, S]}
 * cube of values, the seeds nested in data sets. Components by the method of moments, the expected mean squares set equal to
 * the observed:
 *
 * <pre>
 * residual      = MS_e
 * seed          = (MS_S(D) - MS_e) / C
 * interaction   = (MS_DC - MS_e) / S
 * configuration = (MS_C - MS_DC) / (D S)
 * dataset       = (MS_D - MS_DC - MS_S(D) + MS_e) / (C S)
 * </pre>
 *
 * <p>A negative estimate is set to 0. With one data set the interaction cannot be told from the configuration, which then is
 * {@code (MS_C - MS_e) / S}, and data set and interaction are 0. Searle, Casella and McCulloch, Variance components, 1992.
 *
 * @param dataset between data sets
 * @param configuration between configurations, alike on every data set
 * @param interaction configurations that do better on some data sets than on others
 * @param seed between seeds, alike for every configuration
 * @param residual between single trainings, seed and configuration given
 */
public record VarianceComponents(
        double dataset, double configuration, double interaction, double seed, double residual) {

    /**
     * Splits the variance.
     *
     * @param y {@code [data set][configuration][seed]}, at least 1, 2 and 2, every cell filled
     * @throws IllegalArgumentException if a side is too short, the cube is not full, or a value is not finite
     */
    public static VarianceComponents of(double[][][] y) {
        check(y);
        int nd = y.length;
        double nc = y[0].length;
        double ns = y[0][0].length;
        VarianceSums sums = new VarianceSums(y);
        double msSeed = sums.seed() / (nd * (ns - 1));
        double msError = sums.error() / (nd * (nc - 1) * (ns - 1));
        double msConfiguration = sums.configuration() / (nc - 1);
        double seed = (msSeed - msError) / nc;
        if (nd == 1) {
            return truncated(0, (msConfiguration - msError) / ns, 0, seed, msError);
        }
        double msDataset = sums.dataset() / (nd - 1);
        double msInteraction = sums.interaction() / ((nd - 1) * (nc - 1));
        return truncated(
                (msDataset - msInteraction - msSeed + msError) / (nc * ns),
                (msConfiguration - msInteraction) / (nd * ns),
                (msInteraction - msError) / ns,
                seed,
                msError);
    }

    private static VarianceComponents truncated(double d, double c, double dc, double s, double e) {
        return new VarianceComponents(Math.max(0, d), Math.max(0, c), Math.max(0, dc), Math.max(0, s), Math.max(0, e));
    }

    private static void check(double[][][] y) {
        int nc = y.length == 0 ? 0 : y[0].length;
        int ns = nc == 0 ? 0 : y[0][0].length;
        if (nc < 2 || ns < 2) {
            throw new IllegalArgumentException(
                    "[" + y.length + ", " + nc + ", " + ns + "] values: variance components need at least [1, 2, 2]");
        }
        for (double[][] block : y) {
            if (block.length != nc) {
                throw new IllegalArgumentException("a data set with " + block.length + " configurations, not " + nc);
            }
            for (double[] cell : block) {
                if (cell.length != ns) {
                    throw new IllegalArgumentException("a cell with " + cell.length + " seeds, not " + ns);
                }
                Finite.check("value", cell);
            }
        }
    }

    /** The sum of the components. */
    public double total() {
        return DoubleStream.of(dataset, configuration, interaction, seed, residual)
                .sum();
    }

    /** A component's share of the total; 0 where nothing varies. */
    public double share(double component) {
        return total() == 0 ? 0 : component / total();
    }
}
