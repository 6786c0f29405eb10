package dev.steep.ui.doctor;

import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.Look;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Figures;
import java.util.List;
import java.util.Optional;

/**
 * The gradient shrinks on its way back: in the first layer that learns, its root mean square is below a ten-thousandth of that in the
 * last, at the last three looks, while the training loss stands still: it has come down by less than 10 % in all, and by less than 2 % in the
 * latter half of the epochs.
 */
final class Vanishing implements Check {
    private static final double SMALL = 1e-4;
    private static final int EPOCHS = 5;
    private static final double STILL = 0.98;
    private static final double LEARNED = 0.9;

    @Override
    public String name() {
        return "vanishing";
    }

    @Override
    public List<Look> looks(Evidence evidence) {
        return KernelNorms.looks(evidence);
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        List<Integer> learning = evidence.learning();
        List<Evidence.Reading> last = evidence.last(3);
        if (learning.size() < 2
                || last.isEmpty()
                || !evidence.stands(EPOCHS, LEARNED)
                || !evidence.late(EPOCHS).stands(EPOCHS, STILL)) {
            return Optional.empty();
        }
        int place = learning.get(0);
        LayerFacts first = evidence.layers().get(place);
        LayerFacts end = evidence.layers().get(learning.get(learning.size() - 1));
        if (!last.stream()
                .allMatch(reading -> KernelNorms.size(reading, first) < SMALL * KernelNorms.size(reading, end))) {
            return Optional.empty();
        }
        Evidence.Reading now = evidence.latest();
        Optional<Finding.Remedy> remedy =
                relu(evidence).map(recipe -> new Finding.Remedy("Use relu in the hidden layers", recipe));
        String sentence = "The gradient vanishes on its way back: its root mean square is "
                + Figures.of(KernelNorms.size(now, end)) + " in " + end.name() + " and "
                + Figures.of(KernelNorms.size(now, first)) + " in " + first.name()
                + ", which hardly learns; the training loss stands at "
                + Figures.of(evidence.epochs().get(evidence.epochs().size() - 1).loss())
                + (remedy.isPresent() ? "." : ". Fewer layers or BatchNormalization help.");
        return Optional.of(new Finding(name(), sentence, remedy).at(new Finding.Place.View("norms", "Show the norms")));
    }

    /** Instead of all sigmoids and tanhs of hidden layers. */
    private static Optional<Recipe> relu(Evidence evidence) {
        Recipe recipe = evidence.recipe();
        List<Integer> flat = evidence.learning().stream()
                .filter(place -> place < recipe.layers().size() - 1
                        && Activations.flattens(recipe.layers().get(place)))
                .toList();
        return Activations.with(recipe, flat, "relu");
    }
}
