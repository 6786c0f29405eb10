package dev.steep.ui.control;

import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One word of a list: side by side if they are few and short, else in a menu. */
public final class WordControl implements KnobControl<String> {
    private static final int MOST_SEGMENTS = 4;
    private static final int MOST_LETTERS = 22;

    private final Consumer<String> shower;
    private final HTMLElement element;

    /** @param titles how a word is shown */
    public WordControl(List<String> words, UnaryOperator<String> titles, Caption caption, Edit<String> edit) {
        boolean few = words.size() <= MOST_SEGMENTS; // of 10,000 words titles take a while
        if (few && words.stream().mapToInt(word -> titles.apply(word).length()).sum() <= MOST_LETTERS) {
            Segments segments = new Segments(words, titles, word -> edit.to(word, false));
            shower = segments::show;
            element = caption.above(caption.name(segments.element()));
        } else {
            HTMLSelectElement select = caption.name(select(words, titles));
            select.addEventListener("change", event -> edit.to(select.value, false));
            shower = word -> select.value = word;
            element = caption.above(select);
        }
    }

    /** A menu of words. */
    static HTMLSelectElement select(List<String> words, UnaryOperator<String> titles) {
        Html select = Html.of("select", "form-select form-select-sm");
        words.forEach(word -> select.add(Html.option(word, titles.apply(word))));
        return (HTMLSelectElement) select.element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(String value) {
        shower.accept(value);
    }
}
