package dev.steep.data.generated.plane;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import java.util.List;

/** A chessboard: neighbouring squares are of different classes. Noise moves a point after its class is decided. */
public final class Checkerboard {
    private static final Knob<Integer> SQUARES =
            Knob.whole("squares", 4, 2, 8, "How many squares there are along each side.");

    private static final Kind KIND = Kind.of(
                    "checkerboard",
                    "Checkerboard",
                    "Squares of two classes by turns: many borders, for which a network needs many units.",
                    SharedKnobs.SIZE.preset(1000),
                    SharedKnobs.NOISE.preset(0.05),
                    SQUARES)
            .inKeras(Checkerboard::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            PlanePoints.opening("Dense(32,activation=relu)/Dense(32,activation=relu)/Dense(16,activation=relu)"),
            "Set squares to 8 and find a network that still learns it; then type the formula sin(x) as the first layer's activation.",
            Checkerboard::make);

    private static final double REACH = 5;

    private Checkerboard() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + "squares = " + choice.get(SQUARES) + "\n" + """
                square = rng.integers(0, squares, (10 * size, 2))
                y = square.sum(axis=1) % 2
                x = (square + rng.random(square.shape)) * 10 / squares - 5
                x += 10 / squares * noise * rng.normal(size=x.shape)
                """
                + PlanePoints.BALANCED;
    }

    static Dataset make(Choice choice, Random random) {
        double noise = choice.get(SharedKnobs.NOISE);
        int squares = choice.get(SQUARES);
        double side = 2 * REACH / squares;
        return PlanePoints.of(choice, List.of("white", "black"), random, (label, number, place, point) -> {
            int column;
            int row;
            do {
                column = place.below(squares);
                row = place.below(squares);
            } while ((column + row) % 2 != label);
            point[0] = (column + place.uniform() + noise * place.normal()) * side - REACH;
            point[1] = (row + place.uniform() + noise * place.normal()) * side - REACH;
        });
    }
}
