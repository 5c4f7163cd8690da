package org.reconbench.reports.html;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pictures' colours on dark paper: rules that replace the colours that the pictures name, lighter ones of the same
 * hue. Heat maps keep theirs.
 */
final class Night {
    private static final Map<String, String> COLOURS = colours();

    private Night() {}

    private static Map<String, String> colours() {
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("#222222", "#E6E9ED");
        colours.put("#111111", "#F4F6F8");
        colours.put("#E2E2E2", "#2F363F");
        colours.put("#9A9A9A", "#6B7580");
        colours.put("#CFCFCF", "#454D57");
        colours.put("#8C8C8C", "#98A1AB");
        colours.put("#0072B2", "#4DA8E8");
        colours.put("#D55E00", "#FF8B3D");
        colours.put("#009E73", "#2CC79A");
        colours.put("#CC79A7", "#E39BC2");
        colours.put("#8A7000", "#C9A92B");
        colours.put("#6A3D9A", "#B08BE0");
        colours.put("#333333", "#D5D9DE");
        colours.put("#777777", "#A7AEB6");
        colours.put("#A6A6A6", "#7F8892");
        colours.put("#555555", "#BCC3CA");
        return colours;
    }

    /** The rules, as text to follow a page's style. */
    static String css() {
        StringBuilder css = new StringBuilder("@media screen and (prefers-color-scheme: dark) {\n");
        COLOURS.forEach((day, night) -> css.append("  svg:not(.heat)[fill=\"")
                .append(day)
                .append("\"], svg [fill=\"")
                .append(day)
                .append("\"]:not(.heat) { fill: ")
                .append(night)
                .append("; }\n  svg [stroke=\"")
                .append(day)
                .append("\"] { stroke: ")
                .append(night)
                .append("; }\n"));
        return css.append("}\n").toString();
    }
}
