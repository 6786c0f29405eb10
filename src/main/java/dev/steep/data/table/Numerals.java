package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import java.util.List;

/**
 * How a table writes numbers: the sign before the decimals. The other sign, a blank or an apostrophe may stand between groups of three
 * digits: {@code 1.234,5} and {@code 1 234,5} with a decimal comma, {@code 1,234.5} with a decimal point.
 */
record Numerals(char decimal) {
    static final Numerals POINT = new Numerals('.');
    static final Numerals COMMA = new Numerals(',');

    private static final int LONGEST = 40;
    private static final int LOOK = 20_000; // cells that decide on the sign

    /** The number, or NaN if the cell holds none. */
    double number(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST) {
            return Double.NaN;
        }
        if (isPlain(cell)) {
            return Numbers.read(cell);
        }
        String plain = plain(cell);
        return plain.isEmpty() ? Double.NaN : Numbers.read(plain);
    }

    /** Whether something stands between thousands. */
    boolean isGrouped(String cell) {
        for (int i = 1; i < cell.length(); i++) {
            if (isSeparator(cell.charAt(i))) {
                return !Double.isNaN(number(cell));
            }
        }
        return false;
    }

    private boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '−' || isSeparator(c) || (c == decimal && c != '.')) {
                return false;
            }
        }
        return true;
    }

    private boolean isSeparator(char c) {
        return c == (decimal == '.' ? ',' : '.')
                || c == ' '
                || c == '\u00A0'
                || c == '\u2009'
                || c == '\u202F'
                || c == '\''
                || c == '’';
    }

    /** As {@link Numbers#read} takes it; empty if what stands between digits is not every three of them. */
    private String plain(String cell) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        if (cell.charAt(0) == '-' || cell.charAt(0) == '−' || cell.charAt(0) == '+') {
            text.append(cell.charAt(0) == '+' ? "" : "-");
            at++;
        }
        char separator = 0;
        int digits = 0;
        for (; at < cell.length(); at++) {
            char c = cell.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
                text.append(c);
            } else if (isSeparator(c)) {
                boolean first = separator == 0;
                if (first ? digits < 1 || digits > 3 : c != separator || digits != 3) {
                    return "";
                }
                separator = c;
                digits = 0;
            } else {
                break;
            }
        }
        if (separator != 0 && digits != 3) {
            return "";
        }
        for (; at < cell.length(); at++) {
            char c = cell.charAt(at);
            if (isSeparator(c)) {
                return "";
            }
            text.append(c == decimal ? '.' : c == '−' ? '-' : c);
        }
        return text.toString();
    }

    /** The sign that the cells speak for; if none does, the comma where cells are separated by semicolons and have commas in them. */
    static Numerals of(List<String[]> rows, char delimiter) {
        int comma = 0;
        int point = 0;
        boolean commas = false;
        int looked = 0;
        for (String[] row : rows) {
            for (String cell : row) {
                int vote = vote(cell);
                comma += vote == 1 ? 1 : 0;
                point += vote == -1 ? 1 : 0;
                commas |= cell.indexOf(',') > 0 && !Double.isNaN(COMMA.number(cell));
            }
            looked += row.length;
            if (looked > LOOK) {
                break;
            }
        }
        return comma > point || (comma == point && delimiter == ';' && commas) ? COMMA : POINT;
    }

    /** 1 if the cell can only have a decimal comma, -1 if it can only have a decimal point, 0 if it says nothing. */
    private static int vote(String cell) {
        if (cell.length() < 3 || cell.length() > LONGEST || (cell.indexOf(',') < 0 && cell.indexOf('.') < 0)) {
            return 0;
        }
        boolean comma = !Double.isNaN(COMMA.number(cell));
        boolean point = !Double.isNaN(POINT.number(cell));
        if (comma == point) {
            boolean zero = comma && (cell.startsWith("0") || cell.startsWith("-0")); // 0,125 has no thousands
            return !zero ? 0 : cell.indexOf(',') > 0 ? 1 : -1;
        }
        return comma ? 1 : -1;
    }
}
