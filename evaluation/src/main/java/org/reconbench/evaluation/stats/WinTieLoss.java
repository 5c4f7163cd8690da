package org.reconbench.evaluation.stats;

/**
 * On how many blocks the first side wins, ties and loses.
 *
 * @param wins differences above the tolerance
 * @param ties differences within it, ends included
 * @param losses differences below the negative tolerance
 */
public record WinTieLoss(int wins, int ties, int losses) {

    /**
     * Counts differences.
     *
     * @param differences first less second, higher being better
     * @param tolerance what counts as a tie, from 0 on
     * @throws IllegalArgumentException if there is no difference, one is not finite, or the tolerance is negative or not finite
     */
    public static WinTieLoss of(double[] differences, double tolerance) {
        Finite.checkSome("differences", differences);
        if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ": must be a number from 0 on");
        }
        int wins = 0;
        int losses = 0;
        for (double difference : differences) {
            wins += difference > tolerance ? 1 : 0;
            losses += difference < -tolerance ? 1 : 0;
        }
        return new WinTieLoss(wins, differences.length - wins - losses, losses);
    }

    /** The count of the other side. */
    public WinTieLoss turned() {
        return new WinTieLoss(/* wins= */ losses, ties, /* losses= */ wins);
    }
}
