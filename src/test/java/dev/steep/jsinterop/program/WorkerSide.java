package dev.steep.jsinterop.program;

import dev.steep.browser.TypedArrays;
import elemental2.core.Float32Array;
import elemental2.core.JsArray;
import elemental2.core.Transferable;
import elemental2.dom.DedicatedWorkerGlobalScope;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** The program inside a worker: doubles the numbers it is sent, and hands the buffer over. */
final class WorkerSide {
    private WorkerSide() {}

    static void run() {
        DedicatedWorkerGlobalScope scope = Js.uncheckedCast(Js.global());
        scope.setOnmessage(event -> {
            JsPropertyMap<Object> message = Js.cast(event.data);
            float[] values = TypedArrays.floats(Js.cast(message.get("values")));
            for (int i = 0; i < values.length; i++) {
                values[i] *= 2;
            }
            Float32Array doubled = TypedArrays.of(values);
            JsArray<Transferable> transferred = new JsArray<>(Js.<Transferable>uncheckedCast(doubled.buffer));
            scope.postMessage(JsPropertyMap.of("name", message.get("name"), "values", (Object) doubled), transferred);
        });
        scope.postMessage("ready");
    }
}
