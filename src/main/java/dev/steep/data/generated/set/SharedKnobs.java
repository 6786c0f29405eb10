package dev.steep.data.generated.set;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;

/** What can be set for every built-in data set; each set has its own defaults. */
public final class SharedKnobs {
    /** How many samples are made. A smaller set is the beginning of a larger one. */
    public static final Knob<Integer> SIZE = Knob.whole("size", 500, 10, 20_000, "How many samples are made.");

    /** How far points stray, in their own units. */
    public static final Knob<Double> NOISE =
            Knob.real("noise", 0.1, 0, 0.5, "How far samples stray from the pattern; 0 makes it exact.");

    private SharedKnobs() {}

    /** Both as variables of a Python script. */
    public static String inKeras(Choice choice, Python script) {
        script.note("Made like the lab's samples, by other random numbers.");
        return "size, noise = " + script.value(choice.get(SIZE)) + ", " + script.value(choice.get(NOISE)) + "\n";
    }
}
