package dev.steep.network.metric;

import dev.steep.catalog.Choice;
import dev.steep.network.loss.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A metric under the name by which history, curves and scripts know it.
 *
 * @param name Keras' name; the second of a kind is called {@code precision_1}
 * @param choice the metric, and how it is set
 */
public record Measure(String name, Choice choice) {
    /**
     * What is measured: first the loss, of classes the accuracy, then what is asked for besides, as far as it suits.
     *
     * @param width how many numbers the network says of a sample
     */
    public static List<Measure> of(Task task, int width, List<Choice> asked) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Metric.LOSS.kind().choice());
        if (task instanceof Task.Classification) {
            choices.add(Metric.ACCURACY.kind().choice());
        }
        for (Choice each : asked) {
            if (!choices.contains(each) && Metric.of(each).suits(task, width)) {
                choices.add(each);
            }
        }
        List<Measure> measures = new ArrayList<>();
        for (Choice each : choices) {
            long before = measures.stream()
                    .filter(other -> other.choice.is(each.kind()))
                    .count();
            String name = each.kind().name();
            measures.add(new Measure(before == 0 ? name : name + "_" + before, each));
        }
        return List.copyOf(measures);
    }

    /** Sentences about metrics that mean nothing here. */
    public static List<String> unsuited(Task task, int width, List<Choice> asked) {
        return asked.stream()
                .filter(each -> !Metric.of(each).suits(task, width))
                .map(each -> "The metric " + each.kind().name() + " is not measured: " + reason(task)
                        + " Remove it, or pick another.")
                .toList();
    }

    private static String reason(Task task) {
        return task instanceof Task.Classification
                ? "it does not suit data with classes, or a network with a single output."
                : task instanceof Task.Reconstruction
                        ? "it does not suit a network that answers with its own input."
                        : "it is for classes, and these data have numbers to predict.";
    }

    /** The metric. */
    public Metric metric() {
        return Metric.of(choice);
    }
}
