package dev.steep.ui.control;

import dev.steep.catalog.Domain;
import dev.steep.catalog.Pair;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.List;
import java.util.stream.Stream;

/** A height and a width: the usual squares side by side, and a field for any other, such as {@code 3x5}. */
final class PairControl implements KnobControl<Pair> {
    private final Domain.Sides domain;
    private final Edit<Pair> edit;
    private final HTMLInputElement field;
    private final Segments segments;
    private final HTMLElement element;
    private Pair pair = Pair.square(1);

    PairControl(Domain.Sides domain, Caption caption, Edit<Pair> edit) {
        this.domain = domain;
        this.edit = edit;
        field = caption.name((HTMLInputElement) Html.of("input", "knob-number")
                .attribute("type", "text")
                .attribute("autocomplete", "off")
                .element());
        field.addEventListener("change", event -> typed(field.value));
        field.addEventListener("focus", event -> field.select());
        List<String> squares = Stream.of(1, 2, 3, 5, 7)
                .filter(side -> side >= domain.low() && side <= domain.high())
                .map(side -> "" + side)
                .toList();
        segments = new Segments(squares, side -> side, this::typed);
        element = caption.over(field, caption.name(segments.element()));
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show(Pair value) {
        pair = value;
        field.value = value.height() + " × " + value.width();
        segments.show(value.toString());
    }

    private void typed(String text) {
        Remarks unsaid = new Remarks(); // the field shows what became of the text
        Phrase phrase = Phrase.read(text.replace("×", "x").replace(" ", ""), unsaid);
        Pair read = domain.read(phrase, pair, "", unsaid);
        boolean changed = !read.equals(pair);
        show(read);
        if (changed) {
            edit.to(read, false);
        }
    }
}
