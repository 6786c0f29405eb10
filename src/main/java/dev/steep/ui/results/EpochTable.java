package dev.steep.ui.results;

import dev.steep.protocol.EpochLog;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.List;

/** The latest epochs as a table, for those who cannot see the charts, and for all who ask for it. */
final class EpochTable {
    /** More than a person listens to, and few enough for thousands of epochs a second. */
    private static final int LISTED = 50;

    /** In milliseconds: whoever reads it while training goes on needs no more than one table a second. */
    private static final double PAUSE = 1000;

    private final HTMLElement caption = Html.of("caption", "").element();
    private final HTMLElement head = Html.of("tr", "").element();
    private final HTMLElement rows = Html.of("tbody", "").element();
    private final HTMLElement element = Html.of("div", "visually-hidden epoch-table")
            .add(Html.of("table", "")
                    .add(caption)
                    .add(Html.of("thead", "").add(head))
                    .add(rows))
            .element();
    private final HTMLElement button = Html.button("chart-log", "table", this::turn)
            .attribute("aria-pressed", "false")
            .attribute("title", "The latest epochs as a table")
            .element();
    private List<String> names = List.of("loss");
    private int listed;
    private double due;

    HTMLElement element() {
        return element;
    }

    /** Shows it, and hides it again. */
    HTMLElement button() {
        return button;
    }

    private void turn() {
        boolean hidden = element.classList.toggle("visually-hidden");
        if (hidden) {
            element.removeAttribute("tabindex");
        } else {
            element.tabIndex = 0; // it scrolls
        }
        button.setAttribute("aria-pressed", "" + !hidden);
    }

    /** What is measured: a column each for training and validation. */
    void measures(List<String> all) {
        names = all;
        Html.clear(head);
        head.appendChild(column("Epoch"));
        for (String name : names) {
            head.appendChild(column(name.replace('_', ' ')));
            head.appendChild(column("validation " + name.replace('_', ' ')));
        }
    }

    private static HTMLElement column(String name) {
        return Html.of("th", "").attribute("scope", "col").text(name).element();
    }

    /** What was listed is of another run. */
    void clear() {
        rows.textContent = "";
        listed = 0;
        due = 0;
    }

    /** How many epochs have been listed. */
    int listed() {
        return listed;
    }

    /**
     * Follows with the latest epochs.
     *
     * @param more whether training goes on, and it is called again
     */
    void show(List<EpochLog> epochs, boolean ofTheRunBefore, boolean more) {
        double now = DomGlobal.performance.now();
        if (more && now < due) {
            return;
        }
        due = now + PAUSE;
        caption.textContent = "Metrics of the latest epochs" + (ofTheRunBefore ? " of the run before" : "");
        for (listed = Math.max(listed, epochs.size() - LISTED); listed < epochs.size(); listed++) {
            rows.appendChild(row(epochs.get(listed)));
        }
        while (rows.childElementCount > LISTED) {
            rows.removeChild(rows.firstElementChild);
        }
    }

    private HTMLElement row(EpochLog epoch) {
        Html row = Html.of("tr", "").add(Html.of("td", "").text("" + epoch.epoch()));
        for (String name : names) {
            EpochLog.Measured measured = epoch.of(name);
            row.add(Html.of("td", "").text(Figures.fixed(measured.training(), 4)));
            row.add(Html.of("td", "").text(Figures.fixed(measured.validation(), 4)));
        }
        return row.element();
    }
}
