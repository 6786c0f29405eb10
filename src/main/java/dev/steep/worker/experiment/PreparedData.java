package dev.steep.worker.experiment;

import dev.steep.catalog.Numbers;
import dev.steep.data.ColumnSplit;
import dev.steep.data.Dataset;
import dev.steep.data.Origin;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.data.file.LabelChoice;
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
 * @param answers rescales what is predicted, if it is numbers, by the training part
 * @param label the column that is predicted; empty if there is no such choice
 * @param ranges lowest and highest raw value of each feature outside of the test part, by turns; of images one pair for all
 * @param test what tells this test part from others, 0 if it is empty
 */
public record PreparedData(
        Dataset data,
        List<LabelChoice> columns,
        String label,
        Split split,
        Rescaling scale,
        Rescaling answers,
        double[] ranges,
        int test) {
    /** Numbers of the test part that its fingerprint is made of, at the most. */
    private static final int PRINTED = 1 << 18;

    static PreparedData of(Dataset data, List<LabelChoice> columns, String label, Recipe recipe) {
        double validation = recipe.split().get(Settings.VALIDATION);
        double test = recipe.split().get(Settings.TEST);
        Split split = split(data, validation, test, recipe);
        Rescaling scale = Settings.scaling(recipe).fit(data.x(), split.training(), data.shape());
        Rescaling answers = Settings.targetScaling(recipe).fit(data.y(), split.training());
        return new PreparedData(
                data, columns, label, split, scale, answers, ranges(data, split), print(data, split.test()));
    }

    private static Split split(Dataset data, double validation, double test, Recipe recipe) {
        Random random = new Random(recipe.seed()).fork("split");
        if (!data.parts().isEmpty()) {
            return Split.given(data.parts(), data.y(), validation, random);
        }
        Optional<int[]> groups = data.origin().flatMap(Origin::groups);
        Optional<double[]> times = data.origin().flatMap(Origin::times);
        if (groups.isPresent()) {
            return ColumnSplit.byGroup(groups.get(), validation, test, random);
        }
        if (times.isPresent()) {
            return ColumnSplit.byTime(times.get(), validation, test);
        }
        return recipe.split().get(Settings.ORDER).equals("last")
                ? Split.lastRows(data.count(), validation, test)
                : Split.of(data.y(), validation, test, random);
    }

    private static double[] ranges(Dataset data, Split split) {
        int size = data.x().size();
        double[] ranges = new double[data.isImage() ? 2 : 2 * size];
        for (int i = 0; i < ranges.length; i += 2) {
            int from = data.isImage() ? 0 : i / 2;
            int to = data.isImage() ? size : i / 2 + 1;
            double[] training = data.x().range(split.training(), from, to);
            double[] validation = data.x().range(split.validation(), from, to);
            double low = Math.min(training[0], validation[0]);
            double high = Math.max(training[1], validation[1]);
            ranges[i] = low <= high ? low : 0;
            ranges[i + 1] = low <= high ? high : 0;
        }
        return ranges;
    }

    /** A hash of which rows they are and of what stands in them; of many, of rows at even distances. */
    private static int print(Dataset data, int[] rows) {
        int every = 1 + (int) ((long) rows.length * data.x().size() / PRINTED);
        int hash = Random.mix(data.count()) + rows.length;
        for (int k = 0; k < rows.length; k += every) {
            hash = Random.mix(hash ^ rows[k]) + data.y().group(rows[k]);
            for (float number : data.x().sample(rows[k])) {
                hash = Random.mix(hash ^ Float.floatToIntBits(number));
            }
        }
        return rows.length == 0 ? 0 : hash == 0 ? 1 : hash;
    }

    /** Whether a row belongs to the test part. */
    public boolean isTest(int row) {
        return Arrays.binarySearch(split.test(), row) >= 0;
    }

    /** What the recipe asks of the split in vain: one sample at least is always left for training. */
    Optional<String> askedInVain(Recipe recipe) {
        double together =
                recipe.split().get(Settings.VALIDATION) + recipe.split().get(Settings.TEST);
        if (!data.parts().isEmpty()) {
            return givenInVain(recipe);
        }
        if (together < 1) {
            return Optional.empty();
        }
        return Optional.of("Validation and test ask for " + Math.round(100 * together) + " % of the samples together."
                + " Test is served first: it has " + Numbers.grouped(split.test().length) + " of "
                + Numbers.grouped(data.count()) + ", validation " + Numbers.grouped(split.validation().length)
                + ", and training " + Numbers.grouped(split.training().length) + ". Make them smaller.");
    }

    private Optional<String> givenInVain(Recipe recipe) {
        return recipe.split().get(Settings.TEST) > 0
                ? Optional.of("The folders of these files say which samples are for testing; the share of "
                        + Math.round(100 * recipe.split().get(Settings.TEST)) + " % is not used.")
                : Optional.empty();
    }

    /** The rescaling of numbers that a recipe asks for where classes are predicted. */
    Optional<String> scaledInVain(Recipe recipe) {
        boolean classes = data.y() instanceof Target.Classes;
        return recipe.prepare()
                .get(Settings.TARGET)
                .filter(word -> classes)
                .map(word -> "Classes are predicted here, so there are no numbers to rescale: target=" + word
                        + " of prepare is not used.");
    }

    Supply supply(Recipe recipe) {
        return new Supply(data.x(), scale, data.y(), answers, weights(recipe));
    }

    /** Whether samples count differently under this recipe. */
    static boolean weighted(Recipe recipe, Dataset data) {
        return data.y() instanceof Target.Classes
                && recipe.fit().get(Settings.CLASS_WEIGHT).isPresent();
    }

    private float[] weights(Recipe recipe) {
        if (!(data.y() instanceof Target.Classes classes) || !weighted(recipe, data)) {
            return new float[0];
        }
        List<Double> given = recipe.fit().get(Settings.CLASS_WEIGHT).orElseThrow();
        float[] weights = new float[classes.count()];
        for (int row = 0; row < weights.length; row++) {
            int of = classes.index()[row];
            weights[row] = of < given.size() ? given.get(of).floatValue() : 1;
        }
        return weights;
    }

    /** Weights of classes that a recipe gives in vain. */
    Optional<String> weighedInVain(Recipe recipe) {
        Optional<List<Double>> given = recipe.fit().get(Settings.CLASS_WEIGHT);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (!(data.y() instanceof Target.Classes classes)) {
            return Optional.of(
                    "Numbers are predicted here, so there are no classes to weigh: class_weight of fit is not used.");
        }
        int classCount = classes.names().size();
        return given.get().size() > classCount
                ? Optional.of(
                        "class_weight of fit has " + Numbers.count(given.get().size(), "number") + " for " + classCount
                                + " classes: those after the first " + classCount + " are not used.")
                : Optional.empty();
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
