package dev.steep.worker.experiment;

import dev.steep.engine.Trainer;
import dev.steep.engine.Work;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.protocol.look.Look;
import dev.steep.reference.Sensitivity;
import dev.steep.tape.Program;
import dev.steep.tape.Value;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How the score of a class changes with every number of the prediction of one sample, on a machine of its own. The machine is kept
 * while the network is the same, and is given the present weights each time.
 */
public final class Sensitivities {
    /** Operations of a prediction that is followed back: less than a tenth of a second. */
    private static final double MOST = 2e7;

    private Optional<Kept> kept = Optional.empty();

    private record Kept(Program program, Sensitivity sensitivity) {}

    /** The network is another. */
    void forget() {
        kept = Optional.empty();
    }

    /**
     * Of a class's score: what the activation of the last layer is applied to, before softmax or sigmoid. Where a single number tells two
     * classes apart, it is the score of the second, and its opposite that of the first. Nothing for a network that is too large.
     */
    public Optional<Look.Sensitivities> of(Trainer trainer, float[] prepared, int target) {
        Model model = trainer.model();
        Program program = model.program();
        if (Work.of(program.prediction(), 1) > MOST) {
            return Optional.empty();
        }
        if (kept.filter(each -> each.program == program).isEmpty()) {
            kept = Optional.of(new Kept(program, new Sensitivity(program, trainer.supply())));
        }
        Sensitivity sensitivity = kept.orElseThrow().sensitivity;
        model.weights()
                .forEach(weight -> sensitivity.weight(weight, trainer.machine().exact(weight)));
        Value score = score(model);
        boolean first = score.size() == 1 && target == 0;
        int place = score.size() == 1 ? 0 : target;
        if (place >= score.size()) {
            return Optional.empty();
        }
        return Optional.of(new Going(program, sensitivity.follow(prepared, score, place, first ? -1 : 1)));
    }

    private static Value score(Model model) {
        Value output = model.program().predict().output();
        return model.layers().stream()
                .filter(layer -> layer.output().equals(output))
                .map(ModelLayer::preActivation)
                .filter(value -> value.size() == output.size())
                .findFirst()
                .orElse(output);
    }

    private record Going(Program program, Sensitivity.Following following) implements Look.Sensitivities {
        @Override
        public boolean advance(BooleanSupplier over) {
            return following.advance(over);
        }

        @Override
        public double score() {
            return following.number();
        }

        @Override
        public int[] shape(String tensor) {
            return value(tensor).map(value -> value.shape().lengths()).orElse(new int[0]);
        }

        @Override
        public double[] numbers(String tensor) {
            return value(tensor).map(following::numbers).orElse(new double[0]);
        }

        @Override
        public double[] derivatives(String tensor) {
            return value(tensor).map(following::derivatives).orElse(new double[0]);
        }

        private Optional<Value> value(String tensor) {
            return program.prediction().value(tensor).filter(Value::batched);
        }
    }
}
