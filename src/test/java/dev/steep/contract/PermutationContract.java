package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.steep.engine.Machine;
import dev.steep.math.Shape;
import dev.steep.tape.Gradients;
import dev.steep.tape.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The axes of samples in every order, and what comes back. */
public interface PermutationContract extends Contract {
    @Test
    default void numbersMoveWithTheirAxes() {
        permute(List.of(0), 5);
        permute(List.of(1, 0), 4, 3);
        permute(List.of(1, 0), 1, 7);
        for (List<Integer> order : List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0))) {
            permute(order, 2, 3, 5);
            permute(order, 4, 1, 3);
        }
        permute(List.of(3, 1, 0, 2), 2, 3, 4, 5);
        permute(List.of(2, 3, 0, 1), 3, 2, 2, 3);
    }

    private void permute(List<Integer> order, int... lengths) {
        Shape from = Shape.of(lengths);
        Shape to = Shape.of(order.stream().mapToInt(axis -> lengths[axis]).toArray());
        for (int samples : new int[] {1, 3}) {
            String what = order + " of " + from + ", " + samples + " samples";
            Rig rig = new Rig(order.hashCode(), samples, from, to);
            Value a = rig.shifted();
            Value y = rig.tape.permute("y", a, order);
            Gradients gradients = rig.differentiate(y);
            Machine machine = rig.run(backend());

            double[] as = rig.shiftedNumbers();
            double[] dy = rig.numbers(rig.t);
            float[] expected = new float[as.length];
            float[] back = new float[as.length];
            for (int o = 0; o < expected.length; o++) {
                int source = o / from.size() * from.size() + source(o % from.size(), order, from, to);
                expected[o] = (float) as[source];
                back[source] = (float) dy[o];
            }
            assertArrayEquals(expected, machine.read(y), (float) tolerance(), what);
            assertArrayEquals(
                    back, machine.read(gradients.of(a).orElseThrow()), (float) tolerance(), what + ", gradient");
        }
    }

    /** Which number of a sample becomes number o. */
    private static int source(int o, List<Integer> order, Shape from, Shape to) {
        int[] place = new int[from.rank()];
        int rest = o;
        for (int i = to.rank() - 1; i >= 0; i--) {
            place[order.get(i)] = rest % to.length(i);
            rest /= to.length(i);
        }
        int source = 0;
        for (int axis = 0; axis < from.rank(); axis++) {
            source = source * from.length(axis) + place[axis];
        }
        return source;
    }
}
