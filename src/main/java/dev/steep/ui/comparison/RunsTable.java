package dev.steep.ui.comparison;

import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.NodeList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import jsinterop.base.Js;

/** The table of runs: a row for each, with what can be done with it. On a phone each row is a card. */
final class RunsTable {
    /** What a person does in it. */
    interface Actions {
        void draw(String run, boolean shown);

        void name(String run, String name);

        void open(String run);

        void delete(String run);
    }

    private static final String FOCUS = "data-focus";

    /** Longer names would not fit anywhere. */
    private static final int LONGEST = 60;

    private final Actions actions;
    private final HTMLElement head = Html.of("tr", "").element();
    private final HTMLElement body = Html.of("tbody", "").element();
    private final Roving roving = new Roving(body, ".run-button");
    private final HTMLElement element = Html.of("table", "runs-table")
            .add(Html.of("caption", "visually-hidden").text("Runs that are kept"))
            .add(Html.of("thead", "").add(head))
            .add(body)
            .element();
    private final List<RunColumn.Row> rows = new ArrayList<>();
    private Function<String, String> colours = run -> "";
    private String present = "";
    private String sorted = "";
    private boolean falling;

    RunsTable(Actions actions) {
        this.actions = actions;
    }

    HTMLElement element() {
        return element;
    }

    /**
     * Shows runs.
     *
     * @param latestFirst in this order, where none of the columns is sorted by
     * @param present id of the run that is open; empty if there is none among them
     * @param colours variable of the colour in which a run is drawn; empty if it is not
     */
    void show(List<RunColumn.Row> latestFirst, String present, Function<String, String> colours) {
        rows.clear();
        rows.addAll(latestFirst);
        this.present = present;
        this.colours = colours;
        render();
    }

    private void render() {
        Element focus = DomGlobal.document.activeElement;
        String place =
                focus != null && element.contains(focus) && focus.hasAttribute(FOCUS) ? focus.getAttribute(FOCUS) : "";
        Html.clear(head);
        head.appendChild(heading("Run", "", "run-title"));
        for (RunColumn column : RunColumn.values()) {
            head.appendChild(heading(column.title(), column.name(), column.ofWords() ? "words" : ""));
        }
        head.appendChild(Html.of("td", "").element());
        Html.clear(body);
        List<RunColumn.Row> ordered = new ArrayList<>(rows);
        for (RunColumn column : RunColumn.values()) {
            if (column.name().equals(sorted)) {
                ordered.sort(column.order(falling));
            }
        }
        ordered.forEach(row -> body.appendChild(row(row)));
        roving.refresh();
        focus(place);
    }

    private void focus(String place) {
        NodeList<Element> all = element.querySelectorAll("[" + FOCUS + "]");
        for (int i = 0; !place.isEmpty() && i < all.length; i++) {
            if (place.equals(all.item(i).getAttribute(FOCUS))) {
                ((HTMLElement) all.item(i)).focus();
            }
        }
    }

    /** @param column to sort by; empty for the order in which they were trained */
    private HTMLElement heading(String title, String column, String classes) {
        boolean is = column.equals(sorted);
        Html button = Html.button("run-sort", title, () -> {
                    falling = column.equals(sorted) && !falling;
                    sorted = column;
                    render();
                })
                .attribute(FOCUS, "sort " + column)
                .attribute("title", column.isEmpty() ? "The latest first" : "Sort by this");
        if (is && !column.isEmpty()) {
            button.add(Html.of("span", "").attribute("aria-hidden", "true").text(falling ? " ▾" : " ▴"));
        }
        return Html.of("th", classes)
                .attribute("scope", "col")
                .attribute("aria-sort", is && !column.isEmpty() ? (falling ? "descending" : "ascending") : "none")
                .add(button)
                .element();
    }

    private HTMLElement row(RunColumn.Row row) {
        String id = row.run().id();
        boolean open = id.equals(present);
        Html line = Html.of("tr", row.isTwin() ? "twin" : "").attribute("data-run", id);
        String colour = colours.apply(id);
        boolean drawn = !colour.isEmpty();
        Html swatch = Html.button("run-button run-draw", "", () -> actions.draw(id, !drawn))
                .attribute(FOCUS, "draw " + id)
                .attribute("aria-pressed", "" + drawn)
                .attribute("aria-label", "Draw " + row.name())
                .attribute("title", drawn ? "Take its curve away" : "Draw its curve");
        swatch.element().style.setProperty("--run", drawn ? "var(" + colour + ")" : "transparent");
        Html name = Html.of("th", "run-name").attribute("scope", "row").add(swatch);
        name.add(Html.button("run-button run-rename", row.name(), () -> rename(row, name.element()))
                .attribute(FOCUS, "name " + id)
                .attribute("title", "Give it a name; a run with a name is kept longer"));
        if (open || row.isTwin()) {
            name.add(Html.of("span", "run-pill")
                    .text(open ? "open" : "twin")
                    .attribute(
                            "title",
                            open
                                    ? "This run is open"
                                    : "The same seed as the present experiment, and exactly one difference"));
        }
        line.add(name);
        for (RunColumn column : RunColumn.values()) {
            line.add(Html.of(
                            "td",
                            (column.ofWords() ? "words run-" : "run-")
                                    + column.name().toLowerCase(Locale.ROOT))
                    .attribute("data-title", column.title())
                    .text(column.text(row)));
        }
        line.add(Html.of("td", "run-actions")
                .add(Html.button("run-button run-do", "Open", () -> actions.open(id))
                        .attribute(FOCUS, "open " + id)
                        .attribute("aria-label", "Open the recipe of " + row.name())
                        .attribute("title", "Makes its recipe the experiment; Undo brings yours back"))
                .add(Html.button("run-button run-do run-delete", "✕", () -> actions.delete(id))
                        .attribute(FOCUS, "delete " + id)
                        .attribute("title", "Delete it; this can be undone")
                        .attribute("aria-label", "Delete " + row.name())));
        return line.element();
    }

    private void rename(RunColumn.Row row, HTMLElement cell) {
        HTMLInputElement input = (HTMLInputElement) Html.of("input", "form-control run-input")
                .attribute("type", "text")
                .attribute("maxlength", "" + LONGEST)
                .attribute("aria-label", "Name of the run")
                .attribute("placeholder", row.name())
                .element();
        input.value = row.run().name();
        boolean[] done = {false};
        Runnable leave = () -> {
            if (!done[0]) {
                done[0] = true;
                actions.name(row.run().id(), input.value.strip());
                render();
            }
        };
        input.addEventListener("blur", event -> leave.run());
        input.addEventListener("keydown", event -> {
            KeyboardEvent press = Js.uncheckedCast(event);
            press.stopPropagation(); // Space and letters belong to the name
            if (press.key.equals("Escape")) {
                input.value = row.run().name();
            }
            if (press.key.equals("Escape") || press.key.equals("Enter")) {
                press.preventDefault();
                leave.run();
                focus("name " + row.run().id());
            }
        });
        Element button = cell.querySelector(".run-rename");
        cell.replaceChild(input, button);
        input.focus();
        input.select();
    }
}
