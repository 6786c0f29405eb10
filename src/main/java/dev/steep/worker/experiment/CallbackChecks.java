package dev.steep.worker.experiment;

import dev.steep.catalog.Choice;
import dev.steep.network.callback.Callback;
import dev.steep.network.callback.CallbackKnobs;
import dev.steep.network.metric.Measure;
import dev.steep.network.metric.Metric;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.protocol.ProblemFacts;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be wrong with callbacks: that they cannot work with the other settings, or would never do anything. */
final class CallbackChecks {
    private static final String VALIDATION = "val_";

    private CallbackChecks() {}

    /** A schedule sets the learning rate in each step, so nothing else can; Keras raises an error as well. */
    static Optional<ProblemFacts> problem(Recipe recipe) {
        Optional<Choice> schedule = recipe.optimizer().get(OptimizerKnobs.SCHEDULE);
        return recipe.callbacks().stream()
                .filter(Callback::setsRate)
                .findFirst()
                .flatMap(callback -> schedule.map(each -> new ProblemFacts(
                        -1,
                        callback.kind().name() + " cannot set the learning rate, because "
                                + each.kind().name() + " sets it in each step. Remove one of the two.",
                        withoutRates(recipe).toString(),
                        "Remove " + callback.kind().name())));
    }

    private static Recipe withoutRates(Recipe recipe) {
        return recipe.with(
                Parts.CALLBACKS,
                recipe.callbacks().stream()
                        .filter(each -> !Callback.setsRate(each))
                        .toList());
    }

    /**
     * Callbacks that watch what is not measured, which Keras warns of.
     *
     * @param measured what is
     * @param validates whether there is a validation part
     */
    static List<String> idle(Recipe recipe, List<Measure> measured, boolean validates) {
        return recipe.callbacks().stream()
                .flatMap(each -> idle(each, measured, validates).stream())
                .toList();
    }

    private static Optional<String> idle(Choice callback, List<Measure> measured, boolean validates) {
        boolean everyEpoch =
                Callback.effect(callback) == Callback.Effect.KEEPS && !callback.get(CallbackKnobs.SAVE_BEST_ONLY);
        return everyEpoch
                ? Optional.empty()
                : Callback.monitor(callback).flatMap(monitor -> idle(callback, monitor, measured, validates));
    }

    /** Without the number that it watches, Keras keeps every epoch, one in place of the other. */
    private static String idle(Choice callback, String monitor) {
        return callback.kind().name()
                + (Callback.effect(callback) == Callback.Effect.KEEPS
                        ? " keeps the last epoch instead of the best, because it watches "
                        : " does nothing, because it watches ")
                + monitor;
    }

    private static Optional<String> idle(Choice callback, String monitor, List<Measure> measured, boolean validates) {
        boolean validation = monitor.startsWith(VALIDATION);
        String metric = validation ? monitor.substring(VALIDATION.length()) : monitor;
        String idle = idle(callback, monitor);
        if (measured.stream().noneMatch(each -> each.name().equals(metric))) {
            boolean picked = Arrays.stream(Metric.values())
                    .filter(each -> each.kind().name().equals(metric))
                    .anyMatch(each -> each != Metric.LOSS && each != Metric.ACCURACY);
            return Optional.of(idle + ", which is not measured. "
                    + (picked
                            ? "Add the metric " + metric + ", or let it watch another."
                            : "Let it watch val_loss, for instance."));
        }
        return validation && !validates
                ? Optional.of(idle + " and there is no validation part. Give it a share of the samples under Split, or"
                        + " let it watch " + metric + ".")
                : Optional.empty();
    }
}
