package dev.steep.reference;

import dev.steep.data.Samples;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Supply;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;

/** Fills a tape's inputs and scalars for a batch. */
final class Gathering {
    private final Supply supply;
    private final int room;
    private final int size;
    private final double[] input;
    private final double[] target;
    private final double[] weight;
    private final double[][] scalars;

    /** Whether classes are told apart by a single number, 0 or 1, instead of one number for each of them. */
    private final boolean single;

    Gathering(Tape tape, Program.Ends ends, Supply supply, ValueArrays memory, int room) {
        this.supply = supply;
        this.room = room;
        size = ends.input().size();
        input = memory.of(ends.input());
        target = memory.of(ends.target());
        weight = ends.weight().map(memory::of).orElse(new double[0]);
        List<Value> listed = tape.scalars();
        scalars = listed.stream().map(memory::of).toArray(double[][]::new);
        single = supply.y() instanceof Target.Classes && ends.target().size() == 1;
        Samples x = supply.x();
        if (x.size() != size || !single && supply.y().width() != ends.target().size()) {
            throw new IllegalArgumentException("Samples of " + x.size() + " numbers with targets of "
                    + supply.y().width() + " do not fit " + ends.input() + " and " + ends.target() + ".");
        }
        if (weight.length > 0 && supply.weights().length == 0) {
            throw new IllegalArgumentException("The loss weighs samples, but they have no weights.");
        }
    }

    /** How many samples there is room for. */
    int room() {
        return room;
    }

    void gather(Batch batch) {
        fits(batch.count());
        if (batch.scalars().length != scalars.length) {
            throw new IllegalArgumentException(
                    "The batch sets " + batch.scalars().length + " scalars, the tape has " + scalars.length + ".");
        }
        for (int i = 0; i < scalars.length; i++) {
            scalars[i][0] = batch.scalars()[i];
        }
        supply.x().gather(batch.rows(), batch.from(), batch.count(), supply.scale(), input);
        if (single && supply.y() instanceof Target.Classes classes) {
            for (int k = 0; k < batch.count(); k++) {
                target[k] = classes.index()[batch.rows()[batch.from() + k]];
            }
        } else {
            supply.y().gather(batch.rows(), batch.from(), batch.count(), target);
        }
        for (int k = 0; weight.length > 0 && k < batch.count(); k++) {
            weight[k] = supply.weights()[batch.rows()[batch.from() + k]];
        }
    }

    /** Takes prepared samples as input. */
    void given(float[] samples, int count) {
        fits(count);
        for (int i = 0; i < count * size; i++) {
            input[i] = samples[i];
        }
    }

    private void fits(int count) {
        if (count < 1 || count > room) {
            throw new IllegalArgumentException(count + " samples, but there is room for 1 to " + room + ".");
        }
    }
}
