package dev.steep.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.file.Content;
import dev.steep.protocol.packet.Packet;
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
        private final List<Runnable> later = new ArrayList<>();
        private boolean full;
        private boolean slow;

        private void answer(Runnable done, Runnable refused) {
            Runnable answer = full ? refused : done;
            if (slow) {
                later.add(answer);
            } else {
                answer.run();
            }
        }

        private void catchUp() {
            List<Runnable> answers = List.copyOf(later);
            later.clear();
            answers.forEach(Runnable::run);
        }

        @Override
        public void read(Consumer<List<Packet>> then, Runnable refused) {
            then.accept(List.copyOf(kept.values()));
        }

        @Override
        public void put(String key, Packet packet, Runnable written, Runnable refused) {
            answer(
                    () -> {
                        kept.put(key, packet);
                        written.run();
                    },
                    refused);
        }

        @Override
        public void delete(String key, Runnable gone, Runnable refused) {
            answer(
                    () -> {
                        kept.remove(key);
                        gone.run();
                    },
                    refused);
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
        return new KeptFiles.Kept(name, "10-0000000a", "", when, List.of("folder/" + name), List.of(new Sized(size)));
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
        files.remove("a.csv", said::add);
        assertEquals(List.of("b.csv"), names(opened()));
    }

    @Test
    void keptFileServesRecipesThatAskForItsContentOrForNone() {
        KeptFiles.Kept kept = file("a.csv", 1, 10);
        assertTrue(kept.serves("10-0000000a") && kept.serves(""));
        assertEquals(false, kept.serves("10-0000000b"));
    }

    @Test
    void filesOfTheVersionBeforeAreStillThere() {
        store.put(
                "old.csv",
                new Packet(
                        "files1",
                        new double[] {5},
                        new String[] {"old.csv", "a/old.csv"},
                        new float[0][],
                        new byte[0][],
                        new Content[] {new Sized(10)}),
                () -> {},
                () -> {});
        assertEquals(List.of("old.csv"), names(opened()));
        assertTrue(opened().all().get(0).serves("10-0000000b"));
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

    private static List<KeptFiles.State> states(KeptFiles files) {
        return files.all().stream().map(files::state).toList();
    }

    @Test
    void fileIsKeptOnceTheBrowserHasWrittenIt() {
        KeptFiles files = opened();
        store.slow = true;
        files.keep(file("a.csv", 1, 10), said::add);
        assertEquals(List.of(KeptFiles.State.BEING_KEPT), states(files));
        assertTrue(files.note().contains("until they are kept"), files.note());
        store.catchUp();
        assertEquals(List.of(KeptFiles.State.KEPT), states(files));
        assertTrue(files.note().startsWith("Kept in this browser"), files.note());
    }

    @Test
    void fileIsListedUntilTheBrowserHasRemovedIt() {
        KeptFiles files = opened();
        files.keep(file("a.csv", 1, 10), said::add);
        store.slow = true;
        files.remove("a.csv", said::add);
        assertEquals(List.of(KeptFiles.State.BEING_REMOVED), states(files));
        store.catchUp();
        assertEquals(List.of(), files.all());
        store.slow = false;
        files.keep(file("b.csv", 2, 10), said::add);
        store.full = true;
        files.remove("b.csv", said::add);
        assertEquals(List.of(KeptFiles.State.KEPT), states(files));
        assertEquals(List.of("The browser did not remove b.csv. Try again after a reload."), said);
    }

    @Test
    void fileThatIsDroppedAgainWhileItIsRemovedIsKept() {
        KeptFiles files = opened();
        files.keep(file("a.csv", 1, 10), said::add);
        store.slow = true;
        files.remove("a.csv", said::add);
        files.keep(file("a.csv", 2, 30), said::add);
        store.catchUp();
        assertEquals(List.of(KeptFiles.State.KEPT), states(files));
        assertEquals(List.of("a.csv"), names(opened()));
    }

    @Test
    void whatTheBrowserStillHasIsListedWhereItsSuccessorHasNoRoom() {
        KeptFiles files = opened();
        files.keep(file("a.csv", 1, 10), said::add);
        store.full = true;
        files.keep(file("a.csv", 2, 30), said::add);
        assertEquals(List.of(file("a.csv", 1, 10)), files.all());
        assertEquals(List.of(KeptFiles.State.KEPT), states(files));
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
