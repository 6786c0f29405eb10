package dev.steep.ui.state;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps a panel's pictures up to date: asks for numbers, has them drawn in the next of the {@link Frames}, and asks again for what is newer than
 * what it has drawn. A page in the background has no frames; it draws when it comes back, and then asks for the present numbers.
 */
public final class PictureFeed {
    private final Lab lab;
    private final String panel;
    private final Supplier<List<Look>> looks;
    private final Consumer<Report.Picture> draw;
    private int round;
    private int shown;
    private boolean watching;
    private boolean once;
    private Optional<Report.Picture> drawn = Optional.empty();

    /**
     * @param panel names the panel to the worker
     * @param looks what it wants to see; asked for once at each start
     * @param draw given one array for each look, empty where the number does not exist: then nothing old may stay
     */
    public PictureFeed(Lab lab, String panel, Supplier<List<Look>> looks, Consumer<Report.Picture> draw) {
        this.lab = lab;
        this.panel = panel;
        this.looks = looks;
        this.draw = draw;
    }

    /** The same, but what it has drawn is not asked for again before the next {@link #start}: it does not change while training. */
    public PictureFeed once() {
        once = true;
        return this;
    }

    /** Starts, or starts again because other numbers are wanted. The panel has seen nothing of them yet. */
    public void start() {
        stop();
        watching = true;
        List<Look> wanted = looks.get();
        if (!wanted.isEmpty()) {
            ask(round, wanted, Inquiry.Watch.NOTHING);
        }
    }

    /** Starts again, if it has been started: other numbers are wanted. */
    public void again() {
        if (watching) {
            start();
        }
    }

    public void stop() {
        watching = false;
        round++;
        drawn = Optional.empty();
    }

    /** Draws that there are no numbers, and asks for those of now: what was drawn is of something that is past. */
    public void forget() {
        List<float[]> none = Collections.nCopies(shown, new float[0]);
        shown = 0;
        if (!none.isEmpty()) {
            draw.accept(new Report.Picture(panel, Inquiry.Watch.NOTHING, new Moment(0, 0, Moment.DRAWN), none));
        }
        again();
    }

    /** Draws the same numbers again, because colours have changed. */
    public void redraw() {
        drawn.ifPresent(draw);
    }

    private void ask(int mine, List<Look> wanted, int version) {
        lab.ask(new Inquiry.Watch(panel, wanted, version), report -> {
            if (mine != round) {
                return;
            }
            if (report instanceof Report.Picture picture) {
                lab.frames().next(() -> {
                    if (mine == round) {
                        drawn = Optional.of(picture);
                        shown = wanted.size();
                        draw.accept(picture);
                        if (!once) {
                            ask(mine, wanted, picture.version());
                        }
                    }
                });
            } else if (report instanceof Report.Done) { // the experiment that the look was for is gone
                ask(mine, wanted, Inquiry.Watch.NOTHING);
            }
        });
    }
}
