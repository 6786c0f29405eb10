package dev.steep.ui.comparison;

import dev.steep.protocol.EpochLog;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How numbers of several runs are spread.
 *
 * @param deviation the standard deviation of a sample, with n − 1; NaN of one number
 */
record SeedSpread(int count, double mean, double low, double high, double deviation) {
    static SeedSpread of(List<Double> numbers) {
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double each : numbers) {
            sum += each;
            low = Math.min(low, each);
            high = Math.max(high, each);
        }
        double mean = sum / numbers.size();
        double squares = 0;
        for (double each : numbers) {
            squares += (each - mean) * (each - mean);
        }
        double deviation = numbers.size() < 2 ? Double.NaN : Math.sqrt(squares / (numbers.size() - 1));
        return new SeedSpread(numbers.size(), mean, low, high, deviation);
    }

    /**
     * Columns for a chart: the epochs, then the lowest, the highest and the mean of the metric over the runs that got so far, on the
     * validation part; without one, over the training batches.
     */
    static double[][] band(List<List<EpochLog>> runs, String metric) {
        TreeMap<Integer, List<Double>> epochs = new TreeMap<>();
        for (List<EpochLog> run : runs) {
            for (EpochLog epoch : run) {
                double value = value(epoch, metric);
                if (Double.isFinite(value)) {
                    epochs.computeIfAbsent(epoch.epoch(), number -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        double[][] columns = new double[4][epochs.size()];
        int i = 0;
        for (var entry : epochs.entrySet()) {
            SeedSpread spread = of(entry.getValue());
            columns[0][i] = entry.getKey();
            columns[1][i] = spread.low();
            columns[2][i] = spread.high();
            columns[3][i] = spread.mean();
            i++;
        }
        return columns;
    }

    /** What an epoch came to on the validation part, or, without one, over its batches. */
    static double value(EpochLog epoch, String metric) {
        EpochLog.Measured measured = epoch.of(metric);
        return Double.isNaN(measured.validation()) ? measured.training() : measured.validation();
    }
}
