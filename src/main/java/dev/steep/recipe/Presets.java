package dev.steep.recipe;

import dev.steep.catalog.Knob;
import dev.steep.catalog.Remarks;
import dev.steep.data.generated.BuiltIn;
import dev.steep.network.loss.Loss;
import dev.steep.network.optimizer.Optimizer;
import java.util.List;

/** The experiments that the lab knows by itself: where every link starts from, and one for each built-in data set. */
public final class Presets {
    /** The seed of every random number of an experiment. */
    public static final Knob<Integer> SEED = Knob.whole(
            "seed", 42, 0, 999_999_999, "Decides every random number: the same seed gives the same run, bit for bit.");

    /** What a link of version 1 means where it says nothing. Never to be changed: old links depend on it. */
    public static final Recipe PLAIN = new Recipe(
            BuiltIn.DIGITS.kind().choice(),
            Settings.PREPARE.choice(),
            Settings.SPLIT.choice(),
            List.of(),
            Loss.CATEGORICAL_CROSSENTROPY.kind().choice(),
            Optimizer.ADAM.kind().choice(),
            Settings.FIT.choice(),
            SEED.preset());

    private static final String IMAGE_LAYERS = "Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D"
            + "/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.25)";

    /** The experiment that the lab opens with: handwritten digits and a small convolutional network. */
    public static final Recipe OPENING = known("1/data=digits/" + IMAGE_LAYERS + "/Dense(10,activation=softmax)");

    private Presets() {}

    /** The experiment to begin with on a built-in data set. */
    public static Recipe opening(BuiltIn data) {
        return switch (data) {
            case DIGITS -> OPENING;
            case CIRCLE, XOR, GAUSS -> points(data, "Dense(6,activation=tanh)/Dense(4,activation=tanh)");
            case SPIRAL -> points(data, "Dense(16,activation=relu)/Dense(16,activation=relu)/Dense(8,activation=relu)");
            case SINE ->
                known("1/data=sine/prepare(signed)/Dense(16,activation=tanh)/Dense(16,activation=tanh)/Dense(1)"
                        + "/loss=mean_squared_error/optimizer=Adam(0.01)/fit(16,200)");
        };
    }

    /** The layers to begin with on samples of this shape: convolutions for images, a small MLP otherwise. */
    public static Recipe fitting(Recipe recipe, boolean image, int outputs, boolean classes) {
        String output = "/Dense(" + outputs + (classes ? ",activation=softmax)" : ")");
        String hidden = image ? IMAGE_LAYERS : "Dense(16,activation=relu)/Dense(16,activation=relu)";
        Recipe read = known("1/" + hidden + output
                + (classes ? "" : "/loss=mean_squared_error")
                + (image ? "" : "/prepare(standardise)/optimizer=Adam(0.01)/fit(16,60)"));
        return new Recipe(
                recipe.data(),
                read.prepare(),
                recipe.split(),
                read.layers(),
                read.loss(),
                read.optimizer(),
                read.fit(),
                recipe.seed());
    }

    private static Recipe points(BuiltIn data, String hidden) {
        return known("1/data=" + data.kind().name() + "/prepare(signed)/" + hidden
                + "/Dense(1,activation=sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(10,100)");
    }

    /** Reads a text of our own, which must be flawless. */
    private static Recipe known(String text) {
        Reading reading =
                RecipeText.into(new Draft(PLAIN, new Remarks()), text.substring(RecipeText.VERSION.length() + 1));
        if (!reading.notices().isEmpty()) {
            throw new IllegalStateException(text + ": " + reading.notices());
        }
        return reading.recipe();
    }
}
