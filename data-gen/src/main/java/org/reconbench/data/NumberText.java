package org.reconbench.data;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Decimal numbers in text, one locale for all: {@code [+-] digits [. digits] [e [+-] digits]}, a digit on at least one
 * side of the point. No hexadecimal, no type letters, no group separators, no words.
 */
final class NumberText {
    private NumberText() {}

    /**
     * The nearest double; infinite when it is too great for one, NaN when the text is not a number. Blanks around it do
     * not count.
     */
    static double parse(char[] text, int offset, int length) {
        int start = offset;
        int end = offset + length;
        while (start < end && isBlank(text[start])) {
            start++;
        }
        while (end > start && isBlank(text[end - 1])) {
            end--;
        }
        return isNumber(text, start, end) ? JavaDoubleParser.parseDouble(text, start, end - start) : Double.NaN;
    }

    /** As {@link #parse(char[], int, int)}. */
    static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    private static boolean isNumber(char[] text, int start, int end) {
        int whole = skipSign(text, start, end);
        int point = skipDigits(text, whole, end);
        int digits = point - whole;
        int at = point;
        if (at < end && text[at] == '.') {
            at = skipDigits(text, point + 1, end);
            digits += at - point - 1;
        }
        if (digits == 0) {
            return false;
        }
        if (at < end && (text[at] == 'e' || text[at] == 'E')) {
            int exponent = skipSign(text, at + 1, end);
            at = skipDigits(text, exponent, end);
            return at == end && at > exponent;
        }
        return at == end;
    }

    private static int skipSign(char[] text, int at, int end) {
        return at < end && (text[at] == '-' || text[at] == '+') ? at + 1 : at;
    }

    private static int skipDigits(char[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
