package dev.steep.network.callback;

/** What a callback wants after an epoch. */
public sealed interface Verdict {
    /** Training goes on as it was. */
    record GoOn() implements Verdict {}

    /**
     * Training stops here.
     *
     * @param reason a clause: {@code val_loss has not become better for 5 epochs}
     */
    record Stop(String reason) implements Verdict {}

    /** Training goes on with another learning rate. */
    record SetRate(double rate) implements Verdict {}
}
