package dev.steep.ui.inside;

import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;

/** How long each parameter, its gradient and its last change are, and the change over the parameter on one scale. */
public final class NormsView extends TensorPage {
    public static final View VIEW = View.of(
                    "norms",
                    "Norms",
                    "How large each parameter, its gradient and its last change are, and how fast it changes for its size.",
                    NormsView::new)
            .in("Inside");

    private static final String NORMS = "norm";
    private static final String MEAN_SQUARES = "root mean square";

    private final Lab lab;
    private final HTMLElement rows =
            Html.of("tbody", "").attribute("role", "rowgroup").element();
    private final HTMLElement empty = Html.of("p", "histogram-empty").element();
    private final HTMLElement moment = Html.of("p", "norms-moment").element();
    private final HTMLElement table;
    private final HTMLElement element;
    private final List<NormsRow> shown = new ArrayList<>();
    private boolean meanSquares;

    NormsView(Lab lab) {
        super(lab, "norms");
        this.lab = lab;
        Segments measure = new Segments(List.of(NORMS, MEAN_SQUARES), word -> word, word -> {
            meanSquares = word.equals(MEAN_SQUARES);
            shown.forEach(each -> each.redraw(meanSquares));
        });
        measure.show(NORMS);
        table = table();
        element = Html.of("div", "norms")
                .add(Html.of("div", "histogram-bar").add(measure.element()))
                .add(
                        Html.of("p", "histogram-about")
                                .text(
                                        "The norm is the root of the sum of squares; the root mean square does not grow with the number of"
                                                + " weights. As a rule of thumb, one step changes a parameter by about a thousandth of its size"
                                                + " (1e-3, marked): much less learns slowly, much more jumps (Karpathy, CS231n)."))
                .add(empty, moment, table)
                .element();
    }

    private HTMLElement table() {
        Html head = Html.of("tr", "").attribute("role", "row");
        for (String name : List.of("Parameter", "Weight", "Gradient", "Change")) {
            head.add(column(name));
        }
        head.add(column("Change / weight")
                .add(Html.of("span", "norms-scale")
                        .attribute("aria-hidden", "true")
                        .add(
                                Html.of("span", "").text("1e-6"),
                                Html.of("span", "").text("1e-3"),
                                Html.of("span", "").text("1"))));
        return Html.of("table", "norms-table")
                .attribute("role", "table")
                .attribute("aria-label", "Norms of all parameters")
                .add(Html.of("thead", "").attribute("role", "rowgroup").add(head))
                .add(rows)
                .element();
    }

    private static Html column(String name) {
        return Html.of("th", "")
                .attribute("role", "columnheader")
                .attribute("scope", "col")
                .text(name);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    void named(List<TensorFacts> tensors) {
        Html.clear(rows);
        shown.clear();
        tensors.stream().filter(each -> each.role().equals("parameter")).forEach(each -> {
            NormsRow row = new NormsRow(each);
            shown.add(row);
            rows.appendChild(row.element());
        });
        empty.textContent = !shown.isEmpty()
                ? ""
                : tensors.isEmpty()
                        ? "There is nothing inside yet. " + HistogramsView.fault(lab)
                        : "No layer of this network has weights.";
        empty.hidden = !shown.isEmpty();
        table.hidden = shown.isEmpty();
        moment.textContent = "";
    }

    @Override
    List<Look> looks() {
        return List.copyOf(shown.stream().map(NormsRow::look).toList());
    }

    @Override
    void draw(Report.Picture picture) {
        for (int i = 0; i < shown.size() && i < picture.numbers().size(); i++) {
            shown.get(i).draw(picture.numbers().get(i), meanSquares);
        }
        moment.textContent = picture.moment().step() == 0
                ? "Gradients and changes are there after the first step. Press Train or Step."
                : "epoch " + picture.moment().epoch() + ", step "
                        + picture.moment().step();
    }
}
