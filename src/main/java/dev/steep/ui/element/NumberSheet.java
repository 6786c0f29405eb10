package dev.steep.ui.element;

import dev.steep.catalog.Numbers;
import dev.steep.picture.Scale;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import jsinterop.base.Js;

/**
 * A small table of numbers that a person may change, each on its colour. One stop of the Tab key; arrow keys go from number to number.
 * What is no number is marked, and the number before it counts on.
 */
public final class NumberSheet {
    private final int columns;
    private final float[] values;
    private final HTMLInputElement[] cells;
    private final HTMLElement element;

    /**
     * @param name of the table, for those who cannot see where it stands
     * @param changed called after each change by a person
     */
    public NumberSheet(String name, int rows, int columns, Runnable changed) {
        this.columns = columns;
        values = new float[rows * columns];
        cells = new HTMLInputElement[values.length];
        Html body = Html.of("tbody", "");
        for (int row = 0; row < rows; row++) {
            Html line = Html.of("tr", "");
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                cells[at] = Js.uncheckedCast(Html.of("input", "sheet-number")
                        .attribute("type", "text")
                        .attribute("inputmode", "decimal")
                        .attribute("autocomplete", "off")
                        .attribute("aria-label", name + ", row " + (row + 1) + ", column " + (column + 1))
                        .on("input", event -> typed(at, changed))
                        .on("focus", event -> cells[at].select())
                        .on("blur", event -> show(at))
                        .element());
                line.add(Html.of("td", "").add(cells[at]));
            }
            body.add(line);
        }
        element = Html.of("table", "number-table number-sheet")
                .add(Html.of("caption", "").text(name))
                .add(body)
                .element();
        new Roving(element, "input").refresh();
    }

    public HTMLElement element() {
        return element;
    }

    /** The numbers, row by row. */
    public float[] values() {
        return values.clone();
    }

    /** Other numbers, as many. */
    public void set(float[] others) {
        System.arraycopy(others, 0, values, 0, values.length);
        for (int i = 0; i < cells.length; i++) {
            show(i);
        }
    }

    private void show(int at) {
        cells[at].value = Numbers.write(values[at]);
        cells[at].removeAttribute("aria-invalid");
    }

    private void typed(int at, Runnable changed) {
        double number = Numbers.read(cells[at].value.replace('−', '-').replace(',', '.'));
        boolean good = !Double.isNaN(number) && Math.abs(number) < 1e6;
        if (good) {
            cells[at].removeAttribute("aria-invalid");
            values[at] = (float) number;
            changed.run();
        } else {
            cells[at].setAttribute("aria-invalid", "true");
        }
    }

    /** Colours the numbers, and marks those in some rows and columns. */
    public void draw(Scale scale, int[] underRows, int[] underColumns) {
        for (int i = 0; i < cells.length; i++) {
            HTMLInputElement cell = cells[i];
            scale.paint(values[i], (background, text) -> {
                cell.style.setProperty("background-color", background);
                cell.style.setProperty("color", text);
            });
            cell.classList.toggle("picked", holds(underRows, i / columns) && holds(underColumns, i % columns));
        }
    }

    private static boolean holds(int[] places, int place) {
        for (int each : places) {
            if (each == place) {
                return true;
            }
        }
        return false;
    }
}
