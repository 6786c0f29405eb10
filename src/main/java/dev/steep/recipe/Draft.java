package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recipe while it is being read: both written forms fill it in part by part, and it keeps the remarks. */
final class Draft {
    private final Remarks remarks;
    private final List<Choice> layers = new ArrayList<>();
    private final Map<String, Phrase> given = new HashMap<>();
    private Recipe recipe = Recipe.PLAIN;

    Draft(Remarks remarks) {
        this.remarks = remarks;
    }

    /** Sets the part of this name. */
    void set(String name, Phrase phrase) {
        Optional<Part<?>> part = Parts.find(name).filter(found -> found.inLink() == LinkForm.NAMED);
        if (part.isPresent()) {
            set(part.get(), phrase);
        } else {
            unknown(name, phrase.toString());
        }
    }

    /** Sets a part. Of one that is given twice the last value counts. */
    <T> void set(Part<T> part, Phrase phrase) {
        Phrase earlier = given.put(part.name(), phrase);
        if (earlier != null) {
            Choice.repeated(part.name(), earlier, phrase, remarks);
        }
        T value = part.knob().domain().read(phrase, recipe.get(part), part.noun(), remarks);
        recipe = recipe.with(part, value);
    }

    /** Takes a phrase without a name: the settings of its word, or else a layer. */
    void add(Phrase phrase) {
        Optional<Part<?>> settings = Parts.find(phrase.word()).filter(found -> found.inLink() == LinkForm.BARE);
        if (settings.isPresent()) {
            set(settings.get(), phrase);
        } else {
            Domain.Many row = (Domain.Many) Parts.LAYERS.knob().domain();
            row.item(phrase, layers.size(), remarks).ifPresent(layers::add);
        }
    }

    /** Remarks on something that is no part of an experiment. */
    void unknown(String name, String value) {
        leaveOut(
                Remarks.quote(name + "=" + value),
                Remarks.quote(name) + " is not a part of an experiment" + Parts.hint(name) + ", so "
                        + Remarks.quote(name + "=" + value)
                        + " is ignored. The parts are " + Parts.names(Parts.ALL.stream()) + ".");
    }

    /** Remarks on something that is not used; {@code item} names it among others. */
    void leaveOut(String item, String sentence) {
        remarks.add(Remarks.Treatment.LEFT_OUT, item, sentence);
    }

    Remarks remarks() {
        return remarks;
    }

    Reading done() {
        if (!layers.isEmpty()) {
            Domain.Many row = (Domain.Many) Parts.LAYERS.knob().domain();
            recipe = recipe.withLayers(row.names().given(layers, remarks));
        }
        return new Reading(recipe, remarks.sentences());
    }
}
