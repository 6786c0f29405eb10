package dev.steep.ui.seeing;

import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps a page about the samples true to the data that are open: numbers are asked for when the page is shown, when other samples are
 * there, and when it wants to see others, but not after each training step, which changes none of them.
 */
public final class DataFeed {
    private final PictureFeed feed;
    private final Supplier<List<Look>> looks;
    private boolean shown;
    private int rows;

    /** @param looks none, as long as there is nothing to see */
    public DataFeed(Lab lab, String panel, Supplier<List<Look>> looks, Consumer<Report.Picture> draw) {
        this.looks = looks;
        feed = new PictureFeed(lab, panel, looks, draw).once();
    }

    /** Returns whether other samples are open than before, or the same in other parts. */
    public boolean opened(Report.Opened opened) {
        boolean other = opened.rows() != rows;
        rows = opened.rows();
        return other;
    }

    /** The page is seen from now on. */
    public void show() {
        shown = true;
        feed.start();
    }

    /** It is not seen any more, and asks for nothing. */
    public void hide() {
        shown = false;
        feed.stop();
    }

    /** What it has belongs to other samples. */
    public void blank() {
        feed.forget();
    }

    void redraw() {
        feed.redraw();
    }

    /** Other numbers are wanted. */
    public void again() {
        if (shown && !looks.get().isEmpty()) {
            feed.start();
        }
    }
}
