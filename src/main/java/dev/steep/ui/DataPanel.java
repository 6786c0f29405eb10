package dev.steep.ui;

import dev.steep.catalog.Choice;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Part;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The samples, and what is done with them before they reach the network: preparation, split, a file of one's own. */
final class DataPanel implements Lab.Listener {
    private static final int SHOWN = 30;
    private static final int PIXELS = 28;

    private final Lab lab;
    private final HTMLElement gallery = Html.of("div", "gallery").element();
    private final HTMLElement counts = Html.of("p", "text-secondary").element();
    private final HTMLElement controls = Html.of("div", "").element();
    private final HTMLElement element;
    private final Map<Integer, HTMLElement> buttons = new HashMap<>();
    private Recipe shown;
    private int asked;

    DataPanel(Lab lab) {
        this.lab = lab;
        shown = lab.recipe();
        element = Html.of("aside", "side side-data")
                .attribute("aria-label", "Data")
                .add(Html.of("section", "").add(SettingsPanel.heading("Data")).add(gallery, counts))
                .add(controls)
                .add(dropZone())
                .element();
        build();
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        boolean same = recipe.data().equals(shown.data())
                && recipe.prepare().equals(shown.prepare())
                && recipe.split().equals(shown.split());
        shown = recipe;
        if (!same) {
            build();
        }
    }

    @Override
    public void opened(Report.Opened opened) {
        int[] parts = opened.data().parts();
        counts.textContent =
                parts[0] + " train · " + parts[1] + " validate" + (parts[2] > 0 ? " · " + parts[2] + " test" : "");
        int mine = ++asked;
        gallery.hidden = !opened.data().image();
        if (opened.data().image()) {
            lab.ask(new Request.Gallery(parts[1] > 0 ? Part.VALIDATION : Part.TRAINING, 0, SHOWN), report -> {
                if (mine == asked && report instanceof Report.Samples samples) {
                    show(opened.data(), samples);
                }
            });
        }
        label(opened.data());
    }

    @Override
    public void chosen(int row) {
        buttons.forEach((each, button) -> button.setAttribute("aria-pressed", "" + (each == row)));
    }

    private void show(DataFacts facts, Report.Samples samples) {
        Html.clear(gallery);
        buttons.clear();
        int size = facts.size();
        for (int i = 0; i < samples.rows().length; i++) {
            int row = samples.rows()[i];
            String label = facts.classes().isEmpty()
                    ? Words.fixed(samples.y()[i], 3)
                    : facts.classes().get((int) samples.y()[i]);
            Html button = Html.button("", "", () -> lab.choose(row))
                    .attribute("aria-pressed", "" + (i == 0))
                    .attribute("aria-label", "Sample " + row + ", " + label)
                    .attribute("title", "sample " + row + " · " + label);
            float[] raw = Arrays.copyOfRange(samples.x(), i * size, (i + 1) * size);
            buttons.put(row, button.element());
            gallery.appendChild(button.add(SampleCanvas.of(facts, raw, PIXELS)).element());
        }
    }

    private void build() {
        Html.clear(controls);
        section("Set", shown.data(), changed -> lab.change(lab.recipe().withData(changed)));
        section("Prepare", shown.prepare(), changed -> lab.change(lab.recipe().withPrepare(changed)));
        section("Split", shown.split(), changed -> lab.change(lab.recipe().withSplit(changed)));
        lab.facts().ifPresent(opened -> label(opened.data()));
    }

    private void section(String title, Choice choice, Consumer<Choice> then) {
        if (choice.is(Settings.FILE)) {
            return;
        }
        HTMLElement section = Html.of("section", "").element();
        section.appendChild(SettingsPanel.heading(title));
        SettingsPanel.knobs(section, choice, then);
        controls.appendChild(section);
    }

    /** Of a table, any column may be predicted. */
    private void label(DataFacts facts) {
        HTMLElement old = (HTMLElement) controls.querySelector(".label-column");
        if (old != null) {
            old.remove();
        }
        if (facts.columns().isEmpty()) {
            return;
        }
        HTMLSelectElement select = (HTMLSelectElement) Html.of("select", "form-select form-select-sm")
                .attribute("aria-label", "Column to predict")
                .element();
        facts.columns()
                .forEach(column -> select.appendChild(Html.of("option", "")
                        .attribute("value", column)
                        .text(column)
                        .element()));
        select.value = facts.label();
        select.addEventListener(
                "change",
                event -> lab.change(lab.recipe().withData(lab.recipe().data().with(Settings.LABEL, select.value))));
        controls.appendChild(Html.of("section", "label-column")
                .add(SettingsPanel.heading("Predict"))
                .add(select)
                .element());
    }

    private HTMLElement dropZone() {
        HTMLInputElement input = (HTMLInputElement) Html.of("input", "visually-hidden")
                .attribute("type", "file")
                .attribute("multiple", "")
                .attribute("id", "own-file")
                .element();
        input.addEventListener("change", event -> Dropping.open(lab, input.files));
        return Html.of("section", "")
                .add(Html.of("label", "drop-zone w-100")
                        .attribute("for", "own-file")
                        .text("Drop a file to use your own data: CSV, or IDX images with labels"))
                .add(input)
                .element();
    }
}
