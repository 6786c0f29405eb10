package dev.steep.data.table;

import dev.steep.data.file.Content;
import java.util.Optional;

/**
 * Reads the rows of a text of separated values, one after the other or any of them again. Of a text on the disk no more is in memory than
 * a piece, or the row that is being read; one in memory stays where it is.
 */
final class RowReader {
    /** Small enough to be gone by the next young collection: larger pieces of a large file would pile up. */
    private static final int PIECE = 1 << 16;

    private final Content content;
    private final char delimiter;
    private final int piece;
    private final long size;
    private final RowParser row = new RowParser();
    private CellText text;
    private long begin; // of the part that is in memory
    private long place;
    private int at;
    private boolean lost;

    /** @param content in UTF-8 */
    RowReader(Content content, char delimiter) {
        this(content, delimiter, PIECE);
    }

    /** @param piece so many bytes are read at a time */
    RowReader(Content content, char delimiter, int piece) {
        this.content = content;
        this.delimiter = delimiter;
        this.piece = piece;
        size = (long) content.size();
        text = new CellText(
                content instanceof Content.InMemory there && piece == PIECE ? there.bytes() : new byte[0], delimiter);
    }

    /** How many bytes the text has. */
    long size() {
        return size;
    }

    /** Whether there is no further row. */
    boolean ends() {
        return lost || next() >= size;
    }

    /** Whether the text could not be read, such as a file that was moved or deleted. */
    boolean lost() {
        return lost;
    }

    /** Where the next row begins. */
    long next() {
        return begin + at;
    }

    /** Where the row begins that was read. */
    long place() {
        return place;
    }

    /** The part of the text that the row is in. */
    CellText text() {
        return text;
    }

    /** The row, whose cells begin at places in {@link #text}. */
    RowParser row() {
        return row;
    }

    /** Has the row that begins here come next. */
    void seek(long where) {
        if (where >= begin && where <= begin + text.length()) {
            at = (int) (where - begin);
        } else {
            begin = where;
            text = new CellText(new byte[0], delimiter);
            at = 0;
        }
    }

    /** Reads the next row. */
    RowParser.Outcome read() {
        RowParser.Outcome outcome = row.read(text, at, isLast());
        while (outcome == RowParser.Outcome.CUT_OFF && !lost) {
            more();
            outcome = row.read(text, at, isLast());
        }
        place = next();
        at = row.end();
        return outcome;
    }

    private boolean isLast() {
        return begin + text.length() >= size;
    }

    /** Of a row that is longer than a piece, as much again: so its beginning is read a few times, however long it is. */
    private void more() {
        int left = text.length() - at;
        long end = begin + text.length();
        int count = (int) Math.min(Math.max(piece, left), size - end);
        Optional<byte[]> read = content.read(end, count);
        lost = read.isEmpty();
        byte[] bytes = new byte[lost ? 0 : left + count];
        if (!lost) {
            System.arraycopy(text.bytes(), at, bytes, 0, left);
            System.arraycopy(read.get(), 0, bytes, left, count);
        }
        begin = lost ? size : begin + at;
        at = 0;
        text = new CellText(bytes, delimiter);
    }
}
