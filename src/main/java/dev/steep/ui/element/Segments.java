package dev.steep.ui.element;

import dev.steep.catalog.Term;
import elemental2.dom.HTMLElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
            explain(button, titles.apply(word));
            buttons.put(word, button);
            element.appendChild(button);
        }
    }

    /** A word of the glossary is marked, and says what it means; pressed by a finger too. */
    private static void explain(HTMLElement button, String title) {
        List<Term.Piece> pieces = Term.in(title);
        if (pieces.size() == 1) {
            pieces.get(0).term().ifPresent(term -> {
                button.classList.add("explained");
                Glossary.explain(button, term);
                button.addEventListener("click", event -> button.focus()); // phones do not give it the focus
            });
        }
    }

    public HTMLElement element() {
        return element;
    }

    /** Offers only some of the words. */
    public void offer(Predicate<String> some) {
        buttons.forEach((each, button) -> button.hidden = !some.test(each));
    }

    /** Presses a word; none, if it is not among them. */
    public void show(String word) {
        buttons.forEach((each, button) -> button.setAttribute("aria-pressed", "" + each.equals(word)));
    }
}
