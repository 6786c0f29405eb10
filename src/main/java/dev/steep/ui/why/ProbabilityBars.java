package dev.steep.ui.why;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.Explained;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;

/** The probabilities of all classes as bars, and the answer as a sentence. */
final class ProbabilityBars {
    private final HTMLElement answer =
            Html.of("p", "why-said").attribute("aria-live", "polite").element();
    private final HTMLElement bars = Html.of("div", "bars pad-bars").element();
    private final HTMLElement element = Html.of("div", "").add(answer, bars).element();
    private final List<Bar> rows = new ArrayList<>();
    private DataFacts data = DataFacts.NONE;

    private record Bar(HTMLElement row, HTMLElement fill, HTMLElement figure) {}

    HTMLElement element() {
        return element;
    }

    /** Data with other classes are open. */
    void opened(DataFacts facts) {
        data = facts;
        Html.clear(bars);
        rows.clear();
        for (String name : data.askedClasses()) {
            Html fill = Html.of("span", "bar-fill");
            Html figure = Html.of("span", "bar-figure");
            HTMLElement row = Html.of("div", "bar-row")
                    .add(Html.of("span", "bar-name").text(name).attribute("title", name))
                    .add(Html.of("span", "bar-track").add(fill), figure)
                    .element();
            bars.appendChild(row);
            rows.add(new Bar(row, fill.element(), figure.element()));
        }
    }

    /** Shows an answer; an empty one where there is none. */
    void show(float[] outputs) {
        int said = said(outputs);
        answer.textContent = outputs.length == 0
                ? "says nothing yet"
                : "says " + AnswerText.of(data, said) + ", "
                        + Figures.probability(Explained.probability(outputs, 0, outputs.length, said));
        for (int i = 0; i < rows.size(); i++) {
            boolean there = outputs.length > 1 ? i < outputs.length : outputs.length == 1 && rows.size() == 2;
            float share = there ? Explained.probability(outputs, 0, outputs.length, i) : 0;
            Bar bar = rows.get(i);
            bar.row.classList.toggle("best", there && i == said);
            bar.fill.style.setProperty("width", Figures.fixed(100 * Math.max(0, Math.min(1, share)), 1) + "%");
            bar.figure.textContent = there ? Figures.probability(share) : "";
        }
    }

    private static int said(float[] outputs) {
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        return outputs.length == 1 && outputs[0] > 0.5f ? 1 : best;
    }
}
