package dev.steep.data.table;

import java.util.ArrayList;
import java.util.List;

/** Tells tables whose cells are separated by any number of blanks, as Fortran and many instruments write them. */
final class Blanks {
    private static final int LINES = 50;
    private static final double SHARE = 0.9;

    private Blanks() {}

    /**
     * Whether nearly all of the first lines have as many cells if blanks separate them, mostly numbers, and there is no reason to
     * see another delimiter: no line has one, or all have runs of several blanks.
     */
    static boolean separate(String text) {
        int lines = 0;
        int alike = 0;
        int runs = 0;
        int others = 0;
        int cells = 0;
        int numbers = 0;
        int first = 0;
        int at = 0;
        while (at < text.length() && lines < LINES) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).strip();
            at = end < 0 ? text.length() : end + 1;
            if (line.isEmpty()) {
                continue;
            }
            lines++;
            List<String> parts = parts(line);
            first = lines == 1 ? parts.size() : first;
            alike += parts.size() == first ? 1 : 0;
            runs += line.indexOf("  ") >= 0 ? 1 : 0;
            others += line.indexOf(',') >= 0
                            || line.indexOf(';') >= 0
                            || line.indexOf('|') >= 0
                            || line.indexOf('\t') >= 0
                    ? 1
                    : 0;
            cells += parts.size();
            for (String part : parts) {
                numbers += Cell.isGap(part) || !Double.isNaN(Numerals.POINT.number(part)) ? 1 : 0;
            }
        }
        boolean even = lines > 1 && first > 1 && alike >= SHARE * lines && 2 * numbers > cells;
        return even && (runs >= SHARE * lines || others == 0);
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = -1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean blank = !quoted && (c == ' ' || c == '\t');
            quoted ^= c == '"';
            if (blank && start >= 0) {
                parts.add(line.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            parts.add(line.substring(start));
        }
        return parts;
    }
}
