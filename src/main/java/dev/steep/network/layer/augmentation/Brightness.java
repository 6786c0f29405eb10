package dev.steep.network.layer.augmentation;

import static dev.steep.math.expr.Functions.clip;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.RowDomain;
import dev.steep.math.expr.Expr;
import java.util.List;

/** What layers that change the brightness of pixels in training have in common. */
final class Brightness {
    /** The darkest and the brightest number. */
    static final Knob<List<Double>> VALUE_RANGE = Knob.row(
            "value_range",
            List.of(0.0, 255.0),
            new RowDomain(-1000, 100_000, true, 2),
            "The smallest and largest number of a pixel, as prepared, not as raw data; what comes out is kept between them.");

    private Brightness() {}

    /** For images that are prepared as they are at first, from 0 to 1. */
    static Choice usual(Choice choice) {
        return choice.with(VALUE_RANGE, List.of(0.0, 1.0));
    }

    /** From the darkest to the brightest; a single number is the brightest, as Keras has no other way to write it. */
    static double low(Choice choice) {
        List<Double> range = choice.get(VALUE_RANGE);
        return range.size() < 2 ? Math.min(0, range.get(0)) : range.get(0);
    }

    static double high(Choice choice) {
        List<Double> range = choice.get(VALUE_RANGE);
        return range.size() < 2 ? Math.max(0, range.get(0)) : range.get(1);
    }

    /** Kept between the two. */
    static Expr kept(Choice choice, Expr x) {
        return clip(x, low(choice), high(choice));
    }
}
