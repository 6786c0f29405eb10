package dev.steep.protocol;

/**
 * What an epoch came to. Accuracies are NaN for regression, validation numbers are NaN without a validation part.
 *
 * @param epoch counted from 1
 * @param step how many steps had been done at its end
 * @param loss mean training loss over the epoch's batches
 * @param accuracy share of right predictions over the epoch's batches
 * @param valLoss loss on the validation part at the end of the epoch
 * @param valAccuracy share of right predictions on the validation part at the end of the epoch
 * @param seconds how long the epoch took
 */
public record EpochLog(
        int epoch, int step, double loss, double accuracy, double valLoss, double valAccuracy, double seconds) {
    void pack(Packer to) {
        to.number(epoch).number(step).number(loss).number(accuracy);
        to.number(valLoss).number(valAccuracy).number(seconds);
    }

    static EpochLog unpack(Unpacker from) {
        return new EpochLog(
                from.whole(), from.whole(), from.number(), from.number(), from.number(), from.number(), from.number());
    }
}
