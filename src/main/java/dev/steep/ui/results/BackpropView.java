package dev.steep.ui.results;

import dev.steep.protocol.Report;
import dev.steep.ui.backprop.Microscope;
import dev.steep.ui.backprop.Place;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;

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

    BackpropView(Lab lab) {
        microscope = new Microscope(lab);
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
    }

    @Override
    public void hide() {
        microscope.hide();
    }
}
