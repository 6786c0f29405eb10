package dev.steep.ui.doctor;

import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.EndsLook;
import dev.steep.protocol.look.Look;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Figures;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * At least three quarters of what a hidden layer of sigmoid or tanh gives lie within 2 % of its ends, at the last two looks,
 * and the training loss has not come down to half of what it was: a network that has learned well may give such numbers, too.
 */
final class Saturated implements Check {
    private static final double MOST = 0.75;
    private static final int EPOCHS = 4;
    private static final double LEARNED = 0.5;

    @Override
    public String name() {
        return "saturated";
    }

    @Override
    public List<Look> looks(Evidence evidence) {
        return hidden(evidence).<Look>mapToObj(place -> ends(evidence, place)).toList();
    }

    private static IntStream hidden(Evidence evidence) {
        return IntStream.range(
                        0,
                        Math.min(
                                evidence.layers().size(),
                                evidence.recipe().layers().size() - 1))
                .filter(place -> !evidence.layers().get(place).output().isEmpty()
                        && Activations.flattens(evidence.recipe().layers().get(place)));
    }

    private static EndsLook ends(Evidence evidence, int place) {
        boolean sigmoid = Activations.of(evidence.recipe().layers().get(place)).equals("sigmoid");
        return new EndsLook(evidence.layers().get(place).output(), sigmoid ? 0 : -1, 1);
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        List<Evidence.Reading> last = evidence.last(2);
        if (last.isEmpty() || !evidence.stands(EPOCHS, LEARNED)) {
            return Optional.empty();
        }
        return hidden(evidence)
                .filter(place -> last.stream().allMatch(reading -> share(reading.of(ends(evidence, place))) >= MOST))
                .mapToObj(
                        place -> found(evidence, place, share(evidence.latest().of(ends(evidence, place)))))
                .findFirst();
    }

    private static double share(float[] counted) {
        return counted.length == 2 && counted[1] > 0 ? counted[0] / counted[1] : 0;
    }

    private Finding found(Evidence evidence, int place, double share) {
        LayerFacts layer = evidence.layers().get(place);
        String activation = Activations.of(evidence.recipe().layers().get(place));
        String sentence =
                layer.name() + " is saturated: " + Figures.fixed(100 * share, 0) + " % of what its " + activation
                        + " gives for validation samples lies at its ends, where its slope is nearly 0, so that little is learned"
                        + " there. Smaller inputs, smaller first weights or another activation help.";
        return new Finding(name(), sentence, remedy(evidence, place)).at(new Finding.Place.Layer(place, layer.name()));
    }

    private static Optional<Finding.Remedy> remedy(Evidence evidence, int place) {
        var recipe = evidence.recipe();
        boolean first = evidence.learning().indexOf(place) == 0;
        if (first && recipe.prepare().get(Settings.SCALE).equals("none")) {
            return Optional.of(new Finding.Remedy(
                    "Standardise the inputs",
                    recipe.with(Parts.PREPARE, recipe.prepare().with(Settings.SCALE, "standardise"))));
        }
        return Activations.with(recipe, List.of(place), "relu")
                .map(other -> new Finding.Remedy(
                        "Use relu in " + evidence.layers().get(place).name(), other));
    }
}
