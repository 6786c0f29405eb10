package dev.steep.worker.experiment;

import dev.steep.engine.Budget;
import dev.steep.engine.Epoch;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Snapshots of the present run at the ends of its epochs, within {@link Budget#SNAPSHOTS}: of every epoch at first; when
 * they become too many or too large, of every second, fourth, eighth ... The first weights, the best epoch and the last one
 * are kept as well. Which ones are kept depends on nothing but the run.
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
        if (better || epoch % stride == 0) {
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
        Snapshot snapshot = trainer.snapshot().told();
        if (snapshot.bytes() > budget / 2) {
            clear();
            tooLarge = true;
            return;
        }
        remove(snapshot.epoch());
        kept.put(snapshot.epoch(), snapshot);
        bytes += snapshot.bytes();
        last = snapshot.epoch();
        version++;
        thin();
        while ((bytes > budget || kept.size() > MOST) && kept.size() > 2) {
            stride *= 2;
            thin();
        }
    }

    /** What is neither on the way of every so many epochs nor one of the three that are kept beside them is dropped. */
    private void thin() {
        boolean full = bytes > budget;
        for (int epoch : List.copyOf(kept.keySet())) {
            boolean beside = epoch == 0 || epoch == last || epoch == best && !(full && kept.size() <= 3);
            if (epoch % stride != 0 && !beside) {
                remove(epoch);
            }
        }
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
