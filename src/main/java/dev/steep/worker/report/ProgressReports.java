package dev.steep.worker.report;

import dev.steep.engine.Epoch;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import dev.steep.engine.Values;
import dev.steep.network.metric.Measure;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.worker.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the page how training stands, often enough to be smooth and not so often as to cost time. */
public final class ProgressReports {
    /** Between two reports, in milliseconds. */
    private static final double PAUSE = 50;

    private final ReportSink post;
    private final Speed speed = new Speed();
    private int epochs;
    private int stepsPerEpoch;
    private Optional<Snapshot> waiting = Optional.empty();
    private double last;
    private boolean begun;
    private boolean afresh;
    private boolean ended;
    private boolean paced;

    public ProgressReports(ReportSink post) {
        this.post = post;
    }

    /** Training starts from the beginning. */
    public void afresh() {
        epochs = 0;
        afresh = true;
        waiting = Optional.empty();
    }

    /** The network cannot work, but this run waits for one that can: what is known of it stays. */
    public void waiting(Snapshot run) {
        waiting = Optional.of(run);
    }

    /** Training goes on from an earlier step: what has been reported of it stays. */
    public void branched(Trainer trainer) {
        epochs = trainer.history().size();
        trainer.takeLosses();
    }

    /** Training goes on from here. */
    public void start(Trainer trainer, double now) {
        speed.start(now, trainer.samples());
        begun = true;
    }

    /** Whether training waits between steps from now on, for the sake of its pace. */
    public void paced(boolean waits) {
        paced = waits;
    }

    /** Training has ended. */
    public void stopped(Experiment experiment, Trainer trainer, State state, double now) {
        speed.mark(now, trainer.samples());
        ended = true;
        report(experiment, state, now);
        ended = false;
    }

    /** Reports if it is time; the first steps at once. */
    public void mayReport(Experiment experiment, Trainer trainer, double now) {
        speed.mark(now, trainer.samples());
        if (begun || now - last >= PAUSE) {
            begun = false;
            report(experiment, State.TRAINING, now);
        }
    }

    /** Reports at once. */
    public void report(Experiment experiment, State state, double now) {
        last = now;
        post.send(
                Messages.UNASKED,
                experiment
                        .trainer()
                        .map(trainer -> progress(experiment, trainer, state))
                        .orElseGet(() -> blocked(experiment, state)));
    }

    private Report.Progress blocked(Experiment experiment, State state) {
        int step = waiting.map(Snapshot::step).orElse(0);
        return new Report.Progress(
                state,
                waiting.map(Snapshot::epoch).orElse(0),
                experiment.epochs(),
                step,
                waiting.map(Snapshot::stepOfEpoch).orElse(0),
                waiting.isPresent() ? stepsPerEpoch : 0,
                0,
                false,
                List.of(),
                new float[0],
                step,
                0,
                false,
                "",
                "");
    }

    private Report.Progress progress(Experiment experiment, Trainer trainer, State state) {
        List<Epoch> history = trainer.history();
        List<EpochLog> log = history.subList(epochs, history.size()).stream()
                .map(ProgressReports::log)
                .toList();
        float[] losses = trainer.takeLosses();
        if (afresh && trainer.losses().length == trainer.step()) {
            losses = trainer.losses(); // a run that was brought back has more than those since the last report
        }
        afresh = false;
        epochs = history.size();
        stepsPerEpoch = trainer.stepsPerEpoch();
        return new Report.Progress(
                state,
                epochs,
                experiment.epochs(),
                trainer.step(),
                trainer.stepOfEpoch(),
                stepsPerEpoch,
                state == State.TRAINING ? speed.now() : ended ? speed.mean() : 0,
                paced && (state == State.TRAINING || ended),
                log,
                losses,
                trainer.step() - losses.length,
                trainer.rate(),
                trainer.fit().reduced().isPresent(),
                trainer.fit().ending(epochs),
                trainer.trouble().orElse(""));
    }

    private static EpochLog log(Epoch epoch) {
        List<EpochLog.Metric> metrics = new ArrayList<>();
        double[] numbers = new double[2 * epoch.training().numbers().length];
        Values training = epoch.training();
        for (int i = 0; i < training.numbers().length; i++) {
            Measure measure = training.measures().get(i);
            metrics.add(new EpochLog.Metric(measure.name(), measure.metric().share()));
            numbers[2 * i] = training.numbers()[i];
            numbers[2 * i + 1] = epoch.validation().values().of(measure.name());
        }
        return new EpochLog(epoch.number(), epoch.step(), epoch.rate(), List.copyOf(metrics), numbers, epoch.seconds());
    }
}
