package dev.steep.engine;

import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Which units of some layers were 0 for every sample that went through: of a layer of images, which of its feature maps were 0
 * everywhere. No gradient passes a unit whose activation rests at 0 for all samples.
 */
public final class ZeroUnits {
    private final List<Value> outputs;
    private final List<boolean[]> moved = new ArrayList<>();

    /** @param outputs what the layers give, on the prediction tape; the last axis has the units */
    public ZeroUnits(List<Value> outputs) {
        this.outputs = List.copyOf(outputs);
        outputs.forEach(value -> moved.add(new boolean[units(value)]));
    }

    private static int units(Value value) {
        return value.shape().length(value.shape().rank() - 1);
    }

    /** Takes in the samples that went through the network last. */
    void look(Machine machine) {
        for (int i = 0; i < outputs.size(); i++) {
            boolean[] units = moved.get(i);
            if (zeros(units) > 0) {
                float[] numbers = machine.read(outputs.get(i));
                for (int k = 0; k < numbers.length; k++) {
                    units[k % units.length] |= numbers[k] != 0;
                }
            }
        }
    }

    /** How many units of this output were 0 for every sample so far, and how many it has; nothing of an output that is not counted. */
    public int[] of(String output) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(output)) {
                return new int[] {zeros(moved.get(i)), moved.get(i).length};
            }
        }
        return new int[0];
    }

    private static int zeros(boolean[] units) {
        int zeros = 0;
        for (boolean other : units) {
            zeros += other ? 0 : 1;
        }
        return zeros;
    }
}
