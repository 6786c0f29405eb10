package dev.steep.ui.training;

import dev.steep.picture.RatePlot;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Arrays;
import java.util.Optional;

/**
 * The learning rate where it is not what its slider says: a schedule's over the whole planned run, with a mark where training is
 * now; and in words, also what a callback has made of it.
 */
final class RateView implements Lab.Listener {
    private final HTMLElement picture = Html.of("div", "").element();
    private final HTMLElement now = Html.of("div", "rate-now").element();
    private final HTMLElement plot =
            Html.of("div", "curve-plot rate-plot").add(picture, now).element();
    private final HTMLElement words = Html.of("p", "rate-words").element();
    private final HTMLElement element =
            Html.of("div", "curve rate").add(plot, words).element();
    private double[] planned = new double[0];
    private double[] drawn = new double[0];
    private int drawnEpochs;
    private Optional<Report.Progress> progress = Optional.empty();
    private final Runnable drawing;

    RateView(Lab lab) {
        drawing = lab.frames().small(this::show);
        show();
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        planned = opened.rates();
        show();
    }

    @Override
    public void progressed(Report.Progress present) {
        progress = Optional.of(present).filter(each -> each.stepsPerEpoch() > 0);
        drawing.run();
    }

    private void show() {
        boolean schedule = planned.length > 0 && progress.isPresent();
        boolean reduced = progress.filter(Report.Progress::reduced).isPresent();
        element.hidden = !schedule && !reduced;
        plot.hidden = !schedule;
        if (!schedule) {
            picture.textContent = "";
            drawn = new double[0];
            drawnEpochs = 0;
        }
        progress.ifPresent(present -> {
            if (schedule) {
                draw(present.epochs());
                double share = (double) present.step() / present.epochs() / present.stepsPerEpoch();
                now.style.setProperty("left", Math.min(100, 100 * share) + "%");
            }
            words.textContent = "Now " + Figures.of(present.rate())
                    + (reduced
                            ? ": reduced by a callback. Moving the slider sets it anew."
                            : ", for step " + (present.step() + 1) + ".");
        });
    }

    private void draw(int epochs) {
        if (epochs == drawnEpochs && Arrays.equals(planned, drawn)) {
            return;
        }
        drawnEpochs = epochs;
        drawn = planned;
        picture.innerHTML = RatePlot.svg(
                planned,
                epochs,
                "Learning rate over " + epochs + " epochs: at first " + Figures.of(planned[0]) + ", in the middle "
                        + Figures.of(planned[planned.length / 2]) + ", at the end "
                        + Figures.of(planned[planned.length - 1]) + ".");
    }
}
