package org.reconbench.reports.study;

/**
 * How much a report shows of each data set, so that a large run stays one page: with many blocks their details are folded
 * and fewer configurations get pictures of their own.
 *
 * @param blocks data sets times protocols
 */
public record Room(int blocks) {
    private static final int OPEN = 4;
    private static final int ALL = 40;
    private static final int FEW = 6;

    /** Up to so many configurations are drawn in one picture, each in its colour; of more the best, the others in grey. */
    public static final int TOGETHER = 10;

    /** So many are coloured when there are more than {@link #TOGETHER}. */
    public static final int COLOURED = 6;

    /** Whether what belongs to one data set stands behind a line that opens it. */
    public boolean folded() {
        return blocks > OPEN;
    }

    /** How many configurations of a data set may have a panel of their own. */
    public int panels() {
        return folded() ? FEW : ALL;
    }
}
