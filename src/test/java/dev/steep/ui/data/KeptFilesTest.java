package dev.steep.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.file.Content;
import dev.steep.protocol.Packet;
import dev.steep.ui.runs.RunStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeptFilesTest {
    /** A store that may be full. */
    private static final class Memory implements RunStore {
        private final Map<String, Packet> kept = new LinkedHashMap<>();
        private boolean full;

        @Override
        public void read(Consumer<List<Packet>> then, Runnable refused) {
            then.accept(List.copyOf(kept.values()));
        }

        @Override
        public void put(String key, Packet packet, Runnable written, Runnable refused) {
            if (full) {
                refused.run();
            } else {
                kept.put(key, packet);
                written.run();
            }
        }

        @Override
        public void delete(String key) {
            kept.remove(key);
        }
    }

    /** So many bytes, of which none is there. */
    private record Sized(double size) implements Content {
        @Override
        public Optional<byte[]> read(double from, int count) {
            return Optional.empty();
        }
    }

    private final Memory store = new Memory();
    private final List<String> said = new ArrayList<>();

    private KeptFiles opened() {
        KeptFiles files = new KeptFiles(store);
        files.open(() -> {});
        return files;
    }

    private static KeptFiles.Kept file(String name, double when, double size) {
        return new KeptFiles.Kept(name, when, List.of("folder/" + name), List.of(new Sized(size)));
    }

    private static List<String> names(KeptFiles files) {
        return files.all().stream().map(KeptFiles.Kept::name).toList();
    }

    @Test
    void filesAreThereAfterAReload() {
        KeptFiles files = opened();
        files.keep(file("a.csv", 1, 10), said::add);
        files.keep(file("b.csv", 2, 20), said::add);
        assertEquals(List.of("b.csv", "a.csv"), names(opened()));
        assertEquals(file("a.csv", 1, 10), opened().find("a.csv").orElseThrow());
        files.remove("a.csv");
        assertEquals(List.of("b.csv"), names(opened()));
    }

    @Test
    void oneNameIsKeptOnce() {
        KeptFiles files = opened();
        files.keep(file("a.csv", 1, 10), said::add);
        files.keep(file("a.csv", 2, 30), said::add);
        assertEquals(1, files.all().size());
        assertEquals(30, opened().find("a.csv").orElseThrow().bytes());
    }

    @Test
    void theOldestMakeRoom() {
        KeptFiles files = opened();
        for (int i = 0; i < 12; i++) {
            files.keep(file("f" + i, i, 10), said::add);
        }
        assertEquals(KeptFiles.MOST, files.all().size());
        files.keep(file("large", 20, KeptFiles.MOST_BYTES - 15), said::add);
        assertEquals(List.of("large", "f11"), names(files));
        assertEquals(List.of("large", "f11"), names(opened()));
        assertEquals(List.of(), said);
    }

    @Test
    void whatDoesNotFitIsSaidAndNothingElseIsLost() {
        KeptFiles files = opened();
        files.keep(file("a.csv", 1, 10), said::add);
        files.keep(file("huge.csv", 2, 2 * KeptFiles.MOST_BYTES), said::add);
        store.full = true;
        files.keep(file("b.csv", 3, 10), said::add);
        assertEquals(List.of("a.csv"), names(files));
        assertEquals(2, said.size());
        assertTrue(said.get(1).startsWith("The browser has no room to keep b.csv"), said.get(1));
    }

    @Test
    void recordsOfAnotherKindArePassedOver() {
        store.put(
                "x",
                new Packet("other", new double[0], new String[0], new float[0][], new byte[0][]),
                () -> {},
                () -> {});
        assertEquals(List.of(), names(opened()));
    }
}
