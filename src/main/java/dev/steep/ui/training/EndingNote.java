package dev.steep.ui.training;

import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;

/** How training ended, where a callback had a say in it: stays until training goes on. */
public final class EndingNote implements Lab.Listener {
    private final HTMLElement element =
            Html.of("p", "ending").attribute("role", "status").element();

    public EndingNote(Lab lab) {
        element.hidden = true;
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void progressed(Report.Progress progress) {
        String sentence = progress.ending().isEmpty() ? "" : progress.ending() + " Train goes on from here.";
        if (!sentence.equals(element.textContent)) {
            element.textContent = sentence;
            element.hidden = sentence.isEmpty();
        }
    }

    @Override
    public void died(String sentence) {
        element.hidden = true;
    }
}
