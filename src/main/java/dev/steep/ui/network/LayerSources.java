package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.network.LayerNames;
import dev.steep.network.Wiring;
import dev.steep.network.layer.LayerOptions;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.ArrayList;
import java.util.List;

/** Which layers' outputs the layer at a place takes besides that of the one before it: a box to tick for each. */
final class LayerSources {
    private final Lab lab;
    private final int place;
    private final HTMLElement list =
            Html.of("div", "layer-sources").attribute("role", "group").element();
    private final HTMLElement element;
    private String shown = "";

    LayerSources(Lab lab, int place) {
        this.lab = lab;
        this.place = place;
        Caption caption = Caption.of(LayerOptions.FROM).goingOn();
        element = caption.above(caption.name(list));
    }

    HTMLElement element() {
        return element;
    }

    /** Shows what can be taken, and what is; names that mean nothing any more too, so that they can be taken out. */
    void show() {
        List<Choice> layers = lab.recipe().layers();
        if (place >= layers.size()) {
            return;
        }
        List<String> taken = layers.get(place).get(LayerOptions.FROM);
        List<String> names = new ArrayList<>(List.of(Wiring.INPUT));
        layers.subList(0, Math.max(0, place - 1)).forEach(layer -> names.add(LayerNames.name(layer)));
        taken.stream().filter(name -> !names.contains(name)).forEach(names::add);
        String now = names + "|" + taken + "|"
                + lab.facts().map(LayerSources::shapes).orElse("");
        if (!now.equals(shown)) {
            shown = now;
            boolean focused = list.contains(DomGlobal.document.activeElement);
            String mark = focused ? DomGlobal.document.activeElement.getAttribute("value") : "";
            Html.clear(list);
            names.forEach(name -> list.appendChild(box(name, taken.contains(name), name.equals(mark))));
        }
    }

    private static String shapes(Report.Opened opened) {
        return String.join(
                ",",
                opened.layers().stream()
                        .map(layer -> Figures.shape(layer.shape()))
                        .toList());
    }

    private HTMLElement box(String name, boolean ticked, boolean focused) {
        HTMLInputElement box = (HTMLInputElement) Html.of("input", "form-check-input")
                .attribute("type", "checkbox")
                .attribute("value", name)
                .element();
        box.checked = ticked;
        box.addEventListener("change", event -> take(name, box.checked));
        if (focused) {
            DomGlobal.requestAnimationFrame(time -> box.focus());
        }
        return Html.of("label", "layer-source")
                .add(box)
                .add(
                        Html.of("span", "").text(name),
                        Html.of("span", "layer-source-shape").text(shape(name)))
                .element();
    }

    /** What a layer gives, as far as it is known. */
    private String shape(String name) {
        return lab.facts()
                .map(opened -> name.equals(Wiring.INPUT)
                        ? Figures.shape(opened.data().inputShape())
                        : opened.layers().stream()
                                .filter(layer -> layer.name().equals(name))
                                .map(layer -> Figures.shape(layer.shape()))
                                .findFirst()
                                .orElse("not there"))
                .orElse("");
    }

    private void take(String name, boolean ticked) {
        List<Choice> layers = new ArrayList<>(lab.recipe().layers());
        if (place < layers.size()) {
            List<String> from = new ArrayList<>(layers.get(place).get(LayerOptions.FROM));
            from.remove(name);
            if (ticked) {
                from.add(name);
            }
            layers.set(place, layers.get(place).with(LayerOptions.FROM, from));
            lab.change(lab.recipe().withLayers(layers));
        }
    }
}
