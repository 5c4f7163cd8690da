package org.reconbench.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reconbench.data.numpy.LegacyRandomState;

/**
 * The rows of a train and of a test set, as scikit-learn 1.2.1's {@code train_test_split(test_size=share,
 * random_state=seed)} gives them, with and without {@code stratify}: the same rows in the same order.
 *
 * <p>The test set has {@code ceil(share * n)} rows. Stratified, the rows of a class are divided in proportion (the mode
 * of the multivariate hypergeometric distribution, ties drawn), permuted within the class, and both sets permuted again.
 *
 * <p>The arrays are the record's own: treat them as read-only.
 *
 * @param train indices of the train rows
 * @param test indices of the test rows
 */
@SuppressWarnings("ArrayRecordComponent") // index lists, handed over once and never compared
public record TrainTestSplit(int[] train, int[] test) {

    /**
     * Without regard to classes.
     *
     * @throws IllegalArgumentException if the share leaves no train or no test row
     */
    public static TrainTestSplit plain(int rows, double testShare, long seed) {
        int testRows = testRows(rows, testShare);
        int[] order = new LegacyRandomState(seed).permutation(rows);
        return new TrainTestSplit(Arrays.copyOfRange(order, testRows, rows), Arrays.copyOf(order, testRows));
    }

    /**
     * With the same share of each class in both sets.
     *
     * @param classes a class from 0 on for each row; every class up to the greatest must occur
     * @throws IllegalArgumentException if a class has fewer than 2 rows, or a set fewer rows than there are classes
     */
    public static TrainTestSplit stratified(int[] classes, double testShare, long seed) {
        int testRows = testRows(classes.length, testShare);
        int trainRows = classes.length - testRows;
        int[][] members = members(classes);
        if (Math.min(trainRows, testRows) < members.length) {
            throw new IllegalArgumentException(trainRows + " train rows and " + testRows + " test rows for "
                    + members.length + " classes: each set needs a row of each");
        }
        int[] counts = Arrays.stream(members).mapToInt(rows -> rows.length).toArray();
        LegacyRandomState random = new LegacyRandomState(seed);
        int[] trainCounts = apportion(counts, trainRows, random);
        int[] rest = counts.clone();
        Arrays.setAll(rest, c -> rest[c] - trainCounts[c]);
        int[] testCounts = apportion(rest, testRows, random);
        List<int[]> train = new ArrayList<>();
        List<int[]> test = new ArrayList<>();
        for (int c = 0; c < members.length; c++) {
            int[] rows = members[c];
            int[] shuffled = Arrays.stream(random.permutation(rows.length))
                    .map(i -> rows[i])
                    .toArray();
            train.add(Arrays.copyOf(shuffled, trainCounts[c]));
            test.add(Arrays.copyOfRange(shuffled, trainCounts[c], trainCounts[c] + testCounts[c]));
        }
        int[] trainOrder = random.permutation(join(train));
        return new TrainTestSplit(trainOrder, random.permutation(join(test)));
    }

    /**
     * How many rows of a share a test set has: {@code ceil(share * n)}.
     *
     * @throws IllegalArgumentException if the share leaves no train or no test row
     */
    public static int testRows(int rows, double testShare) {
        double test = Math.ceil(testShare * rows);
        if (!(test >= 1 && test < rows)) {
            throw new IllegalArgumentException(
                    "test share = " + testShare + ": leaves no train or no test row of " + rows + " rows");
        }
        return (int) test;
    }

    private static int[][] members(int[] classes) {
        int[] counts = new int[Arrays.stream(classes).max().orElse(-1) + 1];
        for (int c : classes) {
            counts[c]++;
        }
        int[][] members = new int[counts.length][];
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] < 2) {
                throw new IllegalArgumentException("class " + c + " has " + counts[c] + " rows: must be 2 or more");
            }
            members[c] = new int[counts[c]];
        }
        int[] filled = new int[counts.length];
        for (int row = 0; row < classes.length; row++) {
            members[classes[row]][filled[classes[row]]++] = row;
        }
        return members;
    }

    /** Divides draws among classes in proportion to their counts; what rounding leaves goes to the largest remainders. */
    private static int[] apportion(int[] counts, int draws, LegacyRandomState random) {
        double total = Arrays.stream(counts).sum();
        int[] shares = new int[counts.length];
        double[] remainders = new double[counts.length];
        int left = draws;
        for (int c = 0; c < counts.length; c++) {
            double share = counts[c] / total * draws;
            shares[c] = (int) share;
            remainders[c] = share - shares[c];
            left -= shares[c];
        }
        double[] descending =
                Arrays.stream(remainders).map(r -> -r).distinct().sorted().toArray();
        for (int v = 0; v < descending.length && left > 0; v++) {
            List<Integer> tied = new ArrayList<>();
            for (int c = 0; c < counts.length; c++) {
                if (remainders[c] == -descending[v]) {
                    tied.add(c);
                }
            }
            int[] chosen = random.choiceWithoutReplacement(tied.size(), Math.min(tied.size(), left));
            for (int i : chosen) {
                shares[tied.get(i)]++;
            }
            left -= chosen.length;
        }
        return shares;
    }

    private static int[] join(List<int[]> parts) {
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
