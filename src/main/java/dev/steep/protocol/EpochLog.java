package dev.steep.protocol;

import java.util.List;

/**
 * What an epoch came to.
 *
 * @param epoch counted from 1
 * @param step how many steps had been done at its end
 * @param measured the loss first, then all other metrics
 * @param seconds how long the epoch took
 */
public record EpochLog(int epoch, int step, List<Measured> measured, double seconds) {
    /**
     * A metric.
     *
     * @param name Keras' name
     * @param share whether it is one, from 0 to 1
     * @param training over the epoch's batches; NaN if there is none
     * @param validation on the validation part at the end of the epoch; NaN if there is none
     */
    public record Measured(String name, boolean share, double training, double validation) {
        void pack(Packer to) {
            to.word(name).flag(share).number(training).number(validation);
        }

        static Measured unpack(Unpacker from) {
            return new Measured(from.word(), from.flag(), from.number(), from.number());
        }
    }

    /** The mean training loss over the epoch's batches. */
    public double loss() {
        return of("loss").training;
    }

    /** The loss on the validation part; NaN without one. */
    public double valLoss() {
        return of("loss").validation;
    }

    /** The share of right predictions over the epoch's batches; NaN for regression. */
    public double accuracy() {
        return of("accuracy").training;
    }

    /** The share of right predictions on the validation part; NaN for regression, and without such a part. */
    public double valAccuracy() {
        return of("accuracy").validation;
    }

    /** The metric of this name; NaN if it was not measured. */
    public Measured of(String name) {
        return measured.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElse(new Measured(name, false, Double.NaN, Double.NaN));
    }

    void pack(Packer to) {
        to.number(epoch).number(step).list(measured, (packer, each) -> each.pack(packer)).number(seconds);
    }

    static EpochLog unpack(Unpacker from) {
        return new EpochLog(from.whole(), from.whole(), from.list(Measured::unpack), from.number());
    }
}
