package dev.steep.worker.experiment;

import dev.steep.engine.Trainer;
import dev.steep.engine.Work;
import dev.steep.math.statistics.Histogram;
import dev.steep.protocol.look.HistogramsLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The histograms of a run: of every weight, gradient and layer's output, at some moments of training. Which moments, only the
 * experiment decides and no clock: before the first step; in the first epoch at steps 1, 2, 4, 8 ...; at the ends of epochs 1, 2, 4, 8 ...,
 * and of every so many epochs that collecting takes a twentieth of the time. When there are too many, every second one is let go.
 */
public final class HistogramLog {
    static final int MOST_MOMENTS = 64;
    static final int MOST_BYTES = 4 << 20;

    /** A collection takes no more than one part in so many of the training since the one before. */
    private static final int SHARE = 20;

    /** What it costs to count one number, and to fetch one tensor, in operations. */
    private static final double NUMBER = 50;

    private static final double TENSOR = 100_000;

    /** What a step costs beside its operations. */
    private static final double STEP = 20_000;

    private record Taken(int epoch, int step, Map<String, Histogram> histograms) {
        int bytes() {
            return histograms.values().stream().mapToInt(Histogram::bytes).sum();
        }
    }

    private final List<Taken> taken = new ArrayList<>();
    private int every;
    private int lastEpoch;

    /** Training starts anew. */
    public void clear() {
        taken.clear();
        every = 0;
        lastEpoch = 0;
    }

    /** How many steps may be done, of so many, until the next moment within an epoch. */
    public int until(Trainer trainer, int most) {
        int step = trainer.step();
        int next = step == 0 ? 1 : 2 * Integer.highestOneBit(step);
        return trainer.history().isEmpty() && !trainer.validating() ? Math.min(most, next - step) : most;
    }

    /** Takes the histograms of now, if this is one of the moments. Call it before the first step and after each advance. */
    public void follow(Trainer trainer, TensorReader tensors) {
        int step = trainer.step();
        int epoch = trainer.history().size();
        while (!taken.isEmpty() && last().step > step) { // the run goes on from an earlier state
            taken.remove(taken.size() - 1);
            lastEpoch = Math.min(lastEpoch, epoch);
        }
        boolean ended = epoch > lastEpoch;
        lastEpoch = epoch;
        if (trainer.trouble().isPresent() || trainer.validating() || !taken.isEmpty() && last().step == step) {
            return;
        }
        every = every == 0 ? interval(trainer, tensors) : every;
        boolean early = epoch == 0 && Integer.bitCount(step) <= 1;
        if (taken.isEmpty() || early || ended && (Integer.bitCount(epoch) == 1 || epoch % every == 0)) {
            taken.add(new Taken(epoch, step, tensors.histograms()));
            thin();
        }
    }

    private static int interval(Trainer trainer, TensorReader tensors) {
        int batch = trainer.batchSize();
        double step = Work.of(trainer.model().program().training(), batch) + STEP;
        double numbers = 0;
        int count = 0;
        for (String name : tensors.watched(true)) {
            numbers += tensors.find(name)
                    .map(each -> each.count(TensorReader.WATCHED))
                    .orElse(0L);
            count++;
        }
        double cost = step
                + Work.of(trainer.model().program().prediction(), TensorReader.WATCHED)
                + NUMBER * numbers
                + TENSOR * count;
        return (int) Math.max(1, Math.ceil(cost * SHARE / step / trainer.stepsPerEpoch()));
    }

    private Taken last() {
        return taken.get(taken.size() - 1);
    }

    private void thin() {
        while (taken.size() > MOST_MOMENTS || taken.size() > 2 && bytes() > MOST_BYTES) {
            List<Taken> kept = new ArrayList<>();
            for (int i = 0; i < taken.size(); i++) {
                if (i % 2 == 0 || i == taken.size() - 1) {
                    kept.add(taken.get(i));
                }
            }
            taken.clear();
            taken.addAll(kept);
            every *= 2;
        }
    }

    /** What all of them take. */
    int bytes() {
        return taken.stream().mapToInt(Taken::bytes).sum();
    }

    /** Those of a tensor up to a step, oldest first. */
    public List<HistogramsLook.Entry> of(String tensor, int step) {
        List<HistogramsLook.Entry> entries = new ArrayList<>();
        for (Taken each : taken) {
            Histogram histogram = each.histograms.get(tensor);
            if (histogram != null && each.step <= step) {
                entries.add(new HistogramsLook.Entry(each.epoch, each.step, histogram));
            }
        }
        return entries;
    }
}
