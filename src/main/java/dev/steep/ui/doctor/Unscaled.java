package dev.steep.ui.doctor;

import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.PreparedLook;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Figures;
import java.util.List;
import java.util.Optional;

/** Numbers of a table come to the network as they are, though some are far larger than 1: first weights are made for numbers near 1. */
final class Unscaled implements Check {
    private static final double FAR = 100;
    private static final int FEWEST = 30;

    @Override
    public String name() {
        return "unscaled";
    }

    @Override
    public boolean ofData() {
        return true;
    }

    @Override
    public List<Look> once(Evidence evidence) {
        boolean table =
                !evidence.facts().columns().isEmpty() && evidence.facts().parts()[0] >= FEWEST;
        return table && plain(evidence) ? List.of(Outliers.look()) : List.of();
    }

    private static boolean plain(Evidence evidence) {
        return evidence.recipe().prepare().get(Settings.SCALE).equals("none");
    }

    /** A layer that measures the inputs itself scales them too. */
    private static boolean normalized(Evidence evidence) {
        return evidence.recipe().layers().stream()
                .limit(1)
                .anyMatch(layer -> layer.kind().name().endsWith("Normalization"));
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        float[] numbers = evidence.once(Outliers.look());
        List<String> names = evidence.facts().inputs();
        if (!plain(evidence) || normalized(evidence)) {
            return Optional.empty();
        }
        int worst = -1;
        double most = FAR;
        for (int i = 0; i < PreparedLook.inputs(numbers) && i < names.size(); i++) {
            PreparedLook.Input input = PreparedLook.input(numbers, i);
            double far = Math.max(Math.abs(input.low(true)), Math.abs(input.high(true)));
            if (far > most) {
                most = far;
                worst = i;
            }
        }
        if (worst < 0) {
            return Optional.empty();
        }
        PreparedLook.Input input = PreparedLook.input(numbers, worst);
        return Optional.of(new Finding(
                name(),
                names.get(worst) + " comes to the network as it is, from " + Figures.of(input.low(true)) + " to "
                        + Figures.of(input.high(true))
                        + ". First weights are made for numbers near 1: so large ones make training overflow or stand still.",
                Optional.of(new Finding.Remedy(
                        "Standardise the inputs",
                        evidence.recipe()
                                .with(
                                        Parts.PREPARE,
                                        evidence.recipe().prepare().with(Settings.SCALE, "standardise"))))));
    }
}
