package dev.steep.ui.element;

import dev.steep.picture.Drawing;
import elemental2.dom.CustomEvent;
import elemental2.dom.CustomEventInit;
import elemental2.dom.FocusEvent;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.Node;
import java.util.List;
import java.util.function.Supplier;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/**
 * Saves a picture, as SVG or PNG. It only draws it, for white paper; an event takes the drawing to {@code page.FigureSaver}, which knows
 * the experiment, and adds caption and link.
 */
public final class FigureButton {
    /** The event that asks for a file; it bubbles. */
    public static final String EVENT = "steep-figure";

    /** What has nothing to do with the experiment that is open has this attribute. */
    public static final String APART = "data-apart";

    private final HTMLElement element = Html.of("details", "figure-save").element();

    /**
     * A picture that is taken from the page as it is there.
     *
     * @param title what it shows
     * @param about the same in a sentence
     */
    public static FigureButton of(Supplier<String> title, Supplier<String> about, Supplier<HTMLElement> picture) {
        return new FigureButton(title, about, picture, () -> PageDrawing.of(picture.get()));
    }

    /**
     * A picture that knows how it is drawn.
     *
     * @param place where it is on the page
     * @param picture called while the page is light
     */
    public FigureButton(
            Supplier<String> title, Supplier<String> about, Supplier<HTMLElement> place, Supplier<Drawing> picture) {
        Html menu = Html.of("div", "figure-formats");
        HTMLInputElement grey = (HTMLInputElement) Html.of("input", "form-check-input")
                .attribute("type", "checkbox")
                .element();
        for (String format : List.of("SVG", "PNG")) {
            menu.add(Html.button("segment", format, () -> {
                element.removeAttribute("open");
                JsPropertyMap<Object> parts = JsPropertyMap.of();
                parts.set("title", title.get());
                parts.set("about", about.get());
                parts.set("format", format);
                parts.set("apart", place.get().closest("[" + APART + "]") != null ? "apart" : "");
                Theme.lit(grey.checked, () -> send(parts, picture.get()));
            }));
        }
        menu.add(Html.of("label", "figure-grey")
                .attribute(
                        "title", "Black for negative, grey for zero, white for positive numbers; the rest by lightness")
                .add(grey)
                .add(Html.of("span", "").text("black and white")));
        element.appendChild(Html.of("summary", "")
                .attribute("aria-label", "Save this picture")
                .attribute("title", "Save this picture with its caption and the link to the experiment")
                .text("⤓")
                .element());
        element.appendChild(menu.element());
        element.addEventListener("focusout", event -> {
            Object next = ((FocusEvent) Js.uncheckedCast(event)).relatedTarget;
            if (next != null && !element.contains(Js.<Node>uncheckedCast(next))) {
                element.removeAttribute("open");
            }
        });
    }

    public HTMLElement element() {
        return element;
    }

    private void send(JsPropertyMap<Object> parts, Drawing drawing) {
        parts.set("width", drawing.width());
        parts.set("height", drawing.height());
        parts.set("body", drawing.body());
        CustomEventInit<Object> init = CustomEventInit.create();
        init.setBubbles(true);
        init.setDetail(parts);
        element.dispatchEvent(new CustomEvent<>(EVENT, init));
    }
}
