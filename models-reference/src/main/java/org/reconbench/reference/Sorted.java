package org.reconbench.reference;

/** Look-ups in arrays of rising values. */
final class Sorted {
    private Sorted() {}

    /** How many values are less than x. */
    static int countBelow(double[] rising, double x) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many values are at most x. */
    static int countUpTo(double[] rising, double x) {
        return countBelow(rising, Math.nextUp(x));
    }
}
