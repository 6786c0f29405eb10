package dev.steep.protocol.look;

/** What looks at the reasons of a prediction have in common. */
public final class Explained {
    /** In place of a class: the one that the network says. */
    public static final int SAID = -1;

    /** In place of a class: the true one; of a drawing, there is none. */
    public static final int TRUE = -2;

    /** What {@link Look.Source#meant} says where there is no such class. */
    public static final int NONE = -1;

    /** Milliseconds from one picture to the next while training. */
    static final double SELDOM = 2000;

    /** The tensor that the network is given. */
    static final String INPUT = "input";

    private Explained() {}

    /**
     * What an answer says of a class: its own number; where a single one tells two classes apart, that of the second, and what is missing
     * to 1 of the first.
     *
     * @param outputs holds the answer
     * @param from where it begins
     * @param width how many numbers it has
     */
    public static float probability(float[] outputs, int from, int width, int target) {
        return width > 1 ? outputs[from + target] : target == 0 ? 1 - outputs[from] : outputs[from];
    }
}
