package dev.steep.ui.doctor;

import dev.steep.protocol.look.Look;
import java.util.List;
import java.util.Optional;

/** Looks for one thing that goes wrong. It would rather miss it than be wrong. */
interface Check {
    /** All of them, the most telling first. */
    List<Check> ALL = List.of(
            new Exploding(),
            new Overfitting(),
            new RateTooHigh(),
            new DeadUnits(),
            new Saturated(),
            new Vanishing(),
            new LossStands(),
            new SortedLabels(),
            new Leakage(),
            new ConstantInput(),
            new Outliers(),
            new Unscaled(),
            new Imbalance());

    /** A word that names it. */
    String name();

    /** What it finds, if anything. */
    Optional<Finding> look(Evidence evidence);

    /** What it has to see of the network after an epoch. */
    default List<Look> looks(Evidence evidence) {
        return List.of();
    }

    /** What it has to know of the data, which is asked once. */
    default List<Look> once(Evidence evidence) {
        return List.of();
    }

    /** Whether it judges by the data alone, which can be said before anything is learned. */
    default boolean ofData() {
        return false;
    }

    /** The names of checks that say the cause of what this one says. */
    default List<String> causes() {
        return List.of();
    }

    /** The first thing that any of them finds, but for some, and for what they are the cause of; before the first epoch, of the data alone. */
    static Optional<Finding> first(Evidence evidence, List<String> without) {
        boolean begun = !evidence.epochs().isEmpty();
        return ALL.stream()
                .filter(check -> (begun || check.ofData())
                        && !without.contains(check.name())
                        && check.causes().stream().noneMatch(without::contains))
                .map(check -> check.look(evidence))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
