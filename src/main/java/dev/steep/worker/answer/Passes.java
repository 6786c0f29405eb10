package dev.steep.worker.answer;

import dev.steep.engine.Epoch;
import dev.steep.engine.Evaluation;
import dev.steep.engine.Trainer;
import dev.steep.engine.ZeroUnits;
import dev.steep.network.Model;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.worker.experiment.ExperimentFacts;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.PreparedData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The passes over parts of the data that were begun with the present weights: one for each part, whoever asks for it. */
final class Passes {
    /** A pass over a part that takes this long on a slow computer, in seconds, does not hold training up. */
    private static final double UNNOTICED = 0.05;

    private final LabState present;
    private final Map<DataPart, PartPass> passes = new EnumMap<>(DataPart.class);
    private final Map<DataPart, PartPass> complete = new EnumMap<>(DataPart.class);
    private Optional<Finished> counted = Optional.empty();
    private Optional<Model> model = Optional.empty();
    private int weights;

    Passes(LabState present) {
        this.present = present;
    }

    /** Without a network, or if the part is closed, one over no samples. */
    Look.Part part(DataPart part) {
        return present.trainer().isEmpty() || !present.shows(part)
                ? new Finished(present.moment(), new int[0])
                : of(part);
    }

    /** The pass with the present weights and the present strengths of penalties. */
    PartPass of(DataPart part) {
        Trainer trainer = present.trainer().orElseThrow();
        boolean same = weights == present.weights()
                && model.filter(each -> each == trainer.model()).isPresent();
        if (!same) {
            keep();
            passes.clear();
            weights = present.weights();
            model = Optional.of(trainer.model());
        }
        return passes.computeIfAbsent(part, each -> begin(each, trainer));
    }

    private PartPass begin(DataPart part, Trainer trainer) {
        PreparedData material = present.material().orElseThrow();
        int[] rows = material.rows(part);
        Evaluation evaluation = trainer.evaluation(rows);
        Optional<ZeroUnits> zeros = part == DataPart.TRAINING
                ? Optional.of(evaluation.counting(ExperimentFacts.resting(trainer.model())))
                : Optional.empty();
        evaluation.keeping();
        return new PartPass(material, rows, evaluation, zeros, present.moment());
    }

    /** While training, what the last epoch's end or the last pause came to; otherwise with the present weights. */
    Look.Part latest(DataPart part) {
        if (present.run().isEmpty() || present.trainer().isEmpty()) {
            return part(part);
        }
        if (part != DataPart.VALIDATION) {
            return isUnnoticed(part) ? part(part) : new Finished(present.moment(), new int[0]);
        }
        keep();
        List<Epoch> history = present.trainer().get().history();
        Finished known = counted.orElse(new Finished(new Moment(0, 0, present.chosenRow()), new int[0]));
        int before = counted.isPresent() ? known.moment.step() : -1;
        if (history.isEmpty() || before >= history.get(history.size() - 1).step()) {
            return new Finished(known.moment, known.confusion);
        }
        Epoch last = history.get(history.size() - 1);
        return new Finished(
                new Moment(last.number(), last.step(), present.chosenRow()),
                last.validation().confusion());
    }

    /** While training, if a pass over the part would be noticed, the last that was complete. */
    Look.Part unnoticed(DataPart part) {
        if (present.run().isEmpty() || present.trainer().isEmpty() || isUnnoticed(part)) {
            return part(part);
        }
        keep();
        PartPass last = complete.get(part);
        return last == null ? new Finished(present.moment(), new int[0]) : last;
    }

    private boolean isUnnoticed(DataPart part) {
        double seconds = present.trainer().orElseThrow().secondsPerPrediction()
                * present.material().orElseThrow().rows(part).length;
        return seconds <= UNNOTICED;
    }

    /** Remembers passes over whole parts; of the validation part, for as long as training has none of its own. */
    private void keep() {
        passes.forEach((part, each) -> {
            if (each.complete()) {
                complete.put(part, each);
            }
        });
        PartPass pass = passes.get(DataPart.VALIDATION);
        if (pass != null && pass.complete()) {
            counted = Optional.of(new Finished(pass.moment(), pass.confusion()));
        }
    }

    /** Weights were set by hand, or another experiment is open: what was counted before counts no more. */
    void forget() {
        passes.clear();
        complete.clear();
        counted = Optional.empty();
    }

    /** Counts that are complete. */
    private record Finished(Moment moment, int[] confusion) implements Look.Part {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public boolean upTo(int samples, BooleanSupplier over) {
            return true;
        }

        @Override
        public int row(int i) {
            throw new IndexOutOfBoundsException("There are no samples here.");
        }

        @Override
        public float truth(int i) {
            return row(i);
        }

        @Override
        public float said(int i) {
            return row(i);
        }

        @Override
        public float sure(int i) {
            return row(i);
        }

        @Override
        public float loss(int i) {
            return row(i);
        }

        @Override
        public int width() {
            return 0;
        }

        @Override
        public float output(int i, int number) {
            return row(i);
        }

        @Override
        public int[] zeros(String output) {
            return new int[0];
        }
    }
}
