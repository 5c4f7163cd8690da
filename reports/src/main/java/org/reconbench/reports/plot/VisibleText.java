package org.reconbench.reports.plot;

/** Text in which every character shows itself. */
public final class VisibleText {
    private VisibleText() {}

    /**
     * The text with what neither a page nor a picture may hold replaced by the replacement character: control characters
     * but line break and tab, lone surrogates, non-characters, and those that turn the direction of text.
     */
    public static String of(String raw) {
        StringBuilder visible = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> visible.appendCodePoint(harmless(point) ? point : 0xFFFD));
        return visible.toString();
    }

    /** The text visible, with the five characters of markup escaped: harmless as an element's text or an attribute. */
    public static String markup(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        of(raw).codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static boolean harmless(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        int type = Character.getType(point);
        boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return type != Character.CONTROL && type != Character.SURROGATE && (point & 0xFFFE) != 0xFFFE && !turns;
    }
}
