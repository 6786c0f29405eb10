package dev.steep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The address changes at a pace that browsers stand, loses no entry in a person's hands, and ends right. */
class EntriesTest {
    private final List<String> history = new ArrayList<>(List.of("start"));
    private final List<Double> calls = new ArrayList<>();
    private double now;
    private double wake = Double.NaN;
    private final Entries entries = new Entries(new Entries.Browser() {
        @Override
        public void push(String link) {
            calls.add(now);
            history.add(link);
        }

        @Override
        public void replace(String link) {
            calls.add(now);
            history.set(history.size() - 1, link);
        }

        @Override
        public void wake(double milliseconds) {
            wake = now + milliseconds;
        }
    });

    private void pass(double milliseconds) {
        double end = now + milliseconds;
        while (wake <= end) {
            now = Math.max(now, wake);
            wake = Double.NaN;
            entries.pass(now);
        }
        now = end;
    }

    @Test
    void aMovingSliderWritesAFewTimesASecondAndItsLastNumber() {
        for (int i = 0; i < 500; i++) {
            entries.replace("r" + i, now);
            pass(10);
        }
        assertTrue(calls.size() <= 14, calls.size() + " calls in 5 s");
        pass(1000);
        assertEquals(List.of("r499"), history);
    }

    @Test
    void aSliderThatStopsAndGoesOnKeepsThePace() {
        for (int i = 0; i < 3000; i++) {
            entries.replace("r" + i, now);
            pass(i % 7 * 20);
        }
        for (int i = 1; i < calls.size(); i++) {
            assertTrue(
                    calls.get(i) - calls.get(i - 1) >= Entries.REPLACE_PAUSE,
                    "calls at " + calls.get(i - 1) + " and " + calls.get(i));
        }
    }

    @Test
    void aSliderThatIsLetGoIsWrittenAtOnce() {
        entries.replace("r1", now);
        entries.replace("r2", now);
        entries.settle(now);
        assertEquals(List.of("r2"), history);
    }

    @Test
    void whatAPersonDoesIsAnEntryEach() {
        entries.push("a", now);
        pass(200);
        entries.push("b", now);
        entries.replace("b1", now);
        entries.replace("b2", now);
        entries.push("c", now);
        pass(5000);
        assertEquals(List.of("start", "a", "b2", "c"), history);
    }

    @Test
    void whatWaitsIsDroppedWhenThePersonGoesBack() {
        entries.replace("start1", now);
        entries.replace("start2", now);
        entries.forget();
        pass(5000);
        assertEquals(List.of("start1"), history);
    }

    @Test
    void leavingThePageWritesWhatWaits() {
        entries.replace("r1", now);
        entries.replace("r2", now);
        entries.flush(now);
        assertEquals(List.of("r2"), history);
    }

    @Test
    void noThirtySecondsHaveAHundredCallsAndTheLastLinkIsRight() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            String last = "";
            for (int i = 0; i < 3000; i++) {
                last = seed + "-" + i;
                if (random.nextBoolean()) {
                    entries.push(last, now);
                } else {
                    entries.replace(last, now);
                    entries.settle(now);
                }
                pass(random.nextInt(4) == 0 ? random.nextInt(300) : 0);
            }
            pass(2000);
            assertEquals(last, history.get(history.size() - 1), "seed " + seed);
        }
        for (int i = 99; i < calls.size(); i++) {
            double seconds = (calls.get(i) - calls.get(i - 99)) / 1000;
            assertTrue(seconds > 30, "100 calls in " + seconds + " s");
        }
    }
}
