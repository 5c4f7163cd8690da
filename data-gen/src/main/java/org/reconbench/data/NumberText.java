package org.reconbench.data;

/**
 * Decimal numbers in text, one locale for all: {@code [+-] digits [. digits] [e [+-] digits]}, a digit on at least one
 * side of the point. No hexadecimal, no type letters, no group separators, no words.
 */
final class NumberText {
    /** Powers of ten that a double holds exactly. */
    private static final double[] TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int MAX_DIGITS = 18;
    private static final long EXACT = 1L << 53;

    private NumberText() {}

    /**
     * The nearest double; infinite when it is too great for one, NaN when the text is not a number. Blanks around it do
     * not count.
     *
     * <p>Up to 2^53 and 22 decimal places one exact division or product rounds correctly (Clinger 1990); the rest is
     * left to {@link Double#parseDouble}.
     */
    static double parse(char[] text, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && isBlank(text[at])) {
            at++;
        }
        while (end > at && isBlank(text[end - 1])) {
            end--;
        }
        int start = at;
        boolean negative = at < end && text[at] == '-';
        if (at < end && (negative || text[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int significant = 0;
        int scale = 0;
        boolean point = false;
        for (; at < end; at++) {
            char c = text[at];
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                digits++;
                scale -= point ? 1 : 0;
                if (significant > 0 || c != '0') {
                    significant++;
                }
                if (significant <= MAX_DIGITS) {
                    mantissa = 10 * mantissa + (c - '0');
                }
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (at < end) {
            int exponent = exponent(text, at, end);
            if (exponent == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            scale += exponent;
        }
        if (significant <= MAX_DIGITS && mantissa <= EXACT && Math.abs(scale) < TEN.length) {
            double value = scale < 0 ? mantissa / TEN[-scale] : mantissa * TEN[scale];
            return negative ? -value : value;
        }
        return Double.parseDouble(new String(text, start, end - start));
    }

    /** As {@link #parse(char[], int, int)}. */
    static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** The exponent that fills the rest of a text, at most a million either way; the least integer if it is none. */
    private static int exponent(char[] text, int from, int end) {
        int at = from + 1;
        boolean negative = at < end && text[at] == '-';
        if (at < end && (negative || text[at] == '+')) {
            at++;
        }
        if ((text[from] != 'e' && text[from] != 'E') || at == end) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < end; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(1_000_000, 10 * exponent + (text[at] - '0'));
        }
        return negative ? -exponent : exponent;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
