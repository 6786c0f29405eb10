package dev.steep.ui.state;

import dev.steep.math.Trace;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What has been reported of the present run: its epochs, and the loss of every step, in bounded room; and the losses of the run before
 * it, until they are dismissed.
 */
public final class RunLog {
    /**
     * A run that another one has taken the place of.
     *
     * @param recipe that it was trained with
     * @param losses as points: epoch and training loss by turns
     */
    public record Earlier(Recipe recipe, double[] losses) {}

    /** Of a run that is over, as many points as a chart is wide. */
    public static final int POINTS = 300;

    private final List<EpochLog> epochs = new ArrayList<>();
    private final Trace losses = new Trace();
    private List<EpochLog> left = List.of();
    private Recipe recipe = Recipe.PLAIN;
    private Recipe opened = Recipe.PLAIN;
    private Optional<Earlier> earlier = Optional.empty();

    /** The experiment that the losses are of, also while a network with a problem is open. */
    private Recipe trained = Recipe.PLAIN;

    /** The experiment of the last step: a setting may be moved after it, for the next run. */
    private Recipe ran = Recipe.PLAIN;

    private boolean blocked;
    private boolean dismissed;
    private int number;
    private int stepsPerEpoch = 1;
    private int wanted = 1;

    /** What is reported from now on is of this experiment. */
    public void opened(Recipe experiment) {
        opened = experiment;
    }

    /** Whether this report is of another run, or of a branch of this one. */
    boolean endsWith(Report.Progress progress) {
        return losses.count() > 0 && (isFresh(progress) || progress.step() < losses.count());
    }

    /** Whether it is the first report of a run. */
    private static boolean isFresh(Report.Progress progress) {
        return progress.firstLoss() == 0 && progress.log().isEmpty() && progress.step() == progress.losses().length;
    }

    /** Takes in a report. A run that begins anew takes the old one's place. */
    public void add(Report.Progress progress) {
        if (isFresh(progress)) {
            if (losses.count() > 0) {
                earlier = Optional.of(new Earlier(ran, points()));
                number++;
            }
            epochs.clear();
            losses.clear();
            left = List.of();
        } else if (progress.step() < losses.count()) {
            number++;
            left = List.copyOf(epochs);
            epochs.removeIf(epoch -> epoch.epoch() > progress.epoch());
            losses.cut(progress.step());
        }
        boolean broughtBack = losses.count() == 0 && !progress.log().isEmpty() && progress.state() != State.TRAINING;
        if (broughtBack || recipe != opened && !recipe.differsOnlyLive(opened)) {
            number++;
        }
        recipe = opened;
        blocked = progress.state() == State.BLOCKED;
        if (!blocked) {
            trained = opened;
            dismissed = false;
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
            ran = opened;
        }
        earlier = earlier.filter(run -> !goesOn(run));
    }

    /** Whether an earlier run is this one, which was brought back, or has come as far again. */
    private boolean goesOn(Earlier run) {
        if (!run.recipe().equals(recipe)) {
            return false;
        }
        double[] points = points();
        return points.length >= run.losses().length
                && Arrays.equals(Arrays.copyOf(points, run.losses().length), run.losses());
    }

    /** The losses of its epochs; of its steps, while there are not two epochs. */
    private double[] points() {
        if (epochs.size() < 2) {
            return stepCurve(POINTS);
        }
        List<EpochLog> some = epochs(POINTS);
        double[] points = new double[2 * some.size()];
        for (int i = 0; i < some.size(); i++) {
            points[2 * i] = some.get(i).epoch();
            points[2 * i + 1] = some.get(i).loss();
        }
        return points;
    }

    /** Counts runs, their branches, and networks: while it stays the same, the same network has only trained on. */
    public int number() {
        return number;
    }

    /** The experiment of this run. */
    public Recipe recipe() {
        return recipe;
    }

    /** Whether the present network cannot be trained, so that whatever is known is of a run before it, which waits for one that can. */
    public boolean waits() {
        return blocked && losses.count() > 0;
    }

    /** The run before this one, if both have losses of the same kind; while the present network has a problem, the one that waits. */
    public Optional<Earlier> earlier() {
        Optional<Earlier> before =
                waits() ? Optional.of(new Earlier(trained, points())).filter(run -> !dismissed) : earlier;
        return before.filter(run -> run.recipe().loss().equals(recipe.loss()) && sameData(run.recipe()));
    }

    private boolean sameData(Recipe before) {
        boolean file = Settings.FILES.contains(recipe.data().kind());
        return before.data().is(recipe.data().kind())
                && (!file
                        || before.data()
                                .get(Settings.FILE_NAME)
                                .equals(recipe.data().get(Settings.FILE_NAME)));
    }

    /** Nobody wants to see the run before this one any more. */
    public void dismissEarlier() {
        earlier = Optional.empty();
        dismissed = true;
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
