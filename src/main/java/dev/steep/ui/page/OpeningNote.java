package dev.steep.ui.page;

import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;

/** Says that the experiment is being prepared. The style sheet shows it after a moment, so that quick ones do not flash. */
public final class OpeningNote implements Lab.Listener {
    private final HTMLElement element = Html.of("p", "opening-note")
            .attribute("role", "status")
            .text("Preparing the samples and the network…")
            .element();

    public OpeningNote(Lab lab) {
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        element.hidden = false;
    }

    @Override
    public void opened(Report.Opened opened) {
        element.hidden = true;
    }

    @Override
    public void told(String sentence, boolean trouble) {
        element.hidden = element.hidden || trouble;
    }
}
