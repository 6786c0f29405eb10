package dev.steep.ui.prediction;

import dev.steep.protocol.DataFacts;
import dev.steep.ui.data.SampleEditor;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;

/** What can be done with the sample that was pressed among predictions: give it the right label, or leave it out. */
final class ChosenBar {
    private final SampleEditor editor;
    private final HTMLElement words = Html.of("span", "").element();
    private final HTMLElement element = Html.of("div", "chosen-bar")
            .attribute("role", "group")
            .attribute("aria-label", "The sample that was pressed")
            .element();

    ChosenBar(Lab lab) {
        editor = new SampleEditor(lab);
        element.appendChild(words);
        element.appendChild(editor.element());
        element.hidden = true;
    }

    HTMLElement element() {
        return element;
    }

    void opened(DataFacts data) {
        editor.opened(data);
        hide();
    }

    void hide() {
        element.hidden = true;
    }

    void show(int row, double truth) {
        words.textContent = "sample " + row + " is";
        editor.show(row, truth);
        element.hidden = false;
    }
}
