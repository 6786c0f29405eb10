package dev.steep.ui.page;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.core.JsDate;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** Says each epoch's outcome to screen readers, and in the window's title how far training is. */
public final class Announcer implements Lab.Listener {
    /** Epochs that follow faster than one can listen are left out. */
    private static final double PAUSE_MS = 3000;
    /** From one title of the page to the next while training: the browser's own bar draws it. */
    private static final double TITLE_MS = 500;

    private final String title = DomGlobal.document.title;
    private final HTMLElement element = Html.of("div", "visually-hidden announcer")
            .attribute("role", "status")
            .attribute("aria-live", "polite")
            .element();

    private Optional<EpochLog> unsaid = Optional.empty();
    private double said = -PAUSE_MS;
    private double titled;

    public Announcer(Lab lab) {
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void progressed(Report.Progress now) {
        boolean trains = now.state() == Report.Progress.State.TRAINING;
        String name = trains ? now.epoch() + "/" + Math.max(now.epoch(), now.epochs()) + " · Steep" : title;
        if (!name.equals(DomGlobal.document.title) && (!trains || JsDate.now() - titled >= TITLE_MS)) {
            titled = JsDate.now();
            DomGlobal.document.title = name;
        }
        if (now.step() == 0) { // of a run that is no more
            unsaid = Optional.empty();
            element.textContent = "";
        }
        if (!now.log().isEmpty()) {
            unsaid = Optional.of(now.log().get(now.log().size() - 1));
        }
        if (unsaid.isPresent() && (!trains || JsDate.now() - said >= PAUSE_MS)) {
            said = JsDate.now();
            element.textContent = summary(unsaid.get());
            unsaid = Optional.empty();
        }
    }

    /** {@code Epoch 3: loss 0.210, validation accuracy 0.950}. */
    private static String summary(EpochLog log) {
        String text = "Epoch " + log.epoch() + ": loss " + Figures.of(log.loss());
        if (!Double.isNaN(log.valAccuracy())) {
            return text + ", validation accuracy " + Figures.of(log.valAccuracy());
        }
        return Double.isNaN(log.valLoss()) ? text : text + ", validation loss " + Figures.of(log.valLoss());
    }
}
