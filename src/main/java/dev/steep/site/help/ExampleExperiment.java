package dev.steep.site.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.data.generated.BuiltIn;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Layers;
import dev.steep.network.Plan;
import dev.steep.network.loss.Task;
import dev.steep.network.metric.Metric;
import dev.steep.recipe.Family;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Reading;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A small experiment in which something is used, for the lab to open: the first of a few templates that has nothing wrong with it. */
final class ExampleExperiment {
    private static final String POINTS = "1/data=spiral/prepare(signed)/";
    private static final String POINTS_END =
            "/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(10,100)";
    private static final String CURVE = "1/data=sine/prepare(signed)/Dense(16,tanh)/";
    private static final String CURVE_END = "/optimizer=Adam(0.01)/fit(16,100)";
    private static final String DIGITS = "1/data=digits/";
    private static final String CONV = "Conv2D(8,3,padding=same,activation=relu)/";

    /** Layers of such names change samples, and stand first. */
    private static final String AUGMENTING = "Random";

    /** A few samples of each data set that was asked for, by its name. */
    private static final Map<String, Dataset> MADE = new HashMap<>();

    private ExampleExperiment() {}

    /** As a link has it; nothing, if no template suits. */
    static Optional<String> of(Family family, Kind kind) {
        Optional<String> flawless =
                texts(family, kind).filter(text -> works(text, false)).findFirst();
        return flawless.or(() ->
                        texts(family, kind).filter(text -> works(text, true)).findFirst())
                .map(text -> RecipeText.read(text).recipe().toString());
    }

    private static Stream<String> texts(Family family, Kind kind) {
        String x = kind.name();
        return switch (family) {
            case FEATURE -> Stream.empty();
            case ACTIVATION ->
                Stream.of(
                        POINTS + "Dense(16," + phrase(kind) + ")/Dense(8," + phrase(kind) + ")" + POINTS_END,
                        DIGITS + "Flatten/Dense(10," + x + ")");
            case LAYER ->
                layers(
                        Layers.of(Layers.of(kind.choice()).usual())
                                .choice()
                                .phrase()
                                .toString(),
                        kind);
            case LOSS ->
                Stream.of(
                        CURVE + "Dense(1)/loss=" + x + CURVE_END,
                        CURVE + "Dense(1,softplus)/loss=" + x + CURVE_END,
                        POINTS + "Dense(16,relu)/Dense(1,sigmoid)/loss=" + x + "/optimizer=Adam(0.01)/fit(10,100)",
                        DIGITS + "Flatten/Dense(10,softmax)/loss=" + x,
                        POINTS + "Dense(16,relu)/Dense(1,tanh)/loss=" + x + "/optimizer=Adam(0.01)/fit(10,100)");
            case METRIC ->
                Stream.of(
                        Metric.of(kind.choice()).suits(new Task.Regression(1), 1)
                                ? CURVE + "Dense(1)/loss=mean_squared_error/metrics=" + x + CURVE_END
                                : DIGITS + "Flatten/Dense(10,softmax)/metrics=" + x);
            case OPTIMIZER ->
                Stream.of(POINTS + "Dense(16,relu)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=" + x
                        + "/fit(10,100)");
            case SCHEDULE ->
                Stream.of(POINTS + "Dense(16,relu)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(schedule="
                        + phrase(kind) + ")/fit(10,100)");
            case INITIALIZER -> Stream.of(POINTS + "Dense(16,relu,kernel_initializer=" + x + ")" + POINTS_END);
            case REGULARIZER -> Stream.of(POINTS + "Dense(32,relu,kernel_regularizer=" + x + ")" + POINTS_END);
            case CONSTRAINT -> Stream.of(POINTS + "Dense(32,relu,kernel_constraint=" + x + ")" + POINTS_END);
            case CALLBACK -> Stream.of(POINTS + "Dense(16,relu)" + POINTS_END + "/callbacks=" + x);
            case DATA ->
                Stream.of(BuiltIn.values())
                        .filter(data -> data.kind().name().equals(x))
                        .map(data -> Presets.opening(data).toString());
            case FILE, COLUMN -> Stream.empty();
        };
    }

    private static String phrase(Kind kind) {
        return kind.choice().phrase().toString();
    }

    private static Stream<String> layers(String layer, Kind kind) {
        if (kind.knob("from").isPresent()) {
            String joined = kind.name() + "(from=conv2d)";
            return Stream.of(DIGITS + CONV + CONV + joined + "/Flatten/Dense(10,softmax)");
        }
        return Stream.of(
                kind.name().startsWith(AUGMENTING) ? DIGITS + layer + "/" + CONV + "Flatten/Dense(10,softmax)" : "1/",
                DIGITS + CONV + layer + "/Dense(10,softmax)",
                DIGITS + CONV + layer + "/Flatten/Dense(10,softmax)",
                DIGITS + layer + "/Flatten/Dense(10,softmax)",
                DIGITS + "Flatten/" + layer + "/Dense(10,softmax)",
                POINTS + layer + POINTS_END,
                CURVE + layer + "/loss=mean_squared_error" + CURVE_END);
    }

    /** Whether it is understood and fits together, and, unless warnings are allowed, has nothing to be warned of. */
    private static boolean works(String text, boolean warnings) {
        Reading reading = RecipeText.read(text);
        Recipe recipe = reading.recipe();
        Plan plan =
                Plan.of(new Design(shape(recipe), task(recipe), recipe.layers(), recipe.loss(), recipe.optimizer(), 1));
        return reading.notices().isEmpty()
                && (warnings ? plan.sound() : plan.problems().isEmpty());
    }

    private static Shape shape(Recipe recipe) {
        return data(recipe).shape();
    }

    private static Task task(Recipe recipe) {
        return data(recipe).y() instanceof Target.Classes classes
                ? new Task.Classification(classes.names())
                : new Task.Regression(data(recipe).y().width());
    }

    private static Dataset data(Recipe recipe) {
        return MADE.computeIfAbsent(recipe.data().kind().name(), name -> {
            Choice choice = recipe.data().kind().choice();
            Choice small = recipe.data().kind().knob("size").isPresent() ? choice.with(SharedKnobs.SIZE, 10) : choice;
            return BuiltIn.of(choice).orElseThrow().make(small, new Random(1));
        });
    }
}
