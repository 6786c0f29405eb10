package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static Epoch epoch(int number) {
        return new Epoch(number, 10 * number, 0.01, new Values(List.of(), new double[0]), Score.NONE, 0);
    }

    @Test
    void whatComesLaterChangesNoEarlierHistory() {
        History one = History.EMPTY.with(epoch(1));
        History two = one.with(epoch(2));
        assertEquals(List.of(1), one.stream().map(Epoch::number).toList());
        assertEquals(2, two.size());
        assertEquals(0, History.EMPTY.size());
        assertThrows(IndexOutOfBoundsException.class, () -> one.get(1));
    }

    @Test
    void runThatBranchesLeavesTheFirstOneAlone() {
        History one = History.EMPTY.with(epoch(1));
        History first = one.with(epoch(2)).with(epoch(3));
        History second = one.with(epoch(20));
        assertEquals(List.of(1, 2, 3), first.stream().map(Epoch::number).toList());
        assertEquals(List.of(1, 20), second.stream().map(Epoch::number).toList());
        assertEquals(1, one.size());
    }
}
