package dev.steep.worker.experiment;

import dev.steep.engine.Budget;
import dev.steep.engine.Epoch;
import dev.steep.engine.Fit;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Snapshots of the present run at the ends of its epochs, within {@link Budget#SNAPSHOTS}: of every epoch at first; when
 * they become too many or too large, of every second, fourth, eighth ... The first weights, the best epoch and the last one
 * are kept as well, and those that callbacks have kept for sure: of the run as it stands always, of its earlier epochs, from which it
 * may branch, while there is room. Which ones are kept depends on nothing but the run.
 */
public final class KeptEpochs {
    /** More places than a slider on a phone has. */
    private static final int MOST = 256;

    private final long budget;
    private final TreeMap<Integer, Snapshot> kept = new TreeMap<>();
    private int stride = 1;
    private int best;
    private double lowest = Double.POSITIVE_INFINITY;
    private int last;
    private long bytes;
    private boolean tooLarge;
    private int version;

    public KeptEpochs() {
        this(Budget.SNAPSHOTS);
    }

    KeptEpochs(long budget) {
        this.budget = budget;
    }

    /** Another run begins. */
    public void clear() {
        kept.clear();
        stride = 1;
        best = 0;
        lowest = Double.POSITIVE_INFINITY;
        last = 0;
        bytes = 0;
        tooLarge = false;
        version++;
    }

    /** Call it before the first step and after each epoch: keeps the state, if it is one of those to keep. */
    public void mayKeep(Trainer trainer) {
        List<Epoch> history = trainer.history();
        int epoch = history.size();
        double loss =
                epoch == 0 ? Double.NaN : history.get(epoch - 1).validation().loss();
        boolean better = loss < lowest;
        if (better) {
            lowest = loss;
            best = epoch;
        }
        if (better || epoch % stride == 0 || trainer.fit().keeps(epoch)) {
            keep(trainer);
        }
    }

    /** Keeps the state at the end of an epoch because training stops there. */
    public void keepLast(Trainer trainer) {
        if (trainer.stepOfEpoch() == 0
                && trainer.trouble().isEmpty()
                && !kept.containsKey(trainer.history().size())) {
            keep(trainer);
        }
    }

    private void keep(Trainer trainer) {
        if (tooLarge || trainer.trouble().isPresent()) {
            return;
        }
        Snapshot snapshot = trainer.ended().told();
        int least = Math.max(2, 1 + checkpoints(snapshot).size());
        if (snapshot.bytes() > budget / least) {
            clear();
            tooLarge = true;
            return;
        }
        put(snapshot);
        Set<Integer> sure = checkpoints(snapshot);
        sure.remove(last);
        thin(sure);
        while ((bytes > budget || kept.size() > MOST) && stride <= last) {
            stride *= 2;
            thin(sure);
        }
        for (int epoch : new int[] {best, 0}) { // less than what callbacks have kept and where training is
            if (bytes > budget && epoch != last && !sure.contains(epoch)) {
                remove(epoch);
            }
        }
    }

    private void put(Snapshot snapshot) {
        remove(snapshot.epoch());
        kept.put(snapshot.epoch(), snapshot);
        bytes += snapshot.bytes();
        last = snapshot.epoch();
        version++;
    }

    private static Set<Integer> checkpoints(Snapshot snapshot) {
        Set<Integer> epochs = new HashSet<>();
        snapshot.progress().fit().checkpoints().forEach(each -> epochs.add(each.epoch()));
        return epochs;
    }

    /**
     * What is neither on the way of every so many epochs nor one of those that are kept beside them is dropped.
     *
     * @param sure what callbacks have kept of the run as it stands
     */
    private void thin(Set<Integer> sure) {
        boolean full = bytes > budget;
        Set<Integer> staying = new HashSet<>(sure);
        staying.addAll(List.of(0, last, best));
        kept.keySet().stream().filter(epoch -> epoch % stride == 0).forEach(staying::add);
        if (!full) {
            for (int epoch : List.copyOf(staying)) {
                at(epoch).ifPresent(snapshot -> staying.addAll(checkpoints(snapshot)));
            }
        }
        for (int epoch : List.copyOf(kept.keySet())) {
            if (!staying.contains(epoch)) {
                remove(epoch);
            }
        }
    }

    /** A run that is brought back has these of its earlier epochs. */
    public void bringBack(List<Snapshot> epochs) {
        epochs.forEach(this::put);
    }

    /** What callbacks have kept of the run as it stood then. */
    public List<Snapshot> checkpoints(Fit then) {
        return kept.values().stream().filter(each -> then.keeps(each.epoch())).toList();
    }

    private void remove(int epoch) {
        Snapshot gone = kept.remove(epoch);
        bytes -= gone == null ? 0 : gone.bytes();
    }

    /** The run goes on from this epoch, so what followed is no part of it any more. */
    public void cut(int epoch) {
        List.copyOf(kept.tailMap(epoch, false).keySet()).forEach(this::remove);
        last = epoch;
        best = 0;
        lowest = Double.POSITIVE_INFINITY;
        kept.values().forEach(each -> {
            if (each.epoch() > 0) {
                Epoch end = each.progress().history().get(each.epoch() - 1);
                if (end.validation().loss() < lowest) {
                    lowest = end.validation().loss();
                    best = each.epoch();
                }
            }
        });
        version++;
    }

    public Optional<Snapshot> at(int epoch) {
        return Optional.ofNullable(kept.get(epoch));
    }

    /** Oldest first. */
    public List<Snapshot> all() {
        return List.copyOf(kept.values());
    }

    /** Whether a single state takes too much memory, so that none is kept. */
    public boolean tooLarge() {
        return tooLarge;
    }

    /** Counts the changes. */
    public int version() {
        return version;
    }
}
