package dev.steep.worker.experiment;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.data.Target;
import dev.steep.engine.Backend;
import dev.steep.engine.Budget;
import dev.steep.engine.Need;
import dev.steep.network.Layers;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.activation.Activation;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.core.Dense;
import dev.steep.network.layer.core.Flatten;
import dev.steep.network.loss.Loss;
import dev.steep.network.weight.Initializer;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * What a network that is too large can be changed to: fewer samples at a time, else smaller layers, else a small network. Each
 * remedy has been counted as the network itself was, so that it fits for certain.
 */
final class SizeRepairs {
    /** A smaller network is trained with batches of no more than this. */
    private static final int USUAL_BATCH = 32;

    /** Sizes that are tried are powers of two up to this. */
    private static final int LARGEST = 10;

    private final Recipe recipe;
    private final PreparedData material;
    private final Model model;
    private final Backend backend;
    private final Need.Resource part;
    private long most = Budget.BYTES;

    /**
     * A recipe that fits.
     *
     * @param offer what it changes, in a few words
     * @param sentence what it changes, and what it then needs
     */
    record Remedy(Recipe recipe, String offer, String sentence) {}

    /** @param part what is too much */
    SizeRepairs(Recipe recipe, PreparedData material, Model model, Backend backend, Need.Resource part) {
        this.recipe = recipe;
        this.material = material;
        this.model = model;
        this.backend = backend;
        this.part = part;
    }

    /** With at most half of the memory that the recipe asks for. */
    SizeRepairs halved() {
        most = need(model, recipe).bytes() / 2;
        return this;
    }

    /** The one that changes least. */
    Optional<Remedy> best() {
        int largest =
                Need.largest(model, ResourceCheck.batch(recipe, material), part).layer();
        return smallerBatch()
                .or(this::quickerStart)
                .or(() -> smallerLayers(List.of(largest)))
                .or(() -> smallerLayers(places()))
                .or(this::small);
    }

    private Optional<Remedy> smallerBatch() {
        int batch = ResourceCheck.batch(recipe, material);
        IntFunction<Recipe> with = size -> recipe.withFit(recipe.fit().with(Settings.BATCH_SIZE, size));
        return largest(exponent -> 1 << exponent < batch && fits(need(model, with.apply(1 << exponent))))
                .map(size -> remedy(model, with.apply(size), "Batch size " + size));
    }

    /** Orthogonal weights take long to draw. */
    private Optional<Remedy> quickerStart() {
        List<String> changed = new ArrayList<>();
        List<Choice> layers = new ArrayList<>();
        for (int i = 0; i < recipe.layers().size(); i++) {
            Choice layer = recipe.layers().get(i);
            boolean slow = layer.kind().knob(Neurons.KERNEL_INITIALIZER.name()).isPresent()
                    && layer.get(Neurons.KERNEL_INITIALIZER).is(Initializer.ORTHOGONAL.kind());
            layers.add(
                    slow
                            ? layer.with(
                                    Neurons.KERNEL_INITIALIZER,
                                    Initializer.GLOROT_UNIFORM.kind().choice())
                            : layer);
            if (slow) {
                changed.add(name(i));
            }
        }
        return changed.isEmpty()
                ? Optional.empty()
                : fitting(recipe.withLayers(layers), "glorot_uniform for " + String.join(" and ", changed));
    }

    /** Layers of these places with at most so many filters or units; the last one must give what the data asks for. */
    private Optional<Remedy> smallerLayers(List<Integer> places) {
        List<Integer> all = places();
        List<Integer> able = all.subList(0, Math.max(0, all.size() - 1)).stream()
                .filter(places::contains)
                .toList();
        if (able.isEmpty()) {
            return Optional.empty();
        }
        IntFunction<Recipe> with = size -> capped(able, size);
        return largest(exponent -> {
                    Recipe smaller = with.apply(1 << exponent);
                    return !smaller.equals(recipe) && fits(smaller);
                })
                .flatMap(size -> fitting(with.apply(size), words(able, size)));
    }

    private String words(List<Integer> places, int size) {
        Recipe smaller = capped(places, size);
        String what = places.size() > 1
                ? "At most " + size + " filters or units in each layer"
                : Numbers.count(size, noun(places.get(0))) + " in " + name(places.get(0));
        boolean same = smaller.fit().equals(recipe.fit());
        return what + (same ? "" : " and batch size " + smaller.fit().get(Settings.BATCH_SIZE));
    }

    private Recipe capped(List<Integer> places, int most) {
        List<Choice> layers = new ArrayList<>(recipe.layers());
        for (int place : places) {
            Choice layer = layers.get(place);
            Knob<Integer> size = size(place).orElseThrow();
            layers.set(place, layer.with(size, Math.min(most, layer.get(size))));
        }
        return usualBatch(recipe.withLayers(layers));
    }

    private Recipe usualBatch(Recipe other) {
        int batch = Math.min(USUAL_BATCH, other.fit().get(Settings.BATCH_SIZE));
        return other.withFit(other.fit().with(Settings.BATCH_SIZE, batch));
    }

    /** Places of layers with weights, of which the last gives the answer. */
    private List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < recipe.layers().size(); i++) {
            if (size(i).isPresent()) {
                places.add(i);
            }
        }
        return places;
    }

    /** {@code filter} for the knob filters. */
    private String noun(int place) {
        String plural = size(place).orElseThrow().name();
        return plural.substring(0, plural.length() - 1);
    }

    private Optional<Knob<Integer>> size(int place) {
        return Layers.of(recipe.layers().get(place)).size();
    }

    /** One layer of neurons. */
    private Optional<Remedy> small() {
        if (material.reconstructs()) {
            return Optional.empty();
        }
        boolean classes = material.data().y() instanceof Target.Classes;
        Choice answer = Dense.KIND
                .choice()
                .with(Dense.UNITS, material.task().width())
                .with(
                        Neurons.ACTIVATION,
                        (classes ? Activation.SOFTMAX : Activation.LINEAR)
                                .kind()
                                .choice());
        List<Choice> layers =
                material.data().shape().rank() > 1 ? List.of(Flatten.KIND.choice(), answer) : List.of(answer);
        Loss loss = classes ? Loss.CATEGORICAL_CROSSENTROPY : Loss.MEAN_SQUARED_ERROR;
        return fitting(
                usualBatch(recipe.withLayers(layers).withLoss(loss.kind().choice())), "A single layer, " + answer);
    }

    /** The largest power of two that will do, if the smaller the better. */
    private static Optional<Integer> largest(IntPredicate does) {
        int low = -1;
        int high = LARGEST;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (does.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low < 0 ? Optional.empty() : Optional.of(1 << low);
    }

    private Optional<Remedy> fitting(Recipe other, String what) {
        return model(other).filter(changed -> fits(need(changed, other))).map(changed -> remedy(changed, other, what));
    }

    private Remedy remedy(Model changed, Recipe other, String what) {
        return new Remedy(
                other,
                what,
                what + (what.indexOf(',') < 0 ? " " : ", ") + ResourceCheck.amount(need(changed, other), part) + ".");
    }

    private boolean fits(Recipe other) {
        return model(other).filter(each -> fits(need(each, other))).isPresent();
    }

    private boolean fits(Need need) {
        return need.excess().isEmpty() && need.bytes() <= most;
    }

    private Optional<Model> model(Recipe other) {
        return Optional.of(Plan.of(Experiment.design(other, material)))
                .filter(Plan::sound)
                .map(Model::of);
    }

    private Need need(Model of, Recipe other) {
        return Need.of(of, material.supply(other), ResourceCheck.batch(other, material), backend);
    }

    private String name(int place) {
        return model.layers().get(place).planned().name();
    }
}
