package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.network.Model;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read after a training step is what that step computed with, for networks with every layer there is. */
interface StepContract extends Contract {
    float RATE = 0.05f;

    /** Parameter, gradient and weights before: {@code w' = w - rate g}, however steps were cut into calls. */
    @Test
    default void aGradientIsTheOneThatMovedTheWeight() {
        for (String name : Declared.layers()) {
            Declared.Steps steps = Declared.steps(name, "SGD(" + RATE + ")", 4);
            Machine before = steps.open(backend());
            before.train(steps.batches(0, 3), new double[3], new double[3]);
            Machine after = steps.open(backend());
            after.train(steps.batches(0, 4), new double[4], new double[4]);
            int moved = 0;
            for (Value w : steps.model().parameters()) {
                float[] gradient = after.read(gradient(steps.model(), w));
                float[] from = before.read(w);
                float[] to = after.read(w);
                for (int i = 0; i < to.length; i++) {
                    double step = (double) RATE * gradient[i];
                    assertEquals(
                            from[i] - step,
                            to[i],
                            2e-7 * (Math.abs(from[i]) + Math.abs(step)) + 1e-15,
                            name + ": " + w);
                    moved += to[i] != from[i] ? 1 : 0;
                }
            }
            assertTrue(moved > 0, name);
        }
    }

    /** Looking changes nothing, and shows every value of the last step: activations, masks, gradients. */
    @Test
    default void everyValueOfTheLastStepIsRead() {
        for (String name : Declared.layers()) {
            Declared.Steps steps = Declared.steps(name, "Adam", 5);
            Machine looked = steps.open(backend());
            looked.train(steps.batches(0, 4), new double[4], new double[4]);
            Machine alone = steps.open(backend());
            alone.train(steps.batches(0, 3), new double[3], new double[3]);
            alone.run(steps.batches(3, 4)[0], Tape.Phase.BACKWARD);
            for (Value value : steps.model().program().training().values()) {
                if (!value.role().lasts()) {
                    assertArrayEquals(alone.read(value), looked.read(value), name + ": " + value);
                }
            }
            alone.run(steps.batches(3, 4)[0], Tape.Phase.UPDATE);
            lastingAgree(steps.model(), alone, looked, name);
            double[] losses = new double[2];
            looked.train(steps.batches(4, 5), losses, new double[1]);
            alone.train(steps.batches(4, 5), losses, new double[1]);
            lastingAgree(steps.model(), alone, looked, name);
        }
    }

    /** Moving means are moved by training steps only. */
    @Test
    default void lookingRunsNoUpdate() {
        for (String name : Declared.layers()) {
            Declared.Steps steps = Declared.steps(name, "SGD(0.1)", 2);
            Machine machine = steps.open(backend());
            machine.train(steps.batches(0, 1), new double[1], new double[1]);
            List<float[]> before = lasting(steps.model(), machine);
            steps.model().program().training().values().forEach(machine::read);
            machine.run(steps.batches(1, 2)[0], Tape.Phase.BACKWARD);
            Batch other = steps.batches(1, 2)[0];
            machine.evaluate(new Batch(
                    other.rows(),
                    other.from(),
                    other.count(),
                    0,
                    steps.model().scalars(steps.model().program().prediction(), 1, other.count())));
            steps.model().program().prediction().values().forEach(machine::read);
            List<float[]> after = lasting(steps.model(), machine);
            for (int i = 0; i < before.size(); i++) {
                assertArrayEquals(
                        before.get(i),
                        after.get(i),
                        name + ": " + steps.model().lasting().get(i));
            }
        }
    }

    private static void lastingAgree(Model model, Machine expected, Machine actual, String name) {
        for (Value value : model.lasting()) {
            assertArrayEquals(expected.read(value), actual.read(value), name + ": " + value);
        }
    }

    private static List<float[]> lasting(Model model, Machine machine) {
        return model.lasting().stream().map(machine::read).toList();
    }

    private static Value gradient(Model model, Value parameter) {
        return model.program().training().value(parameter.name() + "/gradient").orElseThrow();
    }
}
