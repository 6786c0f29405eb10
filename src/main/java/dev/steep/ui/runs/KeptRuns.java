package dev.steep.ui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The runs that are kept, the latest first, within bounds: the oldest that has no name makes room for a new one. They are read from a
 * store when they are first wanted, and go on in memory where the store refuses.
 */
public final class KeptRuns {
    /** What is bounded. */
    public record Bounds(int runs, long bytes) {}

    /** More runs than a course has, and a few MB. */
    public static final Bounds USUAL = new Bounds(400, 16 << 20);

    private final RunStore store;
    private final Bounds bounds;
    private final List<KeptRun> runs = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();
    private List<Runnable> waiting = new ArrayList<>();
    private boolean asked;
    private boolean read;
    private boolean lasting = true;
    private int removed;

    public KeptRuns(RunStore store, Bounds bounds) {
        this.store = store;
        this.bounds = bounds;
    }

    /** Is told whenever there are other runs than before. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Reads the store, the first time; then, or at once, goes on. */
    public void open(Runnable then) {
        if (read) {
            then.run();
            return;
        }
        waiting.add(then);
        if (!asked) {
            asked = true;
            store.read(
                    packets -> {
                        packets.forEach(packet -> KeptRun.read(packet)
                                .filter(run -> find(run.id()).isEmpty() && !deleted.contains(run.id()))
                                .ifPresent(runs::add));
                        arrived();
                    },
                    () -> {
                        lasting = false;
                        arrived();
                    });
        }
    }

    private void arrived() {
        read = true;
        runs.sort(Comparator.comparingDouble(KeptRun::began).reversed());
        List<Runnable> all = waiting;
        waiting = new ArrayList<>();
        all.forEach(Runnable::run);
        tell();
    }

    /** Whether they outlast a reload, as far as is known. */
    public boolean lasting() {
        return lasting;
    }

    /** How many have made room for others since the page was loaded. */
    public int removed() {
        return removed;
    }

    public Bounds bounds() {
        return bounds;
    }

    /** The latest first. */
    public List<KeptRun> all() {
        return List.copyOf(runs);
    }

    public Optional<KeptRun> find(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Keeps a run, in the place of the same one as it stood before. */
    public void put(KeptRun run) {
        open(() -> {
            Optional<KeptRun> before = find(run.id());
            before.ifPresent(runs::remove);
            add(before.map(run::continuing).orElse(run));
            makeRoom(run.id());
            tell();
        });
    }

    private void add(KeptRun run) {
        int place = 0;
        while (place < runs.size() && runs.get(place).began() > run.began()) {
            place++;
        }
        runs.add(place, run);
        deleted.remove(run.id());
        if (lasting) {
            store.put(run.id(), run.packet(), () -> {}, this::refused);
        }
    }

    private void refused() {
        if (lasting) {
            lasting = false;
            tell();
        }
    }

    /** The oldest go, those without a name first; the newest stays. */
    private void makeRoom(String newest) {
        long bytes = runs.stream().mapToLong(KeptRun::bytes).sum();
        while (runs.size() > 1 && (runs.size() > bounds.runs() || bytes > bounds.bytes())) {
            KeptRun goes = oldest(newest, true).or(() -> oldest(newest, false)).orElseThrow();
            bytes -= goes.bytes();
            remove(goes, () -> {}, () -> {});
            removed++;
        }
    }

    private Optional<KeptRun> oldest(String newest, boolean unnamed) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            KeptRun run = runs.get(i);
            if (!run.id().equals(newest) && !(unnamed && !run.name().isEmpty())) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    /** Gives a run a name; the empty one takes it away. */
    public void name(String id, String name) {
        find(id).filter(run -> !run.name().equals(name)).ifPresent(run -> {
            runs.remove(run);
            add(run.named(name));
            tell();
        });
    }

    /**
     * Deletes runs, and returns them, so that they can be brought back.
     *
     * @param done takes whether the store has none of them any more; those that it did not give up are listed again
     */
    public List<KeptRun> delete(List<String> ids, Consumer<Boolean> done) {
        List<KeptRun> gone = runs.stream().filter(run -> ids.contains(run.id())).toList();
        List<KeptRun> left = new ArrayList<>(gone);
        List<KeptRun> refused = new ArrayList<>();
        for (KeptRun run : gone) {
            remove(run, () -> answered(run, left, refused, done), () -> {
                refused.add(run);
                answered(run, left, refused, done);
            });
        }
        tell();
        return gone;
    }

    private void answered(KeptRun run, List<KeptRun> left, List<KeptRun> refused, Consumer<Boolean> done) {
        left.remove(run);
        if (left.isEmpty()) {
            refused.stream().filter(each -> find(each.id()).isEmpty()).forEach(this::add);
            tell();
            done.accept(refused.isEmpty());
        }
    }

    private void remove(KeptRun run, Runnable done, Runnable refused) {
        runs.remove(run);
        deleted.add(run.id());
        store.delete(run.id(), done, lasting ? refused : done); // where it takes nothing, it has nothing
    }

    /** Brings deleted ones back. */
    public void restore(List<KeptRun> gone) {
        gone.stream().filter(run -> find(run.id()).isEmpty()).forEach(this::add);
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
