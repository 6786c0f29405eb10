package dev.steep.engine;

import dev.steep.math.Random;
import dev.steep.network.Model;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/** What is tried with the numbers of a run on a machine of its own. Of the run itself nothing changes. */
final class RunProbes {
    /** What a slice of the loss may take on a slow computer, in seconds, */
    private static final double SECONDS_FOR_SLICE = 20;

    /** unless it would be of fewer samples than these; */
    private static final int FEWEST = 32;

    /** more than these change little. */
    private static final int MOST = 512;

    private final OpenModel open;
    private final TrainingSteps steps;
    private final RunMetrics metrics;
    private final int[] training;
    private final int seed;

    /** @param training the rows that are learned from */
    RunProbes(OpenModel open, TrainingSteps steps, RunMetrics metrics, int[] training, int seed) {
        this.open = open;
        this.steps = steps;
        this.metrics = metrics;
        this.training = training;
        this.seed = seed;
    }

    /** The loss on a plane through the present weights; see {@link Trainer#slice}. */
    LossSlice slice(List<Snapshot> kept, int epoch, boolean alongPath) {
        Model model = open.model();
        List<Value> values = model.parameters();
        float[][] centre = values.stream().map(open.machine()::read).toArray(float[][]::new);
        List<WeightPlane.Place> places = WeightPlane.places(
                values, kept.stream().filter(each -> each.epoch() <= epoch).toList());
        Optional<WeightPlane> along = alongPath ? WeightPlane.along(values, centre, places, epoch) : Optional.empty();
        WeightPlane plane = along.orElseGet(
                () -> WeightPlane.random(values, centre, places, epoch, new Random(seed).fork("slice")));
        int[] rows = rows();
        Machine copy = open.copy();
        return new LossSlice(
                copy,
                plane,
                () -> metrics.loss(copy, model, rows),
                new LossSlice.Origin(epoch, steps.step(), rows.length, along.isPresent()));
    }

    /** As many training rows as can be looked at for each place of a slice, evenly spread. */
    private int[] rows() {
        double affordable = SECONDS_FOR_SLICE / open.secondsPerPrediction() / LossSlice.SIDE / LossSlice.SIDE;
        int[] rows = new int[(int) Math.min(training.length, Math.max(FEWEST, Math.min(MOST, affordable)))];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = training[(int) ((long) i * training.length / rows.length)];
        }
        return rows;
    }

    /**
     * Growing learning rates, with the batches that come next in the run.
     *
     * @param first the step of this epoch that it begins with
     */
    RateSweep sweep(int first) {
        return new RateSweep(open.copy(), steps.onward(first, open.model(), RateSweep::rate));
    }
}
