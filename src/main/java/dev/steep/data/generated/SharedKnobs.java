package dev.steep.data.generated;

import dev.steep.catalog.Knob;

/** What can be set for every built-in data set; each set has its own defaults. */
public final class SharedKnobs {
    /** How many samples are made. A smaller set is the beginning of a larger one. */
    public static final Knob<Integer> SIZE = Knob.whole("size", 500, 10, 20_000, "How many samples are made.");

    /** How far points stray, in their own units. */
    public static final Knob<Double> NOISE =
            Knob.real("noise", 0.1, 0, 0.5, "How far samples stray from the pattern; 0 makes it exact.");

    private SharedKnobs() {}
}
