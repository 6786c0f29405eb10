package dev.steep.recipe;

import dev.steep.math.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * How fast training is meant to be watched. A pace decides when steps are done, and nothing of what they compute: every pace gives the
 * same numbers to the last bit.
 */
public enum Pace {
    /** A person can watch what each epoch changes; 100 epochs of a plane take less than a minute. */
    SLOW("slow", "Slow", 100, 4),
    /** Fast, but still to be followed: 100 epochs of a plane take some seconds. */
    NORMAL("normal", "Normal", 600, 20),
    /** As fast as the machine can. */
    FULL("full", "Full speed", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** What a recipe says where it leaves the pace to the data. */
    static final String AUTO = "auto";

    private final String word;
    private final String label;
    private final double steps;
    private final double epochs;

    /**
     * @param steps in a second, at most
     * @param epochs in a second, at most
     */
    Pace(String word, String label, double steps, double epochs) {
        this.word = word;
        this.label = label;
        this.steps = steps;
        this.epochs = epochs;
    }

    /** As recipes write it. */
    public String word() {
        return word;
    }

    /** As the page says it. */
    public String label() {
        return label;
    }

    /** All that a recipe may say. */
    static List<String> words() {
        return List.of(AUTO, SLOW.word, NORMAL.word, FULL.word);
    }

    /**
     * The pace of an experiment. One that leaves it to the data is slow where a sample is one or two numbers: such networks are there to
     * be watched, and train in a blink.
     *
     * @param sample the shape of a sample
     */
    public static Pace of(Recipe recipe, Shape sample) {
        String said = recipe.get(Parts.PACE);
        return Arrays.stream(values())
                .filter(pace -> pace.word.equals(said))
                .findFirst()
                .orElseGet(() -> usual(sample));
    }

    private static Pace usual(Shape sample) {
        return sample.rank() == 1 && sample.size() <= 2 ? SLOW : FULL;
    }

    /** The recipe with this pace; where that is what the data ask for, it says nothing of it. */
    public Recipe in(Recipe recipe, Shape sample) {
        return recipe.with(Parts.PACE, this == usual(sample) ? AUTO : word);
    }

    /** Milliseconds from one step to the next, at least. */
    public double interval(int stepsPerEpoch) {
        return 1000 / Math.min(steps, epochs * Math.max(1, stepsPerEpoch));
    }
}
