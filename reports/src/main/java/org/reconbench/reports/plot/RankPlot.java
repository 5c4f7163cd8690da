package org.reconbench.reports.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A critical-difference diagram (Demsar 2006): mean ranks on a line, 1 the best, and bars that join those which no test
 * tells apart.
 *
 * @param entries best rank first
 * @param difference the critical difference; null for none
 * @param joined groups of entries not told apart, as ranks from and to
 */
public record RankPlot(
        String title, List<Entry> entries, @Nullable Double difference, List<Joined> joined, int width, int height)
        implements Plot {

    /** Copies the lists. */
    public RankPlot {
        entries = List.copyOf(entries);
        joined = List.copyOf(joined);
    }

    /** A configuration with its mean rank. */
    public record Entry(String name, Look look, double rank) {}

    /** From the best to the worst rank of a group that is not told apart. */
    public record Joined(double from, double to) {}
}
