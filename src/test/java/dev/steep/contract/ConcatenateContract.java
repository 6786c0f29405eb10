package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.engine.Machine;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Gradients;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tensors side by side, along any axis, of any widths; and what comes back. */
public interface ConcatenateContract extends Contract {
    @Test
    default void numbersOfEachInputComeInTurn() {
        for (int axis = 0; axis < 3; axis++) {
            for (int length : new int[] {1, 2, 3, 4, 5, 9}) {
                concatenate(axis, length, 3);
                concatenate(axis, length, 1);
            }
        }
    }

    /** A tensor of 2 x 3 x 5 beside twice itself and beside itself once more, then cut to another length on an axis. */
    private void concatenate(int axis, int times, int samples) {
        String what = "axis " + axis + ", " + times + " times, " + samples + " samples";
        int[] lengths = {2, 3, 5};
        int[] joined = lengths.clone();
        joined[axis] *= times + 1;
        Rig rig = new Rig(times, samples, Shape.of(lengths), Shape.of(joined));
        Value a = rig.shifted();
        Value twice = rig.tape.elementwise("twice", Expr.input(0, "x").times(2), a);
        List<Value> inputs = new ArrayList<>(Collections.nCopies(times, a));
        inputs.add(times / 2, twice);
        Value y = rig.tape.concatenate("y", axis, inputs);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());

        double[] as = rig.shiftedNumbers();
        double[] dy = rig.numbers(rig.t);
        float[] expected = new float[dy.length];
        double[] da = new double[as.length];
        int inner = 1;
        for (int i = axis + 1; i < 3; i++) {
            inner *= lengths[i];
        }
        for (int o = 0; o < expected.length; o++) {
            int inRow = o % inner;
            int along = o / inner % joined[axis];
            int outer = o / inner / joined[axis];
            int from = (outer * lengths[axis] + along % lengths[axis]) * inner + inRow;
            double factor = along / lengths[axis] == times / 2 ? 2 : 1;
            expected[o] = (float) (factor * as[from]);
            da[from] += factor * dy[o];
        }
        assertArrayEquals(expected, machine.read(y), (float) tolerance(), what);
        float[] back = machine.read(gradients.of(a).orElseThrow());
        for (int i = 0; i < da.length; i++) {
            assertEquals(da[i], back[i], 1e-4, what + ", " + i);
        }
    }
}
