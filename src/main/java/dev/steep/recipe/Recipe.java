package dev.steep.recipe;

import dev.steep.catalog.Choice;
import java.util.List;

/**
 * A whole experiment: which data, how it is prepared and split, which layers, and how they are trained. Two equal
 * recipes give the same numbers to the last bit.
 *
 * @param data a built-in data set, or {@link Settings#FILE}
 * @param prepare of kind {@link Settings#PREPARE}
 * @param split of kind {@link Settings#SPLIT}
 * @param layers from input to output
 * @param loss what training makes small
 * @param optimizer how it does so
 * @param fit of kind {@link Settings#FIT}
 * @param seed decides every random number
 */
public record Recipe(
        Choice data,
        Choice prepare,
        Choice split,
        List<Choice> layers,
        Choice loss,
        Choice optimizer,
        Choice fit,
        int seed) {
    public Recipe {
        layers = List.copyOf(layers);
    }

    public Recipe withData(Choice other) {
        return new Recipe(other, prepare, split, layers, loss, optimizer, fit, seed);
    }

    public Recipe withPrepare(Choice other) {
        return new Recipe(data, other, split, layers, loss, optimizer, fit, seed);
    }

    public Recipe withSplit(Choice other) {
        return new Recipe(data, prepare, other, layers, loss, optimizer, fit, seed);
    }

    public Recipe withLayers(List<Choice> other) {
        return new Recipe(data, prepare, split, other, loss, optimizer, fit, seed);
    }

    public Recipe withLoss(Choice other) {
        return new Recipe(data, prepare, split, layers, other, optimizer, fit, seed);
    }

    public Recipe withOptimizer(Choice other) {
        return new Recipe(data, prepare, split, layers, loss, other, fit, seed);
    }

    public Recipe withFit(Choice other) {
        return new Recipe(data, prepare, split, layers, loss, optimizer, other, seed);
    }

    public Recipe withSeed(int other) {
        return new Recipe(data, prepare, split, layers, loss, optimizer, fit, other);
    }

    /** Whether the other recipe differs in nothing but what may change while training, such as the learning rate. */
    public boolean differsOnlyLive(Recipe other) {
        return settled().equals(other.settled());
    }

    /** Whether both use the same samples, in the same parts and with the same preparation. */
    public boolean sameData(Recipe other) {
        return data.equals(other.data)
                && prepare.equals(other.prepare)
                && split.equals(other.split)
                && seed == other.seed;
    }

    /** This recipe with every live knob at its default. */
    private Recipe settled() {
        List<Choice> settled = layers.stream().map(Choice::settled).toList();
        return new Recipe(data, prepare, split, settled, loss.settled(), optimizer.settled(), fit.settled(), seed);
    }

    /** The link form. */
    @Override
    public String toString() {
        return RecipeText.write(this);
    }
}
