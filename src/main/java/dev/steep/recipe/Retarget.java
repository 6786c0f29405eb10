package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Remarks;
import dev.steep.data.Scaling;
import dev.steep.network.LayerNames;
import dev.steep.network.activation.Activation;
import dev.steep.network.callback.Callback;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.core.ActivationLayer;
import dev.steep.network.layer.core.Dense;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.network.metric.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An experiment that another column of its table is predicted with. Its last layer, its loss, its metrics and the scale of what is
 * predicted follow; the layers before stay as they are.
 *
 * @param recipe that predicts the new column
 * @param said what was changed for that: {@code dense_2 has 1 unit, linear; the loss is mean_squared_error; ...}
 */
public record Retarget(Recipe recipe, String said) {
    private static final String VALIDATION = "val_";

    /**
     * The same experiment for what is predicted now.
     *
     * @param recipe already with the new column
     * @param before how many classes were predicted, 0 for numbers
     * @param classes how many are predicted now
     */
    public static Retarget of(Recipe recipe, int before, int classes) {
        return of(recipe, before, classes, 1);
    }

    /**
     * The same where several numbers may be predicted together.
     *
     * @param numbers how many are, unless classes are predicted
     */
    public static Retarget of(Recipe recipe, int before, int classes, int numbers) {
        Task now =
                classes == 0 ? new Task.Regression(numbers) : new Task.Classification(Collections.nCopies(classes, ""));
        boolean same = before > 0 == classes > 0;
        List<String> said = new ArrayList<>();
        Recipe changed = head(recipe, same, now, said);
        changed = loss(changed, same, now, said);
        changed = metrics(changed, now, said);
        changed = callbacks(changed, now, said);
        return new Retarget(scale(changed, same, now, said), String.join("; ", said));
    }

    /** The last layer for a question: Dense, linear for numbers, softmax for classes. */
    static Choice head(int units, boolean classes) {
        return headed(Dense.KIND.choice(), units, classes);
    }

    private static Choice headed(Choice dense, int units, boolean classes) {
        Activation activation = classes ? Activation.SOFTMAX : Activation.LINEAR;
        return dense.with(Dense.UNITS, units)
                .with(Neurons.ACTIVATION, activation.kind().choice());
    }

    /** Of two classes one sigmoid is enough, if there is one already. */
    private static Recipe head(Recipe recipe, boolean same, Task now, List<String> said) {
        List<Choice> layers = new ArrayList<>(recipe.layers());
        int place = layers.size() - 1;
        while (place >= 0 && !layers.get(place).is(Dense.KIND)) {
            place--;
        }
        boolean classes = now instanceof Task.Classification;
        boolean ends =
                layers.subList(place + 1, layers.size()).stream().allMatch(each -> each.is(ActivationLayer.KIND));
        if (place < 0 || !ends) {
            layers.add(head(now.width(), classes));
            place = layers.size() - 1;
        } else {
            Choice old = layers.get(place);
            boolean single = old.get(Dense.UNITS) == 1 && same && classes && now.width() == 2;
            if (same && (single || old.get(Dense.UNITS) == now.width())) {
                return recipe;
            }
            layers.subList(place + 1, layers.size()).clear();
            layers.set(place, headed(old, now.width(), classes));
        }
        Recipe changed = recipe.withLayers(named(layers));
        Choice last = changed.layers().get(place);
        said.add(LayerNames.name(last) + " has " + Numbers.count(now.width(), "unit") + ", "
                + last.get(Neurons.ACTIVATION).kind().name());
        return changed;
    }

    private static List<Choice> named(List<Choice> layers) {
        return new LayerNames().given(layers, new Remarks());
    }

    private static Recipe loss(Recipe recipe, boolean same, Task now, List<String> said) {
        boolean classes = now instanceof Task.Classification;
        Choice last = recipe.layers().get(recipe.layers().size() - 1);
        boolean several = last.is(Dense.KIND) && last.get(Dense.UNITS) > 1;
        boolean stays = same && !(several && recipe.loss().is(Loss.BINARY_CROSSENTROPY.kind()));
        Loss wanted = classes ? Loss.CATEGORICAL_CROSSENTROPY : Loss.MEAN_SQUARED_ERROR;
        if (stays || recipe.loss().is(wanted.kind())) {
            return recipe;
        }
        said.add("the loss is " + wanted.kind().name());
        return recipe.withLoss(wanted.kind().choice());
    }

    /** What does not suit goes; numbers have their mean absolute error, and classes have their accuracy anyway. */
    private static Recipe metrics(Recipe recipe, Task now, List<String> said) {
        Choice error = Metric.MEAN_ABSOLUTE_ERROR.kind().choice();
        boolean classes = now instanceof Task.Classification;
        List<Choice> suit = recipe.metrics().stream()
                .filter(each -> Metric.of(each).suits(now, now.width()) && !each.equals(error))
                .toList();
        List<Choice> metrics =
                classes ? suit : Stream.concat(Stream.of(error), suit.stream()).toList();
        if (metrics.equals(recipe.metrics())) {
            return recipe;
        }
        said.add(
                classes
                        ? "accuracy is measured"
                        : Metric.MEAN_ABSOLUTE_ERROR.kind().name() + " is measured");
        return recipe.with(Parts.METRICS, metrics);
    }

    /** A callback that watches what is no longer measured watches the loss. */
    private static Recipe callbacks(Recipe recipe, Task now, List<String> said) {
        List<Choice> callbacks = new ArrayList<>();
        for (Choice each : recipe.callbacks()) {
            Optional<String> monitor = Callback.monitor(each).filter(name -> !measured(name, now));
            monitor.ifPresent(name -> said.add(each.kind().name() + " watches the loss"));
            callbacks.add(monitor.map(name -> Callback.watching(each, validation(name) + "loss"))
                    .orElse(each));
        }
        return recipe.with(Parts.CALLBACKS, callbacks);
    }

    private static boolean measured(String monitor, Task now) {
        String metric = monitor.substring(validation(monitor).length());
        return Stream.of(Metric.values())
                .filter(known -> known.kind().name().equals(metric))
                .allMatch(known -> known.suits(now, now.width()));
    }

    /** What stands before the name of a metric of the validation part. */
    private static String validation(String monitor) {
        return monitor.startsWith(VALIDATION) ? VALIDATION : "";
    }

    private static Recipe scale(Recipe recipe, boolean same, Task now, List<String> said) {
        Optional<String> wanted =
                now instanceof Task.Regression ? Optional.of(Scaling.STANDARDISE.label()) : Optional.empty();
        if (same || recipe.prepare().get(Settings.TARGET).equals(wanted)) {
            return recipe;
        }
        wanted.ifPresent(scale -> said.add("the target is rescaled for training"));
        return recipe.withPrepare(recipe.prepare().with(Settings.TARGET, wanted));
    }
}
