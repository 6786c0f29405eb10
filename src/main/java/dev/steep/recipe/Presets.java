package dev.steep.recipe;

import dev.steep.catalog.Remarks;
import dev.steep.data.generated.BuiltIn;

/** The experiments that the lab knows by itself, one for each built-in data set. */
public final class Presets {
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
            case BY_HAND -> lecture(1);
            case DECAY ->
                known("1/data=decay/prepare(none)/Formula('a * exp(-k x)','a=5, k=0.1')"
                        + "/loss=mean_squared_error/optimizer=Adam(0.05)/fit(200,600)");
            case SINE ->
                known("1/data=sine/prepare(signed)/Dense(16,activation=tanh)/Dense(16,activation=tanh)/Dense(1)"
                        + "/loss=mean_squared_error/optimizer=Adam(0.01)/fit(16,200)");
        };
    }

    /** The network that the lecture works through by hand: three inputs, units 4 and 5, and one output or two. */
    public static Recipe lecture(int outputs) {
        return known("1/data=by_hand/prepare(none)/split(0)/Dense(2,activation=sigmoid)/Dense(" + outputs
                + ",activation=sigmoid)/loss=mean_squared_error/optimizer=SGD(0.5)/fit(1,100)");
    }

    /** The layers to begin with on samples of this shape: convolutions for images, a small MLP otherwise. */
    public static Recipe fitting(Recipe recipe, boolean image, int outputs, boolean classes) {
        String output = "/" + Retarget.head(outputs, classes).phrase();
        String hidden = image ? IMAGE_LAYERS : "Dense(16,activation=relu)/Dense(16,activation=relu)";
        Recipe read = known("1/" + hidden + output
                + (classes ? "" : "/loss=mean_squared_error/metrics=(mean_absolute_error)")
                + "/prepare(" + (image ? "unit" : "standardise") + (classes ? "" : ",target=standardise") + ")"
                + (image ? "" : "/optimizer=Adam(0.01)/fit(16,60)"));
        return read.withData(recipe.data()).withSplit(recipe.split()).withSeed(recipe.seed());
    }

    private static Recipe points(BuiltIn data, String hidden) {
        return known("1/data=" + data.kind().name() + "/prepare(signed)/" + hidden
                + "/Dense(1,activation=sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(10,100)");
    }

    /** Reads a text of our own, which must be flawless. */
    private static Recipe known(String text) {
        Reading reading = RecipeText.into(new Draft(new Remarks()), text.substring(RecipeText.VERSION.length() + 1));
        if (!reading.notices().isEmpty()) {
            throw new IllegalStateException(text + ": " + reading.notices());
        }
        return reading.recipe();
    }
}
