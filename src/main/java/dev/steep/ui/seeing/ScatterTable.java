package dev.steep.ui.seeing;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.PointsLook;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.List;

/** The points of a scatter plot as a table, for those who want the numbers. */
final class ScatterTable {
    private static final int MOST = 500;

    private final HTMLElement place = Html.of("div", "roc-tables")
            .attribute("role", "group")
            .attribute("aria-label", "Points as a table")
            .attribute("tabindex", "0")
            .element();
    private final HTMLElement button = Html.button("chart-log", "table", this::turn)
            .attribute("aria-pressed", "false")
            .attribute("title", "The points as a table")
            .element();
    private Runnable fill = () -> {};

    ScatterTable() {
        place.hidden = true;
    }

    HTMLElement element() {
        return place;
    }

    HTMLElement button() {
        return button;
    }

    private void turn() {
        place.hidden = !place.hidden;
        button.setAttribute("aria-pressed", "" + !place.hidden);
        fill.run();
    }

    void show(DataFacts data, float[] numbers, int[] columns, List<String> names) {
        fill = () -> fill(data, numbers, columns, names);
        fill.run();
    }

    private void fill(DataFacts data, float[] numbers, int[] columns, List<String> names) {
        Html.clear(place);
        if (place.hidden) {
            return;
        }
        int width = PointsLook.FIELDS + columns.length;
        Html head = Html.of("tr", "").add(column("sample"), column("part"), column(SamplePage.target(data)));
        for (int each : columns) {
            head.add(column(names.get(each)));
        }
        Html body = Html.of("tbody", "");
        for (int i = 0; i < MOST && 1 + (i + 1) * width <= numbers.length; i++) {
            int at = 1 + i * width;
            Html row = Html.of("tr", "")
                    .add(cell("" + (int) numbers[at]))
                    .add(cell(SamplesView.part((int) numbers[at + 1])))
                    .add(cell(AnswerText.of(data, numbers[at + 2])));
            for (int k = 0; k < columns.length; k++) {
                row.add(cell(Figures.of(numbers[at + PointsLook.FIELDS + k])));
            }
            body.add(row);
        }
        boolean cut = (numbers.length - 1) / width > MOST;
        place.appendChild(Html.of("table", "")
                .add(Html.of("caption", "").text(cut ? "The first " + MOST + " of these samples" : "These samples"))
                .add(Html.of("thead", "").add(head), body)
                .element());
    }

    private static Html column(String name) {
        return Html.of("th", "").attribute("scope", "col").text(name);
    }

    private static Html cell(String text) {
        return Html.of("td", "").text(text);
    }
}
