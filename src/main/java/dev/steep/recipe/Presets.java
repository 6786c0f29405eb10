package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Remarks;
import dev.steep.data.generated.BuiltIn;

/** The experiments that the lab knows by itself, one for each built-in data set. */
public final class Presets {
    private static final String IMAGE_LAYERS = "Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D"
            + "/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.25)";

    /** The experiment that the lab opens with: handwritten digits and a small convolutional network. */
    public static final Recipe OPENING = opening(BuiltIn.DIGITS);

    private Presets() {}

    /** The experiment to begin with on a built-in data set. */
    public static Recipe opening(BuiltIn data) {
        return known("1/data=" + data.kind().name() + "/" + data.opening());
    }

    /** One sentence: what to try with these data; empty for files. */
    public static String hint(Choice data) {
        return BuiltIn.of(data).map(BuiltIn::hint).orElse("");
    }

    /** The network that the lecture works through by hand: three inputs, units 4 and 5, and one output or two. */
    public static Recipe lecture(int outputs) {
        return outputs == 1
                ? opening(BuiltIn.BY_HAND)
                : known("1/data=by_hand/" + BuiltIn.BY_HAND.opening().replace("Dense(1,", "Dense(" + outputs + ","));
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

    /** Reads a text of our own, which must be flawless. */
    private static Recipe known(String text) {
        Reading reading = RecipeText.into(new Draft(new Remarks()), text.substring(RecipeText.VERSION.length() + 1));
        if (!reading.notices().isEmpty()) {
            throw new IllegalStateException(text + ": " + reading.notices());
        }
        return reading.recipe();
    }
}
