package dev.steep.ui.help;

import dev.steep.catalog.Numbers;
import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jsinterop.base.Js;

/** A field that finds entries of help by any of their words, and the list of what is found. */
final class HelpSearch {
    private static final int MOST = 40;

    private final Supplier<HelpBook> book;
    private final HTMLInputElement field = (HTMLInputElement) Html.of("input", "form-control help-field")
            .attribute("type", "search")
            .attribute("placeholder", "Search help")
            .attribute("aria-label", "Search help")
            .attribute("autocomplete", "off")
            .attribute("spellcheck", "false")
            .element();
    private final HTMLElement count =
            Html.of("p", "help-count").attribute("role", "status").element();
    private final HTMLElement list = Html.of("ul", "help-hits").element();
    private final HTMLElement found = Html.of("section", "help-found")
            .attribute("aria-label", "Found in help")
            .add(count, list)
            .element();
    private final Consumer<Boolean> searching;

    /** @param searching told whether something is being searched, so that {@link #found} is shown in place of what is read */
    HelpSearch(Supplier<HelpBook> book, Consumer<Boolean> searching) {
        this.book = book;
        this.searching = searching;
        found.hidden = true;
        field.addEventListener("input", event -> show());
        field.addEventListener("keydown", event -> {
            KeyboardEvent press = Js.uncheckedCast(event);
            if (press.key.equals("Enter") && list.querySelector("a") != null) {
                press.preventDefault();
                ((HTMLElement) list.querySelector("a")).click();
            } else if (press.key.equals("Escape") && !field.value.isEmpty()) {
                press.preventDefault();
                press.stopPropagation();
                clear();
            }
        });
        list.addEventListener(
                "click",
                event -> DomGlobal.setTimeout(arguments -> clear(), 0)); // whoever follows it looks at it first
    }

    HTMLElement field() {
        return field;
    }

    HTMLElement found() {
        return found;
    }

    /** Nothing is searched any more. */
    void clear() {
        field.value = "";
        show();
    }

    private void show() {
        boolean asked = !field.value.isBlank();
        Html.clear(list);
        found.hidden = !asked;
        searching.accept(asked);
        if (!asked) {
            count.textContent = "";
            return;
        }
        HelpBook texts = book.get();
        List<HelpBook.Hit> exact = texts.search(field.value);
        Optional<String> meant = exact.isEmpty() ? texts.nearest(field.value) : Optional.empty();
        List<HelpBook.Hit> hits = meant.map(texts::search).orElse(exact);
        hits.stream()
                .limit(MOST)
                .forEach(hit -> list.appendChild(Html.of("li", "")
                        .add(
                                Html.of("a", "")
                                        .attribute("href", "#" + hit.anchor())
                                        .text(hit.title()),
                                Html.of("code", "").text(hit.code()),
                                Html.of("span", "").text(hit.about()))
                        .element()));
        count.textContent = exact.isEmpty()
                ? "Nothing is called so, and no text has it."
                        + meant.map(name -> " Did you mean " + name + "?").orElse("")
                : Numbers.count(hits.size(), "entry").replace("entrys", "entries")
                        + (hits.size() > MOST ? ", the best " + MOST + " of them here" : "");
    }
}
