package org.reconbench.reports.plot;

/** The shape that marks a configuration's points. */
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    CROSS,
    DOWN
}
