package dev.steep.ui.network;

import dev.steep.ui.element.Html;
import elemental2.dom.AddEventListenerOptions;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import elemental2.dom.NodeList;
import jsinterop.base.Js;
import org.teavm.jso.JSBody;

/**
 * Drags a card to another place of the row: with a mouse or pen at once, with a finger after it has rested on the card, so that the row can
 * still be swiped. A line shows where the card would go; near an edge the row scrolls. Escape gives it up. The pointer is captured: a drag
 * that ends outside of the window ends.
 */
final class LayerDrag {
    /** What happens to the row. */
    interface Drop {
        /** @param gap before which card the dragged one was let go */
        void at(int place, int gap);

        /** A finger rested on a card and went up again. */
        void held(int place);
    }

    private static final double FAR = 6;
    private static final double SHAKE = 10;
    private static final int REST_MS = 350;
    private static final double EDGE = 40;
    private static final double PACE = 12;
    private static final int FRAME_MS = 16;

    private final HTMLElement row;
    private final Drop drop;
    private int place = -1;
    private boolean dragging;
    private boolean finger;
    private double startX;
    private double startY;
    private double x;
    private double scrolled;
    private double waiting;
    private double scrolling;
    private HTMLElement card;
    private final HTMLElement mark =
            Html.of("div", "drop-mark").attribute("aria-hidden", "true").element();

    LayerDrag(HTMLElement row, Drop drop) {
        this.row = row;
        this.drop = drop;
        card = row;
        row.addEventListener("pointermove", event -> moved(Js.uncheckedCast(event)));
        row.addEventListener("pointerup", event -> end(true));
        row.addEventListener("pointercancel", event -> end(false));
        row.addEventListener("contextmenu", this::preventWhileDragging);
        AddEventListenerOptions active = AddEventListenerOptions.create();
        active.setPassive(false); // else a finger would scroll the row
        row.addEventListener("touchmove", this::preventWhileDragging, active);
        AddEventListenerOptions first = AddEventListenerOptions.create();
        first.setCapture(true);
        DomGlobal.document.addEventListener(
                "keydown",
                event -> {
                    if (dragging && Js.<KeyboardEvent>uncheckedCast(event).key.equals("Escape")) {
                        event.preventDefault();
                        event.stopPropagation();
                        end(false);
                    }
                },
                first);
    }

    /** A pointer goes down on a card. */
    void begin(int at, HTMLElement of, Event down) {
        MouseEvent press = Js.uncheckedCast(down);
        Element target = (Element) down.target;
        if (press.button != 0
                || press.ctrlKey
                || press.shiftKey
                || press.metaKey
                || target.closest("button:not(.layer-head), input, .layer-gap") != null) {
            return;
        }
        end(false);
        place = at;
        card = of;
        startX = press.clientX;
        startY = press.clientY;
        x = startX;
        if (isTouch(down)) {
            waiting = DomGlobal.setTimeout(arguments -> start(down), REST_MS);
        }
    }

    private void moved(MouseEvent move) {
        x = move.clientX;
        double far = Math.max(Math.abs(x - startX), Math.abs(move.clientY - startY));
        if (place >= 0 && !dragging && (isTouch(move) ? far > SHAKE : far > FAR)) {
            if (isTouch(move)) {
                end(false); // the finger swipes
            } else {
                start(move);
            }
        }
        if (dragging) {
            move.preventDefault();
            show();
        }
    }

    private void start(Event pointer) {
        dragging = true;
        finger = isTouch(pointer);
        scrolled = row.scrollLeft;
        capture(row, pointer);
        row.classList.add("dragging");
        card.classList.add("dragged");
        row.insertBefore(mark, row.firstChild); // the last child is the gap behind the last layer
        scrolling = DomGlobal.setInterval(arguments -> scroll(), FRAME_MS);
        show();
    }

    private void scroll() {
        double left = row.getBoundingClientRect().left;
        double before = row.scrollLeft;
        if (x < left + EDGE) {
            row.scrollLeft = before - PACE;
        } else if (x > left + row.clientWidth - EDGE) {
            row.scrollLeft = before + PACE;
        }
        if (row.scrollLeft != before) {
            show();
        }
    }

    /** The card follows the pointer, and the line stands where it would go. */
    private void show() {
        card.style.setProperty("transform", "translateX(" + (x - startX + row.scrollLeft - scrolled) + "px)");
        NodeList<Element> gaps = row.querySelectorAll(".layer-gap");
        int gap = gap();
        mark.hidden = gap == place || gap == place + 1;
        if (gap < gaps.length) {
            HTMLElement at = (HTMLElement) gaps.item(gap);
            mark.style.setProperty("left", at.offsetLeft + at.offsetWidth / 2 - 1 + "px");
        }
    }

    /** Before how many cards the pointer is. */
    private int gap() {
        NodeList<Element> cards = row.querySelectorAll(".layer-card:not(.layer-input)");
        double at = x - row.getBoundingClientRect().left + row.scrollLeft;
        int gap = 0;
        for (int i = 0; i < cards.length; i++) {
            HTMLElement each = (HTMLElement) cards.item(i);
            gap += at > each.offsetLeft + each.offsetWidth / 2.0 ? 1 : 0;
        }
        return gap;
    }

    private void end(boolean dropped) {
        DomGlobal.clearTimeout(waiting);
        if (dragging) {
            DomGlobal.clearInterval(scrolling);
            int gap = gap();
            row.classList.remove("dragging");
            card.classList.remove("dragged");
            card.style.removeProperty("transform");
            mark.remove();
            swallowClick(row);
            dragging = false;
            if (dropped && gap != place && gap != place + 1) {
                drop.at(place, gap);
            } else if (dropped && finger && Math.abs(x - startX) < SHAKE) {
                drop.held(place);
            }
        }
        place = -1;
    }

    private void preventWhileDragging(Event event) {
        if (dragging && event.cancelable) {
            event.preventDefault();
        }
    }

    @JSBody(params = "event", script = "return event.pointerType === 'touch';")
    private static native boolean isTouch(Event event);

    @JSBody(
            params = {"element", "event"},
            script = "element.setPointerCapture(event.pointerId);")
    private static native void capture(HTMLElement element, Event event);

    /** The click that comes with the end of a drag is none. */
    @JSBody(
            params = "row",
            script = "const stop = event => { event.stopPropagation(); event.preventDefault(); };"
                    + "addEventListener('click', stop, {capture: true, once: true});"
                    + "setTimeout(() => removeEventListener('click', stop, {capture: true}), 50);")
    private static native void swallowClick(HTMLElement row);
}
