package dev.steep.data.generated;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.generated.curve.Bumps;
import dev.steep.data.generated.curve.Decay;
import dev.steep.data.generated.curve.Line;
import dev.steep.data.generated.curve.Plane;
import dev.steep.data.generated.curve.Polynomial;
import dev.steep.data.generated.curve.Sine;
import dev.steep.data.generated.curve.StepFunction;
import dev.steep.data.generated.image.Digits;
import dev.steep.data.generated.image.LecturePattern;
import dev.steep.data.generated.image.Shapes;
import dev.steep.data.generated.image.Silhouettes;
import dev.steep.data.generated.plane.ByHand;
import dev.steep.data.generated.plane.Checkerboard;
import dev.steep.data.generated.plane.Circle;
import dev.steep.data.generated.plane.FiveArms;
import dev.steep.data.generated.plane.Gauss;
import dev.steep.data.generated.plane.Moons;
import dev.steep.data.generated.plane.OwnPoints;
import dev.steep.data.generated.plane.Spiral;
import dev.steep.data.generated.plane.ThreeClouds;
import dev.steep.data.generated.plane.Xor;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.sky.Clumps;
import dev.steep.data.generated.sky.FluxAndMass;
import dev.steep.data.generated.sky.Galaxies;
import dev.steep.data.generated.sky.LuminosityFunction;
import dev.steep.data.generated.sky.PhotometricRedshift;
import dev.steep.data.generated.sky.RadioGalaxies;
import dev.steep.data.generated.sky.SkyObjects;
import dev.steep.data.generated.sky.Transits;
import dev.steep.math.Random;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data sets that need no download: each is made from its knobs and a seed, the same on every machine. */
public enum BuiltIn {
    DIGITS(Digits.SET),
    SILHOUETTES(Silhouettes.SET),
    SHAPES(Shapes.SET),
    PATTERN(LecturePattern.SET),
    CIRCLE(Circle.SET),
    XOR(Xor.SET),
    GAUSS(Gauss.SET),
    SPIRAL(Spiral.SET),
    MOONS(Moons.SET),
    CHECKERBOARD(Checkerboard.SET),
    THREE_CLOUDS(ThreeClouds.SET),
    PINWHEEL(FiveArms.SET),
    POINTS(OwnPoints.SET),
    LINE(Line.SET),
    POLYNOMIAL(Polynomial.SET),
    SINE(Sine.SET),
    STEP(StepFunction.SET),
    DECAY(Decay.SET),
    PLANE(Plane.SET),
    BUMPS(Bumps.SET),
    BY_HAND(ByHand.SET),
    FLUX_MASS(FluxAndMass.SET),
    GALAXIES(Galaxies.SET),
    CLUMPS(Clumps.SET),
    RADIO(RadioGalaxies.SET),
    PHOTOZ(PhotometricRedshift.SET),
    COLOURS(SkyObjects.SET),
    SCHECHTER(LuminosityFunction.SET),
    TRANSITS(Transits.SET);

    private final GeneratedSet set;

    BuiltIn(GeneratedSet set) {
        this.set = set;
    }

    /** What a learner picks. */
    public Kind kind() {
        return set.kind();
    }

    /** Where pickers list it. */
    public Group group() {
        return set.group();
    }

    /** The experiment that it opens with, as a link writes it, without version and data. */
    public String opening() {
        return set.opening();
    }

    /** One sentence: what to try. */
    public String hint() {
        return set.hint();
    }

    /** Makes the data set; the choice is of this kind. */
    public DataJob<Dataset> job(Choice choice, Random random) {
        return set.maker().apply(choice, random);
    }

    /** The same, at once. */
    public Dataset make(Choice choice, Random random) {
        return job(choice, random).finish();
    }

    /** What learners pick from. */
    public static List<Kind> kinds() {
        return Stream.of(values()).map(BuiltIn::kind).toList();
    }

    /** The sets of a group. */
    public static List<BuiltIn> of(Group group) {
        return Stream.of(values()).filter(set -> set.group() == group).toList();
    }

    /** The set that a choice is of, if it is one of these. */
    public static Optional<BuiltIn> of(Choice choice) {
        return Stream.of(values()).filter(set -> choice.is(set.kind())).findFirst();
    }
}
