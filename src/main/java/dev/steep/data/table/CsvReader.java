package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.file.Findings;
import dev.steep.data.file.NoticeText;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Finds out where the cells of a text of separated values begin. Each character is part of a cell or of what separates them; what is no
 * proper quoting is said with its line. Of more rows than there is room for, some are chosen at random, always the same.
 */
final class CsvReader implements DataJob<CsvReader> {
    /** Between two looks at the clock. */
    private static final int ROWS = 64;

    private static final int LONGEST_ROW = 16_384;

    /** A quoted cell over more lines than this was most likely not meant. */
    private static final int USUAL_LINES = 10;

    private final CellText text;
    private final Optional<IntList> lines;
    private final List<String> notices;
    private final RowSample kept;
    private final Findings unclosed = new Findings();
    private final Findings trailing = new Findings();
    private final Findings tall = new Findings();
    private final Findings control = new Findings();
    private int[] cells = new int[64];
    private int count;
    private boolean said;
    private int at;
    private int line = 1;
    private int row;

    CsvReader(CellText text, List<String> notices) {
        this(text, RowChoice.ALL, Optional.empty(), notices);
    }

    /**
     * @param choice of rows
     * @param lines of the file in which rows begin, if the text has but some of them
     */
    CsvReader(CellText text, RowChoice choice, Optional<IntList> lines, List<String> notices) {
        this.text = text;
        this.lines = lines;
        this.notices = notices;
        kept = new RowSample(choice);
    }

    /** How many rows the text has, used or not. */
    int seen() {
        return kept.seen();
    }

    /** How many rows there are that are not blank. */
    int rows() {
        return kept.rows();
    }

    /** How many cells a row has. */
    int length(int row) {
        return kept.length(row);
    }

    /** Where a cell of a row begins. */
    int start(int row, int column) {
        return kept.start(row, column);
    }

    /** The line in which a row begins, counted from 1. */
    int line(int row) {
        return kept.line(row);
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        while (!said) {
            for (int i = 0; i < ROWS && at < text.length(); i++) {
                if (!read()) {
                    at = text.length();
                }
            }
            if (at == text.length()) {
                say();
                said = true;
            } else if (clock.getAsDouble() >= until) {
                return false;
            }
        }
        return true;
    }

    @Override
    public DataProgress progress() {
        return new DataProgress("Reading the table", at >> 10, text.length() >> 10, "kilobyte");
    }

    @Override
    public CsvReader result() {
        return this;
    }

    /** Reads a row, if it still can be. */
    private boolean read() {
        int next = row++;
        lines.filter(known -> next < known.size()).ifPresent(known -> line = known.get(next));
        int first = line;
        if (!row()) {
            notices.add("After row " + Numbers.grouped(rows()) + " the table cannot be read: the row in line "
                    + Numbers.grouped(first) + " has more than " + Numbers.grouped(LONGEST_ROW) + " cells.");
            return false;
        }
        if (count > 1 || !text.cell(cells[0]).isEmpty()) {
            kept.add(first, cells, count);
        }
        return true;
    }

    private void say() {
        kept.end();
        kept.say(notices);
        unclosed.say(
                notices,
                places -> NoticeText.doubt((unclosed.count() == 1
                                ? "A quotation mark opens a cell and never closes it"
                                : Numbers.grouped(unclosed.count()) + " quotation marks open a cell and never close it")
                        + places
                        + "; it was read as an ordinary character."));
        trailing.say(
                notices,
                places -> Numbers.count(trailing.count(), "cell") + " with text after the closing quotation mark"
                        + places + "; it was added to the cell.");
        tall.say(
                notices,
                places -> Numbers.count(tall.count(), "quoted cell") + " of more than " + USUAL_LINES + " lines"
                        + places + ". If that is not meant, a quotation mark is missing there.");
        control.say(
                notices,
                places -> Numbers.count(control.count(), "cell") + " with invisible control characters" + places
                        + ": the file may be damaged.");
    }

    /** Reads one row into {@link #cells}; false if it is too long. */
    private boolean row() {
        count = 0;
        while (true) {
            if (count == LONGEST_ROW) {
                return false;
            }
            if (count == cells.length) {
                cells = java.util.Arrays.copyOf(cells, 2 * count);
            }
            at = text.afterSeparators(at);
            cells[count++] = at;
            cell();
            int end = at;
            at = text.afterSeparators(at);
            if (at > end && at < text.length() && !text.isEnd(at)) {
                continue;
            }
            if (at == text.length()) {
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
        if (close < 0 || text.isUnclosed(start, close, end)) {
            unclosed.at(begin);
            plain(start, begin);
            return;
        }
        if (close + 1 < end) {
            String outside = text.part(close + 1, end);
            if (!outside.isEmpty()) {
                trailing.at(begin, List.of(outside));
            }
        }
        int lines = text.lines(start + 1, close);
        line += lines;
        if (lines > USUAL_LINES) {
            tall.at(begin);
        }
        look(start, end, begin);
        at = end;
    }

    private void plain(int from, int begin) {
        byte[] bytes = text.bytes();
        char delimiter = text.delimiter();
        int end = from;
        boolean odd = false;
        while (end < bytes.length) {
            byte c = bytes[end];
            if (c == delimiter || c < ' ' && text.isEnd(end)) {
                break;
            }
            odd |= c < ' ' || c == 0x7F; // or no ASCII
            end++;
        }
        at = end;
        if (odd) {
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
                control.at(where);
                return;
            }
        }
    }
}
