package dev.steep.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.contract.Rig;
import dev.steep.engine.Batch;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Value;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class FadingTest {
    @Test
    void aMomentThatFadesEndsAtZeroAndNotAmongDenormalNumbers() {
        Rig rig = new Rig(1, 1, Shape.of(1), Shape.of(1));
        Value moment = Value.slot("moment", Shape.of(3));
        rig.tape.update(moment, Expr.input(0, "m").times(0.9), moment);
        ReferenceMachine machine = new Reference().open(rig.program(), rig.supply(), 1);
        machine.unrounded(moment, new double[] {1, -1, 1e300});
        Batch[] steps = Collections.nCopies(8000, rig.batch()).toArray(Batch[]::new);
        machine.train(steps, new double[8000], new double[8000]);
        double[] end = machine.unrounded(moment);
        double large = 1e300 * Math.pow(0.9, 4000) * Math.pow(0.9, 4000);
        assertArrayEquals(new double[] {0, 0}, new double[] {end[0], end[1]});
        assertEquals(large, end[2], 1e-10 * large);
    }
}
