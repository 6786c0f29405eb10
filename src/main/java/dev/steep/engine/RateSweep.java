package dev.steep.engine;

import dev.steep.catalog.Numbers;
import dev.steep.math.Elementary;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * A learning-rate range test: on a machine of its own, from a run's present numbers on, the learning rate grows by the same factor from
 * step to step, and the loss of each batch is noted. It ends where the smoothed loss is far above its minimum. Source: L. Smith,
 * "Cyclical Learning Rates for Training Neural Networks" (WACV 2017); smoothing and end as in fastai's {@code lr_find}.
 */
public final class RateSweep {
    /** Steps from the lowest to the highest rate. */
    public static final int STEPS = 100;

    private static final double LOWEST = 1e-6;
    private static final double HIGHEST = 10;

    /** How much of the mean of earlier losses is kept from step to step. */
    private static final double SMOOTHING = 0.9;

    /** It ends where the smoothed loss is so many times its minimum. */
    private static final double TOO_HIGH = 4;

    /** Before so many steps the mean is of too few batches to say anything, and rates are too small to change a loss. */
    private static final int FEW = 15;

    /** A slope is taken between so many steps before and after a place. */
    private static final int REACH = 5;

    /** A loss has fallen if it has by this share. */
    private static final double FALLEN = 0.02;

    private static final double[] ROUND = {1, 2, 3, 5};

    private final Machine machine;
    private final IntFunction<Batch> batches;
    private final double[] losses = new double[STEPS];
    private final double[] smoothed = new double[STEPS];
    private double mean;
    private double kept = 1;
    private int done;
    private boolean over;

    /**
     * @param machine with the run's numbers, which this changes
     * @param batches that of each step, at its {@link #rate}
     */
    RateSweep(Machine machine, IntFunction<Batch> batches) {
        this.machine = machine;
        this.batches = batches;
    }

    /** The rate of a step, counted from 0. */
    public static double rate(int step) {
        return LOWEST * Elementary.exp(Elementary.log(HIGHEST / LOWEST) * step / (STEPS - 1));
    }

    /** Goes on until the slice is over; returns whether all is done. */
    public boolean advance(BooleanSupplier slice) {
        double[] loss = new double[1];
        while (!over && !slice.getAsBoolean()) {
            machine.train(new Batch[] {batches.apply(done)}, loss, new double[1]);
            note(loss[0]);
        }
        return over;
    }

    private void note(double loss) {
        losses[done] = loss;
        mean = SMOOTHING * mean + (1 - SMOOTHING) * loss;
        kept *= SMOOTHING;
        smoothed[done] = mean / (1 - kept);
        done++;
        boolean high = done >= FEW && smoothed[done - 1] > TOO_HIGH * smoothed[lowest()];
        over = high || done == STEPS || !Double.isFinite(loss);
    }

    /** Finished steps. */
    public int done() {
        return done;
    }

    /** Whether it has ended. */
    public boolean over() {
        return over;
    }

    /** The rates of the finished steps. */
    public double[] rates() {
        double[] rates = new double[done];
        Arrays.setAll(rates, RateSweep::rate);
        return rates;
    }

    /** The loss of each batch, before its step; the last may be infinite or NaN. */
    public double[] losses() {
        return Arrays.copyOf(losses, done);
    }

    /** The running mean of the losses. */
    public double[] smoothed() {
        return Arrays.copyOf(smoothed, done);
    }

    private int lowest() {
        int lowest = Math.min(FEW, done) - 1;
        for (int i = FEW; i < done; i++) {
            lowest = smoothed[i] < smoothed[lowest] ? i : lowest;
        }
        return lowest;
    }

    /** The loss before the rates were large enough to change it. */
    private double atFirst() {
        double sum = 0;
        for (int i = 0; i < FEW; i++) {
            sum += losses[i];
        }
        return sum / FEW;
    }

    /** The step at which the smoothed loss falls most steeply over the logarithm of the rate, before its minimum. */
    private int steepest(int lowest) {
        int steepest = FEW;
        for (int i = FEW; i + REACH <= lowest; i++) {
            steepest = rise(i) < rise(steepest) ? i : steepest;
        }
        return steepest;
    }

    private double rise(int i) {
        return smoothed[i + REACH] - smoothed[i - REACH];
    }

    /**
     * What to train with.
     *
     * @param rate a tenth of the rate at the minimum, rounded; 0 if no rate made the loss fall
     * @param reason in one sentence or two
     */
    public record Suggestion(double rate, String reason) {}

    /** Of all steps so far. */
    public Suggestion suggestion() {
        int lowest = lowest();
        if (lowest < FEW + REACH || !(smoothed[lowest] < (1 - FALLEN) * atFirst())) {
            return new Suggestion(
                    0,
                    "No rate made the loss fall: the weights may be near a minimum already. Reset, and find a rate before training.");
        }
        double rate = rounded(rate(lowest) / 10);
        return new Suggestion(
                rate,
                "The loss was lowest at a rate of " + Numbers.write(rounded(rate(lowest)))
                        + ", where it is about to rise; a tenth of that, "
                        + Numbers.write(rate) + ", is safe. It fell most steeply at "
                        + Numbers.write(rounded(rate(steepest(lowest)))) + ".");
    }

    /** 1, 2, 3 or 5 times a power of ten, the nearest by ratio. */
    static double rounded(double rate) {
        double best = 1e-7;
        for (int power = -7; power <= 1; power++) {
            for (double digit : ROUND) {
                double unit = 1;
                for (int i = 0; i < Math.abs(power); i++) {
                    unit *= 10;
                }
                double round = power < 0 ? digit / unit : digit * unit;
                best = ratio(round, rate) < ratio(best, rate) ? round : best;
            }
        }
        return best;
    }

    private static double ratio(double a, double b) {
        return Math.max(a / b, b / a);
    }
}
