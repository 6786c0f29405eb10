package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void shortSeriesIsKeptAsItIs() {
        Trace trace = counted(Trace.MOST);
        assertEquals(Trace.MOST, trace.size());
        for (int i = 0; i < Trace.MOST; i++) {
            assertEquals(i, trace.at(i));
        }
    }

    @Test
    void eachNumberOfALongOneIsTheMeanOfItsSteps() {
        for (int count :
                new int[] {Trace.MOST + 1, 2 * Trace.MOST, 2 * Trace.MOST + 3, 5 * Trace.MOST + 777, 300_001}) {
            Trace trace = counted(count);
            int stride = trace.stride();
            assertEquals(count, trace.count());
            assertEquals((count + stride - 1) / stride, trace.size(), "of " + count);
            for (int i = 0; i < trace.size(); i++) {
                int end = Math.min(count, (i + 1) * stride);
                assertEquals((i * stride + end - 1) / 2.0, trace.at(i), 0.02, "of " + count + ", number " + i);
            }
        }
    }

    @Test
    void itsRoomIsBounded() {
        Trace trace = counted(1_000_000);
        assertEquals(64, trace.stride());
        assertTrue(trace.size() <= Trace.MOST && trace.size() >= Trace.MOST / 2, "" + trace.size());
    }

    @Test
    void clearedItBeginsAnew() {
        Trace trace = counted(50_001);
        trace.clear();
        assertEquals(0, trace.size());
        trace.add(7);
        assertArrayEquals(new float[] {7}, trace.values());
    }

    @Test
    void aNumberThatIsNoneStaysSeen() {
        Trace trace = counted(100_000);
        trace.add(Double.NaN);
        assertTrue(Float.isNaN(trace.values()[trace.size() - 1]));
    }

    @Test
    void copiesGoOnByThemselves() {
        for (int count : new int[] {3, 256, 300, Trace.MOST - 1, Trace.MOST, 3 * Trace.MOST + 5}) {
            Trace first = counted(count);
            float[] before = first.values();
            Trace copy = first.copy();
            Trace other = Trace.of(first.state());
            for (int i = 0; i < 2 * Trace.MOST; i++) {
                first.add(i);
                copy.add(-i);
                other.add(-i);
            }
            assertArrayEquals(other.values(), copy.values(), "of " + count);
            Trace expected = counted(count);
            for (int i = 0; i < 2 * Trace.MOST; i++) {
                expected.add(i);
            }
            assertArrayEquals(expected.values(), first.values(), "of " + count);
            assertEquals(before.length, counted(count).values().length);
        }
    }

    @Test
    void cutSeriesLeavesItsCopyAlone() {
        Trace trace = counted(100);
        Trace copy = trace.copy();
        trace.cut(50);
        trace.add(-1);
        assertEquals(-1, trace.at(50));
        assertEquals(50, copy.at(50));
    }

    /** 0, 1, 2 ... */
    private static Trace counted(int count) {
        Trace trace = new Trace();
        for (int i = 0; i < count; i++) {
            trace.add(i);
        }
        return trace;
    }
}
