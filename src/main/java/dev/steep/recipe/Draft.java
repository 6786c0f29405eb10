package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.data.generated.BuiltIn;
import dev.steep.network.layer.Layers;
import dev.steep.network.loss.Loss;
import dev.steep.network.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A recipe while it is being read: both written forms fill it in part by part, and it keeps the remarks. */
final class Draft {
    private static final int MOST_LAYERS = 64;

    private final Remarks remarks;
    private final List<Choice> layers = new ArrayList<>();
    private final Map<String, Phrase> given = new HashMap<>();
    private Recipe recipe;

    Draft(Recipe start, Remarks remarks) {
        this.recipe = start;
        this.remarks = remarks;
    }

    /** The kinds that a data choice may be of. */
    static List<Kind> dataKinds() {
        return Stream.concat(BuiltIn.kinds().stream(), Stream.of(Settings.FILE)).toList();
    }

    /** The setting of this name, such as {@code fit}. */
    static Optional<Kind> setting(String word) {
        return Stream.of(Settings.PREPARE, Settings.SPLIT, Settings.FIT)
                .filter(kind -> kind.name().equals(word))
                .findFirst();
    }

    /** Sets one of prepare, split and fit. */
    void set(Kind kind, Phrase phrase) {
        giveOnce(kind.name(), phrase);
        Choice choice = Choice.read(kind, phrase, remarks);
        if (kind == Settings.PREPARE) {
            recipe = recipe.withPrepare(choice);
        } else if (kind == Settings.SPLIT) {
            recipe = recipe.withSplit(choice);
        } else {
            recipe = recipe.withFit(choice);
        }
    }

    /** Sets the part of this name. */
    void set(String name, Phrase phrase) {
        switch (name) {
            case "data" -> recipe = recipe.withData(pick(name, "data set", dataKinds(), recipe.data(), phrase));
            case "loss" -> recipe = recipe.withLoss(pick(name, "loss", Loss.kinds(), recipe.loss(), phrase));
            case "optimizer" ->
                recipe = recipe.withOptimizer(pick(name, "optimizer", Optimizer.kinds(), recipe.optimizer(), phrase));
            case "seed" -> seed(phrase);
            default -> unknown(name, phrase.toString());
        }
    }

    /** Remarks on something that is no part of an experiment. */
    void unknown(String name, String value) {
        leaveOut(
                Remarks.quote(name + "=" + value),
                Remarks.quote(name) + " is not a part of an experiment, so " + Remarks.quote(name + "=" + value)
                        + " is ignored. The parts are data, prepare, split, layers, loss, optimizer, fit and seed.");
    }

    /** Remarks on something that is not used; {@code item} names it among others. */
    void leaveOut(String item, String sentence) {
        remarks.add(Remarks.Kind.LEFT_OUT, item, sentence);
    }

    /** Appends a layer. */
    void layer(Phrase phrase) {
        List<Kind> kinds = Layers.kinds();
        Optional<Kind> known =
                kinds.stream().filter(kind -> kind.name().equals(phrase.word())).findFirst();
        String quoted = Remarks.quote(phrase);
        if (known.isEmpty()) {
            String unknown = quoted + Numbers.hint(phrase.word(), kinds);
            leaveOut("the unknown layer " + unknown, "There is no layer " + unknown + "; it is left out.");
        } else if (layers.size() == MOST_LAYERS) {
            leaveOut(
                    "the layer " + quoted + " beyond the " + MOST_LAYERS + " that there may be",
                    "A network may have " + MOST_LAYERS + " layers here; " + quoted + " is left out.");
        } else {
            layers.add(Choice.read(known.get(), phrase, remarks));
        }
    }

    Remarks remarks() {
        return remarks;
    }

    Reading done() {
        return new Reading(recipe.withLayers(layers), remarks.sentences());
    }

    private void giveOnce(String name, Phrase phrase) {
        Phrase earlier = given.put(name, phrase);
        if (earlier != null) {
            Choice.repeated(name, earlier, phrase, remarks);
        }
    }

    private Choice pick(String name, String what, List<Kind> kinds, Choice preset, Phrase phrase) {
        giveOnce(name, phrase);
        return new Domain.Pick(() -> kinds).read(phrase, preset, what, remarks);
    }

    private void seed(Phrase phrase) {
        giveOnce("seed", phrase);
        Knob<Integer> seed = Presets.SEED;
        recipe = recipe.withSeed(seed.domain().read(phrase, seed.preset(), "The seed", remarks));
    }
}
