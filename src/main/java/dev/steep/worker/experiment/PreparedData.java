package dev.steep.worker.experiment;

import dev.steep.catalog.Numbers;
import dev.steep.data.Dataset;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.network.loss.Task;
import dev.steep.protocol.DataPart;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A data set, split and prepared as a recipe asks.
 *
 * @param columns of the table that it comes from, if it comes from one
 * @param label the column that is predicted; empty if there is no such choice
 */
public record PreparedData(Dataset data, List<String> columns, String label, Split split, Rescaling scale) {
    static PreparedData of(Dataset data, List<String> columns, String label, Recipe recipe) {
        double validation = recipe.split().get(Settings.VALIDATION);
        double test = recipe.split().get(Settings.TEST);
        Split split = recipe.split().get(Settings.ORDER).equals("last")
                ? Split.lastRows(data.count(), validation, test)
                : Split.of(data.y(), validation, test, new Random(recipe.seed()).fork("split"));
        Rescaling scale = Settings.scaling(recipe).fit(data.x(), split.training(), data.shape());
        return new PreparedData(data, columns, label, split, scale);
    }

    /** What the recipe asks of the split in vain: one sample at least is always left for training. */
    Optional<String> askedInVain(Recipe recipe) {
        double together =
                recipe.split().get(Settings.VALIDATION) + recipe.split().get(Settings.TEST);
        if (together < 1) {
            return Optional.empty();
        }
        return Optional.of("Validation and test ask for " + Math.round(100 * together) + " % of the samples together."
                + " Test is served first: it has " + Numbers.grouped(split.test().length) + " of "
                + Numbers.grouped(data.count()) + ", validation " + Numbers.grouped(split.validation().length)
                + ", and training " + Numbers.grouped(split.training().length) + ". Make them smaller.");
    }

    Supply supply() {
        return new Supply(data.x(), scale, data.y());
    }

    Task task() {
        return data.y() instanceof Target.Classes classes
                ? new Task.Classification(classes.names())
                : new Task.Regression(data.y().width());
    }

    public int[] rows(DataPart part) {
        return switch (part) {
            case TRAINING -> split.training();
            case VALIDATION -> split.validation();
            case TEST -> split.test();
        };
    }

    /** Whether it is the same samples in the same parts, however they are prepared. */
    boolean sameRows(PreparedData other) {
        return data == other.data
                && Arrays.equals(split.training(), other.split.training())
                && Arrays.equals(split.validation(), other.split.validation())
                && Arrays.equals(split.test(), other.split.test());
    }

    /** A raw sample as the network sees it. */
    public float[] prepared(float[] raw) {
        float[] scaled = new float[raw.length];
        int size = data.x().size();
        for (int i = 0; i < raw.length; i++) {
            scaled[i] = (float) scale.apply(raw[i], i % size);
        }
        return scaled;
    }

    /** The true class of a row, or its first number. */
    public float truth(int row) {
        if (data.y() instanceof Target.Classes classes) {
            return classes.index()[row];
        }
        Target.Numbers numbers = (Target.Numbers) data.y();
        return numbers.values()[row * numbers.width()];
    }

    /** The sample that is chosen at first: one that the network does not learn from, if there is any. */
    int firstChosen() {
        return split.validation().length > 0 ? split.validation()[0] : split.training()[0];
    }
}
