package dev.steep.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.packet.Packet;
import dev.steep.recipe.RecipeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeptRunsTest {
    private final List<Boolean> answers = new ArrayList<>();

    private static final List<EpochLog.Metric> METRICS =
            List.of(new EpochLog.Metric("loss", false), new EpochLog.Metric("accuracy", true));

    @Test
    void runsOutlastAReload() {
        Store store = new Store();
        KeptRun run = run("a", 1, 3, "");
        new KeptRuns(store, KeptRuns.USUAL).put(run);
        KeptRuns later = opened(new KeptRuns(store, KeptRuns.USUAL));
        KeptRun back = later.find("a").orElseThrow();
        assertEquals(run.recipe(), back.recipe());
        assertEquals(run.journal(), back.journal());
        assertEquals(List.of(run.id(), run.data(), run.state()), List.of(back.id(), back.data(), back.state()));
        assertEquals(run.epochs().size(), back.epochs().size());
        for (int i = 0; i < run.epochs().size(); i++) {
            assertEquals(run.epochs().get(i).measured(), back.epochs().get(i).measured());
        }
        assertEquals(run.best().orElseThrow().epoch(), back.best().orElseThrow().epoch());
    }

    @Test
    void theOldestWithoutANameMakesRoom() {
        Store store = new Store();
        KeptRuns runs = new KeptRuns(store, new KeptRuns.Bounds(3, 1 << 20));
        for (int i = 0; i < 5; i++) {
            runs.put(run("r" + i, i, 2, i == 0 ? "first" : ""));
        }
        assertEquals(List.of("r4", "r3", "r0"), ids(runs));
        assertEquals(2, runs.removed());
        assertEquals(List.of("r0", "r3", "r4"), List.copyOf(store.kept.keySet()));
    }

    @Test
    void bytesAreBoundedToo() {
        long one = run("r", 0, 100, "").bytes();
        KeptRuns runs = new KeptRuns(new Store(), new KeptRuns.Bounds(100, 3 * one));
        for (int i = 0; i < 9; i++) {
            runs.put(run("r" + i, i, 100, ""));
        }
        assertTrue(runs.all().size() == 2 || runs.all().size() == 3, ids(runs).toString());
        assertEquals("r8", runs.all().get(0).id());
    }

    @Test
    void namesStayWhileTheRunGoesOn() {
        KeptRuns runs = opened(new KeptRuns(new Store(), KeptRuns.USUAL));
        runs.put(run("a", 1, 3, ""));
        runs.put(run("b", 2, 3, ""));
        runs.name("a", "mine");
        runs.put(run("a", 7, 5, ""));
        assertEquals(List.of("b", "a"), ids(runs));
        assertEquals("mine", runs.find("a").orElseThrow().name());
        assertEquals(5, runs.find("a").orElseThrow().epochs().size());
    }

    @Test
    void deletedRunsComeBackByUndo() {
        Store store = new Store();
        KeptRuns runs = opened(new KeptRuns(store, KeptRuns.USUAL));
        runs.put(run("a", 1, 3, ""));
        runs.put(run("b", 2, 3, ""));
        List<KeptRun> gone = runs.delete(List.of("a", "b"), answers::add);
        assertEquals(List.of(true), answers);
        assertEquals(List.of(), ids(runs));
        assertTrue(store.kept.isEmpty());
        runs.restore(gone);
        assertEquals(List.of("b", "a"), ids(runs));
        assertEquals(2, store.kept.size());
    }

    @Test
    void runsThatTheStoreDoesNotGiveUpAreListedAgain() {
        Store store = new Store();
        KeptRuns runs = opened(new KeptRuns(store, KeptRuns.USUAL));
        runs.put(run("a", 1, 3, ""));
        runs.put(run("b", 2, 3, ""));
        store.stuck = true;
        runs.delete(List.of("a", "b"), answers::add);
        assertEquals(List.of("b", "a"), ids(runs));
        assertEquals(List.of(false), answers);
    }

    @Test
    void aStoreThatRefusesIsNotNeeded() {
        KeptRuns runs = new KeptRuns(new Refusing(), KeptRuns.USUAL);
        runs.put(run("a", 1, 3, ""));
        assertEquals(List.of("a"), ids(runs));
        assertFalse(runs.lasting());
        runs.delete(List.of("a"), answers::add);
        assertEquals(List.of(), ids(runs));
        assertEquals(List.of(true), answers);
    }

    @Test
    void damagedRecordsAreLeftOut() {
        Store store = new Store();
        new KeptRuns(store, KeptRuns.USUAL).put(run("a", 1, 3, ""));
        store.kept.put("x", new Packet("run1", new double[1], new String[1], new float[0][], new byte[0][]));
        store.kept.put("y", new Packet("run9", new double[0], new String[0], new float[0][], new byte[0][]));
        assertEquals(List.of("a"), ids(opened(new KeptRuns(store, KeptRuns.USUAL))));
    }

    @Test
    void longRunsKeepTheirLastAndTheirBestEpoch() {
        KeptRun run = run("a", 1, 1000, "");
        assertTrue(run.epochs().size() <= KeptRun.EPOCHS, run.epochs().size() + " epochs");
        assertEquals(1000, run.last().orElseThrow().epoch());
        assertEquals(500, run.best().orElseThrow().epoch());
    }

    @Test
    void theJournalSaysWhatWasChangedByHand() {
        assertEquals(
                List.of(
                        "After step 30: learning rate 0.01, before 0.001.",
                        "After step 40: dense/kernel was set by hand.",
                        "After step 50: left another run, and went on by itself."),
                run("a", 1, 3, "").journal());
    }

    private static KeptRuns opened(KeptRuns runs) {
        runs.open(() -> {});
        return runs;
    }

    private static List<String> ids(KeptRuns runs) {
        return runs.all().stream().map(KeptRun::id).toList();
    }

    /** A run whose validation loss is lowest at epoch 500. */
    private static KeptRun run(String id, double began, int count, String name) {
        List<EpochLog> epochs = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double[] numbers = {1.0 / i, 1 + Math.abs(i - 500), 0.5, Double.NaN};
            epochs.add(new EpochLog(i, 10 * i, 0.001, METRICS, numbers, 0.5));
        }
        List<RunChange> changes = List.of(
                new RunChange(30, "knobs", "1/data=xor/Dense(2,softmax)/optimizer=Adam(0.01)"),
                new RunChange(40, "weights", "dense/kernel"),
                new RunChange(50, "branch", "1/data=xor/Dense(2,softmax)/optimizer=Adam(0.01)"));
        return new KeptRun(
                id,
                name,
                "",
                RecipeText.read("1/data=xor/Dense(2,softmax)").recipe(),
                "XOR",
                began,
                "paused",
                10 * count,
                0.5 * count,
                6,
                changes,
                KeptRun.best(epochs),
                epochs);
    }

    /** What a browser would keep. */
    private static final class Store implements RunStore {
        private final Map<String, Packet> kept = new LinkedHashMap<>();
        private boolean stuck;

        @Override
        public void read(Consumer<List<Packet>> then, Runnable refused) {
            then.accept(List.copyOf(kept.values()));
        }

        @Override
        public void put(String key, Packet packet, Runnable written, Runnable refused) {
            kept.put(key, packet);
        }

        @Override
        public void delete(String key, Runnable gone, Runnable refused) {
            if (stuck) {
                refused.run();
                return;
            }
            kept.remove(key);
            gone.run();
        }
    }

    /** What a private window may be. */
    private static final class Refusing implements RunStore {
        @Override
        public void read(Consumer<List<Packet>> then, Runnable refused) {
            refused.run();
        }

        @Override
        public void put(String key, Packet packet, Runnable written, Runnable refused) {
            throw new AssertionError("asked again");
        }

        @Override
        public void delete(String key, Runnable gone, Runnable refused) {
            refused.run();
        }
    }

    @Test
    void nothingIsKeptOfARunWithoutEpochsButThat() {
        assertEquals(Optional.empty(), run("a", 1, 0, "").best());
    }
}
