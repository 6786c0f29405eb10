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
import dev.steep.math.expr.Functions;
import dev.steep.tape.Gradients;
import dev.steep.tape.Pool;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The networks whose training speed is compared, put straight on tapes, with random samples. */
public final class Workload {
    private static final Expr A = Expr.input(0, "a");
    private static final Expr B = Expr.input(1, "b");
    private static final int SAMPLES = 256;

    private final int batch;
    private final boolean adam;
    private final Random random = new Random(1);
    private final List<Value> parameters = new ArrayList<>();
    private final Tape tape = new Tape();
    private Program program;
    private Supply supply;

    private Workload(int batch, boolean adam) {
        this.batch = batch;
        this.adam = adam;
    }

    /** One of w1 (2-8-8-1, tanh, SGD), w2-sgd and w2-adam (784-128-10), w3 (two convolutions, Adam). */
    public static Workload of(String name) {
        return switch (name) {
            case "w1" -> new Workload(10, false).points();
            case "w2-sgd" -> new Workload(32, false).digits(false);
            case "w2-adam" -> new Workload(32, true).digits(false);
            case "w3" -> new Workload(32, true).digits(true);
            default -> throw new IllegalArgumentException("There is no workload " + name + ".");
        };
    }

    public Program program() {
        return program;
    }

    /** Samples of a batch. */
    public int batch() {
        return batch;
    }

    /** A machine with starting weights. */
    public Machine open(Backend backend) {
        Machine machine = backend.open(program, supply, batch);
        for (Value parameter : parameters) {
            float[] numbers = new float[parameter.size()];
            double limit = parameter.shape().rank() < 2 ? 0 : Math.sqrt(6.0 / fans(parameter.shape()));
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) random.uniform(-limit, limit);
            }
            machine.write(parameter, numbers);
        }
        return machine;
    }

    /** Samples per second while training for about this long. */
    public double run(Backend backend, double milliseconds) {
        Machine machine = open(backend);
        int[] rows = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            rows[i] = i;
        }
        Batch[] batches = new Batch[8];
        double[] scalars = {1.0 / batch, 0.001};
        for (int i = 0; i < batches.length; i++) {
            batches[i] = new Batch(rows, i * batch % (SAMPLES - batch), batch, i, scalars);
        }
        double[] out = new double[batches.length];
        long start = System.currentTimeMillis();
        long samples = 0;
        while (System.currentTimeMillis() - start < milliseconds) {
            machine.train(batches, out, new double[batches.length]);
            samples += (long) batches.length * batch;
        }
        if (!(out[0] < 100)) {
            throw new IllegalStateException("The loss became " + out[0] + ".");
        }
        return samples * 1000.0 / (System.currentTimeMillis() - start);
    }

    private static double fans(Shape shape) {
        int area = shape.size() / shape.length(-1) / shape.length(-2);
        return area * (shape.length(-1) + shape.length(-2));
    }

    private Workload points() {
        Value x = tape.input("x", Shape.of(2));
        Value t = tape.input("t", Shape.of(1));
        Value h = dense("dense", x, 8, Expr.tanh(A));
        h = dense("dense_1", h, 8, Expr.tanh(A));
        Value y = dense("dense_2", h, 1, Expr.tanh(A));
        Value each = tape.elementwise("squares", A.minus(B).times(A.minus(B)), y, t);
        return finish(x, t, y, each);
    }

    private Workload digits(boolean convolutions) {
        Value x = tape.input("x", convolutions ? Shape.of(28, 28, 1) : Shape.of(784));
        Value t = tape.input("t", Shape.of(10));
        Value h = x;
        if (convolutions) {
            h = pool("max_pooling2d", conv("conv2d", h, 8));
            h = pool("max_pooling2d_1", conv("conv2d_1", h, 16));
            h = tape.reshape("flatten", h, Shape.of(h.size()));
        }
        h = dense("dense", h, convolutions ? 64 : 128, Functions.relu(A));
        Value logits = dense("dense_1", h, 10, A);
        Value y = tape.softmax("softmax", logits);
        return finish(x, t, y, tape.crossEntropy("cross-entropy", logits, y, t));
    }

    private Value dense(String name, Value x, int units, Expr activation) {
        Value kernel = parameter(name + "/kernel", Shape.of(x.size(), units));
        return after(name, tape.matMul(name + "/product", x, kernel), activation);
    }

    private Value conv(String name, Value x, int filters) {
        Value kernel = parameter(name + "/kernel", Shape.of(3, 3, x.shape().length(2), filters));
        Window.Axis axis = Window.Axis.same(x.shape().length(0), 3, 1, 1);
        return after(name, tape.conv(name + "/product", x, kernel, new Window(axis, axis)), Functions.relu(A));
    }

    private Value after(String name, Value product, Expr activation) {
        Value bias = parameter(name + "/bias", Shape.of(product.shape().length(-1)));
        Value sum = tape.elementwise(name + "/sum", A.plus(B), product, bias);
        if (activation == A) {
            return sum;
        }
        boolean tanh = activation.equals(Expr.tanh(A));
        Expr slope =
                tanh ? Expr.c(1).minus(B.times(B)) : Expr.select(Expr.lessEqual(B, Expr.c(0)), Expr.c(0), Expr.c(1));
        return tape.elementwise(name, activation, List.of(slope), sum);
    }

    private Value pool(String name, Value x) {
        Window.Axis axis = Window.Axis.valid(x.shape().length(0), 2, 2, 1);
        return tape.pool(name, Pool.Operation.MAX, x, new Window(axis, axis));
    }

    private Value parameter(String name, Shape shape) {
        Value parameter = Value.parameter(name, shape);
        parameters.add(parameter);
        return parameter;
    }

    private Workload finish(Value x, Value t, Value y, Value each) {
        Value loss = tape.elementwise("loss", A.times(B), tape.sum("total", each), tape.scalar("share"));
        Gradients gradients = tape.differentiate(loss);
        Value rate = tape.scalar("rate");
        for (Value w : parameters) {
            Value g = gradients.of(w).orElseThrow();
            if (adam) {
                Value m = Value.slot(w.name() + "/m", w.shape());
                Value v = Value.slot(w.name() + "/v", w.shape());
                tape.update(m, A.times(0.9).plus(B.times(0.1)), m, g);
                tape.update(v, A.times(0.999).plus(B.times(B).times(0.001)), v, g);
                Expr step =
                        Expr.input(1, "m").over(Expr.sqrt(Expr.input(2, "v")).plus(1e-7));
                tape.update(w, A.minus(Expr.input(3, "rate").times(step)), w, m, v, rate);
            } else {
                tape.update(w, A.minus(B.times(Expr.input(2, "rate"))), w, g, rate);
            }
        }
        Tape prediction = new Tape();
        Value input = prediction.input("x", x.shape());
        Value target = prediction.input("t", t.shape());
        Value sum = prediction.sumEach("sum", input);
        program = new Program(
                tape,
                new Program.Ends(x, t, y, loss, loss),
                prediction,
                new Program.Ends(input, target, input, sum, sum));
        supply = supply(x.size(), t.size());
        return this;
    }

    private Supply supply(int in, int out) {
        float[] samples = new float[SAMPLES * in];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.uniform();
        }
        float[] targets = new float[SAMPLES * out];
        for (int i = 0; i < SAMPLES; i++) {
            targets[i * out + random.below(out)] = 1;
        }
        return new Supply(
                new FloatSamples(samples, in),
                Rescaling.NONE,
                new Target.Numbers(targets, out, Collections.nCopies(out, "t")));
    }
}
