package dev.steep.ui.descent;

import dev.steep.descent.Path;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** The numbers of a path in a table, which is only made while it is open. */
final class DescentNumbers {
    private final HTMLElement body =
            Html.of("div", "descent-numbers").attribute("tabindex", "0").element();
    private final HTMLElement element;
    private Optional<Path> path = Optional.empty();

    DescentNumbers() {
        element = Html.of("details", "descent-more")
                .add(Html.of("summary", "").text("Numbers of each step"))
                .add(body)
                .on("toggle", event -> draw())
                .element();
    }

    HTMLElement element() {
        return element;
    }

    /** Shows another path. */
    void show(Path other) {
        path = Optional.of(other);
        draw();
    }

    private void draw() {
        Html.clear(body);
        if (element.hasAttribute("open")) {
            path.ifPresent(each -> body.appendChild(table(each)));
        }
    }

    private static HTMLElement table(Path path) {
        Html head = Html.of("tr", "").add(heading("col", "Step"));
        path.surface().labels().forEach(name -> head.add(heading("col", name)));
        path.surface().labels().forEach(name -> head.add(heading("col", "∂l/∂" + name)));
        head.add(heading("col", "Loss"));
        Html rows = Html.of("tbody", "");
        for (int i = 0; i <= path.steps(); i++) {
            Path.Place place = path.at(i);
            Html row = Html.of("tr", "").add(heading("row", "" + i));
            numbers(row, place.weights());
            numbers(row, place.gradient());
            numbers(row, new double[] {place.loss()});
            rows.add(row);
        }
        return Html.of("table", "race-table")
                .add(Html.of("thead", "").add(head), rows)
                .element();
    }

    private static void numbers(Html row, double[] numbers) {
        for (double number : numbers) {
            row.add(Html.of("td", "").text(Figures.of(number)));
        }
    }

    private static Html heading(String scope, String text) {
        return Html.of("th", "").attribute("scope", scope).text(text);
    }
}
