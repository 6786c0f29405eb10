package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.ItemNames;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.NameReader;
import dev.steep.data.generated.BuiltIn;
import dev.steep.network.LayerNames;
import dev.steep.network.Layers;
import dev.steep.network.callback.Callback;
import dev.steep.network.loss.Loss;
import dev.steep.network.metric.Metric;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.recipe.Part.Changes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a recipe, in the order in which links write them. To add one, declare it and add it to {@link #ALL}: both
 * written forms, paths and the tests follow. The defaults are what a link of version 1 means where it says nothing, and
 * never change: old links depend on them.
 */
public final class Parts {
    public static final Part<Choice> DATA = Part.pick(
                    "data", "data set", BuiltIn.DIGITS.kind(), Parts::dataKinds, Changes.SAMPLES)
            .always()
            .inObject(ObjectForm.data());

    public static final Part<Choice> PREPARE =
            Part.settings(Settings.PREPARE, "{\"scale\": \"unit\"}", Changes.SAMPLES);

    public static final Part<Choice> SPLIT = Part.settings(Settings.SPLIT, "{\"validation\": 0.2}", Changes.SAMPLES);

    public static final Part<List<Choice>> LAYERS = Part.list(
                    "layers",
                    new Domain.Many(
                            Layers::kinds, "layer", 64, "A network may have 64 layers here", false, new LayerNames()),
                    "The layers of the network, from input to output.",
                    Changes.NETWORK)
            .inLink(LinkForm.ROW);

    public static final Part<Choice> LOSS = Part.pick(
                    "loss", "loss", Loss.CATEGORICAL_CROSSENTROPY.kind(), Loss::kinds, Changes.NETWORK)
            .within("compile");

    public static final Part<Choice> OPTIMIZER = Part.pick(
                    "optimizer", "optimizer", Optimizer.ADAM.kind(), Optimizer::kinds, Changes.NETWORK)
            .within("compile");

    /** What is measured beside the loss and, of classes, the accuracy. */
    public static final Part<List<Choice>> METRICS = Part.list(
                    "metrics",
                    new Domain.Many(
                            Metric::kinds, "metric", 12, "There may be 12 metrics here", true, ItemNames.numbered()),
                    "What is measured beside loss and accuracy.",
                    Changes.RUN)
            .whileTraining()
            .within("compile");

    public static final Part<Choice> FIT = Part.settings(Settings.FIT, "{\"epochs\": 20}", Changes.RUN);

    /** What has a say after each epoch. */
    public static final Part<List<Choice>> CALLBACKS = Part.list(
                    "callbacks",
                    new Domain.Many(
                            Callback::kinds,
                            "callback",
                            8,
                            "There may be 8 callbacks here",
                            true,
                            ItemNames.numbered()),
                    "What is done after each epoch: stop training, change its learning rate, keep the network, write a table.",
                    Changes.RUN)
            .whileTraining()
            .within(Settings.FIT.name());

    /** Decides every random number of an experiment. */
    public static final Part<Integer> SEED = Part.value(
            Knob.whole(
                    "seed",
                    42,
                    0,
                    999_999_999,
                    "Decides every random number: the same seed gives the same run, bit for bit."),
            "The seed",
            Changes.SAMPLES);

    /** How fast training is meant to be watched; changes no number. */
    public static final Part<String> PACE = Part.value(Settings.PACE, "The pace", Changes.NOTHING);

    /** Samples that were removed or relabelled by hand: {@link SampleEdits}. */
    public static final Part<String> EDITS = Part.value(
            Knob.text(
                    "edits",
                    "",
                    SampleEdits.LONGEST,
                    "Samples changed by hand, by their rows in the data set: 3,17-20,5=2 removes rows 3 and 17 to 20, and gives row 5 class 2."),
            "The edits",
            Changes.SAMPLES);

    /** All of them. */
    public static final List<Part<?>> ALL =
            List.of(DATA, PREPARE, SPLIT, LAYERS, LOSS, OPTIMIZER, METRICS, FIT, CALLBACKS, SEED, PACE, EDITS);

    /** A recipe is a pick of this kind. */
    static final Kind RECIPE = new Kind(
            "recipe",
            "Experiment",
            "A whole experiment.",
            ALL.stream().<Knob<?>>map(Part::knob).toList());

    private Parts() {}

    /** The part of this name. */
    static Optional<Part<?>> find(String name) {
        return ALL.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** {@code " (did you mean optimizer?)"} if a part has nearly this name, else nothing. */
    static String hint(String name) {
        return NameReader.hintOf(name, ALL.stream().<String>map(Part::name).toList());
    }

    /** Names of these parts, for a sentence: {@code loss, optimizer and seed}. */
    static String names(Stream<Part<?>> parts) {
        List<String> names = parts.map(Part::name).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The kinds that a data choice may be of. */
    private static List<Kind> dataKinds() {
        return Stream.concat(BuiltIn.kinds().stream(), Settings.FILES.stream()).toList();
    }
}
