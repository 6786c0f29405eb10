package dev.steep.ui.network;

import dev.steep.network.LayerNames;
import dev.steep.network.layer.LayerOptions;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.Optional;
import jsinterop.base.Js;

/** What the layer at a place is called, to be typed. A name that cannot be is explained below, and the old one stays. */
final class LayerName {
    private final Lab lab;
    private final LayerEdits edits;
    private final int place;
    private final HTMLInputElement field;
    private final HTMLElement complaint = Html.of("p", "name-message")
            .attribute("role", "alert")
            .attribute("hidden", "")
            .element();
    private final HTMLElement element;

    LayerName(Lab lab, LayerEdits edits, int place) {
        this.lab = lab;
        this.edits = edits;
        this.place = place;
        Caption caption = Caption.of(LayerOptions.NAME).goingOn();
        field = caption.name((HTMLInputElement) Html.of("input", "form-control form-control-sm")
                .attribute("type", "text")
                .attribute("spellcheck", "false")
                .attribute("autocomplete", "off")
                .attribute("autocapitalize", "off")
                .attribute("data-layer-name", "")
                .element());
        field.addEventListener("change", event -> rename());
        field.addEventListener("input", event -> check());
        field.addEventListener("keydown", event -> pressed(Js.uncheckedCast(event)));
        field.addEventListener("blur", event -> giveUp());
        element = caption.above(field, complaint);
    }

    HTMLElement element() {
        return element;
    }

    /** Shows the name, unless another one is being typed. */
    void show(String name) {
        if (DomGlobal.document.activeElement != field) {
            field.value = name;
            say(Optional.empty());
        }
    }

    private String typed() {
        return field.value.strip();
    }

    private void check() {
        say(LayerNames.complaint(lab.recipe().layers(), place, typed()));
    }

    private void rename() {
        check();
        if (complaint.hidden) {
            edits.rename(place, typed());
        }
    }

    /** Escape goes back to the name that the layer has. */
    private void pressed(KeyboardEvent event) {
        if (event.key.equals("Escape")) {
            event.stopPropagation();
            giveUp();
        }
    }

    private void giveUp() {
        if (!complaint.hidden || !typed().equals(present())) {
            field.value = present();
            say(Optional.empty());
        }
    }

    private String present() {
        return place < lab.recipe().layers().size()
                ? LayerNames.name(lab.recipe().layers().get(place))
                : "";
    }

    private void say(Optional<String> sentence) {
        complaint.hidden = sentence.isEmpty();
        complaint.textContent = sentence.orElse("");
        field.setAttribute("aria-invalid", "" + sentence.isPresent());
        field.classList.toggle("is-invalid", sentence.isPresent());
    }
}
