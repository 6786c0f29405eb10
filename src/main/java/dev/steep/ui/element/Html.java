package dev.steep.ui.element;

import dev.steep.protocol.look.Look;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.Node;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;

/** Makes elements in one expression: {@code Html.of("div", "card p-2").add(Html.of("h2", "").text("Data"))}. */
public final class Html {
    private final HTMLElement element;

    private Html(HTMLElement element) {
        this.element = element;
    }

    /** An element with these classes, separated by blanks. */
    public static Html of(String tag, String classes) {
        HTMLElement element = (HTMLElement) DomGlobal.document.createElement(tag);
        if (!classes.isEmpty()) {
            element.className = classes;
        }
        return new Html(element);
    }

    /** A push button that says what it does. */
    public static Html button(String classes, String text, Runnable action) {
        return of("button", classes).attribute("type", "button").text(text).on("click", event -> action.run());
    }

    /** A line of a menu that stands for what it says. */
    public static Html option(String text) {
        return of("option", "").text(text);
    }

    /** A line of a menu that says one thing and stands for another. */
    public static Html option(String value, String text) {
        return option(text).attribute("value", value);
    }

    /** A canvas of so many pixels. */
    public static HTMLCanvasElement canvas(int width, int height, String classes) {
        HTMLCanvasElement canvas = (HTMLCanvasElement) DomGlobal.document.createElement("canvas");
        canvas.width = width;
        canvas.height = height;
        canvas.className = classes;
        return canvas;
    }

    public Html text(String text) {
        element.textContent = text;
        return this;
    }

    public Html attribute(String name, String value) {
        element.setAttribute(name, value);
        return this;
    }

    public Html on(String event, Consumer<Event> action) {
        element.addEventListener(event, action::accept);
        return this;
    }

    public Html add(Html... children) {
        for (Html child : children) {
            element.appendChild(child.element);
        }
        return this;
    }

    public Html add(Node... children) {
        for (Node child : children) {
            element.appendChild(child);
        }
        return this;
    }

    public HTMLElement element() {
        return element;
    }

    /** The same, as a button, so that it can be disabled. */
    public HTMLButtonElement asButton() {
        return (HTMLButtonElement) element;
    }

    /**
     * Says in the page that an element shows numbers of the worker: what kind of picture it is, and of what. Tests find every picture
     * by it, and draw the same numbers again.
     */
    public static void shows(HTMLElement element, String kind, Look look) {
        element.setAttribute("data-picture", kind);
        element.setAttribute("data-wish", look.words());
    }

    /** Says which part of the experiment an element stands for, such as {@code loss}: {@link PartMarks} marks it with others. */
    public static void standsFor(HTMLElement element, String part) {
        element.setAttribute("data-part", part);
    }

    /** Says which knob a control sets, so that it is found by the knob's name. */
    public static void sets(HTMLElement control, String knob) {
        control.setAttribute("data-knob", knob);
    }

    /** Scrolls as little as shows all of an element. */
    @JSBody(params = "element", script = "element.scrollIntoView({block: 'nearest', inline: 'nearest'});")
    public static native void scrollIntoView(Element element);

    /** Takes all children away. */
    public static void clear(Element element) {
        element.textContent = "";
    }
}
