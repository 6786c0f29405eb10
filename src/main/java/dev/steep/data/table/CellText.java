package dev.steep.data.table;

import java.nio.charset.StandardCharsets;

/**
 * A text of separated values, and what a cell of it is (RFC 4180, and what programs make of it): it may stand in quotes, doubled inside,
 * and then hold delimiters and line breaks. What is no proper quoting is read as it most likely was meant.
 *
 * @param bytes in UTF-8; not copied
 * @param delimiter what stands between cells, an ASCII character; a blank is any number of blanks and tabs
 */
record CellText(byte[] bytes, char delimiter) {
    private static final int MOST_PLAIN = 15;

    int length() {
        return bytes.length;
    }

    /** Whether a cell ends before this place, which is within the text. */
    boolean isEnd(int at) {
        byte c = bytes[at];
        return c == delimiter || c == '\n' || c == '\r' || c == '\t' && delimiter == ' ';
    }

    /** Where any number of blanks separates cells, passes over them. */
    int afterSeparators(int from) {
        int at = from;
        while (delimiter == ' ' && at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Where a cell ends that is not quoted. */
    int endOfCell(int from) {
        int end = from;
        while (end < bytes.length && !isEnd(end)) {
            end++;
        }
        return end;
    }

    /** Passes over blanks. */
    int afterBlanks(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** The quotation mark that closes the one at {@code open}, the first that is not doubled; -1 if there is none. */
    int closing(int open) {
        int close = quote(open + 1);
        while (close >= 0 && close + 1 < bytes.length && bytes[close + 1] == '"') {
            close = quote(close + 2);
        }
        return close;
    }

    private int quote(int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                return i;
            }
        }
        return -1;
    }

    /** How many lines end in this part. */
    int lines(int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += bytes[i] == '\n' || bytes[i] == '\r' && !(i + 1 < to && bytes[i + 1] == '\n') ? 1 : 0;
        }
        return lines;
    }

    /** What stands in this part, without blanks around it. */
    String part(int from, int to) {
        return text(from, to).strip();
    }

    /** A decoder takes ten times as long, and most cells need none. */
    private String text(int from, int to) {
        char[] plain = new char[to - from];
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return new String(bytes, from, to - from, StandardCharsets.UTF_8);
            }
            plain[i - from] = (char) bytes[i];
        }
        return new String(plain);
    }

    /**
     * The number in a cell that begins here if it is written plainly, in up to 15 digits: they and the power of ten are doubles without
     * rounding, so that one division gives the nearest double. NaN for any other cell, which may still hold a number.
     */
    double plain(int at, char decimal) {
        int i = at;
        boolean negative = i < bytes.length && bytes[i] == '-';
        i += negative ? 1 : 0;
        double whole = 0;
        double power = 1;
        boolean point = false;
        int digits = 0;
        for (; i < bytes.length && !isEnd(i); i++) {
            byte c = bytes[i];
            if (c >= '0' && c <= '9' && digits < MOST_PLAIN) {
                whole = 10 * whole + (c - '0');
                power *= point ? 10 : 1;
                digits++;
            } else if (c == decimal && !point) {
                point = true;
            } else {
                return Double.NaN;
            }
        }
        return digits == 0 ? Double.NaN : negative ? -(whole / power) : whole / power;
    }

    /** The cell that begins here, without its quotes and the blanks around it. */
    String cell(int at) {
        int start = afterBlanks(at);
        if (start == bytes.length || bytes[start] != '"') {
            return part(at, endOfCell(at));
        }
        int close = closing(start);
        int end = close < 0 ? -1 : endOfCell(close + 1);
        if (close < 0 || isUnclosed(start, close, end)) {
            return part(start, endOfCell(start));
        }
        String inside = text(start + 1, close);
        String bare = inside.indexOf('"') < 0 ? inside : inside.replace("\"\"", "\"");
        return close + 1 == end ? bare.strip() : (bare + part(close + 1, end)).strip();
    }

    /** Whether a quotation mark closes nothing: there is a line break before it, and text behind it. */
    boolean isUnclosed(int open, int close, int end) {
        return close + 1 < end
                && lines(open + 1, close) > 0
                && !part(close + 1, end).isEmpty();
    }
}
