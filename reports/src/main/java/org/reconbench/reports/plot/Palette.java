package org.reconbench.reports.plot;

import java.util.List;

/**
 * The looks of a report: colours that people with any colour vision tell apart (Okabe and Ito 2008, its yellow darkened
 * for white paper, extended by two), each with a dash and a marker so that black and white print works too. References
 * are grey.
 */
public final class Palette {
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8A7000", "#6A3D9A");
    private static final List<String> GREYS = List.of("#333333", "#777777", "#A6A6A6", "#555555");
    private static final List<List<Double>> DASHES =
            List.of(List.of(), List.of(9.0, 4.0), List.of(2.5, 3.0), List.of(9.0, 3.0, 2.5, 3.0));

    /** Rows labelled normal. */
    public static final Look NORMAL = new Look("#0072B2", List.of(), Marker.CIRCLE);

    /** Rows labelled normal where they are the ground that anomalies are seen on. */
    public static final Look GROUND = new Look("#777777", List.of(), Marker.CIRCLE);

    /** Rows labelled anomalous. */
    public static final Look ANOMALY = new Look("#D55E00", List.of(), Marker.TRIANGLE);

    /** What chance gives, and other orientation lines. */
    public static final Look CHANCE = new Look("#8C8C8C", List.of(2.0, 4.0), Marker.CIRCLE);

    /** Other configurations, drawn behind the one that a picture is about. */
    public static final Look CONTEXT = new Look("#CFCFCF", List.of(), Marker.CIRCLE);

    /** The threshold that a trial declared. */
    public static final Look DECLARED = new Look("#111111", List.of(), Marker.CIRCLE);

    /** The threshold that the test labels would choose. */
    public static final Look ORACLE = new Look("#111111", List.of(5.0, 4.0), Marker.CIRCLE);

    private Palette() {}

    /**
     * The look of the i-th compared configuration. The first 24 differ in more than one of colour, dash and marker.
     *
     * @throws IllegalArgumentException if the index is negative
     */
    public static Look compared(int index) {
        return pick(COLOURS, index);
    }

    /**
     * The look of the i-th reference: grey.
     *
     * @throws IllegalArgumentException if the index is negative
     */
    public static Look reference(int index) {
        Look grey = pick(GREYS, index);
        return new Look(grey.colour(), DASHES.get((index + 2) % DASHES.size()), grey.marker());
    }

    private static Look pick(List<String> colours, int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index = " + index + " is negative");
        }
        int round = index / colours.size();
        Marker[] markers = Marker.values();
        return new Look(
                colours.get(index % colours.size()),
                DASHES.get((index + round) % DASHES.size()),
                markers[(index + round) % markers.length]);
    }
}
