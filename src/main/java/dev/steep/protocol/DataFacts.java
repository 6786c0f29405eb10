package dev.steep.protocol;

import java.util.List;

/**
 * What the page knows of the data set.
 *
 * @param name what a person calls it; empty if there is none yet, because a link asks for a file of one's own
 * @param shape of one sample; empty if there is no data set
 * @param classes names of the classes; empty for regression
 * @param targets names of the numbers to predict; empty for classes
 * @param features names of a table's columns or a point's coordinates; empty for images
 * @param ranges lowest and highest raw value of each feature, by turns; for images one pair for all pixels
 * @param parts how many samples train, validate and test
 * @param columns a table's columns, any of which may be predicted; empty if there is no such choice
 * @param label the column that is predicted; empty if there is no such choice
 */
public record DataFacts(
        String name,
        int[] shape,
        List<String> classes,
        List<String> targets,
        List<String> features,
        double[] ranges,
        int[] parts,
        List<String> columns,
        String label) {
    /** No data set. */
    public static final DataFacts NONE =
            new DataFacts("", new int[0], List.of(), List.of(), List.of(), new double[0], new int[3], List.of(), "");

    /** Whether a sample is an image: height × width × channels. */
    public boolean image() {
        return shape.length == 3;
    }

    /** How many numbers one sample has. */
    public int size() {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return shape.length == 0 ? 0 : size;
    }

    void pack(Packer to) {
        to.word(name).ints(shape).words(classes).words(targets).words(features);
        to.doubles(ranges).ints(parts).words(columns).word(label);
    }

    static DataFacts unpack(Unpacker from) {
        return new DataFacts(
                from.word(),
                from.ints(),
                from.words(),
                from.words(),
                from.words(),
                from.doubles(),
                from.ints(),
                from.words(),
                from.word());
    }
}
