package org.reconbench.bench;

import org.reconbench.core.data.Labels;

/**
 * Scores with ties that a script in another language can make again: {@code u_i = i * 2654435761 mod 2^32}, the score
 * {@code floor(u_i * 2^-32 * 100000) / 100000}, an anomaly where {@code i * 40503 mod 65536 < 1966} (3 %) and then 0.3
 * more.
 */
record TiedScores(Labels labels, double[] scores) {

    /** The first n of them. */
    static TiedScores of(int n) {
        int[] labels = new int[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            long u = i * 2654435761L & 0xFFFFFFFFL;
            labels[i] = (i * 40503L & 0xFFFFL) < 1966 ? 1 : 0;
            scores[i] = Math.floor(u * 0x1p-32 * 100_000) / 100_000 + (labels[i] == 1 ? 0.3 : 0);
        }
        return new TiedScores(Labels.of(labels), scores);
    }
}
