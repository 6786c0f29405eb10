package dev.steep.ui.runs;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Numbers;
import dev.steep.math.Characters;
import dev.steep.math.Elementary;
import dev.steep.recipe.KnobPath;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Reading;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.SampleEdits;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Recipes that differ in the seed, or in one or two settings: which settings there are, which values they may have, and the recipes. */
public final class Sweep {
    /** So many runs at once are enough for a grid of seven by seven. */
    public static final int MOST_RUNS = 49;

    public static final int MOST_SEEDS = 20;

    /** Longer runs are better trained one by one. */
    public static final int MOST_EPOCHS = 100;

    /** What a grid of numbers begins with. */
    private static final int USUAL_VALUES = 5;

    /** Parts whose knobs need not be told whose they are. */
    private static final List<String> CLEAR =
            List.of(Parts.LAYERS.name(), Parts.OPTIMIZER.name(), Parts.FIT.name(), Parts.CALLBACKS.name());

    private Sweep() {}

    /**
     * A setting that may be swept.
     *
     * @param path leads to it, as in {@link KnobPath}
     * @param title in words, such as {@code learning rate}
     * @param words that it may be; empty for a number
     * @param whole whether it is a whole number
     * @param low the least number
     * @param high the greatest number
     * @param logarithmic whether its values are spaced by factors
     * @param value what it is in the present recipe
     */
    public record Setting(
            String path,
            String title,
            List<String> words,
            boolean whole,
            double low,
            double high,
            boolean logarithmic,
            String value) {
        public boolean ofWords() {
            return !words.isEmpty();
        }

        /** The present word, and some others. */
        public List<String> usual() {
            Set<String> some = new LinkedHashSet<>(List.of(value));
            words.stream().limit(USUAL_VALUES - 1).forEach(some::add);
            return List.copyOf(some);
        }

        /** Where a grid around the present value begins. */
        public double from() {
            double now = Numbers.read(value);
            double least = now / reach();
            return now <= 0 ? low : whole ? Math.max(low, Math.rint(Math.max(1, least))) : Math.max(low, least);
        }

        /** How many times less or more than now. */
        private double reach() {
            return logarithmic && !whole ? 100 : 4;
        }

        /** Where it ends. */
        public double to() {
            double now = Numbers.read(value);
            double most = now <= 0 ? Math.min(high, low + 1) : now * reach();
            return Math.min(high, whole ? Math.rint(most) : most);
        }

        /** Values from one number to another, both included, as links write them; whole ones and few digits, each once. */
        public List<String> grid(double from, double to, int count, boolean factors) {
            Set<String> values = new LinkedHashSet<>();
            for (int i = 0; i < count; i++) {
                double share = count == 1 ? 0 : (double) i / (count - 1);
                double plain = factors && from > 0 && to > 0
                        ? Elementary.exp(Elementary.log(from) + share * (Elementary.log(to) - Elementary.log(from)))
                        : from + share * (to - from);
                double value = whole ? Math.rint(plain) : digits(plain);
                values.add(Numbers.write(Math.max(low, Math.min(high, value))));
            }
            return List.copyOf(values);
        }

        /** Three digits that matter. */
        private static double digits(double value) {
            if (value == 0) {
                return 0;
            }
            double unit = 1;
            while (Math.abs(value) * unit < 100) {
                unit *= 10;
            }
            return Math.rint(value * unit) / unit;
        }
    }

    /** So many values are offered at first. */
    public static int usualValues() {
        return USUAL_VALUES;
    }

    /** The numbers, flags and choices of a recipe, in the order of its parts. */
    public static List<Setting> settings(Recipe recipe) {
        List<Setting> settings = new ArrayList<>();
        for (KnobPath path : KnobPath.all(recipe)) {
            if (path.in(recipe) instanceof KnobPath.Place<?> place && isFree(path)) {
                add(path, place, recipe, settings);
            }
        }
        return settings;
    }

    /** Seeds are a choice of their own, the pace changes no number, and epochs are the same for all. */
    private static boolean isFree(KnobPath path) {
        String text = path.toString();
        return !text.equals(Parts.SEED.name())
                && !text.equals(RunGroup.FOLD)
                && !text.equals(Parts.PACE.name())
                && !text.equals(Parts.DATA.name())
                && !text.equals(Parts.LOSS.name())
                && !text.equals(epochs())
                && !path.words().get(0).equals(Parts.METRICS.name());
    }

    private static String epochs() {
        return Parts.FIT.name() + "." + Settings.EPOCHS.name();
    }

    private static void add(KnobPath path, KnobPath.Place<?> place, Recipe recipe, List<Setting> to) {
        String value = RunGroup.value(path.toString(), recipe);
        Domain<?> domain = place.knob().domain();
        if (domain instanceof Domain.Whole whole) {
            to.add(number(
                    path, true, whole.low(), whole.high(), whole.high() >= 100 * Math.max(1, whole.low()), value));
        } else if (domain instanceof Domain.Real real) {
            to.add(number(path, false, real.low(), real.high(), real.logarithmic(), value));
        } else if (domain instanceof Domain.Flag) {
            to.add(words(path, List.of("true", "false"), value));
        } else if (domain instanceof Domain.Word word) {
            to.add(words(path, word.words(), value));
        } else if (domain instanceof Domain.Pick pick
                && place.value() instanceof Choice
                && !(path.words().get(0).equals(Parts.LAYERS.name())
                        && path.words().size() == 2)
                && !(path.words().get(0).equals(Parts.CALLBACKS.name())
                        && path.words().size() == 2)) {
            List<String> kinds = pick.kinds().get().stream().map(Kind::name).toList();
            if (kinds.size() > 1) {
                to.add(words(path, kinds, value));
            }
        }
    }

    private static Setting number(
            KnobPath path, boolean whole, double low, double high, boolean logarithmic, String value) {
        return new Setting(path.toString(), title(path), List.of(), whole, low, high, logarithmic, value);
    }

    private static Setting words(KnobPath path, List<String> words, String value) {
        return new Setting(path.toString(), title(path), words, false, 0, 0, false, value);
    }

    /** {@code learning rate}, {@code data noise}; of a layer {@code dense units}. */
    public static String title(KnobPath path) {
        List<String> words = path.words();
        boolean clear = words.size() > 1 && CLEAR.contains(words.get(0));
        return String.join(" ", clear ? words.subList(1, words.size()) : words).replace('_', ' ');
    }

    /** The same recipe with so many epochs, and with each seed from its own on. */
    public static List<Recipe> seeds(Recipe recipe, int count, int epochs) {
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Recipe one = withEpochs(recipe, epochs);
            recipes.add(SampleEdits.fitted(one, one.withSeed((recipe.seed() + i) % 1_000_000_000)));
        }
        return recipes;
    }

    /** The same recipe with so many epochs, in which each of so many folds validates in turn. */
    public static List<Recipe> folds(Recipe recipe, int count, int epochs) {
        List<Recipe> recipes = new ArrayList<>();
        for (int fold = 1; fold <= count; fold++) {
            recipes.add(withEpochs(recipe, epochs).withSplit(Settings.withFold(recipe.split(), fold, count)));
        }
        return recipes;
    }

    /**
     * The same recipe with every combination of values.
     *
     * @param paths of one or two settings
     * @param values of each, as links write them
     * @param notices gets a sentence for each value that cannot be
     */
    public static List<Recipe> grid(
            Recipe recipe, List<String> paths, List<List<String>> values, int epochs, List<String> notices) {
        List<Recipe> recipes = List.of(withEpochs(recipe, epochs));
        for (int i = 0; i < paths.size(); i++) {
            KnobPath path = KnobPath.read(paths.get(i));
            List<Recipe> more = new ArrayList<>();
            for (Recipe each : recipes) {
                for (String value : values.get(i)) {
                    Reading reading = path.with(each, value);
                    reading.notices().stream()
                            .filter(notice -> !notices.contains(notice))
                            .forEach(notices::add);
                    if (!more.contains(reading.recipe())) {
                        more.add(reading.recipe());
                    }
                }
            }
            recipes = more;
        }
        return recipes;
    }

    private static Recipe withEpochs(Recipe recipe, int epochs) {
        return recipe.withFit(recipe.fit().with(Settings.EPOCHS, epochs));
    }

    /** What stands between commas. */
    public static List<String> listed(String text) {
        return Characters.parts(text, ',').stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
