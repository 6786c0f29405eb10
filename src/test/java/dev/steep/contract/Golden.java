package dev.steep.contract;

import dev.steep.catalog.Choice;
import dev.steep.data.Batches;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Scaling;
import dev.steep.data.Target;
import dev.steep.data.generated.BuiltIn;
import dev.steep.engine.Backend;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.tape.Value;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Four models with a seed, trained for fifty steps. Hashes of all their weights, and of all else that there is to see, show whether two builds, or two
 * browsers, compute the same numbers to the last bit. Runs on the JVM and, compiled by TeaVM, in the page.
 */
public enum Golden {
    /** Convolution, pooling, dropout, softmax with cross-entropy, Adam. */
    DIGITS(
            "digits(size=400)",
            0x85E3CD2A,
            0x2B36DB76,
            0x877035F3,
            0x2E9D286A,
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
            0xAD36CC0D,
            0xDE5D29DD,
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
            0x650164AA,
            0x62998ECA,
            "Adam(0.02)",
            Loss.BINARY_CROSSENTROPY,
            "Dense(6,formula('x * sigmoid(1.702 x)'))",
            "Dense(6,formula('0.1 x + sin(x)/(1 + |x|^1.3)'))",
            "Dense(1,sigmoid)"),

    /** Regression: one period of a sine. */
    SINE(
            "",
            0x4026AE74,
            0xC988FEB6,
            0x1E47BC6E,
            0x766EF03B,
            "RMSprop(0.01)",
            Loss.HUBER,
            "Dense(16,tanh)",
            "Dense(16,silu)",
            "Dense(1)");

    private static final int STEPS = 50;
    private static final int BATCH = 32;
    private static final int SEED = 42;
    private static final int FNV_OFFSET = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private final String data;
    private final int reference;
    private final int kernels;
    private final int allOfReference;
    private final int allOfKernels;
    private final String optimizer;
    private final Loss loss;
    private final List<String> layers;

    Golden(
            String data,
            int reference,
            int kernels,
            int allOfReference,
            int allOfKernels,
            String optimizer,
            Loss loss,
            String... layers) {
        this.data = data;
        this.reference = reference;
        this.kernels = kernels;
        this.allOfReference = allOfReference;
        this.allOfKernels = allOfKernels;
        this.optimizer = optimizer;
        this.loss = loss;
        this.layers = List.of(layers);
    }

    /**
     * What {@link #train} returns on a back end: first of the weights, then of all there is to see. It changes whenever data, starting weights or arithmetic are meant to
     * change, and must change in no other way: then put the new one here, and tell users, whose links give other numbers.
     */
    public List<Integer> hashes(String backend) {
        return switch (backend) {
            case "reference" -> List.of(reference, allOfReference);
            case "kernels" -> List.of(kernels, allOfKernels);
            default -> throw new IllegalArgumentException("There is no back end " + backend + ".");
        };
    }

    /**
     * Trains on this back end. Returns the hash of all weights (as float32, in the order of the layers); and one of the losses
     * and hits of all steps, of the gradients of the last, of weights and what the optimizer remembers of them, and of every
     * layer's output for the first samples.
     */
    public List<Integer> train(Backend backend) {
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
        model.lasting().forEach(value -> machine.write(value, model.initial(value)));
        Batches batches = new Batches(rows, BATCH, true, new Random(SEED));
        Batch[] steps = new Batch[STEPS];
        for (int step = 0; step < STEPS; step++) {
            int batch = step % batches.perEpoch();
            int count = batches.count(batch);
            double[] scalars = model.scalars(model.program().training(), step + 1, count);
            int[] order = batches.order(step / batches.perEpoch());
            steps[step] = new Batch(order, batches.from(batch), count, Random.mix(SEED + step), scalars);
        }
        double[] losses = new double[STEPS];
        double[] hits = new double[STEPS];
        machine.train(steps, losses, hits);
        int weights = FNV_OFFSET;
        for (Value parameter : model.parameters()) {
            weights = mixed(weights, machine.read(parameter));
        }
        return List.of(weights, all(model, machine, weights, losses, hits));
    }

    private static int all(Model model, Machine machine, int weights, double[] losses, double[] hits) {
        int hash = weights;
        for (int step = 0; step < STEPS; step++) {
            hash = mixed(hash, new float[] {(float) losses[step], (float) hits[step]});
        }
        for (Value parameter : model.parameters()) {
            String gradient = parameter.name() + "/gradient";
            hash = mixed(
                    hash,
                    machine.read(model.program().training().value(gradient).orElseThrow()));
        }
        for (Value slot : model.slots()) {
            hash = mixed(hash, machine.read(slot));
        }
        int[] rows = IntStream.range(0, BATCH).toArray();
        machine.evaluate(
                new Batch(rows, 0, BATCH, 0, model.scalars(model.program().prediction(), 1, BATCH)));
        for (ModelLayer layer : model.layers()) {
            hash = mixed(hash, machine.read(layer.output()));
        }
        return hash;
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
    private static int mixed(int hash, float[] numbers) {
        int mixed = hash;
        for (float number : numbers) {
            int bits = Float.floatToIntBits(number);
            for (int shift = 0; shift < 32; shift += 8) {
                mixed = (mixed ^ (bits >>> shift & 0xFF)) * FNV_PRIME;
            }
        }
        return mixed;
    }
}
