package org.reconbench.reports.svg;

import org.reconbench.reports.plot.VisibleText;

/**
 * How wide text is, without a font: widths of a broad sans-serif (DejaVu Sans), rounded up, so that what fits here fits
 * with narrower ones too.
 */
final class Letters {
    private static final double NARROW = 0.36;
    private static final double USUAL = 0.62;
    private static final double CAPITAL = 0.74;
    private static final double BROAD = 1.0;
    private static final String THIN = "iljtfrI.,:;'|!()[]/ -\u00b7";
    private static final String THICK = "mwMW@%\u2026";

    private Letters() {}

    /** The width of a text of that size, in layout units. */
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Letters::width).sum();
    }

    private static double width(int point) {
        if (THIN.indexOf(point) >= 0) {
            return NARROW;
        } else if (THICK.indexOf(point) >= 0 || point > 0x2E7F) {
            return BROAD;
        }
        return Character.isUpperCase(point) ? CAPITAL : USUAL;
    }

    /** The text, or its beginning and its end around an ellipsis, so that it is no wider than given. */
    static String fit(String raw, double size, double room) {
        String text = VisibleText.of(raw).replace('\n', ' ');
        if (width(text, size) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int keep = Math.min(points.length - 1, (int) (room / size / NARROW));
        for (; keep > 2; keep--) {
            int tail = keep / 2;
            String shorter =
                    new String(points, 0, keep - tail) + "\u2026" + new String(points, points.length - tail, tail);
            if (width(shorter, size) <= room) {
                return shorter;
            }
        }
        return "\u2026";
    }
}
