package dev.steep.ui.network;

import dev.steep.catalog.Kind;
import dev.steep.network.layer.Layers;
import dev.steep.ui.element.Html;
import elemental2.dom.DOMRect;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import java.util.function.Consumer;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** The list of layers that can be added, with a sentence about each. Escape or a click elsewhere closes it. */
final class LayerMenu {
    private static final int WIDTH = 320;

    private final HTMLElement menu;
    private Consumer<Kind> picked = kind -> {};

    LayerMenu() {
        Html list = Html.of("div", "layer-menu")
                .attribute("popover", "auto")
                .attribute("role", "menu")
                .attribute("aria-label", "Add a layer")
                .on("keydown", event -> key(Js.uncheckedCast(event)));
        for (Kind kind : Layers.kinds()) {
            list.add(Html.of("button", "layer-menu-item")
                    .attribute("type", "button")
                    .attribute("role", "menuitem")
                    .on("click", event -> pick(kind))
                    .add(
                            Html.of("b", "").text(kind.title()),
                            Html.of("span", "").text(kind.about())));
        }
        menu = list.element();
    }

    HTMLElement element() {
        return menu;
    }

    /** Opens it under a button. */
    void open(HTMLElement under, Consumer<Kind> then) {
        picked = then;
        DOMRect place = under.getBoundingClientRect();
        double left = Math.max(8, Math.min(place.left, DomGlobal.window.innerWidth - WIDTH - 8));
        menu.style.setProperty("left", left + "px");
        menu.style.setProperty("top", place.bottom + 4 + "px");
        menu.style.setProperty("max-height", DomGlobal.window.innerHeight - place.bottom - 16 + "px");
        popover().showPopover();
        focus(menu.firstElementChild);
    }

    private void pick(Kind kind) {
        popover().hidePopover();
        picked.accept(kind);
    }

    private void key(KeyboardEvent event) {
        Element at = DomGlobal.document.activeElement;
        boolean down = event.key.equals("ArrowDown");
        if (at == null || !(down || event.key.equals("ArrowUp"))) {
            return;
        }
        event.preventDefault();
        Element next = down ? at.nextElementSibling : at.previousElementSibling;
        focus(next != null ? next : down ? menu.firstElementChild : menu.lastElementChild);
    }

    private static void focus(Element element) {
        if (element != null) {
            ((HTMLElement) element).focus();
        }
    }

    private Popover popover() {
        return Js.uncheckedCast(menu);
    }

    /** An element that floats over the page. */
    @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "HTMLElement")
    private static class Popover {
        native void showPopover();

        native void hidePopover();
    }
}
