package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import dev.steep.reference.Reference;
import dev.steep.tape.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A snapshot is the whole run: what is read after it was restored, and what is trained from it, has the bits of the original. */
interface SnapshotContract extends Contract {
    /** Within an epoch, at the end of one, and after the last step of all. */
    int[] MOMENTS = {2, 3, 7};

    int END = 8;

    static Iterable<String> networks() {
        return Declared.names();
    }

    @ParameterizedTest
    @MethodSource("networks")
    default void trainingOnFromASnapshotGivesTheBitsOfTheOriginalRun(String name) {
        Trainer trainer = Declared.trainer(name, backend());
        Snapshot[] snapshots = new Snapshot[MOMENTS.length];
        String[] then = new String[MOMENTS.length];
        for (int i = 0; i < MOMENTS.length; i++) {
            Declared.advance(trainer, MOMENTS[i]);
            snapshots[i] = trainer.snapshot();
            then[i] = Declared.numbers(trainer);
        }
        Declared.advance(trainer, END);
        String end = Declared.numbers(trainer);
        for (int i = 0; i < MOMENTS.length; i++) {
            trainer.restore(snapshots[i]);
            assertEquals(then[i], Declared.numbers(trainer), "at step " + MOMENTS[i]);
            trainer.restore(trainer.snapshot());
            assertEquals(then[i], Declared.numbers(trainer), "of a snapshot that was restored, at step " + MOMENTS[i]);
            Declared.advance(trainer, END);
            assertEquals(end, Declared.numbers(trainer), "trained on from step " + MOMENTS[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    default void aSnapshotOfOneBackEndIsOneOfTheOther(String name) {
        Trainer here = Declared.trainer(name, backend());
        Trainer there = Declared.trainer(name, new Reference());
        Declared.advance(here, 4);
        there.restore(here.snapshot());
        assertEquals(here.step(), there.step());
        assertSame(here, there, name);
        Declared.advance(there, 5);
        here.restore(there.snapshot());
        assertSame(there, here, name);
        Declared.advance(here, END);
        assertFalse(here.history().isEmpty());
    }

    private static void assertSame(Trainer expected, Trainer actual, String name) {
        for (Value value : expected.model().lasting()) {
            Value other = actual.model().lasting().stream()
                    .filter(each -> each.name().equals(value.name()))
                    .findFirst()
                    .orElseThrow();
            assertArrayEquals(expected.machine().read(value), actual.machine().read(other), name + ": " + value.name());
        }
    }
}
