package dev.steep.ui.data;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.TableFacts;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import jsinterop.base.Js;

/** The first rows of a table as they were written, under what each column is for and holds. Scrolls within itself. */
final class TablePreview {
    private static final List<String> USES = List.of("feature", "label", "target", "group", "time", "weight", "drop");
    private static final List<String> USE_WORDS =
            List.of("Input", "Predicted", "Predicted too", "Split by group", "Split by time", "Row weight", "Left out");
    private static final List<String> TYPES = List.of("number", "category", "ordinal", "date");
    private static final List<String> TYPE_WORDS = List.of("numbers", "categories", "ordered categories", "dates");
    private static final int MOST_CLASSES = 200;
    private static final String KEY = "data-key";

    private final Lab lab;
    private final ColumnChoices choices;
    private final HTMLElement element = Html.of("div", "sheet-table")
            .attribute("tabindex", "0")
            .attribute("role", "region")
            .attribute("aria-label", "First rows of the file")
            .element();

    TablePreview(Lab lab, ColumnChoices choices) {
        this.lab = lab;
        this.choices = choices;
    }

    HTMLElement element() {
        return element;
    }

    /** Shows these columns; whatever has the focus keeps it. */
    void show(TableFacts table) {
        Element focused = DomGlobal.document.activeElement;
        String key = focused != null && element.contains(focused) ? focused.getAttribute(KEY) : null;
        boolean words = table.columns().stream()
                .anyMatch(
                        column -> column.use().equals("label") && column.type().equals("category"));
        Html head = Html.of("tr", "");
        int most = 1;
        for (TableFacts.Column column : table.columns()) {
            for (int bar : column.bars()) {
                most = Math.max(most, bar);
            }
        }
        for (TableFacts.Column column : table.columns()) {
            head.add(head(
                    column,
                    words,
                    table.gaps().stream()
                            .filter(gap -> gap.column().equals(column.name()))
                            .findFirst()));
        }
        Html body = Html.of("tbody", "");
        int width = table.columns().size();
        for (int row = 0; width > 0 && row < table.cells().size() / width; row++) {
            Html line = Html.of("tr", "");
            for (int i = 0; i < width; i++) {
                String cell = table.cells().get(row * width + i);
                line.add(Html.of(
                                "td",
                                cell.isEmpty()
                                        ? "blank"
                                        : table.columns().get(i).use())
                        .attribute("title", cell)
                        .text(cell.isEmpty() ? "empty" : cell));
            }
            body.add(line);
        }
        int left = (int) element.scrollLeft;
        Html.clear(element);
        element.appendChild(
                Html.of("table", "").add(Html.of("thead", "").add(head), body).element());
        element.scrollLeft = left;
        if (key != null) {
            element.querySelectorAll("select").forEach((each, place, all) -> {
                if (key.equals(each.getAttribute(KEY))) {
                    ((HTMLElement) each).focus();
                }
                return null;
            });
        }
    }

    private Html head(TableFacts.Column column, boolean words, Optional<TableFacts.Gap> gap) {
        boolean label = column.use().equals("label");
        HTMLSelectElement use = select(column, "Use", USES, USE_WORDS, column.use(), choices::use);
        for (int i = 0; i < USES.size(); i++) {
            boolean possible = label ? i == 1 : i != 2 || !words;
            use.querySelectorAll("option").getAt(i).toggleAttribute("disabled", !possible);
        }
        HTMLSelectElement type = select(column, "Type", TYPES, TYPE_WORDS, column.type(), choices::type);
        if (label) {
            type.querySelectorAll("option").getAt(0).textContent = "a number";
            type.querySelectorAll("option").getAt(1).textContent = column.different() <= MOST_CLASSES
                    ? Numbers.count(column.different(), "class").replace("classs", "classes")
                    : "classes";
            type.querySelectorAll("option").getAt(1).toggleAttribute("disabled", column.different() > MOST_CLASSES);
            type.querySelectorAll("option").getAt(2).remove();
            type.querySelectorAll("option").getAt(2).remove();
        }
        return Html.of("th", column.use())
                .attribute("scope", "col")
                .add(
                        Html.of("b", "").attribute("title", column.name()).text(column.name()),
                        bars(column),
                        Html.of("small", "").text(ends(column)))
                .add(use, type)
                .add(
                        gap.map(this::missing).orElseGet(() -> Html.of("small", column.gaps() > 0 ? "gaps" : "")
                                .text(column.gaps() > 0 ? Numbers.count(column.gaps(), "gap") : "no gaps")
                                .element()),
                        Html.of("small", "why").text(column.why()).element());
    }

    private HTMLElement missing(TableFacts.Gap gap) {
        MissingMenu menu = new MissingMenu(lab, gap);
        menu.select().setAttribute(KEY, "Missing " + gap.column());
        return menu.element();
    }

    private static HTMLSelectElement select(
            TableFacts.Column column,
            String what,
            List<String> words,
            List<String> titles,
            String chosen,
            BiConsumer<TableFacts.Column, String> change) {
        Html menu = Html.of("select", "form-select form-select-sm")
                .attribute("aria-label", what + " of " + column.name())
                .attribute(KEY, what + " " + column.name());
        for (int i = 0; i < words.size(); i++) {
            menu.add(Html.option(words.get(i), titles.get(i)));
        }
        HTMLSelectElement select = Js.uncheckedCast(menu.element());
        select.value = chosen;
        select.addEventListener("change", event -> change.accept(column, select.value));
        return select;
    }

    private static Html bars(TableFacts.Column column) {
        Html bars = Html.of("span", "sheet-bars").attribute("aria-hidden", "true");
        int most = 1;
        for (int bar : column.bars()) {
            most = Math.max(most, bar);
        }
        for (int bar : column.bars()) {
            HTMLElement stick = Html.of("i", "").element();
            stick.style.setProperty("height", (bar == 0 ? 0 : Math.max(4, 100 * bar / most)) + "%");
            bars.add(stick);
        }
        return bars;
    }

    private static String ends(TableFacts.Column column) {
        if (column.ends().isEmpty()) {
            return "empty";
        }
        boolean words = column.ends().size() == column.bars().length && column.bars().length != 2;
        if (!words && column.ends().size() == 2 && column.bars().length > 2) {
            return column.ends().get(0) + " … " + column.ends().get(1);
        }
        String some = String.join(
                ", ", column.ends().subList(0, Math.min(2, column.ends().size())));
        return column.different() > 2 ? some + " … (" + Numbers.grouped(column.different()) + ")" : some;
    }
}
