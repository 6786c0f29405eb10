package dev.steep.ui.data;

import dev.steep.catalog.Numbers;
import dev.steep.catalog.Term;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.ui.element.Glossary;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.List;

/** How many samples train, validate and test, as a bar. */
final class SplitBar implements Lab.Listener {
    private static final List<String> WORDS = List.of("train", "val", "test");

    private final HTMLElement bar =
            Html.of("div", "split-bar").attribute("aria-hidden", "true").element();
    private final HTMLElement counts = Html.of("div", "split-counts").element();
    private final HTMLElement element = Html.of("div", "split").add(bar, counts).element();

    SplitBar(Lab lab) {
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        Html.clear(bar);
        Html.clear(counts);
        for (DataPart part : DataPart.values()) {
            int count = opened.data().parts()[part.ordinal()];
            HTMLElement piece =
                    Html.of("i", "split-" + WORDS.get(part.ordinal())).element();
            piece.style.setProperty("flex-grow", "" + count);
            bar.appendChild(piece);
            Html words = Html.of("span", count == 0 ? "none" : "").text(Numbers.grouped(count) + " ");
            String word = WORDS.get(part.ordinal());
            words.add(
                    part == DataPart.VALIDATION
                            ? Glossary.word(Term.VALIDATION, word)
                            : Html.of("span", "").text(word).element());
            counts.appendChild(words.element());
        }
    }
}
