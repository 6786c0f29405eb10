package dev.steep.worker.report;

import dev.steep.engine.Trainer;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.tape.Value;
import dev.steep.worker.experiment.EarlierRuns;
import dev.steep.worker.experiment.Experiment;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.RunPacket;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Has the page keep how the run stands: whenever something would be lost at rest, and every few seconds while training. A worker that
 * takes this one's place goes on from there.
 */
public final class Backups {
    /** In milliseconds. */
    private static final double PAUSE = 2000;

    /** Backups take one part in so many of the time. */
    private static final int SHARE = 50;

    /** A network with more numbers than this is not kept: to copy 16 MB again and again would slow the page. */
    private static final long MOST = 1 << 22;

    private final LabState present;
    private final ReportSink post;
    private final DoubleSupplier clock;
    private Optional<Trainer> trainer = Optional.empty();
    private int weights = -1;
    private boolean told;
    private double next;

    public Backups(LabState present, ReportSink post, DoubleSupplier clock) {
        this.present = present;
        this.post = post;
        this.clock = clock;
    }

    /** Sends a backup if there is something new to keep, and it is time. A run that waits for a network keeps its last one. */
    public void mayTell() {
        boolean same = weights == present.weights() && trainer.equals(present.trainer());
        boolean late = present.run().isEmpty() || clock.getAsDouble() >= next;
        if (same || !late || present.past().shown() || present.trainer().isEmpty()) {
            return;
        }
        trainer = present.trainer();
        weights = present.weights();
        double start = clock.getAsDouble();
        tell(present.experiment().orElseThrow(), trainer.get());
        double end = clock.getAsDouble();
        next = end + Math.max(PAUSE, SHARE * (end - start));
    }

    private void tell(Experiment open, Trainer running) {
        boolean fresh =
                running.step() == 0 && present.past().journal().entries().isEmpty();
        long numbers = running.model().lasting().stream().mapToLong(Value::size).sum();
        if (fresh || numbers > MOST) {
            if (told) {
                post.send(Messages.UNASKED, Report.Backup.NOTHING);
            }
            told = false;
            return;
        }
        EarlierRuns.Kept all = present.past().whole(running);
        boolean room = numbers * (1 + all.checkpoints().size()) <= MOST;
        EarlierRuns.Kept run = room ? all : new EarlierRuns.Kept(all.snapshot(), all.journal(), List.of());
        post.send(
                Messages.UNASKED,
                new Report.Backup(
                        open.recipe().toString(),
                        running.step(),
                        running.history().size(),
                        RunPacket.of(run)));
        told = true;
    }
}
