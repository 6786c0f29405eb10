package dev.steep.ui;

import elemental2.core.JsArray;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.MutationObserver;
import elemental2.dom.MutationObserverInit;
import elemental2.dom.MutationRecord;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Light or dark, and what the style sheet says of it, for what is painted rather than styled. */
final class Theme {
    private static final String ATTRIBUTE = "data-bs-theme";

    private Theme() {}

    /** Whether the page is dark at present. */
    static boolean dark() {
        return "dark".equals(DomGlobal.document.documentElement.getAttribute(ATTRIBUTE));
    }

    /** The value of one of the style sheet's variables, such as {@code --picture-line}. */
    static String css(String variable) {
        return computed(DomGlobal.document.documentElement)
                .getPropertyValue(variable)
                .trim();
    }

    /** Calls back whenever the page turns light or dark. */
    static void onChange(Runnable action) {
        MutationObserverInit attributes = MutationObserverInit.create();
        attributes.setAttributes(true);
        attributes.setAttributeFilter(JsArray.of(ATTRIBUTE));
        MutationObserver.MutationObserverCallbackFn changed =
                (JsArray<MutationRecord> records, MutationObserver by) -> {
                    action.run();
                    return null;
                };
        new MutationObserver(changed).observe(DomGlobal.document.documentElement, attributes);
    }

    @JsMethod(namespace = JsPackage.GLOBAL, name = "getComputedStyle")
    private static native Style computed(Element element);

    /** What an element looks like in the end. */
    @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "CSSStyleDeclaration")
    private static class Style {
        native String getPropertyValue(String name);
    }
}
