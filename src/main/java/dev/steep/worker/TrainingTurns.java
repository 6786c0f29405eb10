package dev.steep.worker;

import dev.steep.engine.Trainer;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.recipe.Pace;
import dev.steep.worker.experiment.Experiment;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.Pacer;
import dev.steep.worker.experiment.Run;
import dev.steep.worker.report.ProgressReports;
import dev.steep.worker.report.ReportSink;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The training that is under way: a slice of it at each turn, at the pace that is set, and what the page is told of it.
 */
final class TrainingTurns {
    /** How long a slice lasts, in milliseconds: ten answers of the worker fit into what a person notices. */
    static final double SLICE = 10;

    /** How often the page is told during training which epochs are kept, in milliseconds. */
    private static final double BETWEEN_KEPT = 250;

    /** What takes longer, in milliseconds, may take many seconds on a slow computer. */
    private static final double LONG = 500;

    private final LabState present;
    private final ReportSink post;
    private final DoubleSupplier clock;
    private final ProgressReports reports;
    private final Pacer pacer = new Pacer();
    private double keptTold;

    TrainingTurns(LabState present, ReportSink post, DoubleSupplier clock, ProgressReports reports) {
        this.present = present;
        this.post = post;
        this.clock = clock;
        this.reports = reports;
    }

    /** Begins what was asked for; training that is under way already is answered, and goes on in it. */
    void start(int id, Request.Train request, Trainer trainer) {
        present.run().ifPresent(each -> post.send(each.id(), new Report.Done()));
        double now = clock.getAsDouble();
        present.run(Optional.of(Run.of(id, request, trainer, now)));
        pacer.start(now);
        reports.start(trainer, now);
        followHistograms(trainer);
        reports.report(present.experiment().orElseThrow(), State.TRAINING, now);
    }

    /** Trains for a slice. */
    void train(Run run) {
        Experiment open = present.experiment().orElseThrow();
        Trainer trainer = open.trainer().orElseThrow();
        double end = clock.getAsDouble() + SLICE;
        double now = clock.getAsDouble();
        int due = due(run, now);
        boolean went = due > 0;
        while (due > 0 && now < end && !run.over(trainer, open.epochs(), now)) {
            int epochs = trainer.history().size();
            int most = Math.min(due, present.histograms().until(trainer, run.left(trainer)));
            double interval = interval(run);
            pacer.did(trainer.advance(most, end - now), interval);
            if (clock.getAsDouble() - now > LONG) {
                post.alive();
            }
            followHistograms(trainer);
            if (trainer.history().size() > epochs) {
                present.past().ended(trainer);
            }
            now = clock.getAsDouble();
            due = due(run, now);
        }
        reports.paced(run.paced() && open.pace() != Pace.FULL && pacer.keepsUp(now));
        if (went) {
            present.trained();
        }
        if (run.over(trainer, open.epochs(), now)) {
            stop();
        } else {
            reports.mayReport(open, trainer, now);
            if (present.past().news(present.trainer()) && now - keptTold >= BETWEEN_KEPT) {
                tellKept();
            }
        }
    }

    private int due(Run run, double now) {
        double interval = interval(run);
        return interval == 0 ? Integer.MAX_VALUE : pacer.due(now, interval);
    }

    private void followHistograms(Trainer trainer) {
        present.histograms().follow(trainer, present.tensors().orElseThrow());
    }

    /** How long there is nothing to do for, in milliseconds, if nothing is asked meanwhile; infinitely, if nothing is being done. */
    double rest() {
        return present.run()
                .map(run -> interval(run) == 0 ? 0 : pacer.rest(clock.getAsDouble()))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** From one step to the next, in milliseconds; 0 for as fast as can be, as it is at the end of an epoch. */
    private double interval(Run run) {
        Experiment open = present.experiment().orElseThrow();
        Trainer trainer = open.trainer().orElseThrow();
        return run.paced() && !trainer.validating() ? open.pace().interval(trainer.stepsPerEpoch()) : 0;
    }

    /** Tells the page which epochs can be looked at. */
    void tellKept() {
        keptTold = clock.getAsDouble();
        post.send(Messages.UNASKED, present.past().report(present.trainer()));
    }

    /** Training ends here, for whatever reason; whoever asked for it is told. */
    void stop() {
        Optional<Run> run = present.run();
        present.run(Optional.empty());
        present.trainer().ifPresent(present.past()::stopped);
        tellKept();
        present.experiment().ifPresent(open -> open.trainer()
                .filter(trainer -> run.isPresent())
                .ifPresentOrElse(
                        trainer -> reports.stopped(open, trainer, state(), clock.getAsDouble()),
                        () -> reports.report(open, state(), clock.getAsDouble())));
        run.ifPresent(each -> post.send(each.id(), new Report.Done()));
    }

    void stopIfTraining() {
        if (present.run().isPresent()) {
            stop();
        }
    }

    /** Tells the page how training stands in this experiment. */
    void report(Experiment experiment) {
        reports.report(experiment, state(), clock.getAsDouble());
    }

    ProgressReports reports() {
        return reports;
    }

    /** How training stands. */
    State state() {
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return State.BLOCKED;
        } else if (trainer.get().trouble().isPresent()) {
            return State.DIVERGED;
        } else if (present.run().isPresent()) {
            return State.TRAINING;
        }
        boolean done = trainer.get().fit().stopped()
                || trainer.get().history().size()
                        >= present.experiment().map(Experiment::epochs).orElse(0);
        return done ? State.FINISHED : State.PAUSED;
    }
}
