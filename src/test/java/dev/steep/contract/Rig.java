package dev.steep.contract;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Backend;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Gradients;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A tape under test with seeded numbers: samples x, a second batched tensor t (the targets), parameters and scalars. All
 * are float32, so that every back end starts from the same numbers.
 */
public final class Rig {
    public final Tape tape = new Tape();
    public final Value x;
    public final Value t;
    public final int samples;

    private final Random random;
    private final Map<Value, float[]> numbers = new LinkedHashMap<>();
    private final Map<Value, Double> scalars = new LinkedHashMap<>();
    private int seed = 1;

    public Rig(int seed, int samples, Shape x, Shape t) {
        this.random = new Random(seed);
        this.samples = samples;
        this.x = tape.input("x", x);
        this.t = tape.input("t", t);
        numbers.put(this.x, normal(samples * x.size()));
        numbers.put(this.t, normal(samples * t.size()));
    }

    /** A parameter with normal numbers. */
    public Value parameter(String name, int... lengths) {
        Value parameter = Value.parameter(name, Shape.of(lengths));
        numbers.put(parameter, normal(parameter.size()));
        return parameter;
    }

    /** x + a parameter of its shape: a batched value that has a gradient. */
    public Value shifted() {
        Value shift = parameter("shift", x.shape().lengths());
        return tape.elementwise("shifted", Expr.input(0, "x").plus(Expr.input(1, "shift")), x, shift);
    }

    /** The numbers of {@link #shifted}. */
    public double[] shiftedNumbers() {
        double[] shifted = numbers(x);
        double[] shift = numbers(tape.value("shift").orElseThrow());
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += shift[i % shift.length];
        }
        return shifted;
    }

    public Value scalar(String name, double value) {
        Value scalar = tape.scalar(name);
        scalars.put(scalar, value);
        return scalar;
    }

    /** Gives x, t or a parameter these numbers. */
    public Rig set(Value value, double... to) {
        float[] own = numbers.get(value);
        for (int i = 0; i < own.length; i++) {
            own[i] = (float) to[i % to.length];
        }
        return this;
    }

    /** Gives x, t or a parameter whole numbers from 0 to bound - 1: sums are exact, and ties are common. */
    public Rig whole(Value value, int bound) {
        float[] own = numbers.get(value);
        for (int i = 0; i < own.length; i++) {
            own[i] = random.below(bound);
        }
        return this;
    }

    public Rig seed(int seed) {
        this.seed = seed;
        return this;
    }

    /** The numbers of x, t or a parameter. */
    public double[] numbers(Value value) {
        return doubles(numbers.get(value));
    }

    /** Records the gradients of {@code sum of y t}, so that t is the gradient of y. */
    public Gradients differentiate(Value y) {
        Value weighted = tape.elementwise("weighted", Expr.input(0, "y").times(Expr.input(1, "t")), y, t);
        return tape.differentiate(tape.sum("loss", weighted));
    }

    /** The program, for the loss called "loss", or else for none. */
    public Program program() {
        Value loss = tape.value("loss").orElseGet(() -> tape.scalar("no loss"));
        Tape prediction = new Tape();
        Value input = prediction.input("x", x.shape());
        Value target = prediction.input("t", t.shape());
        Value output = prediction.elementwise("output", Expr.input(0, "x").times(2), input);
        Value each = prediction.sumEach("loss", output);
        Value hits = prediction.sumEach("hits", target);
        return new Program(
                tape,
                new Program.Ends(x, t, x, loss, loss),
                prediction,
                new Program.Ends(input, target, output, each, hits));
    }

    /** The machine, with parameters written, before any run. */
    public <M extends Machine> M prepare(M machine) {
        numbers.forEach((value, own) -> {
            if (value.role() == Value.Role.PARAMETER) {
                machine.write(value, own);
            }
        });
        return machine;
    }

    public Machine open(Backend backend) {
        return prepare(backend.open(program(), supply(), samples));
    }

    /** Runs all samples through forward and backward. */
    public Machine run(Backend backend) {
        Machine machine = open(backend);
        machine.run(batch(), Tape.Phase.BACKWARD);
        return machine;
    }

    public Supply supply() {
        List<String> names = Collections.nCopies(t.size(), "t");
        return new Supply(
                new FloatSamples(numbers.get(x).clone(), x.size()),
                Rescaling.NONE,
                new Target.Numbers(numbers.get(t).clone(), t.size(), names));
    }

    public Batch batch() {
        return batch(0, samples);
    }

    public Batch batch(int from, int count) {
        double[] values = tape.scalars().stream()
                .mapToDouble(scalar -> scalars.getOrDefault(scalar, 0.0))
                .toArray();
        return new Batch(IntStream.range(0, samples).toArray(), from, count, seed, values);
    }

    static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    private float[] normal(int count) {
        float[] normal = new float[count];
        for (int i = 0; i < count; i++) {
            normal[i] = (float) random.normal();
        }
        return normal;
    }
}
