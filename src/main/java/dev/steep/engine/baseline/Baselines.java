package dev.steep.engine.baseline;

import dev.steep.catalog.Numbers;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Supply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Fits simple models to the training part of what a network is given, one after the other and in slices, and scores them: the accuracy
 * of classes, the root of the mean squared error of numbers, in their own unit. Of large parts a share is taken, at even distances.
 */
public final class Baselines {
    /** Numbers that one model is fitted to at the most. */
    private static final int FITTED = 4_000_000;

    /** Numbers of samples that one model is scored by at the most. */
    private static final int SCORED = 1_000_000;

    /** Differences that neighbours may take. */
    private static final double COMPARED = 4e8;

    private static final int MOST_TERMS = 300;

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

    /** One to do. */
    private record Plan(String name, String standard, boolean polynomial, boolean near) {}

    private final Supply supply;
    private final Split split;
    private final boolean classes;
    private final int outputs;
    private final List<Plan> plans;
    private final List<Result> results = new ArrayList<>();
    private int[] rows = {};
    private double[] says;
    private Matrix[] scored = {};
    private int[][] scoredRows = {};
    private double[] sums = {};
    private Baseline model = new Constant(new double[1], 1);
    private boolean begun;
    private boolean fitted;
    private int part;
    private int next;

    public Baselines(Supply supply, Split split) {
        this.supply = supply;
        this.split = split;
        classes = supply.y() instanceof Target.Classes;
        outputs = supply.y().width();
        says = new double[outputs];
        int width = supply.x().size();
        String degree = "polynomial of degree " + Matrix.degree(width);
        plans = classes
                ? List.of(
                        new Plan("majority class", "DummyClassifier", false, false),
                        new Plan("logistic regression", "LogisticRegression", false, false),
                        new Plan(degree, "PolynomialFeatures + LogisticRegression", true, false),
                        new Plan(Neighbours.K + " nearest neighbours", "KNeighborsClassifier", false, true))
                : List.of(
                        new Plan("mean", "DummyRegressor", false, false),
                        new Plan("straight line", "LinearRegression", false, false),
                        new Plan(degree, "PolynomialFeatures + LinearRegression", true, false),
                        new Plan(Neighbours.K + " nearest neighbours", "KNeighborsRegressor", false, true));
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
        return plans.size();
    }

    /** Goes on until the slice is over, at least a little; returns whether all are done. */
    public boolean advance(BooleanSupplier over) {
        while (results.size() < plans.size()) {
            if (!begun) {
                begin(plans.get(results.size()));
            } else if (!fitted) {
                fitted = model.advance(over);
            } else if (part < scored.length) {
                score(over);
            } else {
                finish(plans.get(results.size()));
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        return results.size() == plans.size();
    }

    private void begin(Plan plan) {
        int width = supply.x().size();
        int terms = plan.polynomial ? Matrix.terms(width) : width;
        boolean line = !classes && results.size() == 1;
        if (plan.polynomial && (terms > MOST_TERMS || width > MOST_TERMS) || line && width > Line.WIDEST) {
            results.add(new Result(
                    plan.name,
                    plan.standard,
                    Double.NaN,
                    Double.NaN,
                    "left out: " + Numbers.grouped(width) + " inputs are too many"));
            return;
        }
        begun = true;
        rows = Matrix.some(split.training(), terms, plan.near ? FITTED / 4 : FITTED);
        Matrix x = matrix(plan, rows);
        double[] y = targets(rows);
        model = results.isEmpty()
                ? new Constant(y, outputs)
                : plan.near
                        ? new Neighbours(x, y, outputs)
                        : classes ? new Logistic(x, y, outputs) : new Line(x, y, outputs);
        int most = plan.near ? (int) Math.max(width, Math.min(SCORED, COMPARED / rows.length)) : SCORED;
        scoredRows = new int[][] {Matrix.some(rows, terms, most), Matrix.some(split.validation(), terms, most)};
        scored = new Matrix[] {matrix(plan, scoredRows[0]), matrix(plan, scoredRows[1])};
        sums = new double[2];
        fitted = false;
        part = 0;
        next = 0;
    }

    private Matrix matrix(Plan plan, int[] of) {
        Matrix plain = Matrix.of(supply, of);
        return plan.polynomial ? plain.polynomial() : plain;
    }

    /** Classes one-hot, numbers as the network learns them. */
    private double[] targets(int[] of) {
        double[] y = new double[of.length * outputs];
        supply.y().gather(of, 0, of.length, y);
        for (int i = 0; i < y.length && !classes; i++) {
            y[i] = supply.answers().apply(y[i], i % outputs);
        }
        return y;
    }

    private void score(BooleanSupplier over) {
        Matrix x = scored[part];
        double[] truth = new double[outputs];
        while (next < x.count()) {
            model.predict(x, next, says);
            supply.y().gather(scoredRows[part], next, 1, truth);
            sums[part] += error(truth);
            next++;
            if (over.getAsBoolean()) {
                return;
            }
        }
        part++;
        next = 0;
    }

    /** 1 for the right class; the sum of the squared errors. */
    private double error(double[] truth) {
        if (classes) {
            return truth[largest(says)] == 1 ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < outputs; i++) {
            double off = supply.answers().undo(says[i], i) - truth[i];
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

    private void finish(Plan plan) {
        double[] score = new double[2];
        Arrays.setAll(score, i -> {
            int count = scored[i].count();
            return count == 0 ? Double.NaN : classes ? sums[i] / count : Math.sqrt(sums[i] / count / outputs);
        });
        String note = rows.length < split.training().length
                ? "by " + Numbers.grouped(rows.length) + " of "
                        + Numbers.count(split.training().length, "training sample")
                : "";
        if (scoredRows[1].length < split.validation().length) {
            note += (note.isEmpty() ? "" : ", ") + "scored by " + Numbers.grouped(scoredRows[1].length) + " of "
                    + Numbers.count(split.validation().length, "validation sample");
        }
        results.add(new Result(plan.name, plan.standard, score[0], score[1], note));
        begun = false;
        scored = new Matrix[0];
    }
}
