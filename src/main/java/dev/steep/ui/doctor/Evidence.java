package dev.steep.ui.doctor;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.Look;
import dev.steep.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a check may judge by.
 *
 * @param epochs of the run so far, all of its recipe
 * @param readings of numbers inside of the network, oldest first, at most one for each epoch; of a fast training, few epochs have one
 * @param data the answers to what was asked once about the data
 */
record Evidence(
        Recipe recipe,
        DataFacts facts,
        List<LayerFacts> layers,
        List<EpochLog> epochs,
        List<Reading> readings,
        Map<Look, float[]> data) {
    private static final float[] NOTHING = {};
    private static final int FEWEST_STEPS = 100;
    private static final double LEARNED = 0.1;

    /** Numbers inside of the network after so many epochs. */
    record Reading(int epoch, Map<Look, float[]> numbers) {
        /** The answer to this look; empty if there is none. */
        float[] of(Look look) {
            return numbers.getOrDefault(look, NOTHING);
        }
    }

    /** Of losses alone. */
    static Evidence of(Recipe recipe, List<EpochLog> epochs) {
        return new Evidence(recipe, DataFacts.NONE, List.of(), epochs, List.of(), Map.of());
    }

    /** So many of the last readings, or all if there are fewer, oldest first: a fast training has few. */
    List<Reading> last(int count) {
        int size = readings.size();
        return readings.subList(Math.max(0, size - count), size);
    }

    /** The last reading, of which there must be one. */
    Reading latest() {
        return readings.get(readings.size() - 1);
    }

    /** The answer to what was asked once; empty if it is not known. */
    float[] once(Look look) {
        return data.getOrDefault(look, NOTHING);
    }

    /** The places of the layers that learn and whose weights are in a kernel, first to last. */
    List<Integer> learning() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (!layers.get(i).kernel().isEmpty() && layers.get(i).trainable() > 0) {
                places.add(i);
            }
        }
        return places;
    }

    /** Whether the training loss came down to a tenth of what it was after the first epoch: what little it moves from there matters little. */
    boolean learned() {
        return !epochs.isEmpty()
                && epochs.get(epochs.size() - 1).loss()
                        < LEARNED * epochs.get(0).loss();
    }

    /** Whether the training loss falls steadily, however slowly: it fell in at least two of three epochs. */
    boolean falls() {
        int falls = 0;
        for (int i = 1; i < epochs.size(); i++) {
            falls += epochs.get(i).loss() < epochs.get(i - 1).loss() ? 1 : 0;
        }
        return 3 * falls >= 2 * (epochs.size() - 1);
    }

    /** The same evidence without the first half of the epochs, or with so many of the last ones. */
    Evidence late(int count) {
        int size = epochs.size();
        List<EpochLog> last = epochs.subList(Math.max(0, Math.min(size / 2, size - count)), size);
        return new Evidence(recipe, facts, layers, last, readings, data);
    }

    /** Whether there are so many epochs, of a hundred steps and more, and in none the training loss came below this share of that after the first. */
    boolean stands(int count, double share) {
        return epochs.size() >= count
                && epochs.get(epochs.size() - 1).step() >= FEWEST_STEPS
                && epochs.get(0).loss() > 0
                && epochs.stream()
                        .allMatch(each -> each.loss() > share * epochs.get(0).loss());
    }
}
