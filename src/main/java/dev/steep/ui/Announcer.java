package dev.steep.ui;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;

/** Says each epoch's outcome to screen readers, and in the window's title how far training is. */
final class Announcer implements Lab.Listener {
    private final String title = DomGlobal.document.title;
    private final HTMLElement element = Html.of("div", "visually-hidden announcer")
            .attribute("role", "status")
            .attribute("aria-live", "polite")
            .element();

    Announcer(Lab lab) {
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void progressed(Report.Progress now) {
        String name = now.state() == Report.Progress.State.TRAINING
                ? now.epoch() + "/" + Math.max(now.epoch(), now.epochs()) + " · Steep"
                : title;
        if (!name.equals(DomGlobal.document.title)) {
            DomGlobal.document.title = name;
        }
        if (!now.log().isEmpty()) {
            element.textContent = summary(now.log().get(now.log().size() - 1));
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
