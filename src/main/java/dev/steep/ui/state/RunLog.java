package dev.steep.ui.state;

import dev.steep.math.Trace;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been reported of the present run: its epochs, and the loss of every step, in bounded room. */
public final class RunLog {
    private final List<EpochLog> epochs = new ArrayList<>();
    private final Trace losses = new Trace();
    private List<EpochLog> left = List.of();
    private int stepsPerEpoch = 1;
    private int wanted = 1;

    /** Takes in a report. A run that begins anew drops the old one. */
    public void add(Report.Progress progress) {
        if (progress.firstLoss() == 0 && progress.log().isEmpty() && progress.step() == progress.losses().length) {
            epochs.clear();
            losses.clear();
            left = List.of();
        } else if (progress.step() < losses.count()) {
            left = List.copyOf(epochs);
            epochs.removeIf(epoch -> epoch.epoch() > progress.epoch());
            losses.cut(progress.step());
        }
        stepsPerEpoch = Math.max(1, progress.stepsPerEpoch());
        wanted = Math.max(1, progress.epochs());
        int last = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
        progress.log().stream()
                .filter(epoch -> epoch.epoch() > last)
                .forEach(epoch -> epochs.add(epochs.isEmpty() ? epoch : epoch.sharing(epochs.get(0))));
        float[] more = progress.losses();
        for (int i = Math.max(0, losses.count() - progress.firstLoss()); i < more.length; i++) {
            losses.add(more[i]);
        }
    }

    /** The epochs of the run that this one is a branch of, of which it goes another way; empty if it is none. */
    public List<EpochLog> left() {
        return left;
    }

    public List<EpochLog> epochs() {
        return epochs;
    }

    /** About so many epochs at the most, evenly spread, the last among them: a chart has no more places than that. */
    public List<EpochLog> epochs(int most) {
        int stride = Math.max(1, (epochs.size() + most - 1) / most);
        if (stride == 1) {
            return epochs;
        }
        List<EpochLog> some = new ArrayList<>();
        for (int i = (epochs.size() - 1) % stride; i < epochs.size(); i += stride) {
            some.add(epochs.get(i));
        }
        return some;
    }

    /** How many epochs the horizontal axis has: those that are planned, or more if there were more. */
    public int width() {
        return Math.max(wanted, Math.max(end(epochs), end(left)));
    }

    private static int end(List<EpochLog> epochs) {
        return epochs.isEmpty() ? 1 : epochs.get(epochs.size() - 1).epoch();
    }

    /** The epoch of the lowest validation loss, once there are two to compare. */
    public Optional<EpochLog> best() {
        EpochLog best = null;
        for (EpochLog epoch : epochs) {
            if (Double.isFinite(epoch.valLoss()) && (best == null || epoch.valLoss() < best.valLoss())) {
                best = epoch;
            }
        }
        return epochs.size() < 2 ? Optional.empty() : Optional.ofNullable(best);
    }

    /** Step losses as points: epoch and mean loss of some steps by turns, at most so many points. */
    public double[] stepCurve(int most) {
        int bin = Math.max(1, (losses.size() + most - 1) / most);
        double[] curve = new double[(losses.size() + bin - 1) / bin * 2];
        for (int i = 0; i < curve.length / 2; i++) {
            double sum = 0;
            int start = i * bin;
            int end = Math.min(losses.size(), start + bin);
            for (int k = start; k < end; k++) {
                sum += losses.at(k);
            }
            double steps = start * losses.stride() + Math.min(losses.count(), end * losses.stride());
            curve[2 * i] = steps / 2 / stepsPerEpoch;
            curve[2 * i + 1] = sum / (end - start);
        }
        return curve;
    }
}
