package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Phrase;
import dev.steep.data.BuiltIn;
import dev.steep.network.Loss;
import dev.steep.network.Optimizer;
import dev.steep.network.layer.Layers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A recipe while it is being read: both written forms fill it in part by part, and it keeps the notices. */
final class Draft {
    private static final int MOST_LAYERS = 64;

    private final List<String> notices;
    private final List<Choice> layers = new ArrayList<>();
    private Recipe recipe;

    Draft(Recipe start, List<String> notices) {
        this.recipe = start;
        this.notices = notices;
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
        Choice choice = Choice.read(kind, phrase, notices::add);
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
            case "data" -> recipe = recipe.withData(pick("data set", dataKinds(), recipe.data(), phrase));
            case "loss" -> recipe = recipe.withLoss(pick("loss", Loss.kinds(), recipe.loss(), phrase));
            case "optimizer" ->
                recipe = recipe.withOptimizer(pick("optimizer", Optimizer.kinds(), recipe.optimizer(), phrase));
            case "seed" -> seed(phrase);
            default -> notices.add("\"" + name + "\" is not a part of an experiment; it is ignored.");
        }
    }

    /** Appends a layer. */
    void layer(Phrase phrase) {
        List<Kind> kinds = Layers.kinds();
        Optional<Kind> known =
                kinds.stream().filter(kind -> kind.name().equals(phrase.word())).findFirst();
        if (known.isEmpty()) {
            notices.add("There is no layer \"" + phrase.word() + "\"" + Numbers.hint(phrase.word(), kinds)
                    + "; it is left out.");
        } else if (layers.size() == MOST_LAYERS) {
            notices.add("A network may have " + MOST_LAYERS + " layers here; \"" + phrase.word() + "\" is left out.");
        } else {
            layers.add(Choice.read(known.get(), phrase, notices::add));
        }
    }

    Reading done() {
        return new Reading(recipe.withLayers(layers), notices);
    }

    void notice(String sentence) {
        notices.add(sentence);
    }

    private Choice pick(String what, List<Kind> kinds, Choice preset, Phrase phrase) {
        return new Domain.Pick(() -> kinds).read(phrase, preset, what, notices::add);
    }

    private void seed(Phrase phrase) {
        Knob<Integer> seed = Presets.SEED;
        recipe = recipe.withSeed(seed.domain().read(phrase, seed.preset(), "The seed", notices::add));
    }
}
