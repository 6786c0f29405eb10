package dev.steep.ui.element;

import dev.steep.catalog.Numbers;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.Scale;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import elemental2.dom.KeyboardEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/**
 * A tensor's numbers: each of its kernels, maps or draws to choose from, the scale, and the numbers of the chosen one in a table. A
 * large matrix is seen whole as a picture, and a part of it in the table.
 */
public final class GridPanel {
    /** About how wide a tile to choose is, in page pixels. */
    private static final int TILE = 48;

    /** More tiles than so many are chosen from a list. */
    private static final int MOST_TILES = 64;

    /** More rows and columns than these are shown in parts. */
    private static final int ROWS = 40;

    private static final int COLUMNS = 32;

    /** How wide and high the picture of a large matrix may be. */
    private static final int WHOLE = 320;

    /** Is told which number a person looks at: by mouse, finger, or arrow keys. */
    public interface Picked {
        void at(int tile, int row, int column);
    }

    private record Tile(HTMLElement button, PixelCanvas canvas) {}

    private final HTMLElement tiles =
            Html.of("div", "grid-tiles").attribute("role", "group").element();
    private final Roving roving = new Roving(tiles, ".grid-tile");
    private final HTMLSelectElement tileMenu = menu("Tile");
    private final HTMLSelectElement channels = menu("Channel");
    private final HTMLElement place = Html.of("span", "grid-place").element();
    private final ScaleLegend scale = new ScaleLegend();
    private final HTMLElement beyond = Html.of("p", "grid-note").element();
    private final HTMLElement whole = Html.of("div", "grid-whole").element();
    private final HTMLElement pages =
            Html.of("div", "grid-pages").attribute("role", "group").element();
    private final HTMLElement pageWords = Html.of("span", "").element();
    private final HTMLElement body = Html.of("div", "grid-table")
            .attribute("tabindex", "0")
            .attribute("role", "region")
            .attribute("aria-label", "Numbers")
            .element();
    private final HTMLElement element;
    private final List<Tile> choice = new ArrayList<>();
    private Optional<NumberGrid> grid = Optional.empty();
    private Optional<NumberTable> table = Optional.empty();
    private Optional<PixelCanvas> overview = Optional.empty();
    private Optional<Picked> picked = Optional.empty();
    private float[] numbers = new float[0];
    private int row;
    private int column;
    private Optional<Scale> colours = Optional.empty();
    private int tile;
    private int channel;
    private int top;
    private int left;

    public GridPanel() {
        tileMenu.addEventListener("change", event -> {
            tile = tileMenu.selectedIndex;
            again();
        });
        channels.addEventListener("change", event -> {
            channel = channels.selectedIndex;
            again();
        });
        pages.append(
                page("↑", "Rows above", -1, 0),
                page("↓", "Rows below", 1, 0),
                page("←", "Columns to the left", 0, -1),
                page("→", "Columns to the right", 0, 1),
                pageWords);
        pages.setAttribute("aria-label", "Which part of the table");
        element = Html.of("div", "grid-panel")
                .add(tiles)
                .add(Html.of("div", "grid-bar").add(place, tileMenu, channels, scale.element()))
                .add(beyond, whole, pages, body)
                .element();
        body.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
        clear();
    }

    private static HTMLSelectElement menu(String label) {
        return (HTMLSelectElement)
                Html.of("select", "form-select").attribute("aria-label", label).element();
    }

    private HTMLElement page(String sign, String label, int down, int across) {
        return Html.button("grid-page", sign, () -> {
                    top += down * ROWS;
                    left += across * COLUMNS;
                    again();
                })
                .attribute("aria-label", label)
                .attribute("title", label)
                .element();
    }

    public HTMLElement element() {
        return element;
    }

    /** What holds the table: it says which numbers these are. */
    public HTMLElement body() {
        return body;
    }

    /** Has one number of the table marked at any time, and tells which. */
    public void picks(Optional<Picked> action) {
        picked = action;
    }

    /** Goes to the next number, row by row; after the last comes the first. */
    public void next() {
        grid.ifPresent(of -> {
            int width = of.columns().length();
            int place = (row * width + column + 1) % (of.rows().length() * width);
            pick(place / width, place % width);
        });
    }

    private void pick(int otherRow, int otherColumn) {
        grid.ifPresent(of -> {
            row = Math.max(0, Math.min(otherRow, of.rows().length() - 1));
            column = Math.max(0, Math.min(otherColumn, of.columns().length() - 1));
            boolean seen = row >= top && row < top + ROWS && column >= left && column < left + COLUMNS;
            if (!seen) {
                top = row / ROWS * ROWS;
                left = column / COLUMNS * COLUMNS;
                again();
            }
            tell();
        });
    }

    private void tell() {
        picked.ifPresent(action -> {
            table.ifPresent(each -> each.mark(row, column));
            action.at(tile, row, column);
        });
    }

    private void key(KeyboardEvent press) {
        boolean plain = !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey;
        int down = press.key.equals("ArrowDown") ? 1 : press.key.equals("ArrowUp") ? -1 : 0;
        int across = press.key.equals("ArrowRight") ? 1 : press.key.equals("ArrowLeft") ? -1 : 0;
        if (picked.isPresent() && plain && (down != 0 || across != 0)) {
            press.preventDefault();
            pick(row + down, column + across);
        }
    }

    /** Another tensor, from its first tile on; its numbers are still to come. */
    public void open(NumberGrid other) {
        grid = Optional.of(other);
        tile = 0;
        channel = 0;
        top = 0;
        left = 0;
        row = 0;
        column = 0;
        clear();
        choices(other);
        again();
    }

    /** There are no numbers. */
    public void clear() {
        numbers = new float[0];
        colours = Optional.empty();
        body.hidden = true;
        beyond.hidden = true;
        whole.hidden = true;
        pages.hidden = true;
        scale.clear();
        choice.forEach(each -> each.canvas().clear());
    }

    /** Shows numbers, as many as the grid has. */
    public void draw(float[] other, Scale scaled) {
        numbers = other;
        colours = Optional.of(scaled);
        grid.ifPresent(of -> draw(of, scaled));
    }

    private void draw(NumberGrid of, Scale scaled) {
        body.hidden = false;
        scale.show(scaled);
        table.ifPresent(each -> each.draw(numbers, scaled));
        for (int i = 0; i < choice.size(); i++) {
            choice.get(i).canvas().draw(of.pixels(i, channel, numbers, scaled));
        }
        overview.ifPresent(each -> each.draw(of.pixels(tile, channel, numbers, scaled)));
        whole.hidden = overview.isEmpty();
        pages.hidden = overview.isEmpty();
        int outside = 0;
        for (float number : numbers) {
            outside += number < scaled.low() || number > scaled.high() ? 1 : 0;
        }
        beyond.hidden = outside == 0;
        beyond.textContent = Numbers.grouped(outside) + (outside == 1 ? " number lies" : " numbers lie")
                + " beyond the ends of the scale and " + (outside == 1 ? "has its" : "have their") + " last colour.";
    }

    private void choices(NumberGrid of) {
        tiles.textContent = "";
        choice.clear();
        int count = of.tiles().length();
        String name = of.tiles().name();
        boolean few = count > 1 && count <= MOST_TILES;
        tiles.hidden = !few;
        tiles.setAttribute("aria-label", "Which " + name);
        for (int i = 0; few && i < count; i++) {
            choice.add(tile(of, i));
            tiles.appendChild(choice.get(i).button());
        }
        roving.refresh();
        fill(tileMenu, of.tiles());
        tileMenu.hidden = count <= MOST_TILES;
        fill(channels, of.channels());
        channels.hidden = of.channels().length() < 2;
    }

    private static void fill(HTMLSelectElement menu, NumberGrid.Axis axis) {
        menu.textContent = "";
        for (int i = 0; i < axis.length(); i++) {
            menu.appendChild(Html.option(axis.name() + " " + axis.label(i)).element());
        }
    }

    private Tile tile(NumberGrid of, int which) {
        String name = of.tiles().name() + " " + of.tiles().label(which);
        int height = of.rows().length();
        int width = of.columns().length();
        PixelCanvas canvas = new PixelCanvas(width, height, Math.max(1, TILE / Math.max(width, height)), name);
        HTMLElement button = Html.button("grid-tile", "", () -> {
                    tile = which;
                    again();
                })
                .attribute("aria-label", name)
                .add(canvas.element())
                .add(Html.of("span", "").text(of.tiles().label(which)))
                .element();
        return new Tile(button, canvas);
    }

    /** Another tile, channel or part: a new table. */
    private void again() {
        grid.ifPresent(of -> {
            for (int i = 0; i < choice.size(); i++) {
                choice.get(i).button().setAttribute("aria-pressed", "" + (i == tile));
            }
            place.textContent =
                    choice.isEmpty() ? "" : of.tiles().name() + " " + of.tiles().label(tile);
            part(of);
            NumberTable next = new NumberTable(of, tile, channel, new NumberTable.Part(top, left, ROWS, COLUMNS));
            table = Optional.of(next);
            picked.ifPresent(action -> next.onPress(this::pick));
            body.textContent = "";
            body.appendChild(next.element());
            colours.ifPresent(scaled -> draw(of, scaled));
            tell();
        });
    }

    /** Keeps the part within the matrix, and shows where it is if there is more. */
    private void part(NumberGrid of) {
        int height = of.rows().length();
        int width = of.columns().length();
        top = Math.max(0, Math.min(top, height - ROWS));
        left = Math.max(0, Math.min(left, width - COLUMNS));
        boolean large = height > ROWS || width > COLUMNS;
        whole.textContent = "";
        overview = Optional.empty();
        if (large) {
            PixelCanvas canvas = new PixelCanvas(width, height, 1, "all of it");
            double zoom = Math.min(4, (double) WHOLE / Math.max(width, height));
            canvas.element().style.setProperty("width", Math.max(1, width * zoom) + "px");
            canvas.element().style.setProperty("height", Math.max(1, height * zoom) + "px");
            HTMLElement frame = Html.of("span", "grid-frame").element();
            frame.style.setProperty("left", percent(left, width));
            frame.style.setProperty("top", percent(top, height));
            frame.style.setProperty("width", percent(Math.min(COLUMNS, width), width));
            frame.style.setProperty("height", percent(Math.min(ROWS, height), height));
            whole.append(canvas.element(), frame);
            overview = Optional.of(canvas);
        }
        pageWords.textContent = "rows " + of.rows().label(top) + " to "
                + of.rows().label(Math.min(top + ROWS, height) - 1) + " of " + Numbers.grouped(height)
                + (width == 1
                        ? ""
                        : ", columns " + of.columns().label(left) + " to "
                                + of.columns().label(Math.min(left + COLUMNS, width) - 1) + " of "
                                + Numbers.grouped(width));
    }

    private static String percent(int part, int all) {
        return Figures.fixed(100.0 * part / all, 2) + "%";
    }
}
