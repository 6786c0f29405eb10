package dev.steep.worker.experiment;

import dev.steep.catalog.Numbers;
import dev.steep.data.ColumnSplit;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.Filling;
import dev.steep.data.MadeFeatures;
import dev.steep.data.Origin;
import dev.steep.data.Preparation;
import dev.steep.data.Rescaling;
import dev.steep.data.Scaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.data.file.LabelChoice;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.protocol.look.DataPart;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A data set, split and prepared as a recipe asks.
 *
 * @param data as they came
 * @param given what the network is given but for the rescaling: with features that are made from others
 * @param filling fills gaps
 * @param made makes them
 * @param columns of the table that it comes from, if it comes from one
 * @param answers rescales what is predicted, if it is numbers, by the training part
 * @param asked what the network is to say of each sample: what the data set says, or the sample as the network is given it
 * @param label the column that is predicted; empty if there is no such choice
 * @param ranges lowest and highest raw value of each feature outside of the test part, by turns; of images one pair for all
 * @param test what tells this test part from others, 0 if it is empty
 * @param edits what was changed of single samples by hand
 * @param notices what was asked of the preparation and cannot be done
 */
public record PreparedData(
        Dataset data,
        Dataset given,
        Filling filling,
        MadeFeatures made,
        List<LabelChoice> columns,
        String label,
        Split split,
        Rescaling scale,
        Rescaling answers,
        Target asked,
        double[] ranges,
        int test,
        EditedRows edits,
        List<String> notices) {
    /** Numbers of the test part that its fingerprint is made of, at the most. */
    private static final int PRINTED = 1 << 18;

    /** At once, what {@link #job} makes. */
    static PreparedData of(Dataset came, List<LabelChoice> columns, String label, Recipe recipe) {
        return job(came, columns, label, recipe).finish();
    }

    /** @param came the data set as it came, before samples were removed or relabelled by hand */
    static DataJob<PreparedData> job(Dataset came, List<LabelChoice> columns, String label, Recipe recipe) {
        return DataJob.of(() -> EditedRows.of(came, recipe))
                .then(edits -> split(came, recipe)
                        .then(split -> new Making(columns, label, edits, edits.without(split), recipe).job()))
                .told("Preparing");
    }

    /** A data set that is split, on its way to be prepared: one step needs what the one before has found. */
    private record Making(List<LabelChoice> columns, String label, EditedRows edits, Split split, Recipe recipe) {
        DataJob<PreparedData> job() {
            List<String> notices = new ArrayList<>();
            Preparation preparation = Settings.preparation(recipe);
            Dataset data = edits.data();
            return Filling.job(data, preparation, split.training()).then(filling -> filling.filling(data)
                    .then(filled -> MadeFeatures.job(preparation.made(), filled, notices)
                            .then(made -> made.adding(filled)
                                    .then(given -> rescaled(preparation, filling, made, given, notices)))));
        }

        private DataJob<PreparedData> rescaled(
                Preparation preparation, Filling filling, MadeFeatures made, Dataset given, List<String> notices) {
            return preparation.fitting(given, split.training()).then(inputs -> {
                Target asked = Settings.reconstructs(recipe)
                        ? new Target.Inputs(given.x(), inputs.scale())
                        : edits.data().y();
                return Preparation.fitting(Settings.targetScaling(recipe), asked, split.training())
                        .then(answers -> ranges(edits.data(), split).then(ranges -> print(edits.data(), split.test())
                                .then(print -> DataJob.of(() -> {
                                    notices.addAll(inputs.notices());
                                    notices.addAll(answers.notices());
                                    return new PreparedData(
                                            edits.data(),
                                            given,
                                            filling,
                                            made,
                                            columns,
                                            label,
                                            split,
                                            inputs.scale(),
                                            answers.scale(),
                                            asked,
                                            ranges,
                                            print,
                                            edits,
                                            List.copyOf(notices));
                                }))));
            });
        }
    }

    private static DataJob<Split> split(Dataset data, Recipe recipe) {
        double validation = recipe.split().get(Settings.VALIDATION);
        double test = recipe.split().get(Settings.TEST);
        Random random = new Random(recipe.seed()).fork("split");
        if (!data.parts().isEmpty()) {
            return Split.given(data.parts(), data.y(), validation, random);
        }
        Optional<int[]> groups = data.origin().flatMap(Origin::groups);
        if (groups.isPresent()) {
            return DataJob.of(() -> ColumnSplit.byGroup(groups.get(), validation, test, random));
        }
        Optional<double[]> times = data.origin().flatMap(Origin::times);
        if (times.isPresent()) {
            return DataJob.of(() -> ColumnSplit.byTime(times.get(), validation, test));
        }
        boolean last = recipe.split().get(Settings.ORDER).equals("last");
        Optional<Integer> folds = recipe.split().get(Settings.FOLDS).filter(each -> data.count() > each);
        if (folds.isPresent()) {
            int fold = Settings.fold(recipe.split(), folds.get());
            return Split.folding(data.y(), fold, folds.get(), test, last, random);
        }
        return last
                ? DataJob.of(() -> Split.lastRows(data.count(), validation, test))
                : Split.job(data.y(), validation, test, random);
    }

    private static DataJob<double[]> ranges(Dataset data, Split split) {
        int size = data.x().size();
        double[] ranges = new double[data.isImage() ? 2 : 2 * size];
        return DataJob.each(ranges.length / 2, i -> {
                    int from = data.isImage() ? 0 : i;
                    int to = data.isImage() ? size : i + 1;
                    return data.x().ranging(split.training(), from, to).then(training -> data.x()
                            .ranging(split.validation(), from, to)
                            .then(validation -> DataJob.of(() -> {
                                double low = Math.min(training[0], validation[0]);
                                double high = Math.max(training[1], validation[1]);
                                ranges[2 * i] = low <= high ? low : 0;
                                ranges[2 * i + 1] = low <= high ? high : 0;
                                return ranges;
                            })));
                })
                .then(all -> DataJob.of(() -> ranges));
    }

    /** A hash of which rows they are and of what stands in them; of many, of rows at even distances. */
    private static DataJob<Integer> print(Dataset data, int[] rows) {
        int every = 1 + (int) ((long) rows.length * data.x().size() / PRINTED);
        int seen = (rows.length + every - 1) / every;
        int[] hash = {Random.mix(data.count()) + rows.length};
        return DataJob.of(
                "Preparing",
                seen,
                "sample",
                i -> {
                    int row = rows[i * every];
                    hash[0] = Random.mix(hash[0] ^ row) + data.y().group(row);
                    for (float number : data.x().sample(row)) {
                        hash[0] = Random.mix(hash[0] ^ Float.floatToIntBits(number));
                    }
                },
                () -> rows.length == 0 ? 0 : hash[0] == 0 ? 1 : hash[0]);
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
        Optional<Integer> folds = recipe.split().get(Settings.FOLDS);
        boolean column = data.origin()
                .filter(each -> each.groups().isPresent() || each.times().isPresent())
                .isPresent();
        if (column && folds.isPresent()) {
            return Optional.of(
                    "A column says how these rows are split, so folds=" + folds.get() + " of split is not used.");
        }
        if (folds.isPresent() && recipe.split().get(Settings.FOLD) > folds.get()) {
            return Optional.of("There are " + folds.get() + " folds, so fold "
                    + recipe.split().get(Settings.FOLD) + " cannot validate: fold " + folds.get() + " does.");
        }
        if (folds.isPresent() && data.count() <= folds.get()) {
            return Optional.of(Numbers.count(data.count(), "sample") + " are too few for " + folds.get()
                    + " folds: a share of them validates instead.");
        }
        if (together < 1 || folds.isPresent()) {
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
        return recipe.prepare()
                .get(Settings.TARGET)
                .filter(word -> !(asked instanceof Target.Numbers))
                .map(word -> (reconstructs()
                                ? "The network answers with its own input, as it is prepared, so there is nothing else to rescale"
                                : "Classes are predicted here, so there are no numbers to rescale")
                        + ": target=" + word + " of prepare is not used.");
    }

    /** With samples that all count alike. */
    public Supply unweighted() {
        return new Supply(given.x(), scale, asked, answers);
    }

    Supply supply(Recipe recipe) {
        return new Supply(given.x(), scale, asked, answers, weights(recipe));
    }

    /** Whether samples count differently under this recipe. */
    boolean weighted(Recipe recipe) {
        return classesWeighed(recipe) || data.origin().flatMap(Origin::weights).isPresent();
    }

    private boolean classesWeighed(Recipe recipe) {
        return asked instanceof Target.Classes
                && recipe.fit().get(Settings.CLASS_WEIGHT).isPresent();
    }

    /** The weight of a sample's class times that of its row. */
    private float[] weights(Recipe recipe) {
        float[] rows = data.origin().flatMap(Origin::weights).orElse(new float[0]);
        if (!(asked instanceof Target.Classes classes) || !classesWeighed(recipe)) {
            return rows;
        }
        List<Double> given = recipe.fit().get(Settings.CLASS_WEIGHT).orElseThrow();
        float[] weights = new float[classes.count()];
        for (int row = 0; row < weights.length; row++) {
            int of = classes.index()[row];
            float weight = of < given.size() ? given.get(of).floatValue() : 1;
            weights[row] = rows.length == 0 ? weight : weight * rows[row];
        }
        return weights;
    }

    /** Weights of classes that a recipe gives in vain. */
    Optional<String> weighedInVain(Recipe recipe) {
        Optional<List<Double>> given = recipe.fit().get(Settings.CLASS_WEIGHT);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (!(asked instanceof Target.Classes classes)) {
            return Optional.of(
                    (reconstructs() ? "The network answers with its own input" : "Numbers are predicted here")
                            + ", so there are no classes to weigh: class_weight of fit is not used.");
        }
        int classCount = classes.names().size();
        return given.get().size() > classCount
                ? Optional.of(
                        "class_weight of fit has " + Numbers.count(given.get().size(), "number") + " for " + classCount
                                + " classes: those after the first " + classCount + " are not used.")
                : Optional.empty();
    }

    /** Inputs outside of 0 to 1 that a cross-entropy is to compare with as shares. */
    Optional<String> comparedInVain(Recipe recipe) {
        if (!reconstructs() || !recipe.loss().is(Loss.BINARY_CROSSENTROPY.kind())) {
            return Optional.empty();
        }
        Scaling scaling = Settings.scaling(recipe);
        boolean shares = scaling == Scaling.UNIT
                || scaling == Scaling.NONE && Arrays.stream(ranges).allMatch(each -> each >= 0 && each <= 1);
        return shares
                ? Optional.empty()
                : Optional.of(
                        "binary_crossentropy compares numbers from 0 to 1, and the inputs here, which are the answer,"
                                + " are others: scale inputs to 0…1, or pick mean_squared_error.");
    }

    Task task() {
        return reconstructs() ? new Task.Reconstruction(given.shape()) : task(asked);
    }

    /** What is asked of samples that say this. */
    static Task task(Target asked) {
        return asked instanceof Target.Classes classes
                ? new Task.Classification(classes.names())
                : new Task.Regression(asked.width());
    }

    /** Whether the network is to answer with its own input. */
    public boolean reconstructs() {
        return asked instanceof Target.Inputs;
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
        return data.x() == other.data.x()
                && edits.sameTargets(other.edits)
                && Arrays.equals(split.training(), other.split.training())
                && Arrays.equals(split.validation(), other.split.validation())
                && Arrays.equals(split.test(), other.split.test());
    }

    /** Whether it is the same data set with other samples removed or relabelled. */
    boolean editedFrom(PreparedData other) {
        return data.x() == other.data.x() && !edits.sameAs(other.edits);
    }

    /** Raw samples, one after the other, as the network sees them. */
    public float[] prepared(float[] raw) {
        float[] all = made.expanded(filling.filled(raw));
        float[] scaled = new float[all.length];
        int size = given.x().size();
        for (int i = 0; i < all.length; i++) {
            scaled[i] = (float) scale.apply(all[i], i % size);
        }
        return scaled;
    }

    /** Ordinal of the warp, centre and factor of each input, or once for all that share them. */
    public double[] scales() {
        double[] scales = new double[scale.isShared() ? 3 : 3 * given.x().size()];
        for (int i = 0; 3 * i < scales.length; i++) {
            scales[3 * i] = scale.warp(i).ordinal();
            scales[3 * i + 1] = scale.centre(i);
            scales[3 * i + 2] = scale.factor(i);
        }
        return scales;
    }

    /** The true class of a row, or its first number. */
    public float truth(int row) {
        return truth(data.y(), row);
    }

    private static float truth(Target y, int row) {
        if (y instanceof Target.Classes classes) {
            return classes.index()[row];
        }
        Target.Numbers numbers = (Target.Numbers) y;
        return numbers.values()[row * numbers.width()];
    }

    /** The class of a row, or its first number, as the data came. */
    public float given(int row) {
        return truth(edits.came(), row);
    }

    /** The sample that is chosen at first: one that the network does not learn from, if there is any. */
    int firstChosen() {
        return split.validation().length > 0 ? split.validation()[0] : split.training()[0];
    }
}
