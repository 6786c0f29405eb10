package dev.steep.contract;

import dev.steep.catalog.Choice;
import dev.steep.data.Batches;
import dev.steep.data.BuiltIn;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Scaling;
import dev.steep.data.Target;
import dev.steep.engine.Backend;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Loss;
import dev.steep.network.Model;
import dev.steep.network.Optimizer;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.Task;
import dev.steep.tape.Value;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Four models with a seed, trained for fifty steps. A hash of all their weights shows whether two builds, or two
 * browsers, compute the same numbers to the last bit. Runs on the JVM and, compiled by TeaVM, in the page.
 */
public enum Golden {
    /** Convolution, pooling, dropout, softmax with cross-entropy, Adam. */
    DIGITS(
            "digits(size=400)",
            0x85E3CD2A,
            0x2B36DB76,
            "Adam",
            Loss.CATEGORICAL_CROSSENTROPY,
            "Conv2D(8,3,activation=relu,padding=same)",
            "MaxPooling2D",
            "Conv2D(6,3,strides=2,activation=gelu)",
            "AveragePooling2D",
            "Dropout(0.25)",
            "Flatten",
            "Dense(10,softmax)"),

    /** A network for points in the plane: two classes told apart by one number, momentum. */
    CIRCLE(
            "circle(size=300)",
            0x909229F2,
            0xF3C3EFDB,
            "SGD(0.03,momentum=0.9,nesterov=true)",
            Loss.BINARY_CROSSENTROPY,
            "Dense(8,tanh,kernel_regularizer=L2(0.001))",
            "Dense(8,mish)",
            "Dense(1,sigmoid)"),

    /** Formulas that a learner typed: their numbers are read, and their slopes derived, in the page. */
    TYPED(
            "xor(size=200)",
            0x6F699A3D,
            0x6DE8405F,
            "Adam(0.02)",
            Loss.BINARY_CROSSENTROPY,
            "Dense(6,formula('x * sigmoid(1.702 x)'))",
            "Dense(6,formula('0.1 x + sin(x)/(1 + |x|^1.3)'))",
            "Dense(1,sigmoid)"),

    /** Regression: one period of a sine. */
    SINE("", 0x4026AE74, 0xC988FEB6, "RMSprop(0.01)", Loss.HUBER, "Dense(16,tanh)", "Dense(16,silu)", "Dense(1)");

    private static final int STEPS = 50;
    private static final int BATCH = 32;
    private static final int SEED = 42;
    private static final int FNV_OFFSET = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private final String data;
    private final int reference;
    private final int kernels;
    private final String optimizer;
    private final Loss loss;
    private final List<String> layers;

    Golden(String data, int reference, int kernels, String optimizer, Loss loss, String... layers) {
        this.data = data;
        this.reference = reference;
        this.kernels = kernels;
        this.optimizer = optimizer;
        this.loss = loss;
        this.layers = List.of(layers);
    }

    /**
     * What {@link #train} returns on a back end. It changes whenever data, starting weights or arithmetic are meant to
     * change, and must change in no other way: then put the new one here, and tell users, whose links give other numbers.
     */
    public int hash(String backend) {
        return switch (backend) {
            case "reference" -> reference;
            case "kernels" -> kernels;
            default -> throw new IllegalArgumentException("There is no back end " + backend + ".");
        };
    }

    /** Trains on this back end; returns the hash of all weights (as float32, in the order of the layers). */
    public int train(Backend backend) {
        Dataset set = dataset();
        int[] rows = IntStream.range(0, set.count()).toArray();
        Task task = set.y() instanceof Target.Classes classes
                ? new Task.Classification(classes.names())
                : new Task.Regression(set.y().width());
        Design design = new Design(
                set.shape(),
                task,
                Sketch.layers(layers.toArray(new String[0])),
                loss.kind().choice(),
                Sketch.pick(Optimizer.kinds(), optimizer),
                SEED);
        Model model = Model.of(Plan.of(design));
        Supply supply = new Supply(set.x(), Scaling.SIGNED.fit(set.x(), rows, set.shape()), set.y());
        Machine machine = backend.open(model.program(), supply, BATCH);
        model.parameters().forEach(value -> machine.write(value, model.initial(value)));
        model.slots().forEach(value -> machine.write(value, model.initial(value)));
        Batches batches = new Batches(rows, BATCH, true, new Random(SEED));
        Batch[] steps = new Batch[STEPS];
        for (int step = 0; step < STEPS; step++) {
            int batch = step % batches.perEpoch();
            int count = batches.count(batch);
            double[] scalars = model.scalars(model.program().training(), step + 1, count);
            int[] order = batches.order(step / batches.perEpoch());
            steps[step] = new Batch(order, batches.from(batch), count, Random.mix(SEED + step), scalars);
        }
        machine.train(steps, new double[STEPS], new double[STEPS]);
        return hash(model, machine);
    }

    private Dataset dataset() {
        if (data.isEmpty()) {
            return sine();
        }
        Choice choice = Sketch.pick(BuiltIn.kinds(), data);
        return BuiltIn.of(choice).orElseThrow().make(choice, new Random(SEED));
    }

    private static Dataset sine() {
        float[] x = new float[200];
        float[] y = new float[x.length];
        Random random = new Random(SEED);
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.uniform(-3, 3);
            y[i] = (float) (Elementary.sin(x[i]) + 0.1 * random.normal());
        }
        return new Dataset(
                "Sine", Shape.of(1), new FloatSamples(x, 1), new Target.Numbers(y, 1, List.of("y")), List.of("x"));
    }

    /** FNV-1a over the bytes of all numbers, lowest first. */
    private static int hash(Model model, Machine machine) {
        int hash = FNV_OFFSET;
        for (Value parameter : model.parameters()) {
            for (float number : machine.read(parameter)) {
                int bits = Float.floatToIntBits(number);
                for (int shift = 0; shift < 32; shift += 8) {
                    hash = (hash ^ (bits >>> shift & 0xFF)) * FNV_PRIME;
                }
            }
        }
        return hash;
    }
}
