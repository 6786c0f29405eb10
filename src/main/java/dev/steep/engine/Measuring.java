package dev.steep.engine;

import dev.steep.data.Target;
import dev.steep.network.metric.Measure;
import dev.steep.network.metric.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One way through some samples, and all metrics of them. */
public final class Measuring {
    private final List<Measure> measures;
    private final Map<Measure, Tally> tallies = new HashMap<>();
    private final Tally[] all;
    private final Tally[] looking;
    private double[] targets = new double[0];

    Measuring(List<Measure> measures) {
        this(measures, new HashMap<>());
    }

    private Measuring(List<Measure> measures, Map<Measure, Tally> known) {
        this.measures = measures;
        List<Tally> running = new ArrayList<>();
        List<Tally> looks = new ArrayList<>();
        for (Measure measure : measures) {
            Tally tally = known.containsKey(measure)
                    ? known.get(measure)
                    : measure.metric().tally(measure.choice());
            tallies.put(measure, tally);
            running.add(tally);
            if (measure.metric().looks()) {
                looks.add(tally);
            }
        }
        all = running.toArray(Tally[]::new);
        looking = looks.toArray(Tally[]::new);
    }

    /** The same on its way, from here on with these metrics; one that is new misses what was before and says nothing. */
    Measuring with(List<Measure> others, boolean midway) {
        Map<Measure, Tally> known = copy().tallies;
        for (Measure each : others) {
            if (midway && !known.containsKey(each)) {
                known.put(each, new Tally.Missed());
            }
        }
        return new Measuring(others, known);
    }

    /** What is measured. */
    public List<Measure> measures() {
        return measures;
    }

    /** What each metric has added up; nothing of one that missed some samples. */
    public List<double[]> sums() {
        return Stream.of(all).map(Tally::sums).toList();
    }

    /** On its way from there on. */
    public static Measuring of(List<Measure> measures, List<double[]> sums) {
        Map<Measure, Tally> known = new HashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            Tally tally = sums.get(i).length == 0
                    ? new Tally.Missed()
                    : measure.metric().tally(measure.choice());
            tally.goOn(sums.get(i));
            known.put(measure, tally);
        }
        return new Measuring(measures, known);
    }

    /** The same on its way, apart from this one. */
    Measuring copy() {
        return of(measures, sums());
    }

    /** Whether predictions are looked at, and not only what the tape says of them. */
    boolean looks() {
        return looking.length > 0;
    }

    void losses(double loss, double hits, int count) {
        for (Tally each : all) {
            each.losses(loss, hits, count);
        }
    }

    /**
     * Takes in predictions.
     *
     * @param target of the samples in {@code rows[from]} to {@code rows[from + count - 1]}
     */
    void predictions(float[] outputs, Target target, int[] rows, int from, int count) {
        int width = target.width();
        if (targets.length < count * width) {
            targets = new double[count * width];
        }
        target.gather(rows, from, count, targets);
        for (Tally each : looking) {
            each.predictions(outputs, targets, count, width);
        }
    }

    Values values() {
        double[] numbers = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            numbers[i] = all[i].value();
        }
        return new Values(measures, numbers);
    }
}
