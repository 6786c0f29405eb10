package dev.steep.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.Rig;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Value;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class FadingTest {
    @Test
    void aMomentThatFadesNeverReachesDenormalNumbers() {
        Rig rig = new Rig(1, 1, Shape.of(1), Shape.of(1));
        Value moment = Value.slot("moment", Shape.of(5));
        rig.tape.update(moment, Expr.input(0, "m").times(0.9), moment);
        Machine machine = new Kernels(new GraalHost()).open(rig.program(), rig.supply(), 1);
        machine.write(moment, new float[] {1, -1, 1e30f, -1e-30f, 1e-12f});
        for (int steps = 0; steps < 2000; steps += 20) {
            train(machine, rig.batch(), 20);
            for (float each : machine.read(moment)) {
                assertTrue(each == 0 || Math.abs(each) >= Float.MIN_NORMAL, steps + " steps: " + each);
            }
        }
        assertArrayEquals(new float[5], machine.read(moment), 1e-31f);
    }

    private static void train(Machine machine, Batch batch, int steps) {
        machine.train(Collections.nCopies(steps, batch).toArray(Batch[]::new), new double[steps], new double[steps]);
    }
}
