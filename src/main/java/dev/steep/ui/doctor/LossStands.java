package dev.steep.ui.doctor;

import dev.steep.protocol.EpochLog;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Figures;
import java.util.List;
import java.util.Optional;

/**
 * The training loss does not move: it never came below 99 % of what it was after the first epoch, in ten epochs and two hundred steps
 * in which it did not fall steadily, or in five epochs with a rate far below the usual one.
 */
final class LossStands implements Check {
    /** Where the rate is far below the usual one, little tells enough. */
    private static final int FEW_EPOCHS = 5;

    private static final int EPOCHS = 10;
    private static final int STEPS = 200;
    private static final double SAME = 0.99;

    @Override
    public String name() {
        return "stands";
    }

    @Override
    public List<String> causes() {
        return List.of("vanishing", "dead", "saturated");
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        Recipe recipe = evidence.recipe();
        List<EpochLog> epochs = evidence.epochs();
        if (epochs.size() < FEW_EPOCHS) {
            return Optional.empty();
        }
        boolean enough = epochs.size() >= EPOCHS
                && !evidence.falls()
                && epochs.get(epochs.size() - 1).step() >= STEPS;
        if (!enough && !Rates.low(recipe)) {
            return Optional.empty();
        }
        double first = epochs.get(0).loss();
        boolean moved = !(first > 0) || epochs.stream().anyMatch(each -> !(each.loss() > SAME * first));
        if (moved) {
            return Optional.empty();
        }
        EpochLog last = epochs.get(epochs.size() - 1);
        if (Rates.scaleOnly(recipe)) {
            return Optional.of(new Finding(
                    name(),
                    "The perceptron does not come to rest: a training loss of " + Figures.of(first) + " after epoch "
                            + epochs.get(0).epoch() + ", of " + Figures.of(last.loss()) + " after epoch " + last.epoch()
                            + ". Its rule ends only where a straight line separates the classes. For others, put a hidden"
                            + " layer before it, and give it sigmoid and a loss for classes.",
                    Optional.empty()));
        }
        Optional<Finding.Remedy> remedy = Rates.usual(recipe);
        return Optional.of(new Finding(
                name(),
                "The training loss stands still: " + Figures.of(first) + " after epoch "
                        + epochs.get(0).epoch() + ", " + Figures.of(last.loss()) + " after epoch " + last.epoch() + "."
                        + (remedy.isPresent()
                                ? ""
                                : " Scaled inputs, another activation or more units may help; so may a loss that suits the labels."),
                remedy));
    }
}
