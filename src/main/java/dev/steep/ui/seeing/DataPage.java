package dev.steep.ui.seeing;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.ResultView;
import java.util.List;

/** A page of the tab Data. Its numbers are asked for when it is shown and when other samples are there, but not after training steps. */
abstract class DataPage implements ResultView {
    private final DataFeed feed;
    private DataFacts data = DataFacts.NONE;

    /** @param panel names it to the worker */
    DataPage(Lab lab, String panel) {
        feed = new DataFeed(lab, panel, this::looks, this::draw);
    }

    /** What it wants to see; none, as long as there is nothing to see. */
    abstract List<Look> looks();

    /** Says in the page of which numbers the pictures are; see {@link dev.steep.ui.element.Html#shows}. */
    abstract void announce();

    abstract void draw(Report.Picture picture);

    /** Other data may be open, with other columns and classes: sets the controls. */
    void arrange(Report.Opened opened) {}

    /** Whether there is anything of it to see in the data that are open, once {@link #arrange} has seen them. */
    boolean suits() {
        return true;
    }

    /** Other samples are there than before. */
    void replaced() {}

    final DataFacts data() {
        return data;
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
        arrange(opened);
        if (suits() && feed.opened(opened)) {
            replaced();
            feed.blank();
            again();
        }
    }

    @Override
    public void blank() {
        feed.blank();
    }

    @Override
    public void show() {
        announce();
        feed.show();
    }

    @Override
    public void hide() {
        feed.hide();
    }

    /** Other numbers are wanted. */
    void again() {
        announce();
        feed.again();
    }

    /** Draws the same numbers again, because colours have changed. */
    final void redraw() {
        feed.redraw();
    }
}
