package dev.steep.ui.runs;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Packet;
import dev.steep.protocol.packet.Unpacker;
import dev.steep.recipe.Differences;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a run: enough to list it, to draw its curves and to train it again, and nothing of the samples but the name of the data.
 *
 * @param id of its journal; a run that goes on keeps it
 * @param name that the student gave it; empty if none
 * @param group what it was trained as a part of, such as some seeds of one recipe; empty for a run by itself
 * @param recipe that it began with
 * @param data what the data set is called
 * @param began when, in milliseconds since 1970
 * @param state how it stood: {@code paused}, {@code finished} or {@code diverged}
 * @param step finished steps
 * @param seconds of computing
 * @param parameters how many numbers the network has
 * @param changes what was changed by hand in its course
 * @param best the epoch of the lowest validation loss; without a validation part, of the lowest loss
 * @param epochs some of them, evenly spread, the last among them
 */
public record KeptRun(
        String id,
        String name,
        String group,
        Recipe recipe,
        String data,
        double began,
        String state,
        int step,
        double seconds,
        int parameters,
        List<RunChange> changes,
        Optional<EpochLog> best,
        List<EpochLog> epochs) {
    private static final String TAG = "run1";

    /** So many epochs are kept of a long run: more than a chart has places for. */
    static final int EPOCHS = 200;

    /** More changes than anybody reads. */
    private static final int CHANGES = 50;

    /** Bytes that a browser takes for a text's character. */
    private static final int CHARACTER = 2;

    public KeptRun {
        changes = List.copyOf(changes.subList(0, Math.min(CHANGES, changes.size())));
        epochs = List.copyOf(spread(epochs));
    }

    /** The epoch of the lowest validation loss among all, or of the lowest loss where nothing was validated. */
    public static Optional<EpochLog> best(List<EpochLog> epochs) {
        EpochLog best = null;
        for (EpochLog each : epochs) {
            if (Double.isFinite(judged(each)) && (best == null || judged(each) < judged(best))) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What an epoch is judged by. */
    private static double judged(EpochLog epoch) {
        return Double.isNaN(epoch.valLoss()) ? epoch.loss() : epoch.valLoss();
    }

    private static List<EpochLog> spread(List<EpochLog> epochs) {
        int stride = Math.max(1, (epochs.size() + EPOCHS - 1) / EPOCHS);
        List<EpochLog> some = new ArrayList<>();
        for (int i = (epochs.size() - 1) % stride; i >= 0 && i < epochs.size(); i += stride) {
            some.add(epochs.get(i));
        }
        return some;
    }

    public Optional<EpochLog> last() {
        return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
    }

    public KeptRun named(String other) {
        return new KeptRun(
                id, other, group, recipe, data, began, state, step, seconds, parameters, changes, best, epochs);
    }

    /** The same run, which began when this one did. */
    KeptRun continuing(KeptRun before) {
        return new KeptRun(
                id,
                before.name,
                group,
                recipe,
                data,
                before.began,
                state,
                step,
                seconds,
                parameters,
                changes,
                best,
                epochs);
    }

    /** What was changed by hand, a sentence for each: {@code After step 300: learning rate 0.01, before 0.1.} */
    public List<String> journal() {
        List<String> sentences = new ArrayList<>();
        Recipe before = recipe;
        for (RunChange each : changes) {
            String at = "After step " + each.step() + ": ";
            if (each.kind().equals("weights")) {
                sentences.add(at + each.what() + " was set by hand.");
                continue;
            }
            Recipe now = RecipeText.read(each.what()).recipe();
            Differences all = Differences.of(now, before);
            before = now;
            if (each.kind().equals("branch")) {
                sentences.add(at + "left another run, and went on by itself.");
            } else if (!all.none()) {
                sentences.add(at + all.words("before", 3) + ".");
            }
        }
        return sentences;
    }

    /** As it is written into a store. */
    Packet packet() {
        List<EpochLog.Metric> metrics = last().map(EpochLog::metrics).orElse(List.of());
        Packer to = new Packer();
        to.word(id).word(name).word(group).word(recipe.toString()).word(data);
        to.number(began).word(state).number(step).number(seconds).number(parameters);
        to.list(
                changes,
                (packer, each) -> packer.number(each.step()).word(each.kind()).word(each.what()));
        to.list(metrics, (packer, each) -> packer.word(each.name()).flag(each.share()));
        to.list(best.stream().toList(), (packer, each) -> pack(packer, each, metrics));
        to.list(epochs, (packer, each) -> pack(packer, each, metrics));
        return to.packet(TAG);
    }

    private static void pack(Packer to, EpochLog epoch, List<EpochLog.Metric> metrics) {
        to.number(epoch.epoch()).number(epoch.step()).number(epoch.rate()).number(epoch.seconds());
        for (EpochLog.Metric each : metrics) { // metrics may be added in the course of a run
            EpochLog.Measured measured = epoch.of(each.name());
            to.number(measured.training()).number(measured.validation());
        }
    }

    /** What was written; nothing if another version of the page wrote it otherwise, or it is damaged. */
    static Optional<KeptRun> read(Packet packet) {
        if (!packet.tag().equals(TAG)) {
            return Optional.empty();
        }
        try {
            return Optional.of(unpack(new Unpacker(packet)));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static KeptRun unpack(Unpacker from) {
        String id = from.word();
        String name = from.word();
        String group = from.word();
        Recipe recipe = RecipeText.read(from.word()).recipe();
        String data = from.word();
        double began = from.number();
        String state = from.word();
        int step = from.whole();
        double seconds = from.number();
        int parameters = from.whole();
        List<RunChange> changes = from.list(each -> new RunChange(each.whole(), each.word(), each.word()));
        List<EpochLog.Metric> metrics = from.list(each -> new EpochLog.Metric(each.word(), each.flag()));
        Optional<EpochLog> best =
                from.list(each -> epoch(each, metrics)).stream().findFirst();
        List<EpochLog> epochs = from.list(each -> epoch(each, metrics));
        return new KeptRun(
                id, name, group, recipe, data, began, state, step, seconds, parameters, changes, best, epochs);
    }

    private static EpochLog epoch(Unpacker from, List<EpochLog.Metric> metrics) {
        int epoch = from.whole();
        int step = from.whole();
        double rate = from.number();
        double seconds = from.number();
        double[] numbers = new double[2 * metrics.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = from.number();
        }
        return new EpochLog(epoch, step, rate, metrics, numbers, seconds);
    }

    /** About how much room it takes in a store. */
    long bytes() {
        Packet packet = packet();
        long bytes = (long) Double.BYTES * packet.numbers().length;
        for (String word : packet.words()) {
            bytes += (long) CHARACTER * word.length();
        }
        return bytes;
    }
}
