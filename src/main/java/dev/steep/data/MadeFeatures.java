package dev.steep.data;

import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Lanes;
import dev.steep.math.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Features made from the features of a data set by formulas: {@code x^2}, {@code x * y}, {@code log(`time (h)`)}. A name that is
 * no word of letters and digits stands in backticks. They come after the features that there are.
 */
public final class MadeFeatures {
    /** None. */
    public static final MadeFeatures NONE = new MadeFeatures(List.of(), List.of(), 0);

    /** So many of one data set. */
    public static final int MOST = 64;

    private final List<String> names;
    private final List<Lanes> formulas;
    private final int features;

    private MadeFeatures(List<String> names, List<Lanes> formulas, int features) {
        this.names = List.copyOf(names);
        this.formulas = List.copyOf(formulas);
        this.features = features;
    }

    /** What is wrong with a formula of these features, in a sentence, if anything is. */
    public static Optional<String> complaint(String text, List<String> features) {
        return read(text, features) instanceof Formula.Mistake mistake
                ? Optional.of("The feature \"" + text + "\" cannot be made. " + mistake.message())
                : Optional.empty();
    }

    /** The sentence for data whose samples are no lists of named numbers. */
    private static final String NO_NAMES =
            "Features can be made of the columns of a table or the coordinates of a point; these samples have none.";

    /**
     * Those that can be made for every sample.
     *
     * @param notices gets a sentence for each that cannot
     */
    public static MadeFeatures of(List<String> texts, Dataset data, List<String> notices) {
        return job(texts, data, notices).finish();
    }

    /** The same, a slice at a time. */
    public static DataJob<MadeFeatures> job(List<String> texts, Dataset data, List<String> notices) {
        if (texts.isEmpty() || data.shape().rank() != 1 || data.features().isEmpty()) {
            if (!texts.isEmpty()) {
                notices.add(NO_NAMES);
            }
            return RowBlocks.step(() -> NONE);
        }
        List<String> names = new ArrayList<>();
        List<Lanes> formulas = new ArrayList<>();
        return DataJob.each(texts.size(), i -> read(texts.get(i), data, names, formulas, notices))
                .then(read -> RowBlocks.step(() -> names.isEmpty()
                        ? NONE
                        : new MadeFeatures(names, formulas, data.features().size())));
    }

    /** Adds a formula to those that can be made. */
    private static DataJob<Boolean> read(
            String text, Dataset data, List<String> names, List<Lanes> formulas, List<String> notices) {
        Formula formula = read(text, data.features());
        if (formula instanceof Formula.Understood understood
                && !names.contains(text)
                && !data.features().contains(text)) {
            Lanes lanes = Lanes.of(understood.computed());
            return gap(text, lanes, data)
                    .then(gap -> RowBlocks.step(() -> {
                        gap.ifPresent(notices::add);
                        if (gap.isEmpty()) {
                            names.add(text);
                            formulas.add(lanes);
                        }
                        return gap.isEmpty();
                    }));
        }
        if (formula instanceof Formula.Understood) {
            notices.add("There is a feature \"" + text + "\" already; it is not made again.");
        } else {
            complaint(text, data.features()).ifPresent(notices::add);
        }
        return RowBlocks.step(() -> false);
    }

    /** Says for which samples a formula has no value. */
    private static DataJob<Optional<String>> gap(String text, Lanes lanes, Dataset data) {
        MadeFeatures alone =
                new MadeFeatures(List.of(text), List.of(lanes), data.features().size());
        int width = data.features().size();
        int[] missing = {0, -1}; // and the first
        return blocks(
                data,
                from -> {
                    float[] raw = raw(data, from);
                    float[] all = alone.expanded(raw);
                    for (int i = 0; i * width < raw.length; i++) {
                        if (!Float.isFinite(all[i * (width + 1) + width]) && finite(raw, i * width, width)) {
                            missing[0]++;
                            missing[1] = missing[1] < 0 ? from + i : missing[1];
                        }
                    }
                },
                () -> missing[0] == 0
                        ? Optional.empty()
                        : Optional.of(
                                "\"" + text + "\" has no value for " + Numbers.grouped(missing[0]) + " of "
                                        + Numbers.count(data.count(), "sample") + " (the first is sample "
                                        + (missing[1] + 1)
                                        + "), so it is left out. log and sqrt need numbers above 0, a fraction one that is not 0 below."));
    }

    /** Something for each block of samples, by its first row. */
    private static <T> DataJob<T> blocks(Dataset data, IntConsumer block, Supplier<T> result) {
        int blocks = (data.count() + Lanes.BLOCK - 1) / Lanes.BLOCK;
        return DataJob.of("Making features", blocks, "block", i -> block.accept(i * Lanes.BLOCK), result);
    }

    private static boolean finite(float[] numbers, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!Float.isFinite(numbers[i])) {
                return false;
            }
        }
        return true;
    }

    /** Some samples from this row on, one after the other. */
    private static float[] raw(Dataset data, int from) {
        int size = data.x().size();
        int count = Math.min(Lanes.BLOCK, data.count() - from);
        float[] raw = new float[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(data.x().sample(from + i), 0, raw, i * size, size);
        }
        return raw;
    }

    /** The formula over the columns of an array x of samples, for a script; nothing if there is a mistake in it. */
    public static Optional<Expr> overColumns(String text, List<String> features) {
        if (!(read(text, features) instanceof Formula.Understood understood)) {
            return Optional.empty();
        }
        Expr expr = understood.computed();
        for (Expr input : expr.inputs()) {
            expr = expr.substitute(input.index(), Expr.input(input.index(), "x[:, " + input.index() + "]"));
        }
        return Optional.of(expr);
    }

    private static Formula read(String text, List<String> features) {
        String[] variables = new String[features.size()];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = isWord(features.get(i)) ? features.get(i) : stand(i);
        }
        StringBuilder plain = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('`'); open >= 0; open = text.indexOf('`', at)) {
            int close = text.indexOf('`', open + 1);
            if (close < 0) {
                return new Formula.Mistake(
                        open,
                        text.length() - open,
                        "A name begins with ` here and does not end: write another ` behind it.");
            }
            String name = text.substring(open + 1, close);
            int feature = features.indexOf(name);
            if (feature < 0) {
                return new Formula.Mistake(open, close - open + 1, "There is no feature \"" + name + "\" here.");
            }
            plain.append(text, at, open).append(variables[feature]);
            at = close + 1;
        }
        return Formula.read(plain.append(text.substring(at)).toString(), variables);
    }

    private static String stand(int feature) {
        return "feature" + (feature + 1);
    }

    /** Formulas to begin with: of the first two features, of measured ones if there are any. A square of "is it so", 0 or 1, is itself. */
    public static List<String> examples(List<String> features) {
        List<String> measured =
                features.stream().filter(each -> !each.contains(" = ")).toList();
        List<String> names = (measured.isEmpty() ? features : measured)
                .stream().limit(2).map(MadeFeatures::written).toList();
        if (names.isEmpty()) {
            return List.of();
        }
        String first = names.get(0);
        if (names.size() == 1) {
            return List.of(first + "^2", first + "^3", "sin(" + first + ")");
        }
        String second = names.get(1);
        return List.of(
                first + "^2", second + "^2", first + " * " + second, "sin(" + first + ")", "sin(" + second + ")");
    }

    /** The name as it stands in a formula. */
    public static String written(String feature) {
        return isWord(feature) ? feature : "`" + feature + "`";
    }

    private static boolean isWord(String name) {
        boolean word = !name.isEmpty() && !isDigit(name.charAt(0));
        for (int i = 0; i < name.length() && word; i++) {
            char c = name.charAt(i);
            word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c);
        }
        return word;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Their formulas, which are their names. */
    public List<String> names() {
        return names;
    }

    /** Raw samples of so many features each, one after the other, with what is made of them behind; the same array if nothing is. */
    public float[] expanded(float[] raw) {
        if (names.isEmpty()) {
            return raw;
        }
        int count = raw.length / features;
        int width = features + names.size();
        double[] numbers = new double[raw.length];
        float[] all = new float[count * width];
        for (int i = 0; i < raw.length; i++) {
            numbers[i] = raw[i];
            all[i / features * width + i % features] = raw[i];
        }
        double[][] inputs = new double[features][];
        int[] offsets = new int[features];
        int[] strides = new int[features];
        for (int i = 0; i < features; i++) {
            inputs[i] = numbers;
            offsets[i] = i;
            strides[i] = features;
        }
        double[] made = new double[count];
        for (int i = 0; i < formulas.size(); i++) {
            formulas.get(i).run(count, inputs, offsets, strides, made, 0);
            for (int k = 0; k < count; k++) {
                all[k * width + features + i] = (float) made[k];
            }
        }
        return all;
    }

    /** The data set as the network sees it but for the rescaling: the same one if nothing is made. */
    public Dataset added(Dataset data) {
        return adding(data).finish();
    }

    /** The same, a slice at a time. */
    public DataJob<Dataset> adding(Dataset data) {
        if (names.isEmpty()) {
            return RowBlocks.step(() -> data);
        }
        int width = features + names.size();
        float[] all = new float[data.count() * width];
        List<String> both = new ArrayList<>(data.features());
        both.addAll(names);
        return blocks(
                data,
                from -> {
                    float[] block = expanded(raw(data, from));
                    System.arraycopy(block, 0, all, from * width, block.length);
                },
                () -> new Dataset(
                        data.name(),
                        Shape.of(width),
                        new FloatSamples(all, width),
                        data.y(),
                        both,
                        data.parts(),
                        data.origin()));
    }
}
