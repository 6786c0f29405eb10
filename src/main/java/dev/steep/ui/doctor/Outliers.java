package dev.steep.ui.doctor;

import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.PreparedLook;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Figures;
import java.util.List;
import java.util.Optional;

/**
 * A few values of a feature lie so far out that nearly all others, 98 % and more, fall into one of 24 even steps of its range: to the
 * network they are all but equal. Features of two values tell of nothing.
 */
final class Outliers implements Check {
    private static final double CROWDED = 0.98;
    private static final int FEWEST = 100;
    private static final int FEATURES = 64;

    @Override
    public String name() {
        return "outliers";
    }

    @Override
    public boolean ofData() {
        return true;
    }

    @Override
    public List<Look> once(Evidence evidence) {
        boolean named = !evidence.facts().inputs().isEmpty()
                && !evidence.facts().columns().isEmpty();
        return named && evidence.facts().parts()[0] >= FEWEST ? List.of(look()) : List.of();
    }

    /** What preparation makes of the inputs, which other checks look at too. */
    static PreparedLook look() {
        return new PreparedLook(0, FEATURES);
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        float[] numbers = evidence.once(look());
        List<String> names = evidence.facts().inputs();
        for (int i = 0; i < PreparedLook.inputs(numbers) && i < names.size(); i++) {
            PreparedLook.Input input = PreparedLook.input(numbers, i);
            if (!input.binary() && isCrowded(input.bars(true))) {
                return Optional.of(finding(evidence, names.get(i), input));
            }
        }
        return Optional.empty();
    }

    private static boolean isCrowded(float[] bars) {
        float all = 0;
        float most = 0;
        int some = 0;
        for (float bar : bars) {
            all += bar;
            most = Math.max(most, bar);
            some += bar > 0 ? 1 : 0;
        }
        return all >= FEWEST && some > 1 && most >= CROWDED * all;
    }

    private Finding finding(Evidence evidence, String feature, PreparedLook.Input input) {
        boolean positive = input.low(false) > 0;
        String word = positive ? "log" : "asinh";
        return new Finding(
                name(),
                feature + " reaches from " + Figures.of(input.low(false)) + " to " + Figures.of(input.high(false))
                        + ", but nearly all of its values lie close together: a few far ones make all others all but"
                        + " equal for the network. "
                        + (positive ? "Its logarithm spreads them." : "asinh spreads them."),
                Optional.of(new Finding.Remedy(
                        "Prepare " + feature + " by " + word,
                        evidence.recipe()
                                .withPrepare(
                                        Settings.withScale(evidence.recipe().prepare(), feature, Optional.of(word))))));
    }
}
