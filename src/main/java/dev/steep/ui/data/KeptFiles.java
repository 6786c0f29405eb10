package dev.steep.ui.data;

import dev.steep.data.file.Content;
import dev.steep.protocol.packet.Packet;
import dev.steep.ui.runs.RunStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The student's own files that this browser keeps for the next visit, the latest first, within bounds: the oldest make room for a new
 * one. They never leave the machine.
 */
final class KeptFiles {
    /** More data sets than anybody looks through. */
    static final int MOST = 8;

    /** Bytes of all together. */
    static final double MOST_BYTES = 512 << 20;

    private static final String TAG = "files2";

    /** Of an earlier version. */
    private static final String UNSTAMPED = "files1";

    /**
     * Files that make a data set.
     *
     * @param name of the data set, as recipes say it
     * @param stamp what tells their content from others; empty if it was not counted
     * @param address where they were fetched; empty if they were dropped
     * @param when it was kept, in milliseconds since 1970
     */
    record Kept(String name, String stamp, String address, double when, List<String> paths, List<Content> contents) {
        /** Whether a recipe that asks for this content means them; one that does not say means any. */
        boolean serves(String content) {
            return content.isEmpty() || stamp.isEmpty() || content.equals(stamp);
        }

        double bytes() {
            return contents.stream().mapToDouble(Content::size).sum();
        }

        private Packet packet() {
            List<String> words = new ArrayList<>(List.of(name, stamp, address));
            words.addAll(paths);
            return new Packet(
                    TAG,
                    new double[] {when},
                    words.toArray(new String[0]),
                    new float[0][],
                    new byte[0][],
                    contents.toArray(new Content[0]));
        }

        private static Optional<Kept> read(Packet packet) {
            List<String> words = List.of(packet.words());
            boolean old = packet.tag().equals(UNSTAMPED);
            int before = old ? 1 : 3;
            boolean sound = (old || packet.tag().equals(TAG))
                    && packet.numbers().length == 1
                    && packet.contents().length > 0
                    && words.size() == packet.contents().length + before;
            return sound
                    ? Optional.of(new Kept(
                            words.get(0),
                            old ? "" : words.get(1),
                            old ? "" : words.get(2),
                            packet.numbers()[0],
                            words.subList(before, words.size()),
                            List.of(packet.contents())))
                    : Optional.empty();
        }
    }

    /** How far the browser is with them. */
    enum State {
        KEPT,
        BEING_KEPT,
        BEING_REMOVED
    }

    private final RunStore store;
    private final Map<String, State> states = new HashMap<>();
    private final List<Kept> all = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    KeptFiles(RunStore store) {
        this.store = store;
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Reads what there is; then goes on, also where the browser keeps nothing. */
    void open(Runnable then) {
        store.read(
                packets -> {
                    packets.forEach(packet -> Kept.read(packet)
                            .filter(each -> find(each.name).isEmpty())
                            .ifPresent(all::add));
                    all.sort(Comparator.comparing(each -> -each.when));
                    tell();
                    then.run();
                },
                then);
    }

    /** All of them, the latest first. */
    List<Kept> all() {
        return List.copyOf(all);
    }

    Optional<Kept> find(String name) {
        return all.stream().filter(each -> each.name.equals(name)).findFirst();
    }

    /** How far the browser is with files that are listed. */
    State state(Kept kept) {
        return states.getOrDefault(kept.name, State.KEPT);
    }

    /** Keeps files in the place of others of the same name; {@code trouble} takes a sentence if the browser does not. */
    void keep(Kept fresh, Consumer<String> trouble) {
        if (fresh.bytes() > MOST_BYTES) {
            trouble.accept(
                    fresh.name + " is too large to be kept for the next visit; it is open until you close this page.");
            return;
        }
        Optional<Kept> before = find(fresh.name);
        before.ifPresent(all::remove);
        all.add(0, fresh);
        states.put(fresh.name, State.BEING_KEPT);
        double together = 0;
        for (int i = 0; i < all.size(); i++) {
            together += all.get(i).bytes();
            if (i >= MOST || together > MOST_BYTES) {
                Kept oldest = all.remove(i--);
                store.delete(oldest.name, () -> {}, () -> {}); // of which the next visit finds what is left
                together = 0;
                for (int k = 0; k <= i; k++) {
                    together += all.get(k).bytes();
                }
            }
        }
        store.put(fresh.name, fresh.packet(), () -> written(fresh), () -> {
            written(fresh);
            int place = all.indexOf(fresh);
            if (place >= 0) {
                all.remove(place);
                before.ifPresent(each -> all.add(place, each)); // which the browser still has
            }
            tell();
            trouble.accept("The browser has no room to keep " + fresh.name
                    + " for the next visit; it is open until you close this page.");
        });
        tell();
    }

    /** Nothing is under way for this name any more, unless something came later. */
    private void written(Kept fresh) {
        if (find(fresh.name).filter(each -> !each.equals(fresh)).isEmpty()) {
            states.remove(fresh.name, State.BEING_KEPT);
        }
        tell();
    }

    /** Forgets what has this name; {@code trouble} takes a sentence if the browser does not, and it stays listed. */
    void remove(String name, Consumer<String> trouble) {
        states.put(name, State.BEING_REMOVED);
        store.delete(
                name,
                () -> {
                    if (states.remove(name, State.BEING_REMOVED)) {
                        all.removeIf(each -> each.name.equals(name));
                    }
                    tell();
                },
                () -> {
                    states.remove(name, State.BEING_REMOVED);
                    tell();
                    trouble.accept("The browser did not remove " + name + ". Try again after a reload.");
                });
        tell();
    }

    /** What is true of all that are listed. */
    String note() {
        return states.containsValue(State.BEING_KEPT)
                ? "They never leave this machine. Wait with closing the page until they are kept."
                : "Kept in this browser. They never leave this machine.";
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
