package dev.steep.ui.comparison;

import dev.steep.protocol.EpochLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Curves of several runs over one axis of epochs. */
final class RunCurves {
    private RunCurves() {}

    /**
     * Columns for a chart: the epochs, then of each run the metric over its training batches and over its validation part.
     *
     * @param runs the epochs of each; empty for a line that is not used
     */
    static double[][] columns(List<List<EpochLog>> runs, String metric) {
        TreeSet<Integer> epochs = new TreeSet<>();
        runs.forEach(run -> run.forEach(epoch -> epochs.add(epoch.epoch())));
        List<Integer> places = new ArrayList<>(epochs);
        double[][] columns = new double[1 + 2 * runs.size()][places.size()];
        for (int i = 0; i < places.size(); i++) {
            columns[0][i] = places.get(i);
        }
        for (int run = 0; run < runs.size(); run++) {
            Map<Integer, EpochLog> known = new HashMap<>();
            runs.get(run).forEach(epoch -> known.put(epoch.epoch(), epoch));
            for (int i = 0; i < places.size(); i++) {
                EpochLog epoch = known.get(places.get(i));
                EpochLog.Measured measured = epoch == null ? null : epoch.of(metric);
                columns[1 + 2 * run][i] = measured == null ? Double.NaN : measured.training();
                columns[2 + 2 * run][i] = measured == null ? Double.NaN : measured.validation();
            }
        }
        return columns;
    }
}
