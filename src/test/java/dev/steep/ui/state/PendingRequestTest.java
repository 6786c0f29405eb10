package dev.steep.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left of a request where another worker goes on with a run that was kept. */
class PendingRequestTest {
    private static final Report.Progress AT_STEP_40 = new Report.Progress(
            Report.Progress.State.TRAINING, 2, 0, 40, 0, 20, 0, false, List.of(), new float[0], 0, 0, false, "", "");

    @Test
    void stepsThatAreDoneAreNotTrainedAgain() {
        assertEquals(Optional.of(new Request.Train(70, 0, 0)), left(new Request.Train(100, 0, 5), 70, 3));
        assertEquals(Optional.of(new Request.Train(0, 3, 0)), left(new Request.Train(0, 4, 0), 70, 3));
    }

    @Test
    void trainingThatHasMetItsLimitIsOver() {
        assertEquals(Optional.empty(), left(new Request.Train(30, 0, 0), 70, 3));
        assertEquals(Optional.empty(), left(new Request.Train(0, 1, 0), 70, 3));
    }

    @Test
    void trainingWithoutLimitsHasNoneAfterwards() {
        assertEquals(Optional.of(new Request.Train(0, 0, 0, true)), left(new Request.Train(0, 0, 0, true), 70, 3));
    }

    @Test
    void anyOtherRequestStaysAsItIs() {
        assertEquals(Optional.of(new Request.Pause()), left(new Request.Pause(), 70, 3));
    }

    private static Optional<Request> left(Request request, int step, int epoch) {
        Report.Backup run = new Report.Backup("x", step, epoch, Report.Backup.NOTHING.run());
        return new PendingRequest(request, report -> {}, AT_STEP_40).left(run);
    }
}
