package org.reconbench.reports.table;

import org.reconbench.reports.plot.VisibleText;

/** Text that LaTeX sets as it is written. */
final class LatexText {
    private LatexText() {}

    /**
     * One line in which nothing means anything to LaTeX: the ten special characters and {@code < > |} become commands, brackets and a
     * star are braced (after {@code \\} they would be an option), neighbouring hyphens stay two.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        VisibleText.of(text).strip().replaceAll("\\s+", " ").codePoints().forEach(point -> escaped.append(one(point)));
        return escaped.toString().replace("--", "-{}-").replace("--", "-{}-");
    }

    private static String one(int point) {
        return switch (point) {
            case '\\' -> "\\textbackslash{}";
            case '{', '}', '$', '&', '#', '%', '_' -> "\\" + Character.toString(point);
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '[', ']', '*', '"', '`' -> "{" + Character.toString(point) + "}";
            case '\u2020' -> "$^{\\dagger}$";
            case '\u00b1' -> "$\\pm$";
            case '\uFFFD' -> "?";
            default -> Character.toString(point);
        };
    }
}
