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
    /** How many times as long as the frame took; drawing takes a seventh of the page's time then. */
    private static final double RESTS = 6;

    /** The longest rest in milliseconds: what is drawn less often does not look alive. */
    private static final double LONGEST = 100;

    private final BooleanSupplier training;
    private List<Runnable> waiting = new ArrayList<>();
    private boolean asked;
    private double rested;

    /** @param training says whether the network is being trained */
    Frames(BooleanSupplier training) {
        this.training = training;
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
        double rest = training.getAsBoolean() ? rested - DomGlobal.performance.now() : 0;
        if (rest > 0) {
            DomGlobal.setTimeout(arguments -> DomGlobal.requestAnimationFrame(time -> draw()), rest);
        } else {
            DomGlobal.requestAnimationFrame(time -> draw());
        }
    }

    private void draw() {
        List<Runnable> all = waiting;
        waiting = new ArrayList<>();
        double begun = DomGlobal.performance.now();
        DomGlobal.setTimeout(arguments -> painted(begun), 0); // after layout and paint, which follow at once
        all.forEach(Runnable::run);
    }

    private void painted(double begun) {
        double now = DomGlobal.performance.now();
        rested = now + Math.min(LONGEST, RESTS * (now - begun));
        asked = false;
        if (!waiting.isEmpty()) {
            ask();
        }
    }
}
