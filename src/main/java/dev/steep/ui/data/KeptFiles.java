package dev.steep.ui.data;

import dev.steep.data.file.Content;
import dev.steep.protocol.Packet;
import dev.steep.ui.runs.RunStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private static final String TAG = "files1";

    /**
     * Files that make a data set.
     *
     * @param name of the data set, as recipes say it
     * @param when it was kept, in milliseconds since 1970
     */
    record Kept(String name, double when, List<String> paths, List<Content> contents) {
        double bytes() {
            return contents.stream().mapToDouble(Content::size).sum();
        }

        private Packet packet() {
            List<String> words = new ArrayList<>(List.of(name));
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
            boolean sound = packet.tag().equals(TAG)
                    && packet.numbers().length == 1
                    && packet.contents().length > 0
                    && words.size() == packet.contents().length + 1;
            return sound
                    ? Optional.of(new Kept(
                            words.get(0),
                            packet.numbers()[0],
                            words.subList(1, words.size()),
                            List.of(packet.contents())))
                    : Optional.empty();
        }
    }

    private final RunStore store;
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

    /** Keeps files in the place of others of the same name; {@code trouble} takes a sentence if the browser does not. */
    void keep(Kept fresh, Consumer<String> trouble) {
        if (fresh.bytes() > MOST_BYTES) {
            trouble.accept(
                    fresh.name + " is too large to be kept for the next visit; it is open until you close this page.");
            return;
        }
        all.removeIf(each -> each.name.equals(fresh.name));
        all.add(0, fresh);
        double together = 0;
        for (int i = 0; i < all.size(); i++) {
            together += all.get(i).bytes();
            if (i >= MOST || together > MOST_BYTES) {
                remove(all.get(i--).name);
                together = 0;
                for (int k = 0; k <= i; k++) {
                    together += all.get(k).bytes();
                }
            }
        }
        store.put(fresh.name, fresh.packet(), () -> {}, () -> {
            all.remove(fresh);
            tell();
            trouble.accept("The browser has no room to keep " + fresh.name
                    + " for the next visit; it is open until you close this page.");
        });
        tell();
    }

    /** Forgets what has this name. */
    void remove(String name) {
        all.removeIf(each -> each.name.equals(name));
        store.delete(name);
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
