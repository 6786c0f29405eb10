package dev.steep.ui;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Wish;
import elemental2.dom.DomGlobal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps a panel's pictures up to date: asks for numbers, has them drawn in the next frame, and asks again. */
final class Watching {
    private final Lab lab;
    private final String panel;
    private final Supplier<List<Wish>> wishes;
    private final Consumer<List<float[]>> draw;
    private int round;

    /**
     * @param panel names the panel to the worker
     * @param wishes what it wants to see at present
     * @param draw given one array for each wish
     */
    Watching(Lab lab, String panel, Supplier<List<Wish>> wishes, Consumer<List<float[]>> draw) {
        this.lab = lab;
        this.panel = panel;
        this.wishes = wishes;
        this.draw = draw;
    }

    /** Starts, or starts again because other numbers are wanted. */
    void start() {
        ask(++round);
    }

    void stop() {
        round++;
    }

    private void ask(int mine) {
        List<Wish> wanted = wishes.get();
        if (wanted.isEmpty()) {
            return;
        }
        lab.ask(new Inquiry.Watch(panel, wanted), report -> {
            if (mine == round && report instanceof Report.Picture picture) {
                DomGlobal.requestAnimationFrame(now -> {
                    if (mine == round) {
                        draw.accept(picture.numbers());
                        ask(mine);
                    }
                });
            }
        });
    }
}
