package dev.steep.jsinterop.program;

import static dev.steep.jsinterop.program.Checks.is;

import dev.steep.browser.TypedArrays;
import elemental2.core.Float32Array;
import elemental2.core.JsArray;
import elemental2.core.Transferable;
import elemental2.dom.DomGlobal;
import elemental2.dom.Worker;
import elemental2.promise.Promise;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** What answers later: timers, promises, fetch, workers. Each reports once; the test waits for all of them. */
final class LaterChecks {
    private LaterChecks() {}

    static void run() {
        Checks.expect(
                "a timer fires",
                "an animation frame has a time",
                "a promise resolves",
                "promises chain",
                "a promise made in Java",
                "a promise rejects",
                "a resolver is kept and called later",
                "promises together",
                "fetch reads JSON",
                "fetch reads bytes",
                "fetch of a missing file",
                "a transferred array is gone",
                "a worker answers",
                "a worker's typed array arrives");
        DomGlobal.setTimeout(ignored -> is("a timer fires", 2, 1 + 1), 1);
        DomGlobal.requestAnimationFrame(time -> is("an animation frame has a time", true, time > 0));
        promises();
        fetched();
        worker();
    }

    private static void promises() {
        Promise.resolve("value").then(value -> {
            is("a promise resolves", "value", value);
            return null;
        });
        Promise.resolve(1.5)
                .<String>then(value -> Promise.resolve("got " + value))
                .then(value -> {
                    is("promises chain", "got 1.5", value);
                    return null;
                });
        new Promise<Double>((resolve, reject) -> resolve.onInvoke(3.0)).then(value -> {
            is("a promise made in Java", 3.0, value);
            return null;
        });
        new Promise<String>((resolve, reject) -> DomGlobal.setTimeout(ignored -> reject.onInvoke("reason"), 1))
                .catch_(reason -> {
                    is("a promise rejects", "reason", reason);
                    return null;
                });
        new Promise<String>((resolve, reject) -> Promise.resolve("relayed").then(value -> {
                    resolve.onInvoke(value);
                    return null;
                }))
                .then(value -> {
                    is("a resolver is kept and called later", "relayed", value);
                    return null;
                });
        Promise.all(Promise.resolve("a"), Promise.resolve("b")).then(values -> {
            is("promises together", "ab", values[0] + values[1]);
            return null;
        });
    }

    private static void fetched() {
        DomGlobal.fetch("data.json").then(response -> response.json()).then(json -> {
            is(
                    "fetch reads JSON",
                    "[1,2,3]",
                    elemental2.core.Global.JSON.stringify(Js.asPropertyMap(json).get("list")));
            return null;
        });
        DomGlobal.fetch("data.json").then(response -> response.arrayBuffer()).then(buffer -> {
            is("fetch reads bytes", (byte) '{', TypedArrays.bytes(new elemental2.core.Uint8Array(buffer))[0]);
            return null;
        });
        DomGlobal.fetch("missing.json").then(response -> {
            is("fetch of a missing file", "404 false", response.status + " " + response.ok);
            return null;
        });
    }

    private static void worker() {
        Worker worker = new Worker("worker.js");
        Float32Array values = TypedArrays.of(new float[] {1, 1.5f});
        worker.onmessage = event -> {
            if ("ready".equals(event.data)) {
                JsArray<Transferable> transferred = new JsArray<>(Js.<Transferable>uncheckedCast(values.buffer));
                worker.postMessage(JsPropertyMap.of("name", (Object) "loss", "values", values), transferred);
                is("a transferred array is gone", 0, values.length);
            } else {
                JsPropertyMap<Object> data = Js.cast(event.data);
                is("a worker answers", "loss", data.get("name"));
                is("a worker's typed array arrives", 3f, TypedArrays.floats(Js.cast(data.get("values")))[1]);
            }
        };
    }
}
