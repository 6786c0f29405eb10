package dev.steep.protocol;

import java.util.Locale;

/**
 * Something that a panel wants to see. Each wish is answered by one array of numbers.
 *
 * @param what which numbers
 * @param name the tensor's name; empty for the others
 * @param parameters numbers that go with it
 */
public record Wish(What what, String name, double[] parameters) {
    /** Which numbers a wish is for. */
    public enum What {
        /** A tensor; of a layer's output, that for the chosen sample. */
        TENSOR,
        /** Four numbers for each of some samples: row, true class or number, predicted one, and the prediction's probability. */
        PREDICTIONS,
        /** The network's outputs on a grid over the plane of two inputs, row after row from low y, or over a line. */
        GRID,
        /** Classes × classes counts over the validation part: row is the true class, column the predicted one. */
        CONFUSION
    }

    /** A tensor by name. */
    public static Wish tensor(String name) {
        return new Wish(What.TENSOR, name, new double[0]);
    }

    /** Predictions for samples {@code from} to {@code from + count - 1} of a part. */
    public static Wish predictions(DataPart part, int from, int count) {
        return new Wish(What.PREDICTIONS, "", new double[] {part.ordinal(), from, count});
    }

    /** Outputs at columns × rows points, the corners included; raw coordinates, before preparation. */
    public static Wish grid(double x0, double x1, int columns, double y0, double y1, int rows) {
        return new Wish(What.GRID, "", new double[] {x0, x1, columns, y0, y1, rows});
    }

    /** The confusion matrix. */
    public static Wish confusion() {
        return new Wish(What.CONFUSION, "", new double[0]);
    }

    /** As an attribute of the element that draws it: {@code tensor dense/kernel}, {@code grid 0.0 1.0 60.0 0.0 1.0 60.0}. */
    public String words() {
        StringBuilder words = new StringBuilder(what.name().toLowerCase(Locale.ROOT));
        words.append(name.isEmpty() ? "" : " ").append(name);
        for (double parameter : parameters) {
            words.append(' ').append(parameter);
        }
        return words.toString();
    }

    void pack(Packer to) {
        to.number(what.ordinal()).word(name).doubles(parameters);
    }

    static Wish unpack(Unpacker from) {
        return new Wish(What.values()[from.whole()], from.word(), from.doubles());
    }
}
