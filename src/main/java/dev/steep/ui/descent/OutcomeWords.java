package dev.steep.ui.descent;

import dev.steep.catalog.Numbers;
import dev.steep.descent.Course;
import dev.steep.descent.Path;
import dev.steep.descent.Slope;
import dev.steep.descent.Surface;
import dev.steep.ui.element.Figures;

/** What became of a path, in a sentence with its evidence. */
final class OutcomeWords {
    private OutcomeWords() {}

    static String of(Path path, Course outcome, Slope slope) {
        Path.Place first = path.at(0);
        Path.Place last = path.at(path.steps());
        String steps = Numbers.count(path.steps(), "step");
        String change = Figures.of(first.loss()) + " → " + Figures.of(last.loss());
        return switch (outcome.kind()) {
            case CONVERGES ->
                (outcome.reached() == 0
                                ? "Converges: it began at the minimum."
                                : "Converges: from step " + outcome.reached()
                                        + " on, less than 1 % of the way down to the minimum is left.")
                        + other(path.surface(), outcome, slope);
            case OSCILLATES ->
                "Oscillates: in " + outcome.turns() + " of the last " + outcome.looked() + " steps the slope along "
                        + path.surface().labels().get(outcome.weight())
                        + " changed its sign, so each step went past the lowest place.";
            case DIVERGES ->
                "Diverges: in " + steps + " the loss rose from " + Figures.of(first.loss()) + " to "
                        + (Double.isFinite(last.loss()) ? Figures.of(last.loss()) : "more than a number can hold")
                        + ". Each step goes farther past the minimum than it came from.";
            case RESTS ->
                "Rests: after " + steps + " the gradient is almost 0 (" + Figures.of(length(last))
                        + "), but this is no minimum.";
            case CRAWLS ->
                "Crawls: after " + steps + " the loss has come " + percent(outcome.way())
                        + " of the way down to the minimum (" + change + "). Steps this short take long.";
            case APPROACHES ->
                "On its way: after " + steps + " the loss has come " + percent(outcome.way())
                        + " of the way down to the minimum (" + change + ").";
        };
    }

    /** Whether another minimum is lower. */
    private static String other(Surface surface, Course outcome, Slope slope) {
        if (outcome.lowest()) {
            return "";
        }
        double least = Double.POSITIVE_INFINITY;
        for (double[] minimum : surface.minima()) {
            least = Math.min(least, slope.loss(minimum));
        }
        return " Another minimum is lower: a loss of " + Figures.of(least) + " instead of "
                + Figures.of(slope.loss(surface.minima()[outcome.minimum()])) + ".";
    }

    private static double length(Path.Place place) {
        double sum = 0;
        for (double slope : place.gradient()) {
            sum += slope * slope;
        }
        return Math.sqrt(sum);
    }

    private static String percent(double share) {
        return Figures.of(Math.max(0, 100 * share)) + " %";
    }
}
