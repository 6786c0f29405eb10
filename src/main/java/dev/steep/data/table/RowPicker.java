package dev.steep.data.table;

import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.file.ContentStamp;
import dev.steep.data.file.StoredFile;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Chooses rows of a file that is too large for memory while it reads it, a piece at a time: at random, always the same ones, and each row
 * with the same chance, however many there are. Rows end where {@link CsvReader} ends them, but for a quotation mark that never closes:
 * after {@link #LONGEST} bytes it counts as an ordinary character.
 */
final class RowPicker implements DataJob<Optional<PickedRows>> {
    /** Small enough to be gone by the next young collection: larger pieces of a large file would pile up. */
    private static final int PIECE = 1 << 16;

    /** Bytes of a row. */
    private static final int LONGEST = 1 << 20;

    private final StoredFile file;
    private final RowChoice choice;
    private final char delimiter;
    private final byte[] kept;
    private int used;
    private final ContentStamp.Counting counted = new ContentStamp.Counting();
    private IntList starts = new IntList();
    private IntList lines = new IntList();
    private IntList numbers = new IntList();
    private byte[] row = new byte[1 << 12];
    private int length;
    private long read;
    private int line = 1;
    private int first = 1; // line in which the row begins
    private int seen;
    private int halvings;
    private boolean quoted;
    private boolean cellBegins = true;
    private boolean carriage;
    private boolean blank = true;
    private boolean lost;

    /** @param room bytes of rows that are held at the most */
    RowPicker(StoredFile file, RowChoice choice, char delimiter, int room) {
        this.file = file;
        this.choice = choice;
        this.delimiter = delimiter;
        kept = new byte[room];
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        while (read < file.size() && !lost) {
            int count = (int) Math.min(PIECE, file.size() - read);
            Optional<byte[]> piece = file.slice(read, count);
            lost = piece.isEmpty();
            piece.ifPresent(each -> take(each, count));
            read += count;
            if (clock.getAsDouble() >= until) {
                break;
            }
        }
        if (read >= file.size() && length > 0) {
            endRow();
        }
        return read >= file.size() || lost;
    }

    private void take(byte[] piece, int count) {
        counted.add(piece);
        for (int i = 0; i < count; i++) {
            byte c = piece[i];
            if (carriage) {
                carriage = false;
                if (c == '\n') {
                    continue; // the second half of a line break
                }
            }
            boolean end = c == '\n' || c == '\r';
            if (end) {
                line++;
                carriage = c == '\r' && !quoted;
            }
            if (end && !quoted) {
                endRow();
                continue;
            }
            if (c == '"') {
                quoted = quoted ? false : cellBegins || length > 0 && row[length - 1] == '"';
            }
            blank &= c == ' ' || c == '\t' || c == delimiter && length == 0;
            cellBegins = c == delimiter || cellBegins && c == ' ';
            put(c);
        }
    }

    private void put(byte c) {
        if (length == row.length) {
            row = Arrays.copyOf(row, 2 * length);
        }
        row[length++] = c;
        if (length >= LONGEST) {
            quoted = false; // a mark that nobody closes
        }
    }

    private void endRow() {
        if (!blank) {
            int number = seen++;
            if (RowSample.stays(number, halvings, choice.draw())) {
                keep(number);
            }
        }
        length = 0;
        first = line;
        quoted = false;
        cellBegins = true;
        blank = true;
    }

    private void keep(int number) {
        int needed = length + 1;
        while (halvings < 31 && (used + needed > kept.length && starts.size() > 1 || choice.isMuch(starts.size()))) {
            halvings++;
            thin(0, false);
            if (!RowSample.stays(number, halvings, choice.draw())) {
                return;
            }
        }
        if (used + needed > kept.length) {
            return;
        }
        starts.add(used);
        lines.add(first);
        numbers.add(number);
        System.arraycopy(row, 0, kept, used, length);
        used += length;
        kept[used++] = '\n';
    }

    /** Gives rows up: those that the halvings do not leave, or those beyond a rank. */
    private void thin(int rank, boolean byRank) {
        IntList fewer = new IntList();
        IntList fewerLines = new IntList();
        IntList fewerNumbers = new IntList();
        int to = 0;
        for (int i = 0; i < starts.size(); i++) {
            int number = numbers.get(i);
            boolean stays = byRank
                    ? number == 0 || RowSample.rank(number, choice.draw()) <= rank
                    : RowSample.stays(number, halvings, choice.draw());
            if (stays) {
                int from = starts.get(i);
                int count = (i + 1 < starts.size() ? starts.get(i + 1) : used) - from;
                System.arraycopy(kept, from, kept, to, count);
                fewer.add(to);
                fewerLines.add(lines.get(i));
                fewerNumbers.add(number);
                to += count;
            }
        }
        used = to;
        starts = fewer;
        lines = fewerLines;
        numbers = fewerNumbers;
    }

    @Override
    public DataProgress progress() {
        return new DataProgress(
                "Choosing rows of " + file.name(),
                (int) (read >> 20),
                (int) Math.max(1, file.size() >> 20),
                "megabyte");
    }

    @Override
    public Optional<PickedRows> result() {
        if (lost) {
            return Optional.empty();
        }
        RowSample.last(numbers, choice).ifPresent(rank -> thin(rank, true));
        return Optional.of(new PickedRows(Arrays.copyOf(kept, used), lines, seen, counted.stamp()));
    }
}
