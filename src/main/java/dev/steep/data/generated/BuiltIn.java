package dev.steep.data.generated;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.math.Random;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The data sets that need no download: each is made from its knobs and a seed, the same on every machine. */
public enum BuiltIn {
    DIGITS(Digits.KIND, Digits::job),
    CIRCLE(Circle.KIND, quick(Circle::make)),
    XOR(Xor.KIND, quick(Xor::make)),
    GAUSS(Gauss.KIND, quick(Gauss::make)),
    SPIRAL(Spiral.KIND, quick(Spiral::make)),
    SINE(Sine.KIND, quick(Sine::make)),
    DECAY(Decay.KIND, quick(Decay::make)),
    BY_HAND(ByHand.KIND, quick(ByHand::make));

    private final Kind kind;
    private final BiFunction<Choice, Random, DataJob<Dataset>> maker;

    BuiltIn(Kind kind, BiFunction<Choice, Random, DataJob<Dataset>> maker) {
        this.kind = kind;
        this.maker = maker;
    }

    /** What a learner picks. */
    public Kind kind() {
        return kind;
    }

    /** Makes the data set; the choice is of this kind. */
    public DataJob<Dataset> job(Choice choice, Random random) {
        return maker.apply(choice, random);
    }

    /** The same, at once. */
    public Dataset make(Choice choice, Random random) {
        return job(choice, random).finish();
    }

    /** For a set whose largest size takes no longer than a slice. */
    private static BiFunction<Choice, Random, DataJob<Dataset>> quick(BiFunction<Choice, Random, Dataset> make) {
        return (choice, random) -> DataJob.of("Making", () -> make.apply(choice, random));
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
