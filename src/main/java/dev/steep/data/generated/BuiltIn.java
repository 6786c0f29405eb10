package dev.steep.data.generated;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.Dataset;
import dev.steep.math.Random;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The data sets that need no download: each is made from its knobs and a seed, the same on every machine. */
public enum BuiltIn {
    DIGITS(Digits.KIND, Digits::make),
    CIRCLE(Circle.KIND, Circle::make),
    XOR(Xor.KIND, Xor::make),
    GAUSS(Gauss.KIND, Gauss::make),
    SPIRAL(Spiral.KIND, Spiral::make),
    SINE(Sine.KIND, Sine::make);

    private final Kind kind;
    private final BiFunction<Choice, Random, Dataset> maker;

    BuiltIn(Kind kind, BiFunction<Choice, Random, Dataset> maker) {
        this.kind = kind;
        this.maker = maker;
    }

    /** What a learner picks. */
    public Kind kind() {
        return kind;
    }

    /** Makes the data set; the choice is of this kind. */
    public Dataset make(Choice choice, Random random) {
        return maker.apply(choice, random);
    }

    /** What learners pick from. */
    public static List<Kind> kinds() {
        return Stream.of(values()).map(BuiltIn::kind).toList();
    }

    /** The set that a choice is of, if it is one of these. */
    public static Optional<BuiltIn> of(Choice choice) {
        return Stream.of(values()).filter(set -> choice.is(set.kind)).findFirst();
    }
}
