package dev.steep.network;

import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.formula.ScalarRow;
import dev.steep.network.formula.Scalars;
import dev.steep.network.formula.StepContext;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Weights;
import dev.steep.network.weight.Initializer;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One layer by itself, or those that augment, as it is in training: what it makes of an input can be seen without a training step. It
 * has the steps, the names and the streams of random numbers that it has in its network.
 */
public final class LayerAlone {
    private final Program program;
    private final Value output;
    private final ScalarRow scalars;
    private final Map<Value, float[]> weights;

    private LayerAlone(Program program, Value output, ScalarRow scalars, Map<Value, float[]> weights) {
        this.program = program;
        this.output = output;
        this.scalars = scalars;
        this.weights = weights;
    }

    /**
     * What stands before the first layer that has weights, up to the last that draws random numbers: what a sample becomes before the
     * network sees it in training. Nothing if no such layer draws.
     */
    public static Optional<LayerAlone> augmentation(Plan plan) {
        int end = 0;
        for (int place = 0; place < plan.layers().size() && augments(plan, place); place++) {
            end = plan.layers().get(place).layer().draws() ? place + 1 : end;
        }
        return end == 0 ? Optional.empty() : Optional.of(of(plan, 0, end, 1));
    }

    private static boolean augments(Plan plan, int place) {
        PlannedLayer planned = plan.layers().get(place);
        Shape input = planned.extent().orElseThrow().input();
        boolean inRow = planned.inputs().equals(List.of(place == 0 ? PlannedLayer.INPUT : place - 1));
        boolean keeps = planned.extent().orElseThrow().output().equals(input);
        return inRow
                && planned.layer().weights(input).isEmpty()
                && (keeps || planned.layer().draws());
    }

    /** The layer at this place of a sound plan. */
    public static LayerAlone of(Plan plan, int place) {
        return of(plan, place, place + 1, 1);
    }

    /** The same of a layer that joins several: so many tensors like its input, one after the other, are a sample. */
    public static LayerAlone joining(Plan plan, int place, int inputs) {
        return of(plan, place, place + 1, inputs);
    }

    private static LayerAlone of(Plan plan, int from, int to, int inputs) {
        Shape shape = plan.layers().get(from).extent().orElseThrow().input();
        Scalars scalars = new Scalars();
        Tape training = new Tape();
        Value x = training.input("input", inputs == 1 ? shape : Shape.of(inputs * shape.size()));
        Value target = training.input("target", Shape.of(1));
        Map<Value, float[]> weights = new LinkedHashMap<>();
        int seed = plan.design().seed();
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            given.add(inputs == 1 ? x : training.part("input_" + i, x, i * shape.size(), shape));
        }
        Value y = x;
        for (int place = from; place < to; place++) {
            PlannedLayer planned = plan.layers().get(place);
            Scope scope = new Alone(training, place, planned, scalars, seed, weights);
            y = planned.layer().record(scope, given).output();
            given = List.of(y);
        }
        Value sum = training.sum("sum", y);
        Program.Ends ends = new Program.Ends(x, target, y, sum, sum);
        return new LayerAlone(
                new Program(training, ends, training, ends), y, new ScalarRow(scalars.of(training)), weights);
    }

    /** For a back end. */
    public Program program() {
        return program;
    }

    /** Its weights, with the numbers that they start from; a machine has zeros until they are written. */
    public Map<Value, float[]> weights() {
        return weights;
    }

    /** What it gives, for each sample of a batch. */
    public Value output() {
        return output;
    }

    /** The numbers of its tape's scalars for a batch of so many samples. */
    public double[] scalars(int count) {
        return scalars.at(StepContext.of(1, count));
    }

    private record Alone(
            Tape tape, int number, PlannedLayer layer, Scalars scalars, int seed, Map<Value, float[]> drawn)
            implements Scope {
        @Override
        public boolean training() {
            return true;
        }

        @Override
        public boolean trainable() {
            return layer.trainable();
        }

        @Override
        public String name(String what) {
            return layer.name() + "/" + what;
        }

        @Override
        public Value weights(String name) {
            for (Map.Entry<Value, float[]> known : drawn.entrySet()) {
                if (known.getKey().name().equals(name(name))) {
                    return known.getKey();
                }
            }
            Weights declared = layer
                    .layer()
                    .weights(layer.extent().orElseThrow().input())
                    .stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Value value = declared.value(name(name));
            drawn.put(
                    value,
                    Initializer.draw(declared.initializer(), value.shape(), new Random(seed).fork(value.name())));
            return value;
        }

        @Override
        public Value live(String name, double value) {
            return scalars.on(tape, name(name), step -> value);
        }

        @Override
        public Value share(int numbers) {
            return scalars.on(tape, "share", step -> 1.0 / (numbers * (double) step.count()));
        }
    }
}
