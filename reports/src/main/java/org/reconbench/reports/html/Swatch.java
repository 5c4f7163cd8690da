package org.reconbench.reports.html;

import java.util.Locale;
import java.util.stream.Collectors;
import org.reconbench.reports.plot.Look;
import org.reconbench.reports.plot.Marker;

/** A short piece of a configuration's line with its marker, as inline SVG. */
final class Swatch {
    private Swatch() {}

    static String svg(Look look) {
        String dash = look.dash().isEmpty()
                ? ""
                : " stroke-dasharray=\""
                        + look.dash().stream()
                                .map(length -> String.format(Locale.ROOT, "%.1f", length))
                                .collect(Collectors.joining(" "))
                        + "\"";
        return "<svg class=\"swatch\" width=\"34\" height=\"12\" viewBox=\"0 0 34 12\" aria-hidden=\"true\">"
                + "<line x1=\"1\" y1=\"6\" x2=\"33\" y2=\"6\" stroke=\"" + look.colour() + "\" stroke-width=\"2\""
                + dash
                + "></line>" + marker(look.marker(), look.colour()) + "</svg>";
    }

    private static String marker(Marker marker, String colour) {
        String points = switch (marker) {
            case CIRCLE -> "";
            case SQUARE -> "13.8,2.8 20.2,2.8 20.2,9.2 13.8,9.2";
            case TRIANGLE -> "17,2 21,9.2 13,9.2";
            case DOWN -> "17,10 21,2.8 13,2.8";
            case DIAMOND -> "17,1.4 21.6,6 17,10.6 12.4,6";
            case CROSS ->
                "15.6,2 18.4,2 18.4,4.6 21,4.6 21,7.4 18.4,7.4 18.4,10 15.6,10 15.6,7.4 13,7.4 13,4.6" + " 15.6,4.6";
        };
        return marker == Marker.CIRCLE
                ? "<circle cx=\"17\" cy=\"6\" r=\"3.6\" fill=\"" + colour + "\"></circle>"
                : "<polygon points=\"" + points + "\" fill=\"" + colour + "\"></polygon>";
    }
}
