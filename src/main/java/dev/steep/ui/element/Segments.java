package dev.steep.ui.element;

import elemental2.dom.HTMLElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A row of words, one of which is pressed. */
public final class Segments {
    private final HTMLElement element =
            Html.of("div", "segments").attribute("role", "group").element();
    private final Map<String, HTMLElement> buttons = new LinkedHashMap<>();

    /** @param titles how a word is shown */
    public Segments(List<String> words, UnaryOperator<String> titles, Consumer<String> pick) {
        for (String word : words) {
            HTMLElement button = Html.button("segment", titles.apply(word), () -> {
                        show(word);
                        pick.accept(word);
                    })
                    .attribute("data-word", word)
                    .element();
            buttons.put(word, button);
            element.appendChild(button);
        }
    }

    public HTMLElement element() {
        return element;
    }

    /** Presses a word; none, if it is not among them. */
    public void show(String word) {
        buttons.forEach((each, button) -> button.setAttribute("aria-pressed", "" + each.equals(word)));
    }
}
