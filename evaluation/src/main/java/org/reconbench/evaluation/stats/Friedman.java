package org.reconbench.evaluation.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Friedman's test that k configurations do equally well over n blocks, with the correction of Iman and Davenport, and
 * Nemenyi's test of every pair.
 *
 * <p>Within each block the configurations are ranked, 1 for the best, ties averaged; {@code R_j} is the mean rank:
 *
 * <pre>
 * chi^2 = 12 n / (k (k + 1)) (sum R_j^2 - k (k + 1)^2 / 4)          k - 1 degrees of freedom
 * F     = (n - 1) chi^2 / (n (k - 1) - chi^2)                       k - 1 and (k - 1)(n - 1)
 * CD    = q_alpha / sqrt(2) * sqrt(k (k + 1) / (6 n))               q_alpha: StudentizedRange.critical
 * </pre>
 *
 * <p>F is taken from the chi-squared without the correction for ties (Demsar 2006), which is conservative where ties are
 * many; the corrected one is given beside it. Friedman 1937; Iman and Davenport 1980; Nemenyi 1963; Demsar, Statistical
 * comparisons of classifiers over multiple data sets, 2006.
 *
 * @param blocks n
 * @param averageRanks {@code R_j}, in the order of the columns; 1 is best
 * @param chiSquared without correction for ties
 * @param chiSquaredTieCorrected divided by {@code 1 - sum (t^3 - t) / (n k (k^2 - 1))}; 0 if all values of every block are tied
 * @param f of Iman and Davenport; infinite if every block has the same order
 * @param p the chance of an F this great if all do equally well
 */
public record Friedman(
        int blocks, List<Double> averageRanks, double chiSquared, double chiSquaredTieCorrected, double f, double p) {

    /** Copies the list. */
    public Friedman {
        averageRanks = List.copyOf(averageRanks);
    }

    /**
     * Tests the columns of a matrix.
     *
     * @param values {@code [n, k]}: a row for each block, at least 2; a column for each configuration, at least 2
     * @param higherIsBetter whether the greatest value gets rank 1
     * @throws IllegalArgumentException if there are fewer rows or columns, rows differ in length, or a value is not finite
     */
    public static Friedman of(double[][] values, boolean higherIsBetter) {
        int n = values.length;
        int k = n == 0 ? 0 : values[0].length;
        if (n < 2 || k < 2) {
            throw new IllegalArgumentException(
                    n + " blocks of " + k + " configurations: Friedman's test needs at least 2 of both");
        }
        double[] sums = new double[k];
        double ties = 0;
        for (double[] row : values) {
            if (row.length != k) {
                throw new IllegalArgumentException("blocks of " + k + " and of " + row.length + " configurations");
            }
            double[] ranks = higherIsBetter ? Ranks.descending(row) : Ranks.ascending(row);
            for (int j = 0; j < k; j++) {
                sums[j] += ranks[j];
            }
            ties += tied(ranks);
        }
        double[] mean = Arrays.stream(sums).map(sum -> sum / n).toArray();
        double spread = 0;
        for (double rank : mean) {
            spread += (rank - (k + 1) / 2.0) * (rank - (k + 1) / 2.0);
        }
        double chi = 12.0 * n / (k * (k + 1.0)) * spread;
        double untied = 1 - ties / (n * (double) k * ((double) k * k - 1));
        double rest = n * (k - 1.0) - chi;
        double f = rest > 1e-9 ? (n - 1) * chi / rest : Double.POSITIVE_INFINITY;
        double p = FDistribution.of(k - 1.0, (k - 1.0) * (n - 1)).survivalProbability(f);
        return new Friedman(n, Arrays.stream(mean).boxed().toList(), chi, untied > 1e-12 ? chi / untied : 0, f, p);
    }

    /** {@code sum (t^3 - t)} over the groups of equal ranks: for each value, the square of its group's size, less 1. */
    private static double tied(double[] ranks) {
        double sum = 0;
        for (double rank : ranks) {
            double size = Arrays.stream(ranks).filter(other -> other == rank).count();
            sum += size * size - 1;
        }
        return sum;
    }

    /** k. */
    public int configurations() {
        return averageRanks.size();
    }

    /** The chance of this chi-squared, without correction for ties, if all do equally well. */
    public double pChiSquared() {
        return chi(chiSquared);
    }

    /** The chance of the chi-squared corrected for ties: what SciPy's {@code friedmanchisquare} gives. */
    public double pChiSquaredTieCorrected() {
        return chi(chiSquaredTieCorrected);
    }

    private double chi(double value) {
        return ChiSquaredDistribution.of(configurations() - 1.0).survivalProbability(value);
    }

    /**
     * Nemenyi's critical difference: two average ranks that lie further apart differ at level alpha, over all pairs.
     *
     * @param alpha between 0 and 1
     * @throws IllegalArgumentException if alpha is out of its range
     */
    public double criticalDifference(double alpha) {
        return StudentizedRange.critical(alpha, configurations()) / Math.sqrt(2) * standardError();
    }

    /** Nemenyi's p-value of two columns, adjusted for all pairs. */
    public double nemenyiP(int first, int second) {
        double apart = Math.abs(averageRanks.get(first) - averageRanks.get(second));
        return StudentizedRange.survival(apart / standardError() * Math.sqrt(2), configurations());
    }

    /**
     * The groups of columns that Nemenyi's test cannot tell apart: every longest run of columns, by average rank, whose ends differ by no
     * more than the critical difference; groups of one left out. The bars of a critical-difference diagram.
     *
     * @return indices of columns, the best first
     * @throws IllegalArgumentException if alpha is out of its range
     */
    public List<List<Integer>> indistinct(double alpha) {
        double reach = criticalDifference(alpha);
        List<Integer> order = IntStream.range(0, configurations())
                .boxed()
                .sorted(Comparator.comparingDouble(averageRanks::get))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        int covered = 0;
        for (int start = 0; start < order.size(); start++) {
            int end = start;
            while (end < order.size()
                    && averageRanks.get(order.get(end)) - averageRanks.get(order.get(start)) <= reach) {
                end++;
            }
            if (end - start > 1 && end > covered) {
                groups.add(order.subList(start, end));
                covered = end;
            }
        }
        return List.copyOf(groups);
    }

    private double standardError() {
        int k = configurations();
        return Math.sqrt(k * (k + 1.0) / (6.0 * blocks));
    }
}
