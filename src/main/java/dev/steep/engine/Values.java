package dev.steep.engine;

import dev.steep.network.metric.Measure;
import java.util.List;

/**
 * What metrics came to.
 *
 * @param measures which
 * @param numbers theirs; NaN where there is none
 */
public record Values(List<Measure> measures, double[] numbers) {
    /** Nothing was measured. */
    static final Values NONE = new Values(List.of(), new double[0]);

    public Values {
        measures = List.copyOf(measures);
    }

    /** The number of the metric of this name; NaN if it was not measured. */
    public double of(String name) {
        for (int i = 0; i < numbers.length; i++) {
            if (measures.get(i).name().equals(name)) {
                return numbers[i];
            }
        }
        return Double.NaN;
    }
}
