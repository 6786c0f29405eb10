package dev.steep.worker.experiment;

import dev.steep.engine.Trainer;
import dev.steep.protocol.Request;

/**
 * A request to train while it is being carried out.
 *
 * @param id of the request
 * @param firstEpoch finished epochs when it began
 * @param lastStep after how many steps it ends
 * @param lastEpoch after how many epochs it ends; 0 for as many as the recipe asks for
 * @param until when it ends, by the clock
 * @param paced whether it keeps the pace of the experiment
 */
public record Run(int id, int firstEpoch, int lastStep, int lastEpoch, double until, boolean paced) {
    public static Run of(int id, Request.Train request, Trainer trainer, double now) {
        return new Run(
                id,
                trainer.history().size(),
                request.steps() == 0 ? Integer.MAX_VALUE : sum(trainer.step(), request.steps()),
                request.epochs() == 0 ? 0 : sum(trainer.history().size(), request.epochs()),
                request.seconds() == 0 ? Double.POSITIVE_INFINITY : now + 1000 * request.seconds(),
                request.paced());
    }

    /** The same run, which keeps the pace of the experiment from now on. */
    public Run atPace() {
        return new Run(id, firstEpoch, lastStep, lastEpoch, until, true);
    }

    private static int sum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    /** How many steps it has left. */
    public int left(Trainer trainer) {
        return lastStep - trainer.step();
    }

    /** Whether a limit is met; a validation that its last step began still belongs to it. */
    public boolean over(Trainer trainer, int epochs, double now) {
        return trainer.trouble().isPresent()
                || trainer.fit().stopped() && trainer.history().size() > firstEpoch
                || now >= until
                || trainer.history().size() >= (lastEpoch == 0 ? epochs : lastEpoch)
                || left(trainer) <= 0 && !trainer.validating();
    }
}
