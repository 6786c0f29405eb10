package dev.steep.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.EpochLog;
import dev.steep.ui.state.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The best epoch and the start of overfitting, in words. */
class BestNoteTest {
    private static List<EpochLog> epochs(double[] training, double[] validation) {
        List<EpochLog> epochs = new ArrayList<>();
        for (int i = 0; i < training.length; i++) {
            epochs.add(new EpochLog(
                    i + 1,
                    i + 1,
                    0.1,
                    List.of(new EpochLog.Metric("loss", false)),
                    new double[] {training[i], validation[i]},
                    1));
        }
        return epochs;
    }

    @Test
    void overfittingBeginsAtTheBestEpoch() {
        List<EpochLog> epochs = epochs(
                new double[] {1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2},
                new double[] {1, 0.85, 0.7, 0.68, 0.7, 0.75, 0.8, 0.9});
        Turn turn = Turn.of(epochs).orElseThrow();
        assertEquals(4, turn.best().epoch());
        assertEquals(8, turn.last().epoch());
        assertEquals(
                "Best epoch: 4, with a validation loss of 0.680. From there on the network overfits: the training loss falls on, the"
                        + " validation loss rises.",
                BestNote.sentence(turn.best(), Optional.of(turn)));
    }

    @Test
    void aRunThatIsWellHasABestEpochOnly() {
        List<EpochLog> epochs =
                epochs(new double[] {1, 0.8, 0.6, 0.5, 0.4, 0.3}, new double[] {1, 0.9, 0.8, 0.7, 0.6, 0.61});
        assertEquals(Optional.empty(), Turn.of(epochs));
        assertEquals(
                "Best epoch: 5, with a validation loss of 0.600.", BestNote.sentence(epochs.get(4), Optional.empty()));
    }
}
