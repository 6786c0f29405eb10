package dev.steep.ui.state;

import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A request that is not answered yet.
 *
 * @param then gets the answer
 * @param from how training stood when it was sent
 */
record PendingRequest(Request request, Consumer<Report> then, Report.Progress from) {
    /** What is left of it where a run has been kept. A request without limits stays so, one that is met already is none. */
    Optional<Request> left(Report.Backup run) {
        if (!(request instanceof Request.Train train)) {
            return Optional.of(request);
        }
        int steps = train.steps() == 0 ? 0 : from.step() + train.steps() - run.step();
        int epochs = train.epochs() == 0 ? 0 : from.epoch() + train.epochs() - run.epoch();
        boolean met = train.steps() > 0 && steps <= 0 || train.epochs() > 0 && epochs <= 0;
        return met ? Optional.empty() : Optional.of(new Request.Train(steps, epochs, 0, train.paced()));
    }

    void refuse(String sentence) {
        then.accept(new Report.Refused(sentence));
    }
}
