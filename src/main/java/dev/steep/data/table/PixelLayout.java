package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.math.Characters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the rows of a table are pictures: a label and one whole number from 0 to 255 for each pixel, as MNIST and Fashion-MNIST come from
 * Kaggle ({@code label,pixel0,...} or {@code label,1x1,...}), with or without names.
 *
 * @param from where the first row begins that is a picture, in bytes
 * @param label the column of the label; -1 if there is none
 * @param pixels how many columns are pixels
 * @param channels 1, or 3 of which one follows the other
 * @param rowLength bytes of a row, about
 */
record PixelLayout(char delimiter, int from, int label, int pixels, int channels, double rowLength) {
    /** Enough to know it by, in bytes. */
    static final int LOOK = 1 << 18;

    private static final int SMALLEST_SIDE = 8;
    private static final int LARGEST_SIDE = 256;
    private static final int BRIGHT = 16;
    private static final int ROWS = 40;

    /** Pixels per side. */
    int side() {
        return side(pixels / channels);
    }

    /** All columns. */
    int width() {
        return pixels + (label < 0 ? 0 : 1);
    }

    private static int side(int pixels) {
        int side = (int) Math.round(Math.sqrt(pixels));
        return side * side == pixels && side >= SMALLEST_SIDE && side <= LARGEST_SIDE ? side : 0;
    }

    /**
     * What the beginning of a file says.
     *
     * @param whole whether it is all of the file
     */
    static Optional<PixelLayout> of(byte[] beginning, boolean whole) {
        int mark = beginning.length > 2 && (beginning[0] & 0xFF) == 0xEF ? 3 : 0;
        String text = new String(beginning, mark, beginning.length - mark, StandardCharsets.ISO_8859_1);
        int end = whole ? text.length() : text.lastIndexOf('\n');
        if (end <= 0 || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        char delimiter = Delimiter.of(text.substring(0, Math.min(end, text.length())));
        List<String> lines = Characters.parts(text.substring(0, end), '\n');
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(ROWS, lines.size()); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(cells(lines.get(i), delimiter));
            }
        }
        if (rows.size() < 2) {
            return Optional.empty();
        }
        List<String> first = rows.get(0);
        boolean names = first.stream().filter(cell -> pixel(cell) < 0).count() > 1
                && first.stream().anyMatch(PixelLayout::isName);
        if (names && !namesPixels(first)) {
            return Optional.empty();
        }
        List<List<String>> body = names ? rows.subList(1, rows.size()) : rows;
        int from = mark + (names ? text.indexOf('\n') + 1 : 0);
        double length = (end - (from - mark)) / (double) Math.max(1, lines.size() - (names ? 1 : 0));
        return shape(first, names, body)
                .map(found -> new PixelLayout(delimiter, from, found[0], found[1], found[2], Math.max(1, length)));
    }

    /** Label, pixels and channels. */
    private static Optional<int[]> shape(List<String> first, boolean names, List<List<String>> body) {
        int width = first.size();
        boolean colour = names && side(width) == 0 && side(width - 1) == 0;
        int channels = colour ? 3 : 1;
        boolean labelled = colour ? (width - 1) % 3 == 0 && side((width - 1) / 3) > 0 : side(width - 1) > 0;
        if (!labelled && (colour ? width % 3 != 0 || side(width / 3) == 0 : side(width) == 0)) {
            return Optional.empty();
        }
        int label = !labelled ? -1 : names ? namedLabel(first) : variedEnd(body);
        int brightest = 0;
        for (List<String> row : body) {
            if (row.size() != width) {
                return Optional.empty();
            }
            for (int i = 0; i < width; i++) {
                int value = i == label ? 0 : pixel(row.get(i));
                if (value < 0) {
                    return Optional.empty();
                }
                brightest = Math.max(brightest, value);
            }
        }
        int[] found = {label, labelled ? width - 1 : width, channels};
        return names || brightest >= BRIGHT ? Optional.of(found) : Optional.empty();
    }

    /** The first column, unless all its cells are the same, as those of a picture's corner are. */
    private static int variedEnd(List<List<String>> body) {
        Set<String> first = new HashSet<>();
        for (List<String> row : body) {
            first.add(row.get(0));
        }
        return first.size() > 1 ? 0 : body.get(0).size() - 1;
    }

    private static int namedLabel(List<String> names) {
        int last = names.size() - 1;
        return isPixelName(names.get(0)) && !isPixelName(names.get(last)) ? last : 0;
    }

    /** All names but one at an end are those of pixels. */
    private static boolean namesPixels(List<String> names) {
        int pixels = 0;
        for (String name : names) {
            pixels += isPixelName(name) ? 1 : 0;
        }
        return pixels >= names.size() - 1;
    }

    /** {@code pixel12}, {@code px_3}, {@code 4x17}, {@code 12}. */
    private static boolean isPixelName(String name) {
        String bare = name.toLowerCase();
        int digits = bare.length();
        while (digits > 0 && Character.isDigit(bare.charAt(digits - 1))) {
            digits--;
        }
        if (digits == bare.length()) {
            return false;
        }
        String before = bare.substring(0, digits);
        boolean grid = before.length() > 1 && before.endsWith("x") && Character.isDigit(before.charAt(0));
        return before.isEmpty() || grid || before.startsWith("pixel") || before.startsWith("px") || before.equals("p");
    }

    private static boolean isName(String cell) {
        return !cell.isEmpty() && Double.isNaN(Numbers.read(cell));
    }

    private static List<String> cells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        for (String cell :
                Characters.parts(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, delimiter)) {
            String bare = cell.strip();
            boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
            cells.add(quoted ? bare.substring(1, bare.length() - 1) : bare);
        }
        return cells;
    }

    /** The whole number from 0 to 255 in a cell, or -1. */
    private static int pixel(String cell) {
        double value = Numbers.read(cell);
        return value >= 0 && value <= 255 && value == Math.rint(value) ? (int) value : -1;
    }
}
