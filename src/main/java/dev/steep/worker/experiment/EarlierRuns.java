package dev.steep.worker.experiment;

import dev.steep.engine.Budget;
import dev.steep.engine.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs that undoing and redoing bring back, within {@link Budget#UNDO}: those kept longest ago are given up first. */
public final class EarlierRuns {
    /**
     * A run as it was left.
     *
     * @param checkpoints earlier epochs of it that its callbacks have kept
     */
    public record Kept(Snapshot snapshot, Journal journal, List<Snapshot> checkpoints) {
        long bytes() {
            return snapshot.bytes()
                    + journal.bytes()
                    + checkpoints.stream().mapToLong(Snapshot::bytes).sum();
        }
    }

    private final Map<Integer, Kept> kept = new LinkedHashMap<>();
    private long bytes;

    /** @param key whatever the page calls it by; what had this key before is given up */
    public void keep(int key, Kept run) {
        remove(key);
        kept.put(key, run);
        bytes += run.bytes();
        for (int oldest : List.copyOf(kept.keySet())) {
            if (bytes > Budget.UNDO) {
                remove(oldest);
            }
        }
    }

    private void remove(int key) {
        Kept gone = kept.remove(key);
        bytes -= gone == null ? 0 : gone.bytes();
    }

    public Optional<Kept> find(int key) {
        return Optional.ofNullable(kept.get(key));
    }
}
