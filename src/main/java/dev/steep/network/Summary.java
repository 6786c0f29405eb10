package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as Keras prints it: {@code model.summary()} at its usual width of 80 columns. A layer that does not fit has a
 * question mark for its shape. What layers are connected to is said where they are no mere chain.
 */
public final class Summary {
    /** Of the text in each column; a column has a space on either side, and lines in between. */
    private static final int[] CHAIN = {31, 22, 13};

    /** The same with what each layer is connected to. */
    private static final int[] GRAPH = {19, 17, 10, 17};

    /** The column whose text stands at the right. */
    private static final int COUNT = 2;

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final int BYTES_PER_NUMBER = 4;

    /** Each optimizer of Keras keeps the number of steps and the learning rate. */
    private static final int COUNTERS = 2;

    private final int[] widths;
    private final StringBuilder text = new StringBuilder();

    private Summary(int[] widths) {
        this.widths = widths;
    }

    /** The whole text; each line ends with a line feed. */
    public static String of(Plan plan) {
        return new Summary(plan.isChain() ? CHAIN : GRAPH).write(plan, 0);
    }

    /** The same once an optimizer has begun, whose own numbers are counted too. */
    public static String trained(Plan plan) {
        Choice optimizer = plan.design().optimizer();
        long own = optimizer.is(Optimizer.NADAM.kind()) ? COUNTERS + 1 : COUNTERS; // the product of its momenta
        return new Summary(plan.isChain() ? CHAIN : GRAPH)
                .write(
                        plan,
                        own
                                + plan.trainable()
                                        * Optimizer.rule(optimizer).slots().size());
    }

    /** @param optimizer how many numbers an optimizer keeps; 0 if there is none yet */
    private String write(Plan plan, long optimizer) {
        text.append(plan.isChain() ? "Model: \"sequential\"\n" : "Model: \"functional\"\n");
        rule("┏━┳┓");
        row("┃", List.of("Layer (type)", "Output Shape", "Param #", "Connected to"));
        rule(plan.layers().isEmpty() ? "┗━┻┛" : "┡━╇┩");
        if (!plan.isChain()) {
            row("│", List.of("input_layer (InputLayer)", keras(plan.design().input()), "0", "-"));
            rule("├─┼┤");
        }
        for (int i = 0; i < plan.layers().size(); i++) {
            PlannedLayer layer = plan.layers().get(i);
            row(
                    "│",
                    List.of(
                            layer.name() + " (" + layer.choice().kind().name() + ")",
                            layer.extent().map(extent -> keras(extent.output())).orElse("?"),
                            layer.extent()
                                    .map(extent -> Numbers.grouped(extent.parameters()))
                                    .orElse("?"),
                            connections(plan, layer)));
            rule(i < plan.layers().size() - 1 ? "├─┼┤" : "└─┴┘");
        }
        count("Total", plan.parameters() + optimizer);
        count("Trainable", plan.trainable());
        count("Non-trainable", plan.parameters() - plan.trainable());
        if (optimizer > 0) {
            count("Optimizer", optimizer);
        }
        return text.toString();
    }

    private static String connections(Plan plan, PlannedLayer layer) {
        return String.join(
                ", ",
                layer.inputs().stream()
                        .map(place -> (place == PlannedLayer.INPUT
                                        ? "input_layer"
                                        : plan.layers().get(place).name())
                                + "[0][0]")
                        .toList());
    }

    private static String keras(Shape shape) {
        StringBuilder text = new StringBuilder("(None");
        for (int length : shape.lengths()) {
            text.append(", ").append(length);
        }
        return text.append(")").toString();
    }

    private void count(String which, long numbers) {
        text.append(' ').append(which).append(" params: ").append(Numbers.grouped(numbers));
        text.append(" (").append(bytes(numbers * BYTES_PER_NUMBER)).append(")\n");
    }

    static String bytes(double bytes) {
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
    private void rule(String pieces) {
        for (int i = 0; i < widths.length; i++) {
            text.append(pieces.charAt(i == 0 ? 0 : 2));
            text.append(pieces.substring(1, 2).repeat(widths[i] + 2));
        }
        text.append(pieces.charAt(3)).append('\n');
    }

    /** A row of as many of these texts as there are columns. */
    private void row(String bar, List<String> cells) {
        int lines = 1;
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            columns.add(wrapped(cells.get(i), widths[i]));
            lines = Math.max(lines, columns.get(i).size());
        }
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < widths.length; i++) {
                List<String> column = columns.get(i);
                String cell = line < column.size() ? column.get(line) : "";
                String gap = " ".repeat(widths[i] - cell.length());
                text.append(bar)
                        .append(' ')
                        .append(i == COUNT ? gap + cell : cell + gap)
                        .append(' ');
            }
            text.append(bar).append('\n');
        }
    }

    /** Broken between words, or within one that is longer than a line. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : rest.indexOf(' ');
            lines.add(cut(end < 0 ? rest : rest.substring(0, end), width));
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /** A word that is too long for its column ends in an ellipsis. */
    private static String cut(String word, int width) {
        return word.length() > width ? word.substring(0, width - 1) + "…" : word;
    }
}
