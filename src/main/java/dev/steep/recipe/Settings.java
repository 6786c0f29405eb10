package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.data.Scaling;
import dev.steep.data.file.OwnFile;
import dev.steep.data.format.FileFormat;
import dev.steep.data.generated.OwnPoints;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of a recipe that are neither data set nor layer, optimizer or loss: how to prepare, split and fit. */
public final class Settings {
    /** The words for {@link Scaling}, in its order, as links write them. */
    private static final List<String> SCALES = List.of("none", "unit", "signed", "standardise");

    public static final Knob<String> SCALE = Knob.word(
                    "scale",
                    "unit",
                    SCALES,
                    "How inputs are rescaled, by the training part's statistics: not at all, to 0…1, to −1…1, or to mean 0"
                            + " and deviation 1 (z-score).")
            .within(new Domain.Word(
                    SCALES, Arrays.stream(Scaling.values()).map(Scaling::label).toList()));

    /** How numbers that are predicted are rescaled for training; none for as they are. */
    public static final Knob<Optional<String>> TARGET = Knob.word(
                    "target",
                    "standardise",
                    SCALES.subList(1, SCALES.size()),
                    "How the numbers that are predicted are rescaled for training, by the training part's statistics: to 0…1,"
                            + " to −1…1, or to mean 0 and deviation 1 (z-score). Predictions, errors and metrics are told in"
                            + " their own unit; the loss is that of the rescaled numbers.")
            .within(new Domain.Word(
                    SCALES.subList(1, SCALES.size()),
                    Arrays.stream(Scaling.values()).skip(1).map(Scaling::label).toList()))
            .optional();

    public static final Kind PREPARE = Kind.of(
                    "prepare", "Prepare", "What happens to inputs and targets before the network sees them.", SCALE)
            .withOptions(TARGET);

    public static final Knob<Double> VALIDATION = Knob.real(
            "validation",
            0.2,
            0,
            0.9,
            "The validation part: withheld from training, and used to check it after every epoch.");
    public static final Knob<Double> TEST =
            Knob.real("test", 0, 0, 0.9, "The part kept for one last look when everything is decided.");
    public static final Knob<String> ORDER = Knob.word(
            "order",
            "stratified",
            List.of("stratified", "last"),
            "Stratified draws the same share of every class at random; last takes the last rows, as Keras does.");

    public static final Kind SPLIT = Kind.of(
            "split", "Split", "Which samples train the network and which only check it.", VALIDATION, TEST, ORDER);

    public static final Knob<Integer> BATCH_SIZE = Knob.whole(
            "batch_size", 32, 1, 1024, "How many samples are a batch: each step averages its gradient over one.");
    public static final Knob<Integer> EPOCHS = Knob.whole(
                    "epochs",
                    20,
                    1,
                    10_000,
                    "How many epochs there are: how often training goes through all training samples.")
            .whileTraining();
    public static final Knob<Boolean> SHUFFLE =
            Knob.flag("shuffle", true, "Whether the samples come in a new random order every epoch.");

    private static final int MOST_CLASSES = 1000;

    /** How much the samples of each class count in the loss of training; classes beyond the last number count 1. */
    public static final Knob<Optional<List<Double>>> CLASS_WEIGHT = Knob.row(
                    "class_weight",
                    List.of(1.0),
                    new Domain.Row(0, 1e6, false, MOST_CLASSES),
                    "How much the samples of each class count in the loss of training, in the order of the classes; a class without a"
                            + " number counts 1. The check on the validation part counts all alike.")
            .optional();

    public static final Kind FIT = Kind.of(
                    "fit", "Fit", "How the samples are gone through.", BATCH_SIZE, EPOCHS, SHUFFLE)
            .withOptions(CLASS_WEIGHT);

    /** A {@link Pace}; of what {@code Parts} makes it a part. */
    static final Knob<String> PACE = Knob.word(
                    "pace",
                    Pace.AUTO,
                    Pace.words(),
                    "How fast the Train button trains, to be watched: slow, normal, or full speed; auto is slow for samples of one"
                            + " or two numbers. No number depends on it.")
            .whileTraining();

    /** The name of a student's own files, whatever kind of data they make. */
    public static final Knob<String> FILE_NAME = OwnFile.NAME;

    public static final Knob<String> LABEL = OwnFile.LABEL;

    /** Data from the student's own files that needs no settings but its label; a link cannot carry it. */
    public static final Kind FILE = OwnFile.KIND;

    /** Points that the student sets in the plane, and the knob that holds them. */
    public static final Kind OWN_POINTS = OwnPoints.KIND;

    public static final Knob<String> POINTS = OwnPoints.POINTS;

    public static final int MOST_POINTS = OwnPoints.MOST;

    /** The kinds of data that come from the student's own files. */
    public static final List<Kind> FILES = FileFormat.kinds();

    private Settings() {}

    /** The scaling that a recipe's prepare choice asks for. */
    public static Scaling scaling(Recipe recipe) {
        return Scaling.values()[SCALES.indexOf(recipe.prepare().get(SCALE))];
    }

    /** The scaling of what is predicted that a recipe's prepare choice asks for. */
    public static Scaling targetScaling(Recipe recipe) {
        return recipe.prepare()
                .get(TARGET)
                .map(word -> Scaling.values()[SCALES.indexOf(word)])
                .orElse(Scaling.NONE);
    }

    /** Whether the data come from the student's own files. */
    public static boolean isFile(Choice data) {
        return FILES.stream().anyMatch(data::is);
    }
}
