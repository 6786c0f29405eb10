package dev.steep.worker.experiment;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Shape;
import dev.steep.network.layer.augmentation.ImageChange;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.reference.Reference;
import dev.steep.tape.Tape;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Raw images, changed on the back end that is the definition; the noise is the same pattern each time, so that strengths compare. */
public final class ImageChanges {
    private static final int SEED = 1;
    private static final double[] NONE = {};

    private ImageChanges() {}

    /** One image, changed once for each trial, one after the other. */
    public static float[] of(float[] raw, Shape shape, List<ImageTrial> trials) {
        ImageChange.Wanted wanted = new ImageChange.Wanted(
                trials.stream().anyMatch(each -> each.degrees() != 0),
                trials.stream().anyMatch(each -> each.scale() != 1),
                trials.stream().anyMatch(each -> each.down() != 0 || each.right() != 0),
                trials.stream().anyMatch(each -> each.noise() != 0));
        ImageChange change = ImageChange.of(shape, wanted);
        Supply supply = new Supply(
                new FloatSamples(raw, raw.length), Rescaling.NONE, new Target.Numbers(new float[1], 1, List.of("")));
        Machine machine = new Reference().open(change.program(), supply, 1);
        float[] changed = new float[trials.size() * raw.length];
        for (int i = 0; i < trials.size(); i++) {
            ImageTrial trial = trials.get(i);
            double[] scalars = scalars(trial, wanted);
            machine.run(new Batch(new int[1], 0, 1, SEED, scalars), Tape.Phase.FORWARD);
            System.arraycopy(machine.read(change.output()), 0, changed, i * raw.length, raw.length);
        }
        return changed;
    }

    private static double[] scalars(ImageTrial trial, ImageChange.Wanted wanted) {
        return Stream.of(
                        wanted.turned() ? new double[] {Math.toRadians(trial.degrees())} : NONE,
                        wanted.zoomed() ? new double[] {1 / trial.scale()} : NONE,
                        wanted.shifted() ? new double[] {trial.down(), trial.right()} : NONE,
                        wanted.noisy() ? new double[] {trial.noise()} : NONE)
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }
}
