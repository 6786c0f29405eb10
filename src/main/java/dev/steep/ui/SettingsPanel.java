package dev.steep.ui;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.network.Loss;
import dev.steep.network.Optimizer;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Report;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The settings of the selected layer; with none selected, those of training. */
final class SettingsPanel implements Lab.Listener {
    private final Lab lab;
    private final HTMLElement layer = Html.of("section", "").element();
    private final HTMLElement training = Html.of("section", "").element();
    private final HTMLElement size = Html.of("p", "text-secondary").element();
    private Recipe shown;

    SettingsPanel(Lab lab) {
        this.lab = lab;
        shown = lab.recipe();
        build();
        lab.listen(this);
    }

    HTMLElement element() {
        return Html.of("aside", "side side-settings")
                .attribute("aria-label", "Settings")
                .add(layer, training)
                .element();
    }

    @Override
    public void changed(Recipe recipe) {
        if (!recipe.equals(shown)) {
            shown = recipe;
            build();
        }
    }

    @Override
    public void selected(Optional<Integer> place) {
        build();
    }

    @Override
    public void opened(Report.Opened opened) {
        lab.selection().filter(place -> place < opened.layers().size()).ifPresent(place -> {
            LayerFacts facts = opened.layers().get(place);
            StringBuilder shape = new StringBuilder();
            for (int length : facts.shape()) {
                shape.append(shape.length() == 0 ? "" : " × ").append(length);
            }
            size.textContent = facts.shape().length == 0
                    ? "Does not fit yet"
                    : "Output " + shape + " · " + Words.count(facts.parameters()) + " weights";
        });
    }

    private void build() {
        Html.clear(layer);
        Html.clear(training);
        lab.selection()
                .filter(place -> place < shown.layers().size())
                .ifPresent(place -> showLayer(place, shown.layers().get(place)));
        showTraining();
        lab.facts().ifPresent(this::opened);
    }

    private void showLayer(int place, Choice choice) {
        layer.appendChild(heading(choice.kind().title()));
        layer.appendChild(
                Html.of("p", "text-secondary").text(choice.kind().about()).element());
        knobs(layer, choice, changed -> {
            List<Choice> layers = new ArrayList<>(lab.recipe().layers());
            layers.set(place, changed);
            lab.change(lab.recipe().withLayers(layers));
        });
        layer.appendChild(size);
    }

    private void showTraining() {
        training.appendChild(heading("Training"));
        training.appendChild(kinds(
                "Optimizer",
                Optimizer.kinds(),
                shown.optimizer(),
                made -> lab.change(lab.recipe().withOptimizer(made))));
        knobs(training, shown.optimizer(), made -> lab.change(lab.recipe().withOptimizer(made)));
        training.appendChild(kinds(
                "Loss",
                Loss.kinds(),
                shown.loss(),
                made -> lab.change(lab.recipe().withLoss(made))));
        knobs(training, shown.loss(), made -> lab.change(lab.recipe().withLoss(made)));
        knobs(training, shown.fit(), made -> lab.change(lab.recipe().withFit(made)));
        training.appendChild(new NumberField(
                        Presets.SEED,
                        shown.seed(),
                        seed -> lab.change(lab.recipe().withSeed(seed)))
                .element());
    }

    static void knobs(HTMLElement into, Choice choice, Consumer<Choice> then) {
        choice.kind().knobs().forEach(knob -> into.appendChild(control(knob, choice, then)));
    }

    private static <T> HTMLElement control(Knob<T> knob, Choice choice, Consumer<Choice> then) {
        return new KnobControl<>(knob, choice.get(knob), value -> then.accept(choice.with(knob, value))).element();
    }

    static HTMLElement heading(String text) {
        return Html.of("h2", "heading").text(text).element();
    }

    private static HTMLElement kinds(String label, List<Kind> kinds, Choice present, Consumer<Choice> then) {
        HTMLSelectElement select = (HTMLSelectElement) Html.of("select", "form-select form-select-sm")
                .attribute("aria-label", label)
                .element();
        for (Kind kind : kinds) {
            select.appendChild(Html.of("option", "")
                    .attribute("value", kind.name())
                    .text(kind.name())
                    .element());
        }
        select.value = present.kind().name();
        select.addEventListener("change", event -> kinds.stream()
                .filter(kind -> kind.name().equals(select.value))
                .findFirst()
                .ifPresent(kind -> then.accept(kind.choice())));
        return Html.of("div", "field")
                .add(Html.of("div", "field-head").add(Html.of("span", "").text(label)))
                .add(select)
                .element();
    }
}
