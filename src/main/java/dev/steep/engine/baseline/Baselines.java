package dev.steep.engine.baseline;

import dev.steep.catalog.Numbers;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Fits simple models to the training part of what a network is given, one after the other and in slices, and scores them: the accuracy
 * of classes, the root of the mean squared error of numbers, in their own unit.
 */
public final class Baselines {
    private static final BaselineKind[] KINDS = BaselineKind.values();

    /** Numbers of samples that one model is scored by at the most. */
    private static final int SCORED = 50_000_000;

    /** Differences that neighbours may take. */
    private static final double COMPARED = 4e8;

    /**
     * A model and its scores.
     *
     * @param name in words
     * @param standard what it is called in scikit-learn
     * @param training its score on the training part; NaN if it was left out
     * @param validation its score on the validation part; NaN without one
     * @param note what of the data was used, or why it was left out; empty for all
     */
    public record Result(String name, String standard, double training, double validation, String note) {}

    private final Supply supply;
    private final Split split;
    private final boolean classes;
    private final List<Result> results = new ArrayList<>();
    private final double[] says;
    private final double[] truth;
    private BaselineFit model;
    private boolean fitted;
    private int[][] scored = {};
    private double[] sums = {};
    private int part;
    private int next;

    public Baselines(Supply supply, Split split) {
        this.supply = supply;
        this.split = split;
        classes = supply.y() instanceof Target.Classes;
        says = new double[supply.y().width()];
        truth = new double[supply.y().width()];
        model = new BaselineFit(supply, split, KINDS[0]);
    }

    /** What their scores are: Keras' name. */
    public String measure() {
        return classes ? "accuracy" : "root_mean_squared_error";
    }

    /** Those that are done. */
    public List<Result> results() {
        return List.copyOf(results);
    }

    /** How many there are. */
    public int count() {
        return KINDS.length;
    }

    /** How much is done, 0 to 1. */
    public double share() {
        return (results.size() + (fitted ? 0.9 : 0.9 * model.share())) / KINDS.length;
    }

    /** Goes on until the slice is over, at least a little; returns whether all are done. */
    public boolean advance(BooleanSupplier over) {
        while (results.size() < KINDS.length) {
            if (model.hindrance().isPresent()) {
                finish(Double.NaN, Double.NaN, model.hindrance().get());
            } else if (!fitted) {
                fitted = model.advance(over);
                choose();
            } else if (part < scored.length) {
                score(over);
            } else {
                finish(score(0), score(1), note());
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        return results.size() == KINDS.length;
    }

    /** The samples that it is scored by. */
    private void choose() {
        int width = supply.x().size();
        int[] rows = model.rows();
        boolean near = KINDS[results.size()] == BaselineKind.NEIGHBOURS;
        int most = near ? (int) Math.max(width, Math.min(SCORED, COMPARED / rows.length)) : SCORED;
        scored = new int[][] {SampleMatrix.some(rows, width, most), SampleMatrix.some(split.validation(), width, most)};
        sums = new double[2];
        part = 0;
        next = 0;
    }

    private void score(BooleanSupplier over) {
        while (next < scored[part].length) {
            model.predict(scored[part], next, says);
            supply.y().gather(scored[part], next, 1, truth);
            sums[part] += error();
            next++;
            if (over.getAsBoolean()) {
                return;
            }
        }
        part++;
        next = 0;
    }

    /** 1 for the right class; the sum of the squared errors. */
    private double error() {
        if (classes) {
            return truth[largest(says)] == 1 ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < says.length; i++) {
            double off = says[i] - truth[i];
            sum += off * off;
        }
        return sum;
    }

    private static int largest(double[] numbers) {
        int best = 0;
        for (int i = 1; i < numbers.length; i++) {
            best = numbers[i] > numbers[best] ? i : best;
        }
        return best;
    }

    private double score(int which) {
        int count = scored[which].length;
        return count == 0 ? Double.NaN : classes ? sums[which] / count : Math.sqrt(sums[which] / count / says.length);
    }

    private String note() {
        List<String> parts = new ArrayList<>();
        if (model.rows().length < split.training().length) {
            parts.add("fitted to " + Numbers.grouped(model.rows().length) + " of "
                    + Numbers.count(split.training().length, "training sample"));
        }
        if (scored[0].length < model.rows().length) {
            parts.add("training score of " + Numbers.grouped(scored[0].length));
        }
        if (scored[1].length < split.validation().length) {
            parts.add("validation score of " + Numbers.grouped(scored[1].length) + " of "
                    + Numbers.grouped(split.validation().length));
        }
        return String.join(", ", parts);
    }

    private void finish(double training, double validation, String note) {
        results.add(new Result(model.words(), model.standard(), training, validation, note));
        fitted = false;
        if (results.size() < KINDS.length) {
            model = new BaselineFit(supply, split, KINDS[results.size()]);
        }
    }
}
