package dev.steep.site.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.math.expr.Typeset;
import dev.steep.network.loss.Loss;
import dev.steep.recipe.Family;
import java.util.List;
import java.util.stream.Stream;

/** The formulas that a declaration has, with the defaults of its parameters: the very ones that are compiled and trained with. */
final class Formulas {
    private Formulas() {}

    static List<String> of(Family family, Kind kind) {
        Choice choice = kind.choice();
        return switch (family) {
            case FEATURE -> List.of();
            case ACTIVATION ->
                choice.curve().stream()
                        .flatMap(curve -> Stream.of(
                                Typeset.equation("y", curve.formula()), Typeset.equation("y′", curve.slope())))
                        .toList();
            case LOSS -> List.of(Typeset.equation("l", Loss.of(choice).formula(choice)));
            case LAYER,
                    METRIC,
                    OPTIMIZER,
                    SCHEDULE,
                    INITIALIZER,
                    REGULARIZER,
                    CONSTRAINT,
                    CALLBACK,
                    DATA,
                    FILE,
                    COLUMN -> List.of();
        };
    }
}
