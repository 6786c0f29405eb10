package dev.steep.engine;

import dev.steep.catalog.Choice;
import dev.steep.network.callback.Callback;
import dev.steep.network.callback.EpochEnd;
import dev.steep.network.callback.Verdict;
import dev.steep.network.callback.Watch;
import dev.steep.network.optimizer.LearningRate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A part of a run as one call of Keras' {@code fit} would train it, from the first step to the planned epochs or to a callback's
 * stop: what its callbacks have seen, and what they have done. Training on after its end is another one, of as many epochs again.
 * Immutable.
 *
 * @param first finished epochs when it began
 * @param planned how many epochs the recipe asks for
 * @param watches its callbacks
 * @param kept weights by their names, of the epochs that callbacks may end training with
 * @param reduced the learning rate that a callback has set, until the optimizer's own is moved
 * @param used the learning rate of the last step
 * @param over whether it has ended
 * @param stop why a callback has ended it
 * @param restored the epoch whose weights it has ended with, if not its last
 */
public record Fit(
        int first,
        int planned,
        List<Watch> watches,
        Map<Integer, Map<String, Exact>> kept,
        Optional<Rate> reduced,
        Rate used,
        boolean over,
        Optional<String> stop,
        Optional<Integer> restored) {
    /** Before anything is known of the run. */
    static final Fit NONE = new Fit(
            0,
            Integer.MAX_VALUE,
            List.of(),
            new HashMap<>(),
            Optional.empty(),
            new Rate(0, 0),
            false,
            Optional.empty(),
            Optional.empty());

    /**
     * A learning rate.
     *
     * @param knob what the optimizer's own was
     * @param value what was trained with
     */
    public record Rate(double knob, double value) {}

    /** Another one that begins after so many epochs; what a callback has made of the learning rate stays. */
    Fit again(int epochs) {
        return again(epochs, Watch::again);
    }

    /** Another one of a changed network, of which callbacks have seen nothing yet. */
    Fit afresh(int epochs) {
        return again(epochs, each -> Callback.watch(each.choice()));
    }

    private Fit again(int epochs, UnaryOperator<Watch> begun) {
        return new Fit(
                epochs,
                planned,
                watches.stream().map(begun).toList(),
                new HashMap<>(),
                reduced,
                used,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** The same under other settings; callbacks that are new begin to watch; a knob that was moved, or a schedule, sets the rate. */
    Fit under(List<Choice> callbacks, int epochs, LearningRate own) {
        List<Watch> all = new ArrayList<>();
        for (Choice each : callbacks) {
            all.add(watches.stream()
                    .filter(watch -> watch.choice().equals(each))
                    .findFirst()
                    .orElseGet(() -> Callback.watch(each)));
        }
        return new Fit(
                first,
                epochs,
                List.copyOf(all),
                kept,
                reduced.filter(rate -> own.schedule().isEmpty() && rate.knob == own.constant()),
                used,
                over,
                stop,
                restored);
    }

    /** The same after a step at this rate. */
    Fit at(Rate rate) {
        return rate.equals(used) ? this : new Fit(first, planned, watches, kept, reduced, rate, over, stop, restored);
    }

    /** After how many epochs of the run it ends at the latest. */
    private int end() {
        return first < planned ? planned : first + planned;
    }

    /**
     * The same after an epoch.
     *
     * @param weights reads them, by their names
     */
    Fit after(Epoch epoch, Supplier<Map<String, Exact>> weights) {
        List<Watch> next = new ArrayList<>();
        Optional<Rate> set = reduced;
        double rate = used.value;
        Optional<String> reason = Optional.empty();
        for (Watch watch : watches) {
            Watch.Outcome outcome = watch.after(new EpochEnd(epoch.number(), rate, epoch::logged));
            next.add(outcome.next());
            if (outcome.verdict() instanceof Verdict.SetRate other) {
                rate = other.rate();
                set = Optional.of(new Rate(used.knob, rate));
            } else if (outcome.verdict() instanceof Verdict.Stop because) {
                reason = reason.isPresent() ? reason : Optional.of(because.reason());
            }
        }
        Map<Integer, Map<String, Exact>> wanted = wanted(next, epoch.number(), weights);
        boolean ends = reason.isPresent() || epoch.number() >= end();
        Optional<Integer> restores = next.stream()
                .flatMap(each -> each.best().stream())
                .reduce((one, later) -> later)
                .filter(best -> ends && best < epoch.number() && wanted.containsKey(best));
        return new Fit(first, planned, List.copyOf(next), wanted, set, used, ends, reason, restores);
    }

    private Map<Integer, Map<String, Exact>> wanted(List<Watch> next, int epoch, Supplier<Map<String, Exact>> weights) {
        Map<Integer, Map<String, Exact>> wanted = new HashMap<>();
        for (Watch watch : next) {
            watch.best()
                    .filter(best -> best == epoch || kept.containsKey(best))
                    .ifPresent(best ->
                            wanted.computeIfAbsent(best, place -> place == epoch ? weights.get() : kept.get(place)));
        }
        return wanted;
    }

    /** The weights that it has ended with, if they are not those of its last epoch. */
    Map<String, Exact> weights() {
        return restored.map(kept::get).orElse(new HashMap<>());
    }

    /** The same before its end brought earlier weights back. */
    Fit unrestored() {
        return new Fit(first, planned, watches, kept, reduced, used, over, stop, Optional.empty());
    }

    /** The epochs whose networks callbacks have kept, whatever is dropped of the others. */
    public List<Watch.Checkpoint> checkpoints() {
        return watches.stream().flatMap(each -> each.checkpoint().stream()).toList();
    }

    /** Whether a callback has this epoch's network kept. */
    public boolean keeps(int epoch) {
        return checkpoints().stream().anyMatch(each -> each.epoch() == epoch);
    }

    /** Whether a callback has ended it. */
    public boolean stopped() {
        return stop.isPresent();
    }

    /** How it ended, in a sentence; empty if as planned, with the last weights. */
    public String ending(int epochs) {
        String weights = restored.map(best -> "the weights of epoch " + best + " were restored")
                .orElse("");
        if (stop.isPresent()) {
            return "Stopped after epoch " + epochs + ": " + stop.get()
                    + (weights.isEmpty() ? "." : "; " + weights + ".");
        }
        return weights.isEmpty() ? "" : "Finished after epoch " + epochs + "; " + weights + ", the best ones.";
    }

    /** How much memory it takes, but for a few numbers. */
    long bytes() {
        return kept.values().stream()
                .flatMap(weights -> weights.values().stream())
                .mapToLong(Exact::bytes)
                .sum();
    }
}
