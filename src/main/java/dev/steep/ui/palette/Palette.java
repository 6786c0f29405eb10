package dev.steep.ui.palette;

import dev.steep.browser.LastingNotes;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Remarks;
import dev.steep.math.Characters;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import elemental2.dom.DOMRect;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;
import org.teavm.jso.JSBody;

/**
 * The command palette: a field, and below it what the typed name may mean. The keyboard stays in the field; arrow keys choose, Enter does
 * it, Escape closes. What was used last comes first, in later visits too.
 */
public final class Palette {
    private static final String RECENT = "steep.palette";
    private static final char BETWEEN = '\n';
    private static final int REMEMBERED = 8;

    /** Of what a text names, nobody reads more. */
    private static final int MOST = 40;

    /** As long as nothing is typed: actions, layers, templates, data sets, views and settings. */
    private static final int MOST_OF_ALL = 160;

    private static final String FIRST_ID = "palette-option-";
    private static final int WIDTH = 340;
    private static final int ROOM = 320;
    private static final int PAGE = 8;

    private final List<CommandSource> everything = new ArrayList<>();
    private final HTMLElement title = Html.of("div", "palette-title").element();
    private final HTMLElement list = Html.of("div", "palette-list")
            .attribute("role", "listbox")
            .attribute("id", "palette-list")
            .attribute("tabindex", "-1")
            .element();
    private final HTMLElement said = Html.of("p", "palette-said")
            .attribute("role", "status")
            .attribute("aria-live", "polite")
            .element();
    private final HTMLInputElement field = (HTMLInputElement) Html.of("input", "form-control palette-field")
            .attribute("type", "text")
            .attribute("role", "combobox")
            .attribute("aria-expanded", "true")
            .attribute("aria-controls", "palette-list")
            .attribute("aria-autocomplete", "list")
            .attribute("autocomplete", "off")
            .attribute("autocapitalize", "off")
            .attribute("spellcheck", "false")
            .element();
    private final HTMLElement dialog;
    private final List<HTMLElement> options = new ArrayList<>();
    private List<CommandSource> asked = List.of();
    private List<Command> all = List.of();
    private List<Command> shown = List.of();
    private int active;

    public Palette() {
        field.addEventListener("input", event -> search());
        dialog = Html.of("dialog", "palette")
                .add(Html.of("div", "palette-head")
                        .add(title)
                        .add(Html.button("btn-close", "", this::close).attribute("aria-label", "Close")))
                .add(field, said, list)
                .on("keydown", event -> key(Js.uncheckedCast(event)))
                .element();
        dialog.addEventListener("click", event -> {
            if (event.target == dialog) { // beside everything that is in it
                close();
            }
        });
    }

    public HTMLElement element() {
        return dialog;
    }

    /** From now on it finds what this offers too. */
    public void add(CommandSource source) {
        everything.add(source);
    }

    /** Opens it for everything. */
    public void open() {
        dialog.classList.remove("anchored");
        dialog.removeAttribute("style");
        open("Find and do anything", "conv, learning rate 0.01, confusion, undo …", everything, true);
    }

    /**
     * Opens it at a button, for some things only.
     *
     * @param where says what for: {@code Add a layer after dense}
     * @param example what might be typed
     */
    public void open(HTMLElement at, String where, String example, CommandSource source) {
        DOMRect place = at.getBoundingClientRect();
        double high = DomGlobal.window.innerHeight;
        double left = Math.max(8, Math.min(place.left, DomGlobal.window.innerWidth - WIDTH - 8));
        boolean below = high - place.bottom >= ROOM || high - place.bottom > place.top;
        dialog.classList.add("anchored");
        dialog.style.setProperty("left", left + "px");
        dialog.style.setProperty("top", below ? place.bottom + 4 + "px" : "auto");
        dialog.style.setProperty("bottom", below ? "auto" : high - place.top + 4 + "px");
        dialog.style.setProperty("max-height", (below ? high - place.bottom : place.top) - 16 + "px");
        open(where, example, List.of(source), !touch());
    }

    /** @param typing whether the field gets the focus; on a touch screen that brings a keyboard over the list */
    private void open(String where, String example, List<CommandSource> sources, boolean typing) {
        asked = List.copyOf(sources);
        List<Command> commands = new ArrayList<>();
        asked.forEach(source -> commands.addAll(source.commands()));
        all = commands;
        title.textContent = where;
        dialog.setAttribute("aria-label", where);
        list.setAttribute("aria-label", where);
        field.setAttribute("aria-label", where);
        field.placeholder = example;
        field.value = "";
        search();
        field.toggleAttribute("autofocus", typing);
        list.toggleAttribute("autofocus", !typing);
        showModal(dialog);
        list.scrollTop = 0;
    }

    private void close() {
        close(dialog);
    }

    private void search() {
        String text = field.value.strip();
        List<Command> found = new ArrayList<>();
        if (!text.isEmpty()) {
            asked.forEach(source -> found.addAll(source.typed(text)));
        }
        List<Command> named = CommandSearch.of(all, text, recent());
        Optional<Command> near =
                named.isEmpty() && found.isEmpty() ? CommandSearch.nearest(all, text) : Optional.empty();
        found.addAll(named.subList(0, Math.min(text.isEmpty() ? MOST_OF_ALL : MOST, named.size())));
        near.ifPresent(found::add);
        boolean none = named.isEmpty() && near.isPresent();
        said.textContent = none
                ? "Nothing is called " + Remarks.quote(text) + ". Did you mean this?"
                : found.isEmpty()
                        ? "Nothing is called " + Remarks.quote(text) + "."
                        : Numbers.count(found.size(), "result");
        said.classList.toggle("visually-hidden", !found.isEmpty() && !none);
        show(found);
    }

    private void show(List<Command> found) {
        shown = found;
        options.clear();
        Html.clear(list);
        for (int i = 0; i < found.size(); i++) {
            options.add(option(i, found.get(i)));
            list.appendChild(options.get(i));
        }
        list.hidden = found.isEmpty();
        field.setAttribute("aria-expanded", "" + !found.isEmpty());
        list.scrollTop = 0;
        choose(0);
    }

    private HTMLElement option(int place, Command command) {
        Html head = Html.of("div", "palette-name").add(Html.of("b", "").text(command.name()));
        if (!command.now().isEmpty()) {
            head.add(Html.of("span", "palette-now").text(command.now()));
        }
        if (!command.key().isEmpty()) {
            head.add(Html.of("kbd", "").text(command.key()));
        }
        head.add(Html.of("span", "palette-group").text(command.group()));
        if (!command.help().isEmpty()) {
            head.add(Html.of("span", "palette-help")
                    .attribute("aria-hidden", "true") // F1 does the same
                    .attribute("title", "What is " + command.name() + "? Opens help (F1)")
                    .text("?")
                    .on("click", event -> {
                        event.stopPropagation();
                        explain(command);
                    }));
        }
        return Html.of("div", command.suits() ? "palette-item" : "palette-item unfit")
                .attribute("aria-disabled", "" + !command.suits())
                .attribute("role", "option")
                .attribute("id", FIRST_ID + place)
                .add(head)
                .add(Html.of("div", "palette-about").text(command.about()))
                .on("click", event -> run(place))
                .element();
    }

    private void choose(int place) {
        active = Math.max(0, Math.min(place, options.size() - 1));
        for (int i = 0; i < options.size(); i++) {
            options.get(i).setAttribute("aria-selected", "" + (i == active));
        }
        if (options.isEmpty()) {
            field.removeAttribute("aria-activedescendant");
        } else {
            field.setAttribute("aria-activedescendant", FIRST_ID + active);
            Html.scrollIntoView(options.get(active));
        }
    }

    /** Opens help on it, in place of the list. */
    private void explain(Command command) {
        if (!command.help().isEmpty()) {
            close();
            HelpLink.open(command.help());
        }
    }

    private void run(int place) {
        if (place < shown.size()) {
            Command command = shown.get(place);
            close(); // the focus is where it was before
            remember(command);
            command.run().run();
        }
    }

    private void key(KeyboardEvent press) {
        boolean find = (press.ctrlKey || press.metaKey) && press.key.equals("k");
        int by =
                switch (press.key) {
                    case "ArrowDown" -> 1;
                    case "ArrowUp" -> -1;
                    case "PageDown" -> PAGE;
                    case "PageUp" -> -PAGE;
                    default -> 0;
                };
        press.stopPropagation(); // no letter of a name is a key of the page
        if (press.key.equals("Escape") || find) {
            close();
        } else if (press.key.equals("Enter") && !DomGlobal.document.activeElement.matches("button")) {
            run(active);
        } else if (press.key.equals("F1") && active < shown.size()) {
            explain(shown.get(active));
        } else if (by != 0) {
            choose(active + by);
        } else {
            return;
        }
        press.preventDefault();
    }

    private static boolean touch() {
        return DomGlobal.window.matchMedia("(pointer: coarse)").matches;
    }

    private static List<String> recent() {
        return Characters.parts(LastingNotes.read(RECENT), BETWEEN);
    }

    private static void remember(Command command) {
        List<String> recent = new ArrayList<>(recent());
        recent.remove(command.id());
        recent.add(0, command.id());
        LastingNotes.write(RECENT, String.join("" + BETWEEN, recent.subList(0, Math.min(REMEMBERED, recent.size()))));
    }

    @JSBody(params = "dialog", script = "if (!dialog.open) { dialog.showModal(); }")
    private static native void showModal(HTMLElement dialog);

    @JSBody(params = "dialog", script = "dialog.close();")
    private static native void close(HTMLElement dialog);
}
