package dev.steep.ui.page;

import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** A thin line under the bar: how much of all epochs is done, and, fainter, how much of the present one. */
final class ProgressLine implements Lab.Listener {
    private final HTMLElement epochs = Html.of("div", "progress-all").element();
    private final HTMLElement epoch = Html.of("div", "progress-epoch").element();
    private final HTMLElement element = Html.of("div", "progress-line")
            .attribute("role", "progressbar")
            .attribute("aria-label", "Training progress")
            .attribute("aria-valuemin", "0")
            .attribute("aria-valuemax", "100")
            .add(epoch, epochs)
            .element();

    private final Runnable drawing;
    private Optional<Report.Progress> latest = Optional.empty();

    ProgressLine(Lab lab) {
        drawing = lab.frames().small(() -> latest.ifPresent(this::draw));
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void progressed(Report.Progress now) {
        latest = Optional.of(now);
        drawing.run();
    }

    private void draw(Report.Progress now) {
        double part = now.stepsPerEpoch() == 0 ? 0 : (double) now.stepOfEpoch() / now.stepsPerEpoch();
        double inside = part >= 1 ? 0 : part;
        double all = now.epochs() == 0 ? 0 : Math.min(1, (now.epoch() + inside) / now.epochs());
        epochs.style.setProperty("transform", "scaleX(" + all + ")");
        epoch.style.setProperty("transform", "scaleX(" + inside + ")");
        element.setAttribute("aria-valuenow", "" + Math.round(100 * all));
    }
}
