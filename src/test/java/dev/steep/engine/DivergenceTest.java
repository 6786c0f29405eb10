package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.kernels.GraalHost;
import dev.steep.kernels.Kernels;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.reference.Reference;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that overflows names the tensor that broke first, and its step and batch: found here by looking at every value there is. */
class DivergenceTest {
    private static final int SAMPLES = 37;
    private static final int BATCH = 8;
    private static final int PER_EPOCH = 5;

    /** In the first the weights break, in the second the gradients; behind relu the loss does not show it, until the epoch ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "reference; SGD(100); Dense(6) Dense(1)",
                "reference; SGD(3,momentum=0.9); Dense(6,elu) Dense(5) Dense(1)",
                "kernels; SGD(3); Dense(6) Dense(1)",
                "kernels; SGD(1.5,momentum=0.9); Dense(6,elu) Dense(5) Dense(1)",
                "kernels; SGD(0.6); Dense(6,exponential) BatchNormalization Dense(1)",
                "kernels; SGD(100); Dense(6,relu) Dense(1)",
                "kernels; RMSprop(100,momentum=0.999,rho=0); Dense(6,relu) Dense(4,relu) Dense(1)",
                "kernels; SGD(1); Dense(6,relu) Dense(4,relu) Dense(1)"
            })
    void theFirstTensorThatBrokeIsNamed(String name, String optimizer, String layers) throws Exception {
        Backend backend = name.equals("kernels") ? new Kernels(new GraalHost()) : new Reference();
        Model model = Model.of(Plan.of(Sketch.with(Sketch.numbers(Shape.of(3), 1, layers.split(" ")), optimizer)));
        Batches batches = new Batches(rows(), BATCH, true, new Random(5));
        Split split = new Split(rows(), new int[0], new int[0]);
        List<Batch> steps = new ArrayList<>();
        Trainer trainer = new Trainer(recording(backend, steps), model, supply(), split, batches, () -> 0);
        while (trainer.trouble().isEmpty() && trainer.step() < 3000) {
            trainer.advance(10_000, 1);
        }
        String sentence = trainer.trouble().orElseThrow();

        Machine machine = backend.open(model.program(), supply(), BATCH);
        model.lasting().forEach(value -> machine.write(value, model.initial(value)));
        int step = 0;
        Optional<Value> broken = Optional.empty();
        while (broken.isEmpty()) {
            machine.run(steps.get(step++), Tape.Phase.UPDATE);
            broken = broken(machine, model);
        }
        boolean nan = Double.isNaN(machine.exact(broken.get()).broken().orElseThrow());
        String what = broken.get().name() + " became " + (nan ? "NaN (not a number)" : "infinite");
        String when = step == trainer.step() ? ", in batch " : " in step " + step + ", batch ";
        String where = (step - 1) % PER_EPOCH + 1 + " of epoch " + ((step - 1) / PER_EPOCH + 1) + ". ";
        assertTrue(
                sentence.startsWith("Training stopped in step " + trainer.step() + ": " + what + when + where),
                sentence + " instead of " + what + when + where);
        assertEquals(trainer.step(), trainer.losses().length);
    }

    private static Optional<Value> broken(Machine machine, Model model) {
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : model.program().training().steps(phase)) {
                if (machine.exact(step.output()).broken().isPresent()) {
                    return Optional.of(step.output());
                }
            }
        }
        return Optional.empty();
    }

    /** A back end that remembers what it is first told to train on. */
    private static Backend recording(Backend backend, List<Batch> steps) {
        return new Recording(backend, steps);
    }

    private record Recording(Backend backend, List<Batch> steps) implements Backend {
        @Override
        public String name() {
            return backend.name();
        }

        @Override
        public Machine open(dev.steep.tape.Program program, Supply supply, int batch) {
            Machine machine = backend.open(program, supply, batch);
            return new Machine() {
                @Override
                public String backend() {
                    return machine.backend();
                }

                @Override
                public double speed() {
                    return machine.speed();
                }

                @Override
                public void train(Batch[] batches, double[] losses, double[] hits) {
                    steps.addAll(List.of(batches));
                    machine.train(batches, losses, hits);
                }

                @Override
                public void run(Batch batch, Tape.Phase last) {
                    machine.run(batch, last);
                }

                @Override
                public void evaluate(Batch batch) {
                    machine.evaluate(batch);
                }

                @Override
                public void predict(float[] inputs, int count) {
                    machine.predict(inputs, count);
                }

                @Override
                public int predictionRows() {
                    return machine.predictionRows();
                }

                @Override
                public float[] read(Value value) {
                    return machine.read(value);
                }

                @Override
                public void write(Value value, float[] numbers) {
                    machine.write(value, numbers);
                }

                @Override
                public Exact exact(Value value) {
                    return machine.exact(value);
                }

                @Override
                public void restore(Value value, Exact numbers) {
                    machine.restore(value, numbers);
                }

                @Override
                public Exact before(Value value) {
                    return machine.before(value);
                }
            };
        }

        @Override
        public long bytes(dev.steep.tape.Program program, Supply supply, int batch) {
            return backend.bytes(program, supply, batch);
        }

        @Override
        public double speed() {
            return backend.speed();
        }
    }

    private static int[] rows() {
        int[] rows = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            rows[i] = i;
        }
        return rows;
    }

    private static Supply supply() {
        Random random = new Random(11);
        float[] x = new float[3 * SAMPLES];
        float[] y = new float[SAMPLES];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.normal();
            y[i / 3] += x[i];
        }
        return new Supply(new FloatSamples(x, 3), Rescaling.NONE, new Target.Numbers(y, 1, List.of("y")));
    }
}
