package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A table in a FITS file, binary or in letters (FITS standard 4.0, 7.3 and 7.2).
 *
 * @param columns a vector of a few numbers is a column for each
 * @param rows that are there
 */
record FitsTable(String name, List<TableText.Column> columns, int rows) {
    private static final int MOST_FIELDS = 999;
    private static final int LONGEST_VECTOR = 64;

    /** What is added to signed integers of 64 bits to have unsigned ones: 2^63. */
    private static final double UNSIGNED = 0x1p63;

    static Optional<FitsTable> of(NamedBytes file, FitsHeader header, List<String> notices) {
        if (header.text("ZIMAGE").equals("T")) {
            notices.add(file.name()
                    + " holds a compressed image (fpack), which cannot be unpacked here; run funpack on it first.");
            return Optional.empty();
        }
        double[] axes = header.lengths();
        int held = file.bytes().length - header.data();
        if (axes.length != 2 || !(axes[1] >= 1 && axes[0] >= 1 && axes[1] <= held)) {
            notices.add(file.name() + " has a table without rows, or with a wrong head.");
            return Optional.empty();
        }
        int width = (int) axes[1];
        int rows = (int) Math.min(axes[0], held / width);
        if (rows < axes[0]) {
            notices.add(file.name() + " is cut off: its table should have " + Numbers.grouped((long) axes[0])
                    + " rows, but " + Numbers.grouped(rows) + " are there.");
        }
        FitsTable table = new FitsTable(file.name(), new ArrayList<>(), rows);
        Fields fields = new Fields(file.bytes(), header, width, table.columns, new ArrayList<>());
        if (header.text("XTENSION").equals("TABLE")) {
            fields.letters();
        } else {
            fields.binary();
        }
        if (!fields.left.isEmpty()) {
            notices.add(Numbers.count(fields.left.size(), "column") + " of " + file.name()
                    + " left out, which hold lists, complex numbers or bits: " + NoticeText.list(fields.left) + ".");
        }
        return rows < 1 || table.columns.isEmpty() ? Optional.empty() : Optional.of(table);
    }

    private record Fields(
            byte[] bytes, FitsHeader header, int width, List<TableText.Column> columns, List<String> left) {
        private int count() {
            return (int) Math.max(0, Math.min(MOST_FIELDS, header.number("TFIELDS", 0)));
        }

        private String name(int field) {
            String name = header.text("TTYPE" + field);
            return name.isEmpty() ? "column " + field : name;
        }

        void letters() {
            for (int field = 1; field <= count(); field++) {
                int at = (int) header.number("TBCOL" + field, 0) - 1;
                String form = header.text("TFORM" + field);
                int length = (int) number(form.length() > 1 ? form.substring(1) : "");
                if (at < 0 || length < 1 || at + length > width) {
                    left.add(name(field));
                    continue;
                }
                boolean words = form.startsWith("A");
                String none = header.text("TNULL" + field);
                columns.add(new TableText.Column(name(field), row -> {
                    String cell = FitsHeader.text(bytes, header.data() + row * width + at, length)
                            .strip();
                    return cell.equals(none) ? "" : words ? cell : cell.replace('D', 'E');
                }));
            }
        }

        private static double number(String text) {
            int end = 0;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            return end == 0 ? 0 : Numbers.read(text.substring(0, Math.min(9, end)));
        }

        void binary() {
            int at = 0;
            for (int field = 1; field <= count(); field++) {
                String form = header.text("TFORM" + field);
                int digits = 0;
                while (digits < form.length() && Character.isDigit(form.charAt(digits))) {
                    digits++;
                }
                int repeat = digits == 0 ? 1 : (int) number(form);
                char code = digits < form.length() ? form.charAt(digits) : '?';
                long size = bytes(code, repeat);
                if (size < 0 || at + size > width) {
                    left.add(name(field) + " and what follows");
                    return;
                }
                column(field, code, repeat, at);
                at += (int) size;
            }
        }

        /** Bytes of a field; -1 for an unknown one. */
        private static long bytes(char code, int repeat) {
            return switch (code) {
                case 'X' -> (repeat + 7L) / 8;
                case 'L', 'B', 'A' -> repeat;
                case 'I' -> 2L * repeat;
                case 'J', 'E' -> 4L * repeat;
                case 'K', 'D', 'C', 'P' -> 8L * repeat;
                case 'M', 'Q' -> 16L * repeat;
                default -> -1;
            };
        }

        private void column(int field, char code, int repeat, int at) {
            String name = name(field);
            if (code == 'A') {
                columns.add(new TableText.Column(name, row -> words(header.data() + row * width + at, repeat)));
            } else if ("LBIJKED".indexOf(code) < 0 || repeat > LONGEST_VECTOR) {
                left.add(name);
            } else {
                int size = (int) bytes(code, 1);
                for (int i = 0; i < repeat; i++) {
                    IntFunction<String> cells = cells(field, code, at + i * size);
                    columns.add(new TableText.Column(repeat == 1 ? name : name + " " + (i + 1), cells));
                }
            }
        }

        private String words(int from, int length) {
            String text = FitsHeader.text(bytes, from, length);
            int end = text.indexOf('\0');
            return (end < 0 ? text : text.substring(0, end)).strip();
        }

        private IntFunction<String> cells(int field, char code, int at) {
            if (code == 'L') {
                return row -> {
                    byte flag = bytes[header.data() + row * width + at];
                    return flag == 'T' ? "True" : flag == 'F' ? "False" : "";
                };
            }
            char kind = code == 'E' || code == 'D' ? 'f' : code == 'B' ? 'u' : 'i';
            NpyType type = new NpyType(false, kind, (int) bytes(code, 1));
            double scale = header.number("TSCAL" + field, 1);
            double zero = header.number("TZERO" + field, 0);
            double none = kind == 'f' ? Double.NaN : header.number("TNULL" + field, Double.NaN);
            if (code == 'K'
                    && scale == 1
                    && (zero == 0 || zero == UNSIGNED)) { // identifiers have more digits than a double
                String gap = header.text("TNULL" + field);
                return row -> {
                    long raw = type.whole(bytes, header.data() + row * width + at);
                    return Long.toString(raw).equals(gap)
                            ? ""
                            : zero == 0 ? Long.toString(raw) : Long.toUnsignedString(raw ^ Long.MIN_VALUE);
                };
            }
            return row -> {
                double raw =
                        type.numbers(bytes, header.data() + row * width + at).at(0);
                double value = zero + scale * raw;
                boolean single = code == 'E' && scale == 1 && zero == 0;
                return raw == none || Double.isNaN(value) ? "" : single ? single((float) value) : write(value);
            };
        }

        private static String write(double value) {
            return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Numbers.write(value);
        }

        /** A float32 in as few digits as tell it from its neighbours, not in the many of the double next to it. */
        private static String single(float value) {
            double scale = Math.abs(value) > 0 ? Math.pow(10, 8 - Math.floor(Math.log10(Math.abs(value)))) : 1;
            double rounded = Math.rint(value * scale) / scale;
            return write((float) rounded == value ? rounded : value);
        }
    }
}
