package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.network.LayerNames;
import dev.steep.network.Layers;
import dev.steep.network.layer.LayerOptions;
import dev.steep.protocol.LayerFacts;
import dev.steep.recipe.Recipe;
import dev.steep.ui.control.ChoiceForm;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Glossary;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The knobs of the selected layer, what it gives out, and where it stands; nothing if none is selected. */
public final class LayerSettings implements Lab.Listener {
    private static final int UP_FRONT = 6;

    /** Which layer the controls were made for. */
    private record Subject(int place, String kind) {}

    private final Lab lab;
    /** Options that are shown elsewhere than below a layer's own settings. */
    private static final List<Knob<?>> OWN_PLACE =
            List.of(LayerOptions.FROM, LayerOptions.NAME, LayerOptions.TRAINABLE);

    private final LayerEdits edits;
    private final HTMLElement title = Html.of("h2", "panel-title").element();
    private final HTMLElement output = Html.of("div", "layer-output").element();
    private final HTMLElement element =
            Html.of("section", "panel-section layer-settings").element();
    private Optional<Subject> subject = Optional.empty();
    private Optional<ChoiceForm> form = Optional.empty();
    private Optional<LayerName> name = Optional.empty();
    private Optional<LayerSources> sources = Optional.empty();

    public LayerSettings(Lab lab) {
        this.lab = lab;
        edits = new LayerEdits(lab);
        refresh();
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    /** Brings the keyboard to the first setting; to the layer's name, if it has none. */
    public void enter() {
        Element first = element.querySelector(".knobs input, .knobs select, .knobs [aria-pressed]");
        Element wanted = first != null ? first : element.querySelector("[data-layer-name]");
        if (wanted != null) {
            ((HTMLElement) wanted).focus();
        }
    }

    @Override
    public void changed(Recipe recipe) {
        refresh();
    }

    @Override
    public void opened(dev.steep.protocol.Report.Opened opened) {
        refresh();
        facts();
    }

    @Override
    public void selected(Optional<Integer> layer) {
        refresh();
        facts();
    }

    private Optional<Choice> layer() {
        List<Choice> layers = lab.recipe().layers();
        return lab.selection().filter(place -> place < layers.size()).map(layers::get);
    }

    private void refresh() {
        Optional<Choice> layer = layer();
        Optional<Subject> now = layer.map(
                choice -> new Subject(lab.selection().orElse(0), choice.kind().name()));
        if (!now.equals(subject)) {
            subject = now;
            form = layer.map(this::build);
        }
        element.toggleAttribute("hidden", layer.isEmpty());
        layer.ifPresent(choice -> {
            form.ifPresent(shown -> shown.show(choice));
            name.ifPresent(shown -> shown.show(LayerNames.name(choice)));
            sources.ifPresent(LayerSources::show);
        });
    }

    private ChoiceForm build(Choice layer) {
        int place = lab.selection().orElse(0);
        List<Knob<?>> knobs = new ArrayList<>(layer.kind().knobs());
        layer.kind().options().stream()
                .filter(option -> !OWN_PLACE.contains(option))
                .forEach(knobs::add);
        knobs.add(Math.min(UP_FRONT, knobs.size()), LayerOptions.TRAINABLE);
        ChoiceForm fresh = new ChoiceForm(
                layer.kind(),
                knobs,
                UP_FRONT,
                knob -> Caption.of(knob).goingOn(),
                () -> lab.recipe().layers().get(place),
                (choice, continuing) -> {
                    List<Choice> layers = new ArrayList<>(lab.recipe().layers());
                    layers.set(place, Layers.of(choice).edited(layers.get(place)));
                    Recipe recipe = lab.recipe().withLayers(layers);
                    if (continuing) {
                        lab.adjust(recipe);
                    } else {
                        lab.change(recipe);
                    }
                });
        LayerName named = new LayerName(lab, edits, place);
        name = Optional.of(named);
        HTMLElement wiring = Html.of("div", "").element();
        sources = layer.kind().knob(LayerOptions.FROM.name()).map(knob -> new LayerSources(lab, place));
        sources.ifPresent(shown -> wiring.appendChild(shown.element()));
        Html.clear(element);
        title.textContent = layer.kind().name();
        element.append(
                Html.of("div", "section-head")
                        .add(title)
                        .add(HelpLink.to(layer.kind()))
                        .add(
                                tool("‹", "Move this layer to the left", () -> edits.swap(place - 1)),
                                tool("›", "Move this layer to the right", () -> edits.swap(place)),
                                tool("×", "Remove this layer", () -> edits.remove(place)),
                                tool(
                                        "✓",
                                        "Done: show the settings of training alone",
                                        () -> lab.select(Optional.empty())))
                        .element(),
                Glossary.text(
                        Html.of("p", "section-about").element(), layer.kind().about()),
                named.element(),
                wiring,
                fresh.element(),
                output);
        return fresh;
    }

    private static Html tool(String sign, String label, Runnable action) {
        return Html.button("section-tool", sign, action)
                .attribute("title", label)
                .attribute("aria-label", label);
    }

    private void facts() {
        Html.clear(output);
        Optional<LayerFacts> facts = lab.facts().flatMap(opened -> lab.selection()
                .filter(place -> place < opened.layers().size())
                .map(place -> opened.layers().get(place)));
        facts.ifPresent(layer -> {
            title.textContent = layer.name();
            output.appendChild(LayerNumbers.of(layer));
        });
    }
}
