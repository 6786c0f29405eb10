package dev.steep.ui.inside;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.WatchingView;
import java.util.List;

/** A page about tensors by name. Which there are is asked for when the page is first seen, and anew when another network is open. */
abstract class TensorPage implements WatchingView {
    private final Lab lab;
    private final PictureFeed watching;
    private boolean visible;
    private boolean stale;
    private int round;

    /** @param panel names it to the worker */
    TensorPage(Lab lab, String panel) {
        this.lab = lab;
        watching = new PictureFeed(lab, panel, this::looks, this::draw);
    }

    /** These are the tensors of the network that is open; none, where it cannot work. */
    abstract void named(List<TensorFacts> tensors);

    /** What it wants to see of them. */
    abstract List<Look> looks();

    abstract void draw(Report.Picture picture);

    @Override
    public final PictureFeed watching() {
        return watching;
    }

    @Override
    public void opened(Report.Opened opened) {
        stale = true;
        if (visible) {
            ask();
        }
    }

    @Override
    public void show() {
        visible = true;
        if (stale) {
            ask();
        } else {
            watching.start();
        }
    }

    @Override
    public void hide() {
        visible = false;
        watching.stop();
    }

    private void ask() {
        stale = false;
        int mine = ++round;
        lab.ask(new Inquiry.Names(), report -> {
            if (mine == round) {
                named(report instanceof Report.Text text ? TensorFacts.read(text.text()) : List.of());
                if (visible) {
                    watching.start();
                }
            }
        });
    }
}
