package dev.steep.ui.doctor;

import dev.steep.protocol.EpochLog;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Figures;
import java.util.List;
import java.util.Optional;

/**
 * The training loss jumps up and down instead of falling. Found when it rose by more than 20 % in at least two of the last six epochs,
 * and is, in the mean of the last three, 50 % above the lowest so far; not once it came
 * down to a tenth.
 */
final class RateTooHigh implements Check {
    private static final int LATEST = 6;
    private static final double JUMP = 1.2;
    private static final double ABOVE = 1.5;

    @Override
    public String name() {
        return "rate";
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        Recipe recipe = evidence.recipe();
        List<EpochLog> epochs = evidence.epochs();
        int count = epochs.size();
        if (count < LATEST + 1 || evidence.learned() || Rates.scaleOnly(recipe)) {
            return Optional.empty();
        }
        double lowest = Double.POSITIVE_INFINITY;
        for (EpochLog each : epochs) {
            lowest = Math.min(lowest, each.loss());
        }
        int jumps = 0;
        double latest = 0;
        for (int i = count - LATEST; i < count; i++) {
            jumps += epochs.get(i).loss() > JUMP * epochs.get(i - 1).loss() ? 1 : 0;
            latest += i >= count - 3 ? epochs.get(i).loss() / 3 : 0;
        }
        if (jumps < 2 || !(latest > ABOVE * lowest)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                name(),
                "The training loss jumps: it rose by more than a fifth in " + jumps + " of the last " + LATEST
                        + " epochs, and is at "
                        + Figures.of(epochs.get(count - 1).loss()) + " after it was at "
                        + Figures.of(lowest) + ". Steps are probably too long.",
                Rates.lower(recipe)));
    }
}
