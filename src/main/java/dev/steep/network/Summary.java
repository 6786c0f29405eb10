package dev.steep.network;

import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as Keras prints it: {@code model.summary()} at its usual width of 80 columns. A layer that does not fit has a
 * question mark for its shape.
 */
public final class Summary {
    /** Of the text in each column; a column has a space on either side, and lines in between. */
    private static final int[] WIDTHS = {31, 22, 13};

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final int BYTES_PER_NUMBER = 4;

    private Summary() {}

    /** The whole text; each line ends with a line feed. */
    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder("Model: \"sequential\"\n");
        rule(text, "┏━┳┓");
        row(text, "┃", "Layer (type)", "Output Shape", "Param #");
        rule(text, plan.layers().isEmpty() ? "┗━┻┛" : "┡━╇┩");
        for (int i = 0; i < plan.layers().size(); i++) {
            PlannedLayer layer = plan.layers().get(i);
            row(
                    text,
                    "│",
                    layer.name() + " (" + layer.choice().kind().name() + ")",
                    layer.extent().map(extent -> keras(extent.output())).orElse("?"),
                    layer.extent()
                            .map(extent -> Numbers.grouped(extent.parameters()))
                            .orElse("?"));
            rule(text, i < plan.layers().size() - 1 ? "├─┼┤" : "└─┴┘");
        }
        count(text, "Total", plan.parameters());
        count(text, "Trainable", plan.trainable());
        count(text, "Non-trainable", plan.parameters() - plan.trainable());
        return text.toString();
    }

    private static String keras(Shape shape) {
        StringBuilder text = new StringBuilder("(None");
        for (int length : shape.lengths()) {
            text.append(", ").append(length);
        }
        return text.append(")").toString();
    }

    private static void count(StringBuilder text, String which, long numbers) {
        text.append(' ').append(which).append(" params: ").append(Numbers.grouped(numbers));
        text.append(" (").append(bytes(numbers * BYTES_PER_NUMBER)).append(")\n");
    }

    private static String bytes(double bytes) {
        int unit = 0;
        double size = bytes;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        long hundredths = (long) Math.rint(size * 100);
        String decimals = "" + (100 + hundredths % 100);
        return hundredths / 100 + "." + decimals.substring(1) + " " + UNITS[unit];
    }

    /** A horizontal line, from its left end, stroke, crossing and right end. */
    private static void rule(StringBuilder text, String pieces) {
        for (int i = 0; i < WIDTHS.length; i++) {
            text.append(pieces.charAt(i == 0 ? 0 : 2));
            text.append(pieces.substring(1, 2).repeat(WIDTHS[i] + 2));
        }
        text.append(pieces.charAt(3)).append('\n');
    }

    private static void row(StringBuilder text, String bar, String name, String shape, String count) {
        List<String> names = wrapped(name, WIDTHS[0]);
        List<String> shapes = wrapped(shape, WIDTHS[1]);
        for (int i = 0; i < Math.max(names.size(), shapes.size()); i++) {
            String number = i == 0 ? count : "";
            text.append(bar).append(' ').append(padded(i < names.size() ? names.get(i) : "", WIDTHS[0]));
            text.append(' ').append(bar).append(' ').append(padded(i < shapes.size() ? shapes.get(i) : "", WIDTHS[1]));
            text.append(' ').append(bar).append(' ');
            text.append(" ".repeat(WIDTHS[2] - number.length())).append(number);
            text.append(' ').append(bar).append('\n');
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** Broken between words, or within one that is longer than a line. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            lines.add(rest.substring(0, space > 0 ? space : width));
            rest = rest.substring(space > 0 ? space + 1 : width);
        }
        lines.add(rest);
        return lines;
    }
}
