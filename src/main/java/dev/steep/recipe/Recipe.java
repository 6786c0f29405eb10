package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.network.loss.Loss;
import dev.steep.recipe.Part.Changes;
import java.util.List;

/**
 * A whole experiment: which data, how it is prepared and split, which layers, and how they are trained. Two equal
 * recipes give the same numbers to the last bit. Immutable.
 *
 * @param parts a pick whose knobs are the {@link Parts}
 */
public record Recipe(Choice parts) {
    /** What a link of version 1 means where it says nothing. */
    public static final Recipe PLAIN = new Recipe(Parts.RECIPE.choice());

    /** The value of a part. */
    public <T> T get(Part<T> part) {
        return parts.get(part.knob());
    }

    /** The same recipe with another value of a part. */
    public <T> Recipe with(Part<T> part, T value) {
        return new Recipe(parts.with(part.knob(), value));
    }

    /** A built-in data set, or one of {@link Settings#FILES}. */
    public Choice data() {
        return get(Parts.DATA);
    }

    /** Whether the data come from the student's own files, which a link cannot carry. */
    public boolean usesFiles() {
        return Settings.isFile(data());
    }

    /** Of kind {@link Settings#PREPARE}. */
    public Choice prepare() {
        return get(Parts.PREPARE);
    }

    /** Of kind {@link Settings#SPLIT}. */
    public Choice split() {
        return get(Parts.SPLIT);
    }

    /** From input to output. */
    public List<Choice> layers() {
        return get(Parts.LAYERS);
    }

    /** What training makes small. */
    public Choice loss() {
        return get(Parts.LOSS);
    }

    /** How it does so. */
    public Choice optimizer() {
        return get(Parts.OPTIMIZER);
    }

    /** What is measured beside the loss and, of classes, the accuracy. */
    public List<Choice> metrics() {
        return get(Parts.METRICS);
    }

    /** Whether the network's numbers are logits, to which the loss applies softmax or sigmoid itself. */
    public boolean givesLogits() {
        return Loss.of(loss()).isOfLogits(loss());
    }

    /** Of kind {@link Settings#FIT}. */
    public Choice fit() {
        return get(Parts.FIT);
    }

    /** What has a say after each epoch. */
    public List<Choice> callbacks() {
        return get(Parts.CALLBACKS);
    }

    /** Decides every random number. */
    public int seed() {
        return get(Parts.SEED);
    }

    public Recipe withData(Choice other) {
        return with(Parts.DATA, other);
    }

    public Recipe withPrepare(Choice other) {
        return with(Parts.PREPARE, other);
    }

    public Recipe withSplit(Choice other) {
        return with(Parts.SPLIT, other);
    }

    public Recipe withLayers(List<Choice> other) {
        return with(Parts.LAYERS, other);
    }

    public Recipe withLoss(Choice other) {
        return with(Parts.LOSS, other);
    }

    public Recipe withOptimizer(Choice other) {
        return with(Parts.OPTIMIZER, other);
    }

    public Recipe withFit(Choice other) {
        return with(Parts.FIT, other);
    }

    public Recipe withSeed(int other) {
        return with(Parts.SEED, other);
    }

    /** Whether the other recipe differs in nothing but what may change while training, such as the learning rate. */
    public boolean differsOnlyLive(Recipe other) {
        return parts.withoutLive().equals(other.parts.withoutLive());
    }

    /** The parts that differ in more than what may change while training. */
    public List<Part<?>> differences(Recipe other) {
        Recipe mine = new Recipe(parts.withoutLive());
        Recipe theirs = new Recipe(other.parts.withoutLive());
        return Parts.ALL.stream()
                .filter(part -> !mine.get(part).equals(theirs.get(part)))
                .toList();
    }

    /** Whether both use the same samples, in the same parts and with the same preparation. */
    public boolean sameData(Recipe other) {
        return Parts.ALL.stream()
                .filter(part -> part.changes() == Changes.SAMPLES)
                .allMatch(part -> get(part).equals(other.get(part)));
    }

    /** The link form. */
    @Override
    public String toString() {
        return RecipeText.write(this);
    }
}
