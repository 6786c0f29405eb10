package dev.steep.ui.element;

import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.EventListener;
import elemental2.dom.NodeList;
import java.util.function.Consumer;

/**
 * Marks together all that stands for the same part of the experiment: elements with the same {@code data-part}, such as a layer's
 * card and its line of code. What is pointed at or has the focus decides.
 */
public final class PartMarks {
    private static final String PART = "data-part";
    private static final String MARKED = "part-marked";

    private final Consumer<String> elsewhere;
    private final EventListener listener = this::look;
    private String marked = "";

    /** @param elsewhere told of a part when something outside of the script stands for it */
    public PartMarks(Consumer<String> elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Begins to follow pointer and focus. */
    public void begin() {
        DomGlobal.document.addEventListener("pointerover", listener);
        DomGlobal.document.addEventListener("focusin", listener);
    }

    /** Marks nothing any more. */
    public void end() {
        DomGlobal.document.removeEventListener("pointerover", listener);
        DomGlobal.document.removeEventListener("focusin", listener);
        mark("");
    }

    /** Marks a part; nothing, if it is empty. */
    public void mark(String part) {
        marked = part;
        NodeList<Element> all = DomGlobal.document.querySelectorAll("[" + PART + "]");
        for (int i = 0; i < all.length; i++) {
            Element each = all.item(i);
            each.classList.toggle(MARKED, !part.isEmpty() && part.equals(each.getAttribute(PART)));
        }
    }

    /** Scrolls what else stands for a part into view. */
    public void reveal(String part, Element besides) {
        NodeList<Element> all = DomGlobal.document.querySelectorAll("[" + PART + "]");
        for (int i = 0; i < all.length; i++) {
            Element each = all.item(i);
            if (part.equals(each.getAttribute(PART)) && !besides.parentNode.contains(each)) {
                Html.scrollIntoView(each);
            }
        }
    }

    private void look(Event event) {
        Element target = (Element) event.target;
        Element found = target.closest("[" + PART + "]");
        String part = found == null ? "" : found.getAttribute(PART);
        if (!part.equals(marked)) {
            mark(part);
            if (!part.isEmpty() && found != null && !"option".equals(found.getAttribute("role"))) {
                elsewhere.accept(part);
            }
        }
    }
}
