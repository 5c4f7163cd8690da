package org.reconbench.reports.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reconbench.evaluation.metrics.Quantiles;

/**
 * Equal bins over a range of scores, on a logarithmic scale when the scores are positive and span decades. Immutable.
 *
 * @param edges ascending, {@value #COUNT} bins
 * @param log whether the bins are equal in the logarithm
 */
public record Bins(List<Double> edges, boolean log) {
    /** Number of bins. */
    public static final int COUNT = 40;

    private static final double SPAN = 30;

    /** Copies the list. */
    public Bins {
        edges = List.copyOf(edges);
    }

    /**
     * Bins that hold all values and, where the scale can show them, the marks.
     *
     * @param values at least one, finite
     * @param marks other places to show, such as thresholds
     */
    public static Bins over(double[] values, double... marks) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double[] common = Quantiles.linear(values, new double[] {0.01, 0.99});
        boolean log = low > 0 && common[1] / common[0] > SPAN;
        for (double mark : marks) {
            if (Double.isFinite(mark) && (!log || mark > 0)) {
                low = Math.min(low, mark);
                high = Math.max(high, mark);
            }
        }
        double from = log ? Math.log10(low) : low;
        double to = log ? Math.log10(high) : high;
        double air = to > from ? 0.02 * (to - from) : Math.max(Math.abs(from) * 0.05, 1e-9);
        from -= air;
        to += air;
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i <= COUNT; i++) {
            double at = from + (to - from) * i / COUNT;
            edges.add(log ? Math.pow(10, at) : at);
        }
        return new Bins(edges, log);
    }

    /** The percentage of the values in each bin; a value beyond the ends counts in the outermost bin. */
    public List<Double> percent(double[] values) {
        double[] ends = edges.stream().mapToDouble(Double::doubleValue).toArray();
        int[] counts = new int[ends.length - 1];
        for (double value : values) {
            int found = Arrays.binarySearch(ends, value);
            int bin = found >= 0 ? found : -found - 2;
            counts[Math.min(counts.length - 1, Math.max(0, bin))]++;
        }
        return Arrays.stream(counts)
                .mapToObj(count -> 100.0 * count / values.length)
                .toList();
    }

    /** The area that two histograms in percent share, 0 to 1. */
    public static double overlap(List<Double> first, List<Double> second) {
        double sum = 0;
        for (int i = 0; i < first.size(); i++) {
            sum += Math.min(first.get(i), second.get(i));
        }
        return sum / 100;
    }
}
