package dev.steep.worker;

import dev.steep.engine.Epoch;
import dev.steep.engine.Trainer;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Letters;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import java.util.List;

/** Tells the page how training stands, often enough to be smooth and not so often as to cost time. */
final class Telegraph {
    private static final double PAUSE = 66;
    private static final double PAUSE_AFTER_EPOCH = 16;

    private final Post post;
    private final Pace pace = new Pace();
    private int epochs;
    private double last;
    private boolean begun;

    Telegraph(Post post) {
        this.post = post;
    }

    /** Training starts from the beginning. */
    void afresh() {
        epochs = 0;
    }

    /** Training goes on from here. */
    void start(Trainer trainer, double now) {
        pace.start(now, trainer.samples());
        begun = true;
    }

    /** Reports if it is time; the first steps at once. */
    void mayReport(Experiment experiment, Trainer trainer, double now) {
        pace.mark(now, trainer.samples());
        if (begun || now - last >= (trainer.history().size() > epochs ? PAUSE_AFTER_EPOCH : PAUSE)) {
            begun = false;
            report(experiment, State.TRAINING, now);
        }
    }

    /** Reports at once. */
    void report(Experiment experiment, State state, double now) {
        last = now;
        post.send(
                Letters.UNASKED,
                experiment
                        .trainer()
                        .map(trainer -> progress(experiment, trainer, state))
                        .orElseGet(() -> new Report.Progress(
                                state, 0, experiment.epochs(), 0, 0, 0, 0, List.of(), new float[0], 0, "")));
    }

    private Report.Progress progress(Experiment experiment, Trainer trainer, State state) {
        List<Epoch> history = trainer.history();
        List<EpochLog> log = history.subList(epochs, history.size()).stream()
                .map(Telegraph::log)
                .toList();
        float[] losses = trainer.takeLosses();
        epochs = history.size();
        return new Report.Progress(
                state,
                epochs,
                experiment.epochs(),
                trainer.step(),
                trainer.stepOfEpoch(),
                trainer.stepsPerEpoch(),
                state == State.TRAINING ? pace.samplesPerSecond() : 0,
                log,
                losses,
                trainer.step() - losses.length,
                trainer.trouble().orElse(""));
    }

    private static EpochLog log(Epoch epoch) {
        return new EpochLog(
                epoch.number(),
                epoch.step(),
                epoch.loss(),
                epoch.accuracy(),
                epoch.validation().loss(),
                epoch.validation().accuracy(),
                epoch.seconds());
    }
}
