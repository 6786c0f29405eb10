package dev.steep.ui.element;

import jsinterop.base.JsPropertyMap;

/** Objects for libraries of JavaScript. */
final class PropertyMaps {
    private PropertyMaps() {}

    /** An object of names and values by turns. */
    static JsPropertyMap<Object> map(Object... entries) {
        JsPropertyMap<Object> map = JsPropertyMap.of();
        for (int i = 0; i < entries.length; i += 2) {
            map.set((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
