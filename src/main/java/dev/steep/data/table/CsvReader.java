package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.file.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Takes a text of separated values apart (RFC 4180, and what programs make of it). Cells may stand in quotes, doubled inside,
 * and then hold delimiters and line breaks. Each character is part of a cell or of what separates them; what is no proper
 * quoting is read as it most likely was meant, and said with its line.
 */
final class CsvReader implements DataJob<List<CsvReader.Row>> {
    /** Between two looks at the clock. */
    private static final int ROWS = 64;

    private static final int MOST_CELLS = 8_000_000;
    private static final int LONGEST_ROW = 16_384;

    /** A quoted cell over more lines than this was most likely not meant. */
    private static final int USUAL_LINES = 10;

    /** A row that is not blank, and the line in which it begins, counted from 1. */
    record Row(int line, String[] cells) {}

    private final String text;
    private final char delimiter;
    private final List<String> notices;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final Findings unclosed = new Findings();
    private final Findings trailing = new Findings();
    private final Findings tall = new Findings();
    private final Findings control = new Findings();
    private long all;
    private boolean said;
    private int at;
    private int line = 1;

    CsvReader(String text, char delimiter, List<String> notices) {
        this.text = text;
        this.delimiter = delimiter;
        this.notices = notices;
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
    public List<Row> result() {
        return rows;
    }

    /** Reads a row, if it still can be. */
    private boolean read() {
        int first = line;
        boolean whole = row();
        if (!whole) {
            notices.add("After row " + Numbers.grouped(rows.size()) + " the table cannot be read: the row in line "
                    + Numbers.grouped(first) + " has more than " + Numbers.grouped(LONGEST_ROW) + " cells.");
            return false;
        }
        all += cells.size();
        if (all > MOST_CELLS) {
            notices.add("The table is too large for a browser; the first " + Numbers.count(rows.size(), "row")
                    + " are used.");
            return false;
        }
        if (cells.size() > 1 || !cells.get(0).isEmpty()) {
            rows.add(new Row(first, cells.toArray(new String[0])));
        }
        return true;
    }

    private void say() {
        unclosed.say(
                notices,
                places -> (unclosed.count() == 1
                                ? "A quotation mark opens a cell and never closes it"
                                : Numbers.grouped(unclosed.count()) + " quotation marks open a cell and never close it")
                        + places
                        + "; it was read as an ordinary character. Look there whether cells are as they should be.");
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
        cells.clear();
        while (true) {
            if (cells.size() == LONGEST_ROW) {
                return false;
            }
            passBlanks();
            cells.add(cell());
            if (passBlanks() && at < text.length() && !isEnd(text.charAt(at))) {
                continue;
            }
            if (at == text.length()) {
                return true;
            }
            if (text.charAt(at++) != delimiter) {
                endLine();
                return true;
            }
        }
    }

    /** Where any number of blanks separates cells, passes over them; returns whether there were any. */
    private boolean passBlanks() {
        int from = at;
        while (delimiter == ' ' && at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at > from;
    }

    /** After the first character of a line break: passes over the second one, if there is one. */
    private void endLine() {
        if (text.charAt(at - 1) == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    /** Reads a cell, up to the delimiter or line break behind it. */
    private String cell() {
        int begin = line;
        int start = at;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        boolean quoted = start < text.length() && text.charAt(start) == '"';
        int close = quoted ? closing(start) : -1;
        String inside = close < 0 ? "" : text.substring(start + 1, close).replace("\"\"", "\"");
        int lines = lines(inside);
        int from = close < 0 ? at : close + 1;
        at = endOfCell(from);
        String outside = text.substring(from, at).strip();
        if (quoted && (close < 0 || (lines > 0 && !outside.isEmpty()))) { // it closes nothing, or what it did not open
            unclosed.at(begin);
            at = endOfCell(start);
            return checked(text.substring(start, at).strip(), begin);
        }
        if (close >= 0 && !outside.isEmpty()) {
            trailing.at(begin, List.of(outside));
        }
        line += lines;
        if (lines > USUAL_LINES) {
            tall.at(begin);
        }
        return checked(close < 0 ? outside : (inside + outside).strip(), begin);
    }

    private String checked(String cell, int where) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= '\u007F' && c <= '\u009F')) {
                control.at(where);
                break;
            }
        }
        return cell;
    }

    /** The quotation mark that closes the one at {@code open}, the first that is not doubled; -1 if there is none. */
    private int closing(int open) {
        int close = text.indexOf('"', open + 1);
        while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == '"') {
            close = text.indexOf('"', close + 2);
        }
        return close;
    }

    private int endOfCell(int from) {
        int end = from;
        while (end < text.length() && !isEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isEnd(char c) {
        return c == delimiter || c == '\n' || c == '\r' || (c == '\t' && delimiter == ' ');
    }

    private static int lines(String text) {
        int lines = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lines += c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) ? 1 : 0;
        }
        return lines;
    }
}
