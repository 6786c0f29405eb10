package dev.steep.worker.answer;

import dev.steep.engine.RateSweep;
import dev.steep.engine.Trainer;
import dev.steep.protocol.Report;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** A part of a search for a learning rate: so long that the page sees it move, so short that training goes on. */
final class RateSearch implements Job {
    /** In milliseconds. */
    private static final double PART = 40;

    private final RateSweep sweep;
    private final DoubleSupplier clock;
    private final Consumer<Report> answer;
    private final double end;

    RateSearch(RateSweep sweep, DoubleSupplier clock, Consumer<Report> answer) {
        this.sweep = sweep;
        this.clock = clock;
        this.answer = answer;
        end = clock.getAsDouble() + PART;
    }

    /** Why a run cannot be copied, if so. */
    static Optional<String> hindrance(Trainer trainer) {
        if (trainer.trouble().isPresent()) {
            return Optional.of("This run has diverged: reset it before you find a rate.");
        }
        return trainer.mayBeCopied()
                ? Optional.empty()
                : Optional.of("Finding a rate takes a copy of the network, and there is no memory for two of this one.");
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        boolean done = sweep.advance(over);
        if (!done && clock.getAsDouble() < end) {
            return false;
        }
        RateSweep.Suggestion suggestion = done ? sweep.suggestion() : new RateSweep.Suggestion(0, "");
        answer.accept(new Report.Rates(
                done ? 1 : (double) sweep.done() / RateSweep.STEPS,
                done,
                sweep.rates(),
                sweep.losses(),
                sweep.smoothed(),
                suggestion.rate(),
                suggestion.reason()));
        return true;
    }

    @Override
    public void refuse(String sentence) {
        answer.accept(new Report.Refused(sentence));
    }
}
