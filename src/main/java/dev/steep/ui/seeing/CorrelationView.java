package dev.steep.ui.seeing;

import dev.steep.catalog.Numbers;
import dev.steep.picture.Scale;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.CorrelationLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.SampleTable;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.stream.IntStream;

/** How strongly each column goes with each other: Pearson's correlation, from −1 to 1, each number on its colour. */
public final class CorrelationView extends DataPage {
    public static final View VIEW = View.of(
                    "correlation",
                    "Correlation",
                    "Pearson's correlation of each column with each other, and with what is predicted.",
                    CorrelationView::new)
            .in("Data")
            .onlyFor("data of at least two columns", DataColumns::several)
            .savedAs(".correlation-table");

    private final HTMLSelectElement first = DataColumns.menu("First column");
    private final HTMLElement head;
    private final HTMLElement place = Html.of("div", "correlation-table")
            .attribute("role", "region")
            .attribute("aria-label", "Correlations")
            .attribute("tabindex", "0")
            .element();
    private final Roving roving = new Roving(place, ".correlation-cell");
    private final Lab lab;
    private final HTMLElement said = Html.of("p", "confusion-note").element();
    private final HTMLElement element;
    private List<String> names = List.of();

    CorrelationView(Lab lab) {
        super(lab, "correlation");
        this.lab = lab;
        first.addEventListener("change", event -> again());
        head = Html.of("div", "roc-head")
                .add(Html.of("span", "").text("From column"))
                .add(first)
                .element();
        element = Html.of("div", "correlation").add(head, place, said).element();
        Theme.onChange(place, this::redraw);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    void arrange(Report.Opened opened) {
        List<String> now = DataColumns.several(data()) ? DataColumns.withClasses(data()) : List.of();
        if (!now.equals(names)) {
            names = now;
            DataColumns.fill(first, names, 0);
            head.hidden = names.size() <= CorrelationLook.MOST;
        }
    }

    private int[] columns() {
        int count = Math.min(CorrelationLook.MOST, names.size());
        int skipped = data().classes().size() == 2 ? data().size() : -1; // of two classes, one says all
        int from = head.hidden ? 0 : Math.max(0, Math.min(first.selectedIndex, names.size() - count));
        return IntStream.range(from, from + count)
                .filter(column -> column != skipped)
                .toArray();
    }

    private CorrelationLook look() {
        return new CorrelationLook(columns(), SampleTable.ANY);
    }

    @Override
    List<Look> looks() {
        return names.isEmpty() ? List.of() : List.of(look());
    }

    @Override
    void announce() {
        Html.shows(place, "correlation", look());
    }

    @Override
    void draw(Report.Picture picture) {
        float[] numbers = picture.numbers().get(0);
        int[] columns = columns();
        int width = columns.length;
        Html.clear(place);
        if (numbers.length != 1 + width * width) {
            said.textContent = "";
            return;
        }
        Scale scale = Scale.signed(1, Theme.dark());
        Html top = Html.of("tr", "").add(Html.of("td", ""));
        for (int column : columns) {
            top.add(Html.of("th", "")
                    .attribute("scope", "col")
                    .add(Html.of("span", "").text(names.get(column))));
        }
        Html body = Html.of("tbody", "");
        for (int i = 0; i < width; i++) {
            Html row = Html.of("tr", "")
                    .add(Html.of("th", "").attribute("scope", "row").text(names.get(columns[i])));
            for (int j = 0; j < width; j++) {
                row.add(cell(columns[i], columns[j], numbers[1 + i * width + j], scale));
            }
            body.add(row);
        }
        place.appendChild(Html.of("table", "number-table")
                .add(Html.of("caption", "visually-hidden").text("Correlation of each column with each other"))
                .add(Html.of("thead", "").add(top), body)
                .element());
        roving.refresh();
        said.textContent = "Pearson's correlation over " + Numbers.count((int) numbers[0], "sample")
                + "; – where a column never changes. A number that is pressed shows both columns against each other.";
    }

    private Html cell(int up, int across, float value, Scale scale) {
        String text = Float.isNaN(value) ? "–" : Figures.fixed(value, 2);
        Html cell = Html.of("td", "");
        int plotted = Math.min(DataColumns.MOST, DataColumns.names(data()).size());
        if (up == across || up >= plotted || across >= plotted) {
            cell.text(text);
        } else {
            String pair = names.get(up) + " with " + names.get(across);
            cell.add(Html.button("correlation-cell", text, () -> lab.pair(up, across))
                    .attribute("title", pair + ": " + (Float.isNaN(value) ? text : Figures.fixed(value, 4)))
                    .attribute("aria-label", text + ", " + pair));
        }
        if (!Float.isNaN(value)) {
            scale.paint(value, (background, colour) -> {
                cell.element().style.setProperty("background-color", background);
                cell.element().style.setProperty("color", colour);
            });
        }
        return cell;
    }
}
