package dev.steep.ui.element;

import dev.steep.picture.Ramp;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.NodeList;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Light or dark, and what the style sheet says of it, for what is painted rather than styled. */
public final class Theme {
    private static final String ATTRIBUTE = "data-bs-theme";
    private static final String PAINTED = "follows-theme";
    private static final String STILL = "still";
    private static final String GREY = "grey-print";
    private static final String TURNED = "steep-theme";

    private Theme() {}

    /** Whether the page is dark at present. */
    public static boolean dark() {
        return "dark".equals(DomGlobal.document.documentElement.getAttribute(ATTRIBUTE));
    }

    /** The value of one of the style sheet's variables, such as {@code --picture-line}. */
    static String css(String variable) {
        return computed(DomGlobal.document.documentElement)
                .getPropertyValue(variable)
                .trim();
    }

    /** What an element looks like in the end, in one respect, such as {@code color}. */
    static String of(Element element, String property) {
        return computed(element).getPropertyValue(property);
    }

    /**
     * Does something while the page is light, and has it as it was: both within one turn of the page, so nobody sees it. No colour is on
     * its way to another one meanwhile.
     *
     * @param grey whether it is for black and white print besides
     */
    static void lit(boolean grey, Runnable action) {
        boolean dark = dark();
        HTMLElement page = (HTMLElement) DomGlobal.document.documentElement;
        page.classList.add(STILL);
        page.classList.toggle(GREY, grey);
        Ramp.print(grey);
        if (dark || grey) {
            turn(false);
        }
        try {
            action.run();
        } finally {
            Ramp.print(false);
            page.classList.remove(GREY);
            if (dark || grey) {
                turn(dark);
            }
            page.classList.remove(STILL);
        }
    }

    /** Turns the page dark or light, and has repainted what is painted. */
    public static void turn(boolean dark) {
        DomGlobal.document.documentElement.setAttribute(ATTRIBUTE, dark ? "dark" : "light");
        NodeList<Element> painted = DomGlobal.document.querySelectorAll("." + PAINTED);
        for (int i = 0; i < painted.length; i++) {
            painted.item(i).dispatchEvent(new Event(TURNED));
        }
    }

    /**
     * Calls back whenever the page turns dark or light while this element is in it. Nothing but the element holds on to the
     * action, so that both go when the element goes.
     */
    public static void onChange(HTMLElement painted, Runnable action) {
        painted.classList.add(PAINTED);
        painted.addEventListener(TURNED, event -> action.run());
    }

    @JsMethod(namespace = JsPackage.GLOBAL, name = "getComputedStyle")
    private static native Style computed(Element element);

    /** What an element looks like in the end. */
    @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "CSSStyleDeclaration")
    private static class Style {
        native String getPropertyValue(String name);
    }
}
