package dev.steep.ui.element;

import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.NodeList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/**
 * Makes many things to press one stop of the Tab key (a "roving tabindex"): within it, arrow keys go from one to the next, up and down
 * by whole lines where they stand in lines, Home and End to the first and the last. The one that was reached last is where Tab comes back to.
 */
public final class Roving {
    private final HTMLElement area;
    private final String selector;
    private Optional<Element> stop = Optional.empty();

    /**
     * @param area what holds them
     * @param selector finds them in it, in order
     */
    public Roving(HTMLElement area, String selector) {
        this.area = area;
        this.selector = selector;
        area.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
        area.addEventListener("focusin", event -> {
            Element target = ((Element) event.target).closest(selector);
            if (target != null) {
                stopAt(target);
            }
        });
    }

    /** To be called when there are others than before. */
    public void refresh() {
        List<HTMLElement> all = items();
        if (!all.isEmpty()) {
            stopAt(stop.filter(all::contains).orElse(all.get(0)));
        }
    }

    /** Where Tab comes to from now on. */
    public void stopAt(Element wanted) {
        stop = Optional.of(wanted);
        NodeList<Element> all = area.querySelectorAll(selector);
        for (int i = 0; i < all.length; i++) {
            ((HTMLElement) all.item(i)).tabIndex = all.item(i) == wanted ? 0 : -1;
        }
    }

    private List<HTMLElement> items() {
        List<HTMLElement> items = new ArrayList<>();
        NodeList<Element> all = area.querySelectorAll(selector);
        for (int i = 0; i < all.length; i++) {
            HTMLElement item = (HTMLElement) all.item(i);
            if (item.offsetWidth > 0) {
                items.add(item);
            }
        }
        return items;
    }

    private void key(KeyboardEvent press) {
        Element focus = DomGlobal.document.activeElement;
        if (press.defaultPrevented
                || press.ctrlKey
                || press.metaKey
                || press.altKey
                || press.shiftKey
                || focus == null) {
            return;
        }
        List<HTMLElement> all = items();
        int at = all.indexOf(focus.closest(selector));
        if (at < 0) {
            return;
        }
        int next = next(press.key, at, all);
        if (next != at && next >= 0 && next < all.size()) {
            press.preventDefault();
            all.get(next).focus();
        }
    }

    private static int next(String key, int at, List<HTMLElement> all) {
        return switch (key) {
            case "ArrowRight" -> at + 1;
            case "ArrowLeft" -> at - 1;
            case "ArrowDown" -> at + line(all);
            case "ArrowUp" -> at - line(all);
            case "Home" -> 0;
            case "End" -> all.size() - 1;
            default -> at;
        };
    }

    /** How many stand side by side; none, if all do, as there is no line above or below then. */
    private static int line(List<HTMLElement> all) {
        double top = all.get(0).getBoundingClientRect().top;
        int count = (int) all.stream()
                .filter(each -> Math.abs(each.getBoundingClientRect().top - top) < 2)
                .count();
        return count == all.size() ? 0 : count;
    }
}
