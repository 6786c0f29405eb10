package dev.steep.ui.results;

import dev.steep.browser.Downloads;
import dev.steep.keras.KerasScript;
import dev.steep.keras.KerasScript.Line;
import dev.steep.keras.PythonToken;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PartMarks;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.Clipboard;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/**
 * The experiment as a Keras script, always the present one. A line and what it stands for on the page are marked together,
 * whichever is pointed at or has the focus; choosing a line selects its layer.
 */
final class KerasView implements ResultView {
    static final View VIEW = View.of(
                    "keras", "Keras", "The experiment as a Keras script, ready to run.", KerasView::new)
            .in("Code");

    private static final String FILE = "steep_experiment.py";
    private static final String LAYER = "layers.";

    private final Lab lab;
    private final HTMLElement lines = Html.of("div", "keras-lines")
            .attribute("role", "listbox")
            .attribute(
                    "aria-label",
                    "Keras script. Arrow keys go from line to line, Enter selects what a line stands for.")
            .element();
    private final HTMLElement element = Html.of("div", "keras-view")
            .add(Html.of("div", "keras-head")
                    .add(Html.of("p", "keras-about")
                            .text("This experiment in Keras, ready to run. Point at a line to see what it stands for."))
                    .add(Html.of("div", "keras-buttons")
                            .add(
                                    Html.button("btn bar-button", "Copy", this::copy),
                                    Html.button("btn bar-button", "Download", this::download)
                                            .attribute("title", "Download " + FILE))))
            .add(lines)
            .element();
    private final PartMarks marks = new PartMarks(this::reveal);
    private List<Line> shown = List.of();
    private final List<HTMLElement> rows = new ArrayList<>();
    private int current;
    private boolean seen;

    KerasView(Lab lab) {
        this.lab = lab;
        lines.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        if (seen) {
            refresh();
        }
    }

    @Override
    public void show() {
        seen = true;
        refresh();
        marks.begin();
    }

    @Override
    public void hide() {
        seen = false;
        marks.end();
    }

    private List<Line> script() {
        return lab.facts()
                .map(opened -> KerasScript.of(lab.recipe(), opened.data()))
                .orElse(List.of());
    }

    /** Lines that stay the same keep their elements, and with them focus and selection. */
    private void refresh() {
        List<Line> script = script();
        for (int i = 0; i < script.size(); i++) {
            if (i == rows.size()) {
                rows.add(row(i));
                lines.appendChild(rows.get(i));
            }
            if (i >= shown.size() || !shown.get(i).equals(script.get(i))) {
                fill(rows.get(i), script.get(i));
            }
        }
        while (rows.size() > script.size()) {
            rows.remove(rows.size() - 1).remove();
        }
        shown = script;
        goTo(Math.min(current, shown.size() - 1), false);
    }

    private HTMLElement row(int place) {
        return Html.of("div", "keras-line")
                .on("focus", event -> goTo(place, false))
                .on("click", event -> {
                    goTo(place, false);
                    if (DomGlobal.window.getSelection().isCollapsed) { // not while text is being selected
                        choose(place);
                    }
                })
                .element();
    }

    private static void fill(HTMLElement row, Line line) {
        Html.clear(row);
        if (line.text().isEmpty()) {
            row.setAttribute("aria-hidden", "true");
            row.removeAttribute("role");
            row.removeAttribute("aria-selected");
        } else {
            row.removeAttribute("aria-hidden");
            row.setAttribute("role", "option");
            row.setAttribute("aria-selected", "false");
        }
        row.setAttribute("data-part", line.part());
        row.classList.toggle("keras-linked", !line.part().isEmpty());
        for (PythonToken token : PythonToken.of(line.text())) {
            row.appendChild(Html.of("span", "py-" + token.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .text(token.text())
                    .element());
        }
        if (line.text().isEmpty()) {
            row.textContent = "\u200b"; // an empty line is as high as the others
        }
    }

    /** Makes a line the one that Tab goes to. */
    private void goTo(int place, boolean focus) {
        current = Math.max(0, place);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).tabIndex = i == current ? 0 : -1;
        }
        if (focus) {
            rows.get(current).focus();
        }
    }

    private void key(KeyboardEvent event) {
        int to =
                switch (event.key) {
                    case "ArrowDown" -> next(current, 1);
                    case "ArrowUp" -> next(current, -1);
                    case "Home" -> next(-1, 1);
                    case "End" -> next(rows.size(), -1);
                    default -> -1;
                };
        if (to >= 0 && to < rows.size()) {
            event.preventDefault();
            goTo(to, true);
        } else if (event.key.equals("Enter") || event.key.equals(" ")) {
            event.preventDefault();
            event.stopPropagation(); // a space would begin to train
            choose(current);
        }
    }

    /** The next line with something on it. */
    private int next(int from, int step) {
        int place = from + step;
        while (place >= 0 && place < shown.size() && shown.get(place).text().isEmpty()) {
            place += step;
        }
        return place;
    }

    /** Selects the layer that a line stands for; with the other lines, the settings of training come back. */
    private void choose(int place) {
        String part = shown.get(place).part();
        if (part.isEmpty()) {
            return;
        }
        marks.mark(part);
        Optional<Integer> layer = Optional.empty();
        for (int i = 0; i < lab.facts().map(opened -> opened.layers().size()).orElse(0); i++) {
            if (part.equals(LAYER + lab.facts().orElseThrow().layers().get(i).name())) {
                layer = Optional.of(i);
            }
        }
        lab.select(layer);
        marks.reveal(part, rows.get(place));
    }

    /** Scrolls the script to a part that something else on the page stands for. */
    private void reveal(String part) {
        for (HTMLElement row : rows) {
            if (part.equals(row.getAttribute("data-part"))) {
                double top = row.offsetTop - lines.offsetTop;
                if (top < lines.scrollTop || top + row.offsetHeight > lines.scrollTop + lines.clientHeight) {
                    lines.scrollTop = Math.max(0, top - lines.clientHeight / 3.0);
                }
                return;
            }
        }
    }

    private void copy() {
        Clipboard clipboard = DomGlobal.navigator.clipboard;
        if (clipboard == null) { // of a page that came without https
            refused();
            return;
        }
        clipboard
                .writeText(KerasScript.text(script()))
                .then(
                        done -> {
                            lab.tell(
                                    "The Keras script is copied. Paste it into a notebook, or a file of Python.",
                                    false);
                            return null;
                        },
                        failure -> {
                            refused();
                            return null;
                        });
    }

    private void refused() {
        lab.tell("The browser did not let the script be copied. Download it, or select its text.", true);
    }

    private void download() {
        Downloads.save(FILE, KerasScript.text(script()));
    }
}
