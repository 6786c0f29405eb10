package dev.steep.worker.experiment;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Shape;
import dev.steep.network.layer.ImageChange;
import dev.steep.protocol.ImageTrial;
import dev.steep.reference.Reference;
import dev.steep.tape.Tape;
import java.util.List;

/** Raw images, changed on the back end that is the definition; the noise is the same pattern each time, so that strengths compare. */
public final class ImageChanges {
    private static final int SEED = 1;

    private ImageChanges() {}

    /** One image, changed once for each trial, one after the other. */
    public static float[] of(float[] raw, Shape shape, List<ImageTrial> trials) {
        ImageChange change = ImageChange.of(shape);
        Supply supply = new Supply(
                new FloatSamples(raw, raw.length), Rescaling.NONE, new Target.Numbers(new float[1], 1, List.of("")));
        Machine machine = new Reference().open(change.program(), supply, 1);
        float[] changed = new float[trials.size() * raw.length];
        for (int i = 0; i < trials.size(); i++) {
            ImageTrial trial = trials.get(i);
            double[] scalars = {
                Math.toRadians(trial.degrees()), 1 / trial.scale(), trial.down(), trial.right(), trial.noise()
            };
            machine.run(new Batch(new int[1], 0, 1, SEED, scalars), Tape.Phase.FORWARD);
            System.arraycopy(machine.read(change.output()), 0, changed, i * raw.length, raw.length);
        }
        return changed;
    }
}
