package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.network.optimizer.Optimizer;
import java.util.List;

/**
 * Everything that decides which numbers a model starts from and how it learns from a given batch.
 *
 * @param input shape of one sample
 * @param task what is asked of it
 * @param layers picks from {@link dev.steep.network.Layers}, first to last
 * @param loss a pick from {@link Loss}
 * @param optimizer a pick from {@link Optimizer}
 * @param seed decides the weights to start from
 * @param weighted whether samples count differently in the loss of training
 */
public record Design(
        Shape input, Task task, List<Choice> layers, Choice loss, Choice optimizer, int seed, boolean weighted) {
    public Design {
        layers = List.copyOf(layers);
    }

    /** All samples count alike. */
    public Design(Shape input, Task task, List<Choice> layers, Choice loss, Choice optimizer, int seed) {
        this(input, task, layers, loss, optimizer, seed, false);
    }

    /** The same, with samples that count differently or alike. */
    public Design weighted(boolean differently) {
        return new Design(input, task, layers, loss, optimizer, seed, differently);
    }

    /** The same design with other layers and another loss. */
    public Design with(List<Choice> otherLayers, Choice otherLoss) {
        return new Design(input, task, otherLayers, otherLoss, optimizer, seed, weighted);
    }

    /** Whether the other differs at most in what may change while training. */
    boolean likeButLive(Design other) {
        return withoutLive().equals(other.withoutLive());
    }

    private Design withoutLive() {
        return new Design(
                input,
                task,
                layers.stream().map(Choice::withoutLive).toList(),
                loss.withoutLive(),
                optimizer.withoutLive(),
                seed,
                weighted);
    }
}
