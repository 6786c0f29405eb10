package dev.steep.ui.element;

import dev.steep.picture.NumberGrid;
import dev.steep.picture.Scale;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Numbers of one tile and channel in a table, or of a part of it, each on its colour. */
public final class NumberTable {
    /** Rows and columns from a corner on, as many as there are. */
    public record Part(int top, int left, int rows, int columns) {}

    private final NumberGrid grid;
    private final Part part;
    private final int tile;
    private final int channel;
    private final HTMLElement[][] cells;
    private final HTMLElement element;
    private HTMLElement marked = Html.of("td", "").element();

    public NumberTable(NumberGrid grid, int tile, int channel, Part part) {
        this.grid = grid;
        this.tile = tile;
        this.channel = channel;
        this.part = part;
        int height = Math.min(part.rows(), grid.rows().length() - part.top());
        int width = Math.min(part.columns(), grid.columns().length() - part.left());
        cells = new HTMLElement[height][width];
        Html head = Html.of("tr", "").add(corner());
        boolean plain = grid.columns().name().isEmpty();
        for (int column = 0; !plain && column < width; column++) {
            head.add(heading("col", grid.columns().label(part.left() + column)));
        }
        Html body = Html.of("tbody", "");
        for (int row = 0; row < height; row++) {
            Html line = Html.of("tr", "").add(heading("row", grid.rows().label(part.top() + row)));
            for (int column = 0; column < width; column++) {
                cells[row][column] = Html.of("td", "").element();
                line.add(cells[row][column]);
            }
            body.add(line);
        }
        element = Html.of("table", "number-table" + (plain ? " one-column" : ""))
                .add(Html.of("thead", "").add(head), body)
                .element();
    }

    public HTMLElement element() {
        return element;
    }

    /** Shows the grid's numbers. */
    public void draw(float[] numbers, Scale scale) {
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                int index = grid.index(tile, channel, part.top() + row, part.left() + column);
                if (index >= 0) {
                    draw(cells[row][column], numbers[index], scale);
                }
            }
        }
    }

    private static void draw(HTMLElement cell, float number, Scale scale) {
        String text = Figures.of(number);
        if (!text.equals(cell.textContent)) {
            cell.textContent = text;
        }
        scale.paint(number, (background, colour) -> {
            cell.style.setProperty("background-color", background);
            cell.style.setProperty("color", colour);
        });
    }

    /** Marks the number at a place of the grid, if it is in this part, and no other. */
    void mark(int row, int column) {
        marked.classList.remove("picked");
        if (row >= part.top() && row < part.top() + cells.length && column >= part.left()) {
            HTMLElement[] line = cells[row - part.top()];
            if (column - part.left() < line.length) {
                marked = line[column - part.left()];
                marked.classList.add("picked");
                Html.scrollIntoView(marked);
            }
        }
    }

    /** Tells the row and the column of the grid whose number is pressed. */
    void onPress(BiConsumer<Integer, Integer> action) {
        element.classList.add("to-press");
        element.addEventListener("click", event -> {
            Element cell = ((Element) event.target).closest("tbody td");
            for (int row = 0; cell != null && row < cells.length; row++) {
                int column = Arrays.asList(cells[row]).indexOf(cell);
                if (column >= 0) {
                    action.accept(part.top() + row, part.left() + column);
                }
            }
        });
    }

    /** Says what goes down and what goes across. */
    private Html corner() {
        String down = grid.rows().name();
        String across = grid.columns().name();
        boolean both = !across.isEmpty() && !across.equals("+");
        return Html.of("td", "").text((both ? across + " →\n" : "") + (down.isEmpty() ? "" : down + " ↓"));
    }

    private static Html heading(String scope, String text) {
        return Html.of("th", "").attribute("scope", scope).text(text);
    }
}
