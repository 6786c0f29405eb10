package dev.steep.ui.data;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.protocol.TableFacts;
import dev.steep.recipe.TableChoice;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import jsinterop.base.Js;

/** How many rows of a large table are used, with the memory that they take, and which; of other tables nothing is seen. */
final class RowsLine {
    /** A table of so many rows fits anywhere. */
    private static final int FEW = 20_000;

    /** Where a cell begins, its number, and the sample's. */
    private static final int BYTES = 16;

    private final Lab lab;
    private final ColumnChoices choices;
    private final HTMLInputElement input;
    private final HTMLElement of = Html.of("span", "").element();
    private final HTMLElement other;
    private final HTMLElement all;
    private final HTMLElement element;
    private int width;
    private int total;

    RowsLine(Lab lab, ColumnChoices choices) {
        this.lab = lab;
        this.choices = choices;
        input = Js.uncheckedCast(Html.of("input", "form-control form-control-sm")
                .attribute("type", "number")
                .attribute("min", "10")
                .attribute("step", "any")
                .attribute("aria-label", "Rows that are used")
                .element());
        input.addEventListener("input", event -> about());
        input.addEventListener("change", event -> {
            long rows = Math.round(Numbers.read(input.value));
            choices.read("rows", rows > 0 && rows < total ? "" + Math.max(10, rows) : "none");
        });
        other = Html.button(
                        "btn btn-link", "Other rows", () -> choices.read("draw", "" + (TableChoice.draw(data()) + 1)))
                .attribute("title", "Chooses as many rows anew, as the link will")
                .element();
        all = Html.button("btn btn-link", "As many as fit", () -> choices.read("rows", "none"))
                .element();
        element = Html.of("div", "sheet-rows")
                .add(Html.of("span", "").text("Rows chosen at random"))
                .add(input, of, other, all)
                .element();
    }

    HTMLElement element() {
        return element;
    }

    private Choice data() {
        return lab.recipe().data();
    }

    void show(TableFacts table) {
        boolean asked = TableChoice.rows(data()).isPresent();
        element.hidden = !asked && table.total() == table.rows() && table.rows() < FEW;
        width = table.width();
        total = table.total();
        input.value = "" + table.rows();
        other.hidden = table.total() == table.rows();
        all.hidden = !asked;
        about();
    }

    private void about() {
        of.textContent = "of " + Numbers.grouped(total) + memory(Numbers.read(input.value), width);
    }

    /** {@code , about 32 MB of memory}. */
    static String memory(double rows, int columns) {
        return rows > 0 ? ", about " + Numbers.bytes(rows * columns * BYTES) + " of memory" : "";
    }
}
