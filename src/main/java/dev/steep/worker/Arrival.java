package dev.steep.worker;

import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.worker.report.ReportSink;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The data that are on their way, one job at the most: who asked for them, and what comes then. What was open before stays open
 * until they are there, and whoever waits is told how far they are.
 */
final class Arrival {
    /** Between two words of how far it is, in milliseconds. */
    private static final double EVERY = 100;

    /** @param then takes the number of the request and the result */
    private record Waiting<T>(int id, DataJob<T> job, Then<T> then, Object purpose) {
        boolean advance(DoubleSupplier clock, double until) {
            return job.advance(clock, until);
        }

        void end() {
            then.take(id, job.result());
        }
    }

    /** What comes then. */
    interface Then<T> {
        void take(int id, T result);
    }

    private final ReportSink post;
    private final DoubleSupplier clock;
    private Optional<Waiting<?>> present = Optional.empty();
    private double told;

    Arrival(ReportSink post, DoubleSupplier clock) {
        this.post = post;
        this.clock = clock;
    }

    /** Whether data are on their way. */
    boolean busy() {
        return present.isPresent();
    }

    /** Whether there is something to do for them here and now. */
    boolean ready() {
        return present.filter(each -> !each.job().waits()).isPresent();
    }

    /** Begins a job, in place of another. */
    <T> void begin(int id, Object purpose, DataJob<T> job, Then<T> then) {
        cancel("Another experiment was opened before this one.");
        present = Optional.of(new Waiting<>(id, job, then, purpose));
        told = clock.getAsDouble();
    }

    /** What a running job is for, if it is of this class. */
    <P> Optional<P> purpose(Class<P> kind) {
        return present.map(Waiting::purpose).filter(kind::isInstance).map(kind::cast);
    }

    /** Another request wants what the running job makes; the one before gets nothing of it. */
    <T> void readdress(int id, Object purpose, Class<T> result, Then<T> then) {
        Waiting<?> before = present.orElseThrow();
        post.send(before.id(), new Report.Cancelled("Another experiment was opened before this one."));
        present = Optional.of(
                new Waiting<>(id, before.job(), (number, made) -> then.take(number, result.cast(made)), purpose));
    }

    /** Goes on until this time; returns whether it has just come to its end. */
    boolean advance(double until) {
        if (!ready()) {
            return false;
        }
        Waiting<?> waiting = present.orElseThrow();
        if (waiting.advance(clock, until)) {
            present = Optional.empty();
            waiting.end();
            return true;
        }
        double now = clock.getAsDouble();
        if (now - told >= EVERY) {
            told = now;
            DataProgress progress = waiting.job().progress();
            post.send(Messages.UNASKED, new Report.Loading(progress.sentence(), progress.share()));
        }
        return false;
    }

    /** Gives it up; whoever asked is told so. */
    boolean cancel(String sentence) {
        return end(new Report.Cancelled(sentence));
    }

    /** It cannot go on. */
    boolean refuse(String sentence) {
        return end(new Report.Refused(sentence));
    }

    private boolean end(Report report) {
        Optional<Waiting<?>> waiting = present;
        present = Optional.empty();
        waiting.ifPresent(each -> post.send(each.id(), report));
        return waiting.isPresent();
    }
}
