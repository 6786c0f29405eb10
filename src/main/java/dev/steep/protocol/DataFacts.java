package dev.steep.protocol;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.List;

/**
 * What the page knows of the data set.
 *
 * @param name what a person calls it; empty if there is none yet, because a link asks for a file of one's own
 * @param shape of one sample; empty if there is no data set
 * @param classes names of the classes; empty for regression
 * @param targets names of the numbers to predict; empty for classes
 * @param features names of a table's columns or a point's coordinates; empty for images
 * @param inputs names of what the network is given: the features, then those that are made from them; empty where features have no names
 * @param ranges lowest and highest raw value of each feature outside of the test part, by turns; for images one pair for all pixels
 * @param parts how many samples train, validate and test
 * @param test what tells this test part from others: equal numbers mean the same samples; 0 if there is none
 * @param testOpened how often it was opened while this worker lives
 * @param columns a table's columns, any of which may be predicted; empty if there is no such choice
 * @param answers for each of these columns, how many classes it has; 0 if it is numbers that are predicted, -1 if it cannot be predicted
 * @param label the column that is predicted; empty if there is no such choice
 * @param kept the columns that have gaps in rows that are samples: preparation fills them
 * @param reconstructs whether the network is to answer with its own input, so that classes and targets are only known of the samples
 */
public record DataFacts(
        String name,
        int[] shape,
        List<String> classes,
        List<String> targets,
        List<String> features,
        List<String> inputs,
        double[] ranges,
        int[] parts,
        int test,
        int testOpened,
        List<String> columns,
        int[] answers,
        String label,
        List<String> kept,
        boolean reconstructs) {
    /** No data set. */
    public static final DataFacts NONE = new DataFacts(
            "",
            new int[0],
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new double[0],
            new int[3],
            0,
            0,
            List.of(),
            new int[0],
            "",
            List.of(),
            false);

    /** Whether a sample is an image: height × width × channels. */
    public boolean image() {
        return shape.length == 3;
    }

    /** Names of the classes of which the network is to say one; empty where it is asked for something else. */
    public List<String> askedClasses() {
        return reconstructs ? List.of() : classes;
    }

    /** Names of the numbers that the network is to say; empty where it is asked for something else. */
    public List<String> askedNumbers() {
        return reconstructs ? List.of() : targets;
    }

    /** Whether features are made from those of the samples. */
    public boolean made() {
        return inputs.size() > features.size();
    }

    /** The lengths of what the network is given. */
    public int[] inputShape() {
        return made() ? new int[] {inputs.size()} : shape;
    }

    /** Whether a sample is a series: steps × channels. */
    public boolean series() {
        return shape.length == 2;
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
        to.word(name).ints(shape).words(classes).words(targets).words(features).words(inputs);
        to.doubles(ranges)
                .ints(parts)
                .number(test)
                .number(testOpened)
                .words(columns)
                .ints(answers)
                .word(label)
                .words(kept)
                .flag(reconstructs);
    }

    static DataFacts unpack(Unpacker from) {
        return new DataFacts(
                from.word(),
                from.ints(),
                from.words(),
                from.words(),
                from.words(),
                from.words(),
                from.doubles(),
                from.ints(),
                from.whole(),
                from.whole(),
                from.words(),
                from.ints(),
                from.word(),
                from.words(),
                from.flag());
    }
}
