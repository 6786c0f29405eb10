package dev.steep.ui.state;

import dev.steep.protocol.EpochLog;
import java.util.List;
import java.util.Optional;

/**
 * Where overfitting begins: the epoch after which the validation loss rises while the training loss goes on falling. Found when the mean
 * validation loss of the last three epochs is 10 % above the best and the training loss is 10 % below that of the best epoch, which is at
 * least three epochs ago. As long as the network does better on the validation part than in training, it does not overfit; and
 * while its validation loss is below a tenth of the first training loss, it has learned what there is.
 *
 * @param best the epoch of the lowest validation loss
 * @param last the latest epoch
 */
public record Turn(EpochLog best, EpochLog last) {
    /** So many epochs have to speak for it. */
    public static final int LATEST = 3;

    private static final double TURNED = 1.1;
    private static final double LEARNED = 0.1;

    /** In the epochs so far, if there is one. */
    public static Optional<Turn> of(List<EpochLog> epochs) {
        int count = epochs.size();
        if (!tells(epochs)) {
            return Optional.empty();
        }
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = epochs.get(i).valLoss() < epochs.get(best).valLoss() ? i : best;
        }
        EpochLog turn = epochs.get(best);
        EpochLog last = epochs.get(count - 1);
        boolean found = count - 1 - best >= LATEST
                && latest(epochs) > TURNED * turn.valLoss()
                && latest(epochs) > last.loss()
                && latest(epochs) > LEARNED * epochs.get(0).loss()
                && last.loss() * TURNED < turn.loss();
        return found ? Optional.of(new Turn(turn, last)) : Optional.empty();
    }

    /** Whether there are enough epochs, all with a validation loss. */
    public static boolean tells(List<EpochLog> epochs) {
        boolean all = epochs.size() >= 2 * LATEST;
        for (int i = epochs.size() - 1; i >= 0 && all; i--) {
            all = Double.isFinite(epochs.get(i).valLoss());
        }
        return all;
    }

    /** The mean validation loss of the last three. */
    public static double latest(List<EpochLog> epochs) {
        double latest = 0;
        for (EpochLog each : epochs.subList(epochs.size() - LATEST, epochs.size())) {
            latest += each.valLoss() / LATEST;
        }
        return latest;
    }
}
