package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.file.Findings;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.StoredFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Reads the pictures in the rows of a table, a piece of the file at a time, and keeps nothing but their bytes. Gives up, so that the
 * file is read as an ordinary table, once more than a few rows are no pictures.
 */
final class PixelRows implements DataJob<PixelRows> {
    private static final int PIECE = 1 << 20;
    private static final int MOST_LABELS = 1000;
    private static final int LONGEST_LABEL = 200;

    /** The share of rows that may be broken. */
    private static final double ODD = 0.01;

    private static final int FEW = 3;

    private final StoredFile file;
    private final PixelLayout layout;
    private final Findings broken = new Findings();
    private final Map<String, Integer> labels = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final byte[] label = new byte[LONGEST_LABEL];
    private byte[] pixels;
    private int[] classes;
    private int[] numbers;
    private int rows;
    private int seen;
    private int halvings;
    private long at;
    private int line;
    private boolean failed;
    private boolean over;

    private int column;
    private int next;
    private int value;
    private int digits;
    private int letters;
    private boolean bad;
    private boolean fraction;
    private boolean blank = true;

    PixelRows(StoredFile file, PixelLayout layout) {
        this.file = file;
        this.layout = layout;
        at = layout.from();
        line = layout.from() > 3 ? 2 : 1;
        double expected = Math.min(mostRows(), file.size() / layout.rowLength() * 1.02 + 2);
        pixels = new byte[(int) expected * layout.pixels()];
        classes = new int[(int) expected];
        numbers = new int[(int) expected];
    }

    private int mostRows() {
        return NamedBytes.LARGEST / layout.pixels();
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        while (!over) {
            int count = (int) Math.min(PIECE, file.size() - at);
            Optional<byte[]> piece = file.slice(at, count);
            failed |= piece.isEmpty();
            piece.ifPresent(this::read);
            at += count;
            if (at >= file.size() && !failed) {
                endRow();
            }
            failed |= broken.count() > FEW + ODD * seen || labels.size() > MOST_LABELS;
            over = failed || at >= file.size();
            if (!over && clock.getAsDouble() >= until) {
                return false;
            }
        }
        return true;
    }

    @Override
    public DataProgress progress() {
        return new DataProgress("Reading " + file.name(), (int) (at >> 10), (int) (file.size() >> 10), "kilobyte");
    }

    @Override
    public PixelRows result() {
        return this;
    }

    private void read(byte[] piece) {
        for (byte c : piece) {
            if (c >= '0' && c <= '9' && column != layout.label()) {
                value = fraction ? value : 10 * value + c - '0';
                bad |= value > 255 || fraction && c != '0';
                digits++;
            } else if (c == layout.delimiter()) {
                endCell();
            } else if (c == '\n') {
                endRow();
                line++;
            } else if (c == '.' && column != layout.label() && digits > 0) {
                fraction = true;
            } else if (column == layout.label() && c != '\r') {
                bad |= letters == LONGEST_LABEL;
                if (letters < LONGEST_LABEL) {
                    label[letters++] = c;
                }
                blank &= c == ' ';
            } else if (c != '\r' && c != '"' && c != ' ') {
                bad = true;
            }
        }
    }

    private void endCell() {
        blank = false;
        if (column != layout.label()) {
            bad |= digits == 0 || next >= layout.pixels();
            if (!bad) {
                room();
                pixels[rows * layout.pixels() + next] = (byte) value;
            }
            next++;
        }
        column++;
        value = 0;
        digits = 0;
        fraction = false;
    }

    private void endRow() {
        if (!blank || digits > 0 || bad) {
            endCell();
            int number = seen++;
            String name = layout.label() < 0 ? "" : text();
            if (bad || column != layout.width() || layout.label() >= 0 && Cell.isGap(name)) {
                broken.at(line);
            } else if (RowSample.stays(number, halvings)) {
                take(name);
            }
        }
        column = 0;
        next = 0;
        value = 0;
        digits = 0;
        letters = 0;
        bad = false;
        fraction = false;
        blank = true;
    }

    private String text() {
        String text = new String(label, 0, letters, StandardCharsets.UTF_8).strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private void take(String name) {
        room();
        Integer known = labels.get(name);
        if (known == null) {
            known = names.size();
            labels.put(name, known);
            names.add(name);
        }
        numbers[rows] = seen - 1;
        classes[rows++] = known;
        if (rows >= mostRows()) {
            halvings++;
            thin();
        }
    }

    private void room() {
        if (rows == classes.length) {
            classes = Arrays.copyOf(classes, Math.min(mostRows(), rows + rows / 2 + 16));
            numbers = Arrays.copyOf(numbers, classes.length);
            pixels = Arrays.copyOf(pixels, classes.length * layout.pixels());
        }
    }

    private void thin() {
        int size = layout.pixels();
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            if (RowSample.stays(numbers[row], halvings)) {
                System.arraycopy(pixels, row * size, pixels, kept * size, size);
                classes[kept] = classes[row];
                numbers[kept++] = numbers[row];
            }
        }
        rows = kept;
    }

    /** Whether its rows are pictures. */
    boolean works() {
        return !failed && rows > 1;
    }

    PixelLayout layout() {
        return layout;
    }

    String name() {
        return file.name();
    }

    int rows() {
        return rows;
    }

    /** One after the other; the array may be longer. */
    byte[] pixels() {
        return pixels;
    }

    /** The label of a row. */
    String label(int row) {
        return names.get(classes[row]);
    }

    /** All labels, in the order in which they came. */
    List<String> names() {
        return names;
    }

    void say(List<String> notices) {
        broken.say(
                notices,
                places -> Numbers.count(broken.count(), "row") + " of " + file.name() + " left out" + places
                        + ": not a label and " + Numbers.grouped(layout.pixels()) + " whole numbers from 0 to 255.");
        if (halvings > 0) {
            notices.add(
                    file.name() + " has " + Numbers.grouped(seen) + " pictures, more than there is safely room for in a"
                            + " browser (" + (NamedBytes.LARGEST >> 20) + " MB). " + Numbers.grouped(rows)
                            + " of them, chosen at random, are used: always the same ones of this file.");
        }
    }
}
