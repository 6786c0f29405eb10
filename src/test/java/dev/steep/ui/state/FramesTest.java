package dev.steep.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the page draws what training changes, by a clock that stands still until it is moved. */
class FramesTest {
    private final Page page = new Page();
    private final List<String> drawn = new ArrayList<>();
    private boolean training = true;
    private final Frames frames = new Frames(() -> training, page);

    @Test
    void allThatWaitsIsDrawnInTheSameFrame() {
        frames.next(() -> drawn.add("a"));
        frames.next(() -> drawn.add("b"));
        assertEquals(1, page.frames.size());
        page.frame();
        assertEquals(List.of("a", "b"), drawn);
    }

    @Test
    void whatIsAddedWhileDrawingWaitsForTheNextFrame() {
        frames.next(() -> frames.next(() -> drawn.add("next")));
        page.frame();
        page.pass(0);
        assertEquals(List.of(), drawn);
        page.frame();
        assertEquals(List.of("next"), drawn);
    }

    @Test
    void restsEightTimesAsLongAsFrameAndPaintTook() {
        frames.next(() -> page.now += 5);
        page.frame();
        page.pass(3); // layout and paint
        frames.next(() -> drawn.add("later"));
        page.pass(63);
        assertEquals(0, page.frames.size());
        page.pass(1);
        page.frame();
        assertEquals(List.of("later"), drawn);
    }

    @Test
    void restsOnlySoLongThatItLooksAlive() {
        frames.next(() -> page.now += 500);
        page.frame();
        page.pass(0);
        frames.next(() -> drawn.add("later"));
        page.pass(160);
        page.frame();
        assertEquals(List.of("later"), drawn);
    }

    @Test
    void doesNotRestWhileNothingIsTrained() {
        training = false;
        frames.next(() -> page.now += 50);
        page.frame();
        page.pass(0);
        frames.next(() -> drawn.add("at once"));
        page.frame();
        assertEquals(List.of("at once"), drawn);
    }

    @Test
    void drawsOnceHoweverOftenItIsAskedTo() {
        Runnable once = frames.once(() -> drawn.add("once"));
        once.run();
        once.run();
        page.frame();
        assertEquals(List.of("once"), drawn);
        once.run();
        page.pass(0);
        page.frame();
        assertEquals(List.of("once", "once"), drawn);
    }

    @Test
    void drawsWhatIsSmallAtOnceUnlessTraining() {
        Runnable small = frames.small(() -> drawn.add("small"));
        small.run();
        assertEquals(List.of(), drawn);
        training = false;
        small.run();
        assertEquals(List.of("small"), drawn);
    }

    /** A page whose time and frames a test decides. */
    private static final class Page implements Frames.Schedule {
        private record Timer(double at, Runnable call) {}

        private double now;
        private final List<Timer> timers = new ArrayList<>();
        private final List<Runnable> frames = new ArrayList<>();

        @Override
        public double now() {
            return now;
        }

        @Override
        public void after(double milliseconds, Runnable call) {
            timers.add(new Timer(now + milliseconds, call));
        }

        @Override
        public void nextFrame(Runnable call) {
            frames.add(call);
        }

        /** The screen is drawn. */
        void frame() {
            List<Runnable> due = List.copyOf(frames);
            frames.clear();
            due.forEach(Runnable::run);
        }

        /** So much time passes, and what is due is called. */
        void pass(double milliseconds) {
            now += milliseconds;
            List<Timer> due = timers.stream()
                    .filter(each -> each.at <= now)
                    .sorted(Comparator.comparingDouble(Timer::at))
                    .toList();
            timers.removeAll(due);
            due.forEach(each -> each.call.run());
        }
    }
}
