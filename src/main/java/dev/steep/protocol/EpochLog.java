package dev.steep.protocol;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * What an epoch came to.
 *
 * @param epoch counted from 1
 * @param step how many steps had been done at its end
 * @param rate the learning rate of its last step
 * @param metrics what was measured, the loss first
 * @param numbers of each metric two: over the epoch's batches, and on the validation part at its end; NaN where there is none
 * @param seconds how long the epoch took
 */
public record EpochLog(int epoch, int step, double rate, List<Metric> metrics, double[] numbers, double seconds) {
    /**
     * A metric.
     *
     * @param name Keras' name
     * @param share whether it is one, from 0 to 1
     */
    public record Metric(String name, boolean share) {
        void pack(Packer to) {
            to.word(name).flag(share);
        }

        static Metric unpack(Unpacker from) {
            return new Metric(from.word(), from.flag());
        }
    }

    /**
     * What a metric came to.
     *
     * @param training over the epoch's batches; NaN if there is none
     * @param validation on the validation part at the end of the epoch; NaN if there is none
     */
    public record Measured(Metric metric, double training, double validation) {
        /** Keras' name. */
        public String name() {
            return metric.name;
        }

        /** Whether it is a share, from 0 to 1. */
        public boolean share() {
            return metric.share;
        }
    }

    /** The mean training loss over the epoch's batches. */
    public double loss() {
        return number("loss", 0);
    }

    /** The loss on the validation part; NaN without one. */
    public double valLoss() {
        return number("loss", 1);
    }

    /** The share of right predictions over the epoch's batches; NaN for regression. */
    public double accuracy() {
        return number("accuracy", 0);
    }

    /** The share of right predictions on the validation part; NaN for regression, and without such a part. */
    public double valAccuracy() {
        return number("accuracy", 1);
    }

    /** The metric of this name; NaN if it was not measured. */
    public Measured of(String name) {
        int place = place(name);
        return new Measured(place < 0 ? new Metric(name, false) : metrics.get(place), number(name, 0), number(name, 1));
    }

    /** Makes nothing, since thousands of epochs are gone through while training. */
    private double number(String name, int part) {
        int place = place(name);
        return place < 0 ? Double.NaN : numbers[2 * place + part];
    }

    private int place(String name) {
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).name.equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** All metrics, the loss first. */
    public List<Measured> measured() {
        List<Measured> all = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            all.add(new Measured(metrics.get(i), numbers[2 * i], numbers[2 * i + 1]));
        }
        return all;
    }

    /** The same; if it has the same metrics as another, it shares their list, since thousands of epochs are kept. */
    public EpochLog sharing(EpochLog other) {
        return metrics.equals(other.metrics) ? new EpochLog(epoch, step, rate, other.metrics, numbers, seconds) : this;
    }

    void pack(Packer to) {
        to.number(epoch).number(step).number(rate).list(metrics, (packer, each) -> each.pack(packer));
        to.doubles(numbers).number(seconds);
    }

    static EpochLog unpack(Unpacker from) {
        return new EpochLog(
                from.whole(), from.whole(), from.number(), from.list(Metric::unpack), from.doubles(), from.number());
    }
}
