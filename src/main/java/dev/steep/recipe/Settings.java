package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.ItemNames;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.RowDomain;
import dev.steep.data.Filling;
import dev.steep.data.MadeFeatures;
import dev.steep.data.Preparation;
import dev.steep.data.Scaling;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.file.OwnFile;
import dev.steep.data.format.FileFormat;
import dev.steep.data.generated.plane.OwnPoints;
import dev.steep.math.formula.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a recipe that are neither data set nor layer, optimizer or loss: how to prepare, split and fit. */
public final class Settings {
    /** The words for {@link Scaling}, in its order, as links write them. */
    private static final List<String> SCALES = List.of("none", "unit", "signed", "standardise", "log", "asinh");

    public static final Knob<String> SCALE = Knob.word(
                    "scale",
                    "unit",
                    SCALES,
                    "How inputs are rescaled: not, to 0…1, to −1…1, to mean 0 and deviation 1 (z-score), or so after a log or arsinh.")
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

    private static final String ANSWER_INPUTS = "inputs";

    /** What the network is asked for, if it is not what the data have to say: the input itself. */
    public static final Knob<Optional<String>> ANSWER = Knob.word(
                    "answer",
                    ANSWER_INPUTS,
                    List.of(ANSWER_INPUTS),
                    "What the network is to answer: what belongs to each sample, or the inputs themselves, as it is given them. An"
                            + " autoencoder learns those, and needs no labels.")
            .optional();

    /** The name of a feature that has a preparation of its own. */
    public static final Knob<String> FEATURE =
            Knob.text("name", "", 200, "The name of the feature.").required();

    /** The words for {@link Filling.Missing}, in its order. */
    static final List<String> GAPS = List.of("median", "mean", "indicator");

    /** What stands for missing values, where they are not left out. */
    public static final Knob<String> MISSING = Knob.word(
            "missing",
            "median",
            GAPS,
            "What stands for a missing value, where rows with one are kept: the training part's median or mean; indicator is the"
                    + " median, and a further feature that says where a value is missing.");

    /** The scale of a feature that is rescaled as all are, and unlike them in something else. */
    private static final String SAME = "same";

    /** How a single feature is rescaled. */
    public static final Knob<String> OWN_SCALE = SCALE.about(
                    "How this feature is rescaled, by the training part's statistics; same is as all others are.")
            .within(new Domain.Word(
                    Stream.concat(SCALES.stream(), Stream.of(SAME)).toList(),
                    Stream.concat(Arrays.stream(Scaling.values()).map(Scaling::label), Stream.of("as all"))
                            .toList()))
            .required();

    /** How one feature is prepared. */
    public static final Kind ONE_FEATURE = Kind.of(
                    "feature", "Feature", "How one feature is prepared, unlike the others.", FEATURE, OWN_SCALE)
            .withOptions(MISSING.optional());

    /** Features that are prepared unlike the others. */
    public static final Knob<List<Choice>> FEATURES = Knob.list(
            "features",
            new Domain.Many(
                    () -> List.of(ONE_FEATURE),
                    "feature",
                    200,
                    "There may be 200 features with a preparation of their own here",
                    false,
                    ItemNames.numbered()),
            "Features that are prepared unlike the others, by their names.");

    /** A formula of other features. */
    public static final Knob<String> FORMULA = Knob.text(
                    "formula",
                    "",
                    Formula.LONGEST,
                    "A formula of the features by their names, such as x^2 or x*y; a name with blanks stands in backticks.")
            .required();

    /** A feature that is made from others. */
    public static final Kind MADE_FEATURE =
            Kind.of("made", "Made feature", "A feature that is made from others by a formula.", FORMULA);

    /** Features that are made from those of the data. */
    public static final Knob<List<Choice>> MADE = Knob.list(
            "made",
            new Domain.Many(
                    () -> List.of(MADE_FEATURE),
                    "made feature",
                    MadeFeatures.MOST,
                    "There may be " + MadeFeatures.MOST + " features that are made here",
                    false,
                    ItemNames.numbered()),
            "Features that are made from those of the data, each by a formula.");

    public static final Kind PREPARE = Kind.of(
                    "prepare", "Prepare", "What happens to inputs and targets before the network sees them.", SCALE)
            .withOptions(TARGET, FEATURES, MADE, MISSING, ANSWER);

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

    /** Into how many folds the samples that are not for testing are cut; none for a validation part by its share. */
    public static final Knob<Optional<Integer>> FOLDS = Knob.whole(
                    "folds",
                    5,
                    2,
                    20,
                    "k-fold cross-validation: the samples are cut into so many folds, and one of them validates instead of a"
                            + " share.")
            .optional();

    public static final Knob<Integer> FOLD = Knob.whole(
            "fold", 1, 1, 20, "Which fold validates; the others train. Runs > Train many trains each in turn.");

    public static final Kind SPLIT = Kind.of(
                    "split",
                    "Split",
                    "Which samples train the network and which only check it.",
                    VALIDATION,
                    TEST,
                    ORDER)
            .withOptions(FOLDS, FOLD);

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
                    new RowDomain(0, 1e6, false, MOST_CLASSES),
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

    /** What the student's own files hold. */
    public static final Knob<String> CONTENT = OwnFile.CONTENT;

    /** Where the student's own files were fetched. */
    public static final Knob<String> ADDRESS = OwnFile.ADDRESS;

    /** What a recipe says of files that only another file changes. */
    static final List<Knob<?>> OF_FILES = List.of(OwnFile.NAME, OwnFile.CONTENT, OwnFile.ADDRESS);

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

    /** What can be said of single features. */
    public static List<Kind> featureKinds() {
        return List.of(ONE_FEATURE, MADE_FEATURE);
    }

    /** The scaling that a recipe's prepare choice asks for. */
    public static Scaling scaling(Recipe recipe) {
        return Scaling.values()[SCALES.indexOf(recipe.prepare().get(SCALE))];
    }

    /** How inputs are prepared by a recipe. */
    public static Preparation preparation(Recipe recipe) {
        return new Preparation(
                scaling(recipe),
                missing(recipe.prepare().get(MISSING)),
                recipe.prepare().get(FEATURES).stream()
                        .map(each -> new Preparation.Rule(
                                each.get(FEATURE),
                                ownScale(each).map(word -> Scaling.values()[SCALES.indexOf(word)]),
                                each.get(MISSING.optional()).map(Settings::missing)))
                        .toList(),
                recipe.prepare().get(MADE).stream()
                        .map(each -> each.get(FORMULA))
                        .toList());
    }

    /** A split choice in which this fold of so many validates. */
    public static Choice withFold(Choice split, int fold, int folds) {
        return split.with(FOLDS, Optional.of(folds)).with(FOLD, fold);
    }

    /** Which fold of a recipe's folds validates. */
    public static int fold(Choice split, int folds) {
        return Math.min(split.get(FOLD), folds);
    }

    private static Filling.Missing missing(String word) {
        return Filling.Missing.values()[GAPS.indexOf(word)];
    }

    /** The column that says how the rows of a recipe's table are split: by whole groups, or in the order of time. */
    public static Optional<Choice> splitColumn(Recipe recipe) {
        return recipe.data().is(FILE)
                ? recipe.data().get(ColumnUse.Knobs.COLUMNS).stream()
                        .filter(each -> each.is(ColumnUse.GROUP.kind()) || each.is(ColumnUse.TIME.kind()))
                        .findFirst()
                : Optional.empty();
    }

    /** The column that a recipe's rows are weighed by. */
    public static Optional<String> weightColumn(Recipe recipe) {
        return recipe.data().is(FILE)
                ? recipe.data().get(ColumnUse.Knobs.COLUMNS).stream()
                        .filter(each -> each.is(ColumnUse.WEIGHT.kind()))
                        .map(each -> each.get(ColumnUse.Knobs.COLUMN))
                        .filter(name -> !name.equals(recipe.data().get(LABEL)))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> ownScale(Choice feature) {
        return Optional.of(feature.get(OWN_SCALE)).filter(word -> !word.equals(SAME));
    }

    /** What a prepare choice says of this feature, if it says something; of two choices for it the last counts. */
    private static Optional<Choice> own(Choice prepare, String feature) {
        return prepare.get(FEATURES).stream()
                .filter(each -> each.get(FEATURE).equals(feature))
                .reduce((first, last) -> last);
    }

    /** How this feature is rescaled, if not as all others are. */
    public static Optional<String> scale(Choice prepare, String feature) {
        return own(prepare, feature).flatMap(Settings::ownScale);
    }

    /** What stands for a missing value of this feature, if not what stands for others. */
    static Optional<String> missing(Choice prepare, String feature) {
        return own(prepare, feature).flatMap(each -> each.get(MISSING.optional()));
    }

    /** A prepare choice in which this feature is rescaled like this; nothing for as all others are. */
    public static Choice withScale(Choice prepare, String feature, Optional<String> scale) {
        return withOwn(prepare, feature, scale, missing(prepare, feature));
    }

    /** A prepare choice in which this stands for a missing value of this feature; nothing for what stands for others. */
    static Choice withMissing(Choice prepare, String feature, Optional<String> missing) {
        return withOwn(prepare, feature, scale(prepare, feature), missing);
    }

    private static Choice withOwn(Choice prepare, String feature, Optional<String> scale, Optional<String> missing) {
        List<Choice> features = new ArrayList<>(prepare.get(FEATURES));
        features.removeIf(each -> each.get(FEATURE).equals(feature));
        if (scale.isPresent() || missing.isPresent()) {
            features.add(ONE_FEATURE
                    .choice()
                    .with(FEATURE, feature)
                    .with(OWN_SCALE, scale.orElse(SAME))
                    .with(MISSING.optional(), missing));
        }
        return prepare.with(FEATURES, features);
    }

    /** A prepare choice in which these features are made, in this order. */
    public static Choice withMade(Choice prepare, List<String> formulas) {
        return prepare.with(
                MADE,
                formulas.stream()
                        .map(each -> MADE_FEATURE.choice().with(FORMULA, each))
                        .toList());
    }

    /** Whether the network is to answer with its own input. */
    public static boolean reconstructs(Recipe recipe) {
        return recipe.prepare().get(ANSWER).isPresent();
    }

    /** The same experiment, whose network is to answer with its own input, or with what belongs to each sample. */
    public static Recipe reconstructing(Recipe recipe, boolean inputs) {
        return reconstructs(recipe) == inputs
                ? recipe
                : recipe.withPrepare(
                        recipe.prepare().with(ANSWER, inputs ? Optional.of(ANSWER_INPUTS) : Optional.empty()));
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
