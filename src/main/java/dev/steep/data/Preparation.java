package dev.steep.data;

import dev.steep.catalog.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the features of a data set are to be rescaled: all alike, but for those that have a rule of their own. All pixels of an
 * image share one scale. Statistics come from the training rows alone.
 *
 * @param all what features without a rule get
 * @param missing what stands for a gap in a feature without a rule for that
 * @param made formulas of features that are made from the others
 */
public record Preparation(Scaling all, Filling.Missing missing, List<Rule> rules, List<String> made) {
    /** Of the features that there are. */
    public Preparation(Scaling all, List<Rule> rules) {
        this(all, Filling.Missing.MEDIAN, rules, List.of());
    }

    /** What a feature gets, by its name; nothing for what all get. */
    public record Rule(String feature, Optional<Scaling> scale, Optional<Filling.Missing> missing) {
        /** With gaps filled as all are. */
        public Rule(String feature, Scaling scale) {
            this(feature, Optional.of(scale), Optional.empty());
        }
    }

    /** A rescaling, and sentences about what was asked for and cannot be done. */
    public record Fitted(Rescaling scale, List<String> notices) {}

    public Preparation {
        rules = List.copyOf(rules);
        made = List.copyOf(made);
    }

    /** The scale of this feature; of two rules for it the last counts. */
    public Scaling of(String feature) {
        Scaling scale = all;
        for (Rule rule : rules) {
            scale = rule.feature.equals(feature) ? rule.scale.orElse(all) : scale;
        }
        return scale;
    }

    /** What stands for a gap in this feature. */
    public Filling.Missing missing(String feature) {
        Filling.Missing found = missing;
        for (Rule rule : rules) {
            found = rule.feature.equals(feature) ? rule.missing.orElse(missing) : found;
        }
        return found;
    }

    /** For samples of this data set, by these training rows. */
    public Fitted fit(Dataset data, int[] training) {
        return fitting(data, training).finish();
    }

    /** The same, a slice at a time. */
    public DataJob<Fitted> fitting(Dataset data, int[] training) {
        List<String> notices = new ArrayList<>();
        for (Rule rule : rules) {
            if (!data.features().contains(rule.feature)) {
                notices.add("There is no feature \"" + rule.feature
                        + "\" here, so its preparation is not used. The features are "
                        + (data.features().isEmpty() ? "without names." : some(data.features()) + "."));
            }
        }
        if (data.shape().rank() >= 2 || data.features().isEmpty()) {
            return possible(all, data.x(), 0, data.x().size(), "The inputs", notices)
                    .then(possible -> possible.fitting(data.x(), training, data.shape()))
                    .then(scale -> RowBlocks.step(() -> new Fitted(scale, notices)));
        }
        return DataJob.each(data.x().size(), i -> scale(data, training, i, notices))
                .then(scales -> RowBlocks.step(() -> new Fitted(
                        scales.stream().allMatch(Optional::isEmpty)
                                ? Rescaling.NONE
                                : Scaling.Scale.together(scales.stream()
                                        .map(each -> each.orElse(Scaling.Scale.NONE))
                                        .toList()),
                        notices)));
    }

    /** Nothing for a feature that stays as it is. */
    private DataJob<Optional<Scaling.Scale>> scale(Dataset data, int[] training, int feature, List<String> notices) {
        String name = data.features().get(feature);
        return possible(of(name), data.x(), feature, feature + 1, name, notices)
                .then(scale -> scale == Scaling.NONE || training.length == 0
                        ? RowBlocks.step(Optional::empty)
                        : scale.fitting(data.x(), training, feature, feature + 1)
                                .then(found -> RowBlocks.step(() -> Optional.of(found))));
    }

    /** For numbers that are predicted, by these training rows; none for classes. */
    public static Fitted fit(Scaling scaling, Target target, int[] training) {
        return fitting(scaling, target, training).finish();
    }

    /** The same, a slice at a time. */
    public static DataJob<Fitted> fitting(Scaling scaling, Target target, int[] training) {
        List<String> notices = new ArrayList<>();
        if (!(target instanceof Target.Numbers numbers)) {
            return RowBlocks.step(() -> new Fitted(Rescaling.NONE, notices));
        }
        Samples y = new FloatSamples(numbers.values(), numbers.width());
        return possible(scaling, y, 0, numbers.width(), String.join(", ", numbers.names()), notices)
                .then(possible -> possible.fitting(target, training))
                .then(scale -> RowBlocks.step(() -> new Fitted(scale, notices)));
    }

    /** A logarithm of every number, or else the mean and deviation of the numbers as they are. */
    private static DataJob<Scaling> possible(
            Scaling wanted, Samples x, int from, int to, String name, List<String> notices) {
        if (wanted != Scaling.LOG) {
            return RowBlocks.step(() -> wanted);
        }
        int[] all = IntStream.range(0, x.count()).toArray();
        return x.ranging(all, from, to)
                .then(ends -> RowBlocks.step(() -> {
                    if (ends[0] > 0) {
                        return wanted;
                    }
                    notices.add(
                            "There is no logarithm of " + Numbers.write((float) ends[0]) + ", the lowest number of "
                                    + name
                                    + ": only numbers above 0 have one. Mean 0 and deviation 1 are used there instead; asinh takes any number.");
                    return Scaling.STANDARDISE;
                }));
    }

    private static String some(List<String> names) {
        int shown = Math.min(8, names.size());
        return String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", …" : "");
    }

    /** The rule for this feature, if it has one. */
    public Optional<Rule> rule(String feature) {
        return rules.stream().filter(rule -> rule.feature.equals(feature)).findFirst();
    }
}
