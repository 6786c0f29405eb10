package dev.steep.ui.state;

import elemental2.dom.DomGlobal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The frames in which what training changes is drawn: all that waits is drawn in the same one. While training the page then rests,
 * the longer the more that frame has cost it with its layout and paint: a machine with few processors needs them for training, a
 * fast one draws as often as its screen does.
 */
public final class Frames {
    /** How many times as long as the frame took; drawing takes a ninth of the page's time then. */
    private static final double RESTS = 8;

    /** The longest rest in milliseconds: what is drawn less often does not look alive. */
    private static final double LONGEST = 160;

    /** A page's time, in milliseconds, and what is called in it. */
    interface Schedule {
        double now();

        /** Calls it later, at the earliest after so long. */
        void after(double milliseconds, Runnable call);

        /** Calls it when the screen is drawn next; never, while the page is in the background. */
        void nextFrame(Runnable call);
    }

    private final BooleanSupplier training;
    private final Schedule schedule;
    private List<Runnable> waiting = new ArrayList<>();
    private boolean asked;
    private double rested;

    /** @param training says whether the network is being trained */
    Frames(BooleanSupplier training, Schedule schedule) {
        this.training = training;
        this.schedule = schedule;
    }

    /** The same in a browser. */
    static Frames ofBrowser(BooleanSupplier training) {
        return new Frames(training, new BrowserSchedule());
    }

    /** Draws in the next of these frames. */
    public void next(Runnable draw) {
        waiting.add(draw);
        if (!asked) {
            ask();
        }
    }

    /** What draws in the next of these frames, once, however often it is asked to before. */
    public Runnable once(Runnable draw) {
        boolean[] waits = {false};
        return () -> {
            if (!waits[0]) {
                waits[0] = true;
                next(() -> {
                    waits[0] = false;
                    draw.run();
                });
            }
        };
    }

    /** The same while training; otherwise it draws at once. Of what is small: a word, a number, a line. */
    public Runnable small(Runnable draw) {
        Runnable once = once(draw);
        return () -> (training.getAsBoolean() ? once : draw).run();
    }

    private void ask() {
        asked = true;
        double rest = training.getAsBoolean() ? rested - schedule.now() : 0;
        if (rest > 0) {
            schedule.after(rest, () -> schedule.nextFrame(this::draw));
        } else {
            schedule.nextFrame(this::draw);
        }
    }

    private void draw() {
        List<Runnable> all = waiting;
        waiting = new ArrayList<>();
        double begun = schedule.now();
        schedule.after(0, () -> painted(begun)); // after layout and paint, which follow at once
        all.forEach(Runnable::run);
    }

    private void painted(double begun) {
        double now = schedule.now();
        rested = now + Math.min(LONGEST, RESTS * (now - begun));
        asked = false;
        if (!waiting.isEmpty()) {
            ask();
        }
    }

    private static final class BrowserSchedule implements Schedule {
        @Override
        public double now() {
            return DomGlobal.performance.now();
        }

        @Override
        public void after(double milliseconds, Runnable call) {
            DomGlobal.setTimeout(arguments -> call.run(), milliseconds);
        }

        @Override
        public void nextFrame(Runnable call) {
            DomGlobal.requestAnimationFrame(time -> call.run());
        }
    }
}
