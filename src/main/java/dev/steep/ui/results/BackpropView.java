package dev.steep.ui.results;

import dev.steep.protocol.Report;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.backprop.Microscope;
import dev.steep.ui.backprop.Place;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.List;

/** Backpropagation under the {@link Microscope}. */
final class BackpropView implements ResultView {
    static final View VIEW = View.of(
                    "backprop",
                    "Backprop",
                    "The next training step, number by number: forward, the chain rule back, and the update.",
                    BackpropView::new)
            .in("Explain")
            .savedAs(".pass-diagram");

    private final Microscope microscope;

    /** The smallest picture there is: it comes whenever the numbers of the page are others. */
    private final PictureFeed changes;

    BackpropView(Lab lab) {
        microscope = new Microscope(lab);
        changes =
                new PictureFeed(lab, "backprop", () -> List.of(new TensorLook("input")), picture -> microscope.later());
    }

    @Override
    public HTMLElement element() {
        return microscope.element();
    }

    @Override
    public void opened(Report.Opened opened) {
        microscope.later();
    }

    @Override
    public void progressed(RunLog run) {
        microscope.later();
    }

    @Override
    public void blank() {
        microscope.blank();
    }

    @Override
    public void aimAt(String tensor, int index) {
        microscope.aimAt(new Place(tensor, index));
    }

    @Override
    public void show() {
        microscope.show();
        changes.start();
    }

    @Override
    public void hide() {
        changes.stop();
        microscope.hide();
    }
}
