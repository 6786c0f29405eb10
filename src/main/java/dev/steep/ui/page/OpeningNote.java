package dev.steep.ui.page;

import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import jsinterop.base.Js;

/**
 * Says that the experiment is being prepared, how far its data are, and lets it be stopped. The style sheet shows it after a moment,
 * so that quick ones do not flash.
 */
public final class OpeningNote implements Lab.Listener {
    private static final String PREPARING = "Preparing the samples and the network…";

    private final HTMLElement sentence =
            Html.of("span", "").attribute("role", "status").text(PREPARING).element();
    private final HTMLElement bar = Html.of("progress", "opening-bar")
            .attribute("max", "1")
            .attribute("aria-label", "How far the data are")
            .attribute("hidden", "")
            .element();
    private final HTMLElement element;

    public OpeningNote(Lab lab) {
        element = Html.of("div", "opening-note")
                .add(sentence, bar)
                .add(Html.button("btn bar-button opening-cancel", "Cancel", lab::cancel)
                        .attribute("title", "Go on with what was open before (Escape)"))
                .element();
        DomGlobal.document.addEventListener("keydown", event -> {
            KeyboardEvent press = Js.uncheckedCast(event);
            boolean dialog = DomGlobal.document.querySelector("dialog[open]") != null;
            if (press.key.equals("Escape") && !element.hidden && !dialog && !event.defaultPrevented) {
                event.preventDefault();
                lab.cancel();
            }
        });
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        show(PREPARING);
        bar.hidden = true;
    }

    @Override
    public void loading(String words, double share) {
        show(words + "…");
        bar.hidden = false;
        bar.setAttribute("value", "" + share);
    }

    private void show(String words) {
        sentence.textContent = words;
        element.hidden = false;
    }

    @Override
    public void loaded() {
        element.hidden = true;
    }

    @Override
    public void opened(Report.Opened opened) {
        element.hidden = true;
    }

    @Override
    public void told(String words, boolean trouble) {
        element.hidden = element.hidden || trouble;
    }
}
