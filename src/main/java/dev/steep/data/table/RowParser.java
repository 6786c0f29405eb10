package dev.steep.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out where the cells of one row of separated values begin. Each character is part of a cell or of what separates them; what is no
 * proper quoting is noted. The text may be cut off anywhere: then the parser says that it needs more of it.
 */
final class RowParser {
    static final int LONGEST_ROW = 16_384;

    /** A quoted cell over more lines than this was most likely not meant. */
    static final int USUAL_LINES = 10;

    /** What became of a row. */
    enum Outcome {
        ROW,
        /** It may go on behind the text. */
        CUT_OFF,
        /** It has more than {@link #LONGEST_ROW} cells. */
        TOO_LONG
    }

    /** What is no proper cell. */
    enum Fault {
        UNCLOSED,
        TRAILING,
        TALL,
        CONTROL
    }

    /**
     * A fault of a cell.
     *
     * @param line in which it is, counted from 0 within the row
     * @param text that is to be shown; empty for none
     */
    record Odd(Fault fault, int line, String text) {}

    private final List<Odd> odd = new ArrayList<>();
    private CellText text = new CellText(new byte[0], ',');
    private int[] cells = new int[64];
    private int count;
    private int at;
    private int line;
    private boolean last;
    private boolean cut;

    /**
     * Reads the row that begins here.
     *
     * @param whole whether nothing comes behind the text
     */
    Outcome read(CellText from, int begin, boolean whole) {
        text = from;
        at = begin;
        last = whole;
        cut = false;
        count = 0;
        line = 0;
        odd.clear();
        boolean ends = row();
        return cut || !last && at == text.length() ? Outcome.CUT_OFF : ends ? Outcome.ROW : Outcome.TOO_LONG;
    }

    /** How many cells it has. */
    int length() {
        return count;
    }

    /** Where a cell begins. */
    int start(int column) {
        return cells[column];
    }

    /** Where the next row begins. */
    int end() {
        return at;
    }

    /** How many lines it ends. */
    int lines() {
        return line;
    }

    /** What is wrong with it. */
    List<Odd> odd() {
        return odd;
    }

    private boolean row() {
        while (true) {
            if (count == LONGEST_ROW) {
                return false;
            }
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, 2 * count);
            }
            at = text.afterSeparators(at);
            cells[count++] = at;
            cell();
            int end = at;
            at = text.afterSeparators(at);
            if (at > end && at < text.length() && !text.isEnd(at)) {
                continue;
            }
            if (at == text.length() || cut) {
                return true;
            }
            if (text.bytes()[at++] != text.delimiter()) {
                endLine();
                return true;
            }
        }
    }

    /** After the first character of a line break: passes over the second one, if there is one. */
    private void endLine() {
        if (text.bytes()[at - 1] == '\r' && at < text.length() && text.bytes()[at] == '\n') {
            at++;
        }
        line++;
    }

    /** Passes over a cell, up to the delimiter or line break behind it; {@link CellText#cell} says what is in it. */
    private void cell() {
        int begin = line;
        int start = text.afterBlanks(at);
        if (start == text.length() || text.bytes()[start] != '"') {
            plain(at, begin);
            return;
        }
        int close = text.closing(start);
        int end = close < 0 ? -1 : text.endOfCell(close + 1);
        cut = !last && (close < 0 || end == text.length());
        if (cut) {
            return;
        }
        if (close < 0 || text.isUnclosed(start, close, end)) {
            odd.add(new Odd(Fault.UNCLOSED, begin, ""));
            plain(start, begin);
            return;
        }
        if (close + 1 < end) {
            String outside = text.part(close + 1, end);
            if (!outside.isEmpty()) {
                odd.add(new Odd(Fault.TRAILING, begin, outside));
            }
        }
        int lines = text.lines(start + 1, close);
        line += lines;
        if (lines > USUAL_LINES) {
            odd.add(new Odd(Fault.TALL, begin, ""));
        }
        look(start, end, begin);
        at = end;
    }

    private void plain(int from, int begin) {
        byte[] bytes = text.bytes();
        char delimiter = text.delimiter();
        int end = from;
        boolean strange = false;
        while (end < bytes.length) {
            byte c = bytes[end];
            if (c == delimiter || c < ' ' && text.isEnd(end)) {
                break;
            }
            strange |= c < ' ' || c == 0x7F; // or no ASCII
            end++;
        }
        at = end;
        if (strange) {
            look(from, end, begin);
        }
    }

    /** Looks for control characters, in UTF-8 one byte or, from U+0080 to U+009F, two. */
    private void look(int from, int to, int where) {
        byte[] bytes = text.bytes();
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            boolean one = c >= 0 && (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F);
            boolean two = c == (byte) 0xC2 && i + 1 < to && bytes[i + 1] < (byte) 0xA0;
            if (one || two) {
                odd.add(new Odd(Fault.CONTROL, where, ""));
                return;
            }
        }
    }
}
