package dev.steep.worker.answer;

import dev.steep.engine.LossSlice;
import dev.steep.engine.RateSweep;
import dev.steep.engine.TooLarge;
import dev.steep.engine.Trainer;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.worker.experiment.LabState;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is tried out on copies of the run, part by part as the page asks for it: one of each kind at the most. */
final class Trials {
    private static final String NO_ROOM =
            "This takes a copy of the network, and there is no memory for two of this one.";

    private final LabState present;
    private Optional<Trial> sweep = Optional.empty();
    private Optional<Trial> slice = Optional.empty();
    private Optional<Trial> baselines = Optional.empty();

    Trials(LabState present) {
        this.present = present;
    }

    /** Work on a copy of the run. */
    interface Trial {
        /** Goes on until the slice of time is over; returns whether all is done. */
        boolean advance(BooleanSupplier over);

        /** What is known so far. */
        Report report();
    }

    /** An answer at once, or a part of the work, which will answer. */
    record Answer(Optional<Report> report, Optional<Trial> part) {
        private static Answer of(Report report) {
            return new Answer(Optional.of(report), Optional.empty());
        }
    }

    /** The run is another one. */
    void forget() {
        sweep = Optional.empty();
        slice = Optional.empty();
        baselines = Optional.empty();
    }

    Answer findRate(Inquiry.FindRate request) {
        if (request.turn() != Inquiry.Turn.GO_ON) {
            sweep = Optional.empty(); // before another one takes memory
        }
        return begun(request.turn(), sweep, trainer -> {
            RateSweep fresh = trainer.sweep();
            sweep = Optional.of(trial(fresh::advance, () -> report(fresh)));
            return sweep;
        });
    }

    Answer slice(Inquiry.Slice request) {
        if (request.turn() != Inquiry.Turn.GO_ON) {
            slice = Optional.empty();
        }
        return begun(request.turn(), slice, trainer -> {
            LossSlice fresh = trainer.slice(present.past().snapshots(), request.alongPath());
            slice = Optional.of(trial(fresh::advance, () -> report(fresh)));
            return slice;
        });
    }

    /** These take no copy of the network, and no network at all. */
    Answer baselines(Inquiry.Baselines request) {
        if (request.turn() != Inquiry.Turn.GO_ON) {
            baselines = Optional.empty();
        }
        return switch (request.turn()) {
            case STOP -> Answer.of(new Report.Done());
            case GO_ON ->
                baselines.isPresent()
                        ? new Answer(Optional.empty(), baselines)
                        : Answer.of(new Report.Refused("Another experiment was opened before this was done."));
            case BEGIN -> {
                baselines = present.material().map(material -> {
                    BaselineRuns fresh = new BaselineRuns(present, material);
                    return trial(fresh::advance, fresh::report);
                });
                yield baselines.isPresent()
                        ? new Answer(Optional.empty(), baselines)
                        : Answer.of(new Report.Refused(present.noNetwork()));
            }
        };
    }

    private Answer begun(Inquiry.Turn turn, Optional<Trial> known, Function<Trainer, Optional<Trial>> fresh) {
        Optional<Trainer> trainer = present.trainer();
        return switch (turn) {
            case STOP -> Answer.of(new Report.Done());
            case GO_ON ->
                known.isPresent()
                        ? new Answer(Optional.empty(), known)
                        : Answer.of(new Report.Refused("Another experiment was opened before this was done."));
            case BEGIN ->
                trainer.flatMap(Trials::hindrance)
                        .or(() -> trainer.isEmpty() ? Optional.of(present.noNetwork()) : Optional.empty())
                        .map(sentence -> Answer.of(new Report.Refused(sentence)))
                        .orElseGet(() -> begin(trainer.orElseThrow(), fresh));
        };
    }

    private static Answer begin(Trainer trainer, Function<Trainer, Optional<Trial>> fresh) {
        try {
            return new Answer(Optional.empty(), fresh.apply(trainer));
        } catch (TooLarge | OutOfMemoryError refused) {
            return Answer.of(new Report.Refused(NO_ROOM));
        }
    }

    /** Why a run cannot be copied, if so. */
    private static Optional<String> hindrance(Trainer trainer) {
        if (trainer.trouble().isPresent()) {
            return Optional.of("This run has diverged: reset it first.");
        }
        return trainer.mayBeCopied() ? Optional.empty() : Optional.of(NO_ROOM);
    }

    private static Trial trial(Predicate<BooleanSupplier> work, Supplier<Report> report) {
        return new Trial() {
            @Override
            public boolean advance(BooleanSupplier over) {
                return work.test(over);
            }

            @Override
            public Report report() {
                return report.get();
            }
        };
    }

    private static Report report(RateSweep sweep) {
        RateSweep.Suggestion suggestion = sweep.over() ? sweep.suggestion() : new RateSweep.Suggestion(0, "");
        return new Report.Rates(
                sweep.over() ? 1 : (double) sweep.done() / RateSweep.STEPS,
                sweep.over(),
                sweep.rates(),
                sweep.losses(),
                sweep.smoothed(),
                suggestion.rate(),
                suggestion.reason());
    }

    private static Report report(LossSlice slice) {
        return new Report.Slice(
                slice.share(),
                LossSlice.SIDE,
                slice.edges(),
                slice.losses(),
                Arrays.stream(slice.path()).flatMapToDouble(Arrays::stream).toArray(),
                slice.epochs(),
                slice.origin().step(),
                slice.origin().samples(),
                slice.origin().alongPath(),
                slice.held());
    }
}
