package dev.steep.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * How the numbers of a tensor lie in a table of rows and columns: one table for each tile, such as a kernel, and each channel.
 *
 * @param tiles such as kernels, maps or draws; one without a name if there is only a single table
 * @param channels of a tile; one without a name if it has only a single one
 * @param count how many numbers there are; the last row may be short
 */
public record NumberGrid(Axis tiles, Axis channels, Axis rows, Axis columns, int count) {
    /** Of a list without names, side by side. */
    private static final int TEN = 10;

    /**
     * One direction.
     *
     * @param name in the singular; empty if there is nothing to tell apart
     * @param length how many
     * @param stride how many numbers further the next one is
     * @param names of each; if there are none, they are numbered from 1
     */
    public record Axis(String name, int length, int stride, List<String> names) {
        public Axis {
            names = List.copyOf(names);
        }

        /** Numbered from 1. */
        public Axis(String name, int length, int stride) {
            this(name, length, stride, List.of());
        }

        /** What the one at a place is called. */
        public String label(int place) {
            return place < names.size() ? names.get(place) : "" + (place + 1);
        }
    }

    private static final Axis NONE = new Axis("", 1, 0);

    /** A convolution's kernels, height × width × channels × filters. */
    public static NumberGrid kernels(int height, int width, int channels, int filters) {
        return new NumberGrid(
                new Axis("kernel", filters, 1),
                new Axis("channel", channels, filters),
                new Axis("row", height, width * channels * filters),
                new Axis("column", width, channels * filters),
                height * width * channels * filters);
    }

    /** Feature maps, height × width × channels. */
    public static NumberGrid maps(int height, int width, int channels) {
        return new NumberGrid(
                new Axis("map", channels, 1),
                NONE,
                new Axis("row", height, width * channels),
                new Axis("column", width, channels),
                height * width * channels);
    }

    /** An image, height × width × channels. */
    public static NumberGrid image(int height, int width, int channels) {
        Axis each = channels == 1
                ? NONE
                : new Axis("channel", channels, 1, channels == 3 ? List.of("red", "green", "blue") : List.of());
        return new NumberGrid(
                NONE,
                each,
                new Axis("row", height, width * channels),
                new Axis("column", width, channels),
                height * width * channels);
    }

    /** A series, length × channels. */
    public static NumberGrid series(int length, int channels) {
        return new NumberGrid(
                NONE, NONE, new Axis("place", length, channels), new Axis("channel", channels, 1), length * channels);
    }

    /** So many images, series or rows of numbers of one shape, one after the other. */
    public static NumberGrid draws(int count, int[] shape) {
        NumberGrid one =
                switch (shape.length) {
                    case 2 -> series(shape[0], shape[1]);
                    case 3 -> image(shape[0], shape[1], shape[2]);
                    default -> list("unit", shape[0], List.of());
                };
        return new NumberGrid(
                new Axis("draw", count, one.count), one.channels, one.rows, one.columns, count * one.count);
    }

    /** A dense layer's weights, inputs × units. */
    public static NumberGrid weights(int inputs, int units) {
        return new NumberGrid(NONE, NONE, new Axis("input", inputs, units), new Axis("unit", units, 1), inputs * units);
    }

    /** What so many units compute on a grid of the plane: row after row, of each point one number for each unit. */
    public static NumberGrid planes(int units, List<String> rows, List<String> columns) {
        return new NumberGrid(
                new Axis("unit", units, 1),
                NONE,
                new Axis("y", rows.size(), columns.size() * units, rows),
                new Axis("x", columns.size(), units, columns),
                rows.size() * columns.size() * units);
    }

    /** A list: each with its name below the other, or without names ten side by side. */
    public static NumberGrid list(String name, int count, List<String> names) {
        if (!names.isEmpty()) {
            return new NumberGrid(NONE, NONE, new Axis(name, count, 1, names), NONE, count);
        }
        List<String> from = new ArrayList<>();
        for (int i = 0; i < count; i += TEN) {
            from.add("" + i);
        }
        int across = Math.min(TEN, count);
        return new NumberGrid(
                NONE, NONE, new Axis(name, (count + TEN - 1) / TEN, TEN, from), new Axis("+", across, 1), count);
    }

    /** A tensor of any shape: of three axes as feature maps, of four and more as kernels, the last the tiles. */
    public static NumberGrid of(int[] shape) {
        return switch (shape.length) {
            case 0 -> list("number", 1, List.of());
            case 1 -> list("number", shape[0], List.of());
            case 2 ->
                new NumberGrid(
                        NONE,
                        NONE,
                        new Axis("row", shape[0], shape[1]),
                        new Axis("column", shape[1], 1),
                        shape[0] * shape[1]);
            case 3 -> maps(shape[0], shape[1], shape[2]);
            default -> kernels(shape[0], shape[1], shape[2], shape[3]);
        };
    }

    /** The index of a number; -1 where there is none. */
    public int index(int tile, int channel, int row, int column) {
        int place = channel * channels.stride + row * rows.stride + column * columns.stride;
        int index = tile * tiles.stride + place;
        boolean ofNextTile = tiles.stride > 1 && place >= tiles.stride;
        return ofNextTile || index >= count ? -1 : index;
    }

    /** One pixel for each number of a tile and channel: red, green, blue and alpha; transparent where there is no number. */
    public byte[] pixels(int tile, int channel, float[] numbers, Scale scale) {
        byte[] rgba = new byte[rows.length * columns.length * 4];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                int index = index(tile, channel, row, column);
                if (index >= 0) {
                    HeatMap.put(rgba, row * columns.length + column, scale.colour(numbers[index]));
                }
            }
        }
        return rgba;
    }

    /** What a number is called: {@code kernel 2, row 1, column 3}. */
    public String place(int tile, int channel, int row, int column) {
        if (columns.name.equals("+")) {
            return (tiles.name.isEmpty() ? "" : tiles.name + " " + tiles.label(tile) + ", ") + rows.name + " "
                    + (row * TEN + column + 1);
        }
        List<String> words = new ArrayList<>();
        say(tiles, tile, words);
        say(channels, channel, words);
        say(rows, row, words);
        say(columns, column, words);
        return String.join(", ", words);
    }

    private static void say(Axis axis, int place, List<String> words) {
        if (!axis.name.isEmpty()) {
            words.add(axis.name + " " + axis.label(place));
        }
    }
}
