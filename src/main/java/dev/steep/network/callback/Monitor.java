package dev.steep.network.callback;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.math.Single;
import dev.steep.network.metric.Metric;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is watched of an epoch's logs, and when it is better than before: Keras' {@code MonitorCallback}. Numbers are compared as
 * floats, as Keras' back ends do.
 *
 * @param name of the number in the logs
 * @param up whether higher is better
 * @param least by how much it has to be
 */
record Monitor(String name, boolean up, double least) {
    private static final String VALIDATION = "val_";

    static Monitor of(Choice choice) {
        String name = choice.get(CallbackKnobs.MONITOR);
        String mode = choice.get(CallbackKnobs.MODE);
        double least = choice.kind()
                .knob(CallbackKnobs.MIN_DELTA.name())
                .map(knob -> choice.get(CallbackKnobs.MIN_DELTA))
                .orElse(0.0);
        return new Monitor(name, mode.equals("auto") ? rises(name) : mode.equals("max"), least);
    }

    private static boolean rises(String name) {
        String metric = name.startsWith(VALIDATION) ? name.substring(VALIDATION.length()) : name;
        return Arrays.stream(Metric.values())
                .filter(each -> each.kind().name().equals(metric))
                .anyMatch(Metric::rises);
    }

    /** Its number of this epoch; nothing if it was not measured. */
    Optional<Double> in(EpochEnd end) {
        double number = end.logs().applyAsDouble(name);
        return Double.isNaN(number) ? Optional.empty() : Optional.of(number);
    }

    /** Whether a number is better than another; than none, each is. */
    boolean better(double number, Optional<Double> than) {
        return than.map(Single::of)
                .map(other -> up ? Single.of(number - least) > other : Single.of(number + least) < other)
                .orElse(true);
    }

    /** {@code val_loss has not become better for 5 epochs} */
    String stuck(int epochs) {
        return name + " has not become better" + (least > 0 ? " by " + Numbers.write(least) : "") + " for "
                + Numbers.count(epochs, "epoch");
    }
}
