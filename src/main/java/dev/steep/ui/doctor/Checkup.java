package dev.steep.ui.doctor;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.Look;
import dev.steep.recipe.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What checks have to see of an experiment, and what was seen of it. */
final class Checkup {
    /** Of more readings, the first and the last ones are kept. */
    private static final int MOST = 24;

    private final Recipe recipe;
    private final DataFacts facts;
    private final List<LayerFacts> layers;
    private final List<Evidence.Reading> readings = new ArrayList<>();
    private final Map<Look, float[]> data = new HashMap<>();

    Checkup(Recipe recipe, DataFacts facts, List<LayerFacts> layers) {
        this.recipe = recipe;
        this.facts = facts;
        this.layers = layers;
    }

    /** What is known, beside these epochs. */
    Evidence evidence(List<EpochLog> epochs) {
        return new Evidence(recipe, facts, layers, epochs, readings, data);
    }

    /** What to look at after an epoch; each once, though several checks ask for it. */
    List<Look> looks() {
        LinkedHashSet<Look> looks = new LinkedHashSet<>();
        Check.ALL.forEach(check -> looks.addAll(check.looks(evidence(List.of()))));
        return List.copyOf(looks);
    }

    /** What of the data to ask for that is not known yet. */
    List<Look> once() {
        LinkedHashSet<Look> looks = new LinkedHashSet<>();
        Check.ALL.forEach(check -> looks.addAll(check.once(evidence(List.of()))));
        looks.removeAll(data.keySet());
        return List.copyOf(looks);
    }

    /** Takes the answer to one that was asked {@link #once}. */
    void known(Look look, float[] numbers) {
        data.put(look, numbers);
    }

    /** Whether there is no answer of this epoch yet. */
    boolean wants(int epoch) {
        return readings.isEmpty() || readings.get(readings.size() - 1).epoch() < epoch;
    }

    /** Takes the answers to {@link #looks}, unless there are some of this epoch already; returns whether it did. */
    boolean read(int epoch, List<Look> looks, List<float[]> numbers) {
        if (!wants(epoch)) {
            return false;
        }
        Map<Look, float[]> all = new LinkedHashMap<>();
        for (int i = 0; i < looks.size() && i < numbers.size(); i++) {
            all.put(looks.get(i), numbers.get(i));
        }
        readings.add(new Evidence.Reading(epoch, all));
        if (readings.size() > MOST) {
            readings.remove(1);
        }
        return true;
    }

    /** Another run begins: what was seen inside was of the last one. */
    void forget() {
        readings.clear();
    }
}
