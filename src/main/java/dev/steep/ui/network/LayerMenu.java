package dev.steep.ui.network;

import dev.steep.catalog.Kind;
import dev.steep.network.layer.Layers;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import elemental2.dom.DOMRect;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.KeyboardEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/**
 * The list of layers that can be added, with a sentence about each. What is typed into the field above it leaves those that it
 * names, and Enter adds the first. Escape or a click elsewhere closes it.
 */
final class LayerMenu {
    private static final int WIDTH = 320;
    private static final int ROOM = 320;
    private static final String ITEM = ".layer-menu-item";

    private final Map<Kind, HTMLElement> items = new LinkedHashMap<>();
    private final HTMLElement list = Html.of("div", "layer-menu-list")
            .attribute("role", "menu")
            .attribute("aria-label", "Layers")
            .element();
    private final HTMLElement none = Html.of("p", "layer-menu-none")
            .attribute("role", "status")
            .text("No layer is called so.")
            .element();
    private final HTMLInputElement field = (HTMLInputElement) Html.of("input", "form-control layer-filter")
            .attribute("type", "text")
            .attribute("autocomplete", "off")
            .attribute("spellcheck", "false")
            .attribute("placeholder", "conv, pool, drop …")
            .attribute("aria-label", "Search layers")
            .element();
    private final HTMLElement title = Html.of("div", "layer-menu-title").element();
    private final Roving roving = new Roving(list, ITEM);
    private final HTMLElement menu;
    private Consumer<Kind> picked = kind -> {};

    LayerMenu() {
        for (Kind kind : Layers.kinds()) {
            HTMLElement item = Html.of("button", "layer-menu-item")
                    .attribute("type", "button")
                    .attribute("role", "menuitem")
                    .on("click", event -> pick(kind))
                    .add(
                            Html.of("b", "").text(kind.title()),
                            Html.of("span", "").text(kind.about()))
                    .element();
            items.put(kind, item);
        }
        field.addEventListener("input", event -> filter());
        field.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
        list.addEventListener("keydown", event -> leave(Js.uncheckedCast(event)));
        menu = Html.of("div", "layer-menu")
                .attribute("popover", "auto")
                .attribute("role", "dialog")
                .attribute("aria-label", "Add a layer")
                .add(Html.of("div", "layer-menu-head")
                        .add(title)
                        .add(Html.button("btn-close", "", () -> popover().hidePopover())
                                .attribute("aria-label", "Close")))
                .add(field, none, list)
                .element();
    }

    HTMLElement element() {
        return menu;
    }

    /**
     * Opens it at a button.
     *
     * @param where says where the layer will stand, such as {@code Add a layer after dense}
     */
    void open(HTMLElement at, String where, Consumer<Kind> then) {
        picked = then;
        title.textContent = where;
        menu.setAttribute("aria-label", where);
        field.value = "";
        filter();
        DOMRect place = at.getBoundingClientRect();
        double high = DomGlobal.window.innerHeight;
        double left = Math.max(8, Math.min(place.left, DomGlobal.window.innerWidth - WIDTH - 8));
        boolean below = high - place.bottom >= ROOM || high - place.bottom > place.top;
        menu.style.setProperty("left", left + "px");
        menu.style.setProperty("top", below ? place.bottom + 4 + "px" : "auto");
        menu.style.setProperty("bottom", below ? "auto" : high - place.top + 4 + "px");
        menu.style.setProperty("max-height", (below ? high - place.bottom : place.top) - 16 + "px");
        popover().showPopover();
        // On a touch screen the field would bring its keyboard, over the list.
        boolean touch = DomGlobal.window.matchMedia("(pointer: coarse)").matches;
        focus(touch ? list.firstElementChild : field);
    }

    private void filter() {
        List<Kind> found = KindSearch.of(Layers.kinds(), field.value);
        Html.clear(list);
        found.forEach(kind -> list.appendChild(items.get(kind)));
        none.hidden = !found.isEmpty();
        list.scrollTop = 0;
        roving.refresh();
    }

    private void pick(Kind kind) {
        popover().hidePopover();
        picked.accept(kind);
    }

    private void key(KeyboardEvent press) {
        Element first = list.firstElementChild;
        boolean down = press.key.equals("ArrowDown");
        if (first != null && (down || press.key.equals("Enter"))) {
            press.preventDefault();
            if (down) {
                focus(first);
            } else {
                ((HTMLElement) first).click();
            }
        }
    }

    /** From the first layer up is the field, and whatever is typed goes into it. */
    private void leave(KeyboardEvent press) {
        if (press.defaultPrevented) {
            return;
        }
        boolean letter = press.key.length() == 1 && !press.key.equals(" ");
        boolean plain = !press.ctrlKey && !press.metaKey && !press.altKey;
        if (press.key.equals("ArrowUp") && DomGlobal.document.activeElement == list.firstElementChild
                || press.key.equals("Backspace")
                || letter && plain) {
            focus(field);
        }
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
