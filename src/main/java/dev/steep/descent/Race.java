package dev.steep.descent;

import dev.steep.catalog.Choice;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.OptimizerKnobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All optimizers from the same start: plain gradient descent, with momentum, with Nesterov's, and every other of the catalog. */
public final class Race {
    private static final double MOMENTUM = 0.9;

    /** Who takes part, under the name that the table shows. */
    public record Entrant(String name, Choice optimizer) {}

    private Race() {}

    /** Everyone, in the order of the catalog. */
    public static List<Entrant> entrants() {
        List<Entrant> all = new ArrayList<>();
        for (Optimizer each : Optimizer.values()) {
            Choice plain = each.kind().choice();
            all.add(new Entrant(each.kind().name(), plain));
            if (each == Optimizer.SGD) {
                Choice momentum = plain.with(OptimizerKnobs.MOMENTUM, MOMENTUM);
                all.add(new Entrant("SGD, momentum 0.9", momentum));
                all.add(new Entrant("SGD, Nesterov 0.9", momentum.with(OptimizerKnobs.NESTEROV, true)));
            }
        }
        return all;
    }

    /**
     * How one fares.
     *
     * @param rate for everyone; nothing for the best of each
     */
    public static RateTrio.Trial run(
            Entrant entrant, Optional<Double> rate, Surface surface, Slope slope, double[] start, int steps) {
        return rate.map(each -> RateTrio.trial(surface, slope, entrant.optimizer, each, start, steps))
                .orElseGet(() -> RateTrio.of(surface, slope, entrant.optimizer, start, steps)
                        .right());
    }

    /** Its learning rate unless told otherwise, as in Keras. */
    public static double preset(Entrant entrant) {
        return entrant.optimizer.get(OptimizerKnobs.LEARNING_RATE);
    }
}
