package dev.steep.ui.results;

import java.util.Locale;
import java.util.StringTokenizer;

/**
 * A named value of the tape, as the page knows it.
 *
 * @param name as in scripts: {@code dense/kernel/gradient}
 * @param role parameter, state, slot, input, scalar, activation, mask or gradient
 * @param shape without the batch
 * @param batched whether there is one for each sample
 */
record TensorFacts(String name, String role, int[] shape, boolean batched) {
    /** How many numbers it has. */
    int size() {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }

    /** Whether it has all of some words in its name or role. */
    boolean matches(String search) {
        String text = name + " " + role;
        StringTokenizer words = new StringTokenizer(search.toLowerCase(Locale.ROOT));
        while (words.hasMoreTokens()) {
            if (!text.contains(words.nextToken())) {
                return false;
            }
        }
        return true;
    }

    /** What its numbers are, in a sentence. */
    String about() {
        return switch (role) {
            case "parameter" -> "A weight: training changes it by its gradient.";
            case "state" -> "A state: its layer changes it in training, without a gradient.";
            case "slot" -> "What the optimizer remembers of a parameter from step to step.";
            case "gradient" ->
                "How the loss of the last batch changes with each number"
                        + (batched ? "; of the first sample in it." : ".");
            case "mask" ->
                "Random numbers of the last training step" + (batched ? "; of the first sample in it." : ".");
            case "scalar" -> "One number that is set before each batch.";
            case "input" -> "What the network is given.";
            default -> "What a step computes.";
        };
    }
}
