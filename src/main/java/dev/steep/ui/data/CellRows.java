package dev.steep.ui.data;

import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.List;

/** Samples of a table as lines of cells, as they were written, under the names of their columns; scrolls within itself. */
final class CellRows {
    private CellRows() {}

    /** The names of the columns, what is predicted first. */
    static HTMLElement head(Report.Cells table) {
        Html head = Html.of("div", "cell-head").attribute("aria-hidden", "true");
        for (String name : table.names()) {
            head.add(Html.of("span", "").attribute("title", name).text(name));
        }
        return head.element();
    }

    /** Fills a line, which is a thing to press, with the cells of the i-th sample. */
    static void fill(HTMLElement line, Report.Cells table, int i) {
        int width = table.names().size();
        List<String> cells = table.cells().subList(i * width, (i + 1) * width);
        Html.clear(line);
        for (int k = 0; k < width; k++) {
            String cell = cells.get(k).isEmpty() ? "–" : cells.get(k);
            line.appendChild(Html.of(k == 0 ? "b" : "span", "")
                    .attribute("title", table.names().get(k) + " " + cell)
                    .text(cell)
                    .element());
        }
    }
}
