package dev.steep.worker.answer;

import dev.steep.protocol.Report;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** A part of a trial: so long that the page sees it move, so short that training goes on. */
final class TrialPart implements Job {
    /** In milliseconds. */
    private static final double PART = 30;

    private final Trials.Trial trial;
    private final DoubleSupplier clock;
    private final Consumer<Report> answer;
    private final double end;

    TrialPart(Trials.Trial trial, DoubleSupplier clock, Consumer<Report> answer) {
        this.trial = trial;
        this.clock = clock;
        this.answer = answer;
        end = clock.getAsDouble() + PART;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        if (!trial.advance(over) && clock.getAsDouble() < end) {
            return false;
        }
        answer.accept(trial.report());
        return true;
    }

    @Override
    public void refuse(String sentence) {
        answer.accept(new Report.Refused(sentence));
    }
}
