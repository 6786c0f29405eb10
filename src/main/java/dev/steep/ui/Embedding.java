package dev.steep.ui;

import dev.steep.protocol.Report;
import elemental2.core.JsArray;
import elemental2.dom.DomGlobal;
import elemental2.dom.MessageEvent;
import elemental2.dom.ResizeObserver;
import elemental2.promise.Promise;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/**
 * The lab inside another page: takes calls as messages, {@code {steep: {id, call: 'train', args: [...]}}}, and answers
 * {@code {steep: {id, result}}} or {@code {steep: {id, error}}}. Tells the page around it when it is ready, how high it
 * would like to be, and of each epoch.
 */
final class Embedding {
    /** Makes a call by its name. */
    interface Caller {
        Promise<Object> call(String name, Object... arguments);
    }

    private Embedding() {}

    static void begin(Lab lab, ScriptEvents events, Caller caller) {
        DomGlobal.window.addEventListener("message", event -> answer(Js.uncheckedCast(event), caller));
        if (!framed()) {
            return;
        }
        events.listen("epoch", log -> tell("epoch", log));
        boolean[] ready = new boolean[1];
        lab.listen(new Lab.Listener() {
            @Override
            public void opened(Report.Opened opened) {
                if (!ready[0]) {
                    ready[0] = true;
                    tell("ready", JsPropertyMap.of());
                    tellHeight();
                }
            }
        });
        new ResizeObserver((entries, observer) -> {
                    tellHeight();
                    return null;
                })
                .observe(DomGlobal.document.documentElement);
    }

    private static void answer(MessageEvent<Object> event, Caller caller) {
        JsPropertyMap<Object> asked = asked(Js.uncheckedCast(event));
        if (asked == null) {
            return;
        }
        Object given = asked.get("args");
        Object[] arguments = given == null ? new Object[0] : arguments(Js.uncheckedCast(given));
        caller.call(String.valueOf(asked.get("call")), arguments)
                .then(
                        result -> {
                            reply(Js.uncheckedCast(event), asked, "result", Js.uncheckedCast(result));
                            return null;
                        },
                        error -> {
                            reply(
                                    Js.uncheckedCast(event),
                                    asked,
                                    "error",
                                    Js.uncheckedCast(message(Js.uncheckedCast(error))));
                            return null;
                        });
    }

    private static Object[] arguments(JsArray<Object> list) {
        Object[] arguments = new Object[list.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = list.getAt(i);
        }
        return arguments;
    }

    private static void tell(String event, JsPropertyMap<Object> value) {
        tellParent(event, value);
    }

    private static void tellHeight() {
        tell("height", JsPropertyMap.of("height", (Object) (double) DomGlobal.document.documentElement.scrollHeight));
    }

    @JSBody(script = "return window.parent !== window;")
    private static native boolean framed();

    @JSBody(
            params = {"name", "value"},
            script = "window.parent.postMessage({steep: {event: name, value: value}}, '*');")
    private static native void tellParent(String name, JsPropertyMap<Object> value);

    /** The call that a message asks for; null if it is none, for other scripts send messages too. */
    @JSBody(
            params = "event",
            script = "var s = event.data && event.data.steep;"
                    + "return event.source && s && typeof s === 'object' && 'call' in s"
                    + " ? {id: s.id, call: s.call, args: Array.isArray(s.args) ? s.args : []} : null;")
    private static native JsPropertyMap<Object> asked(JsPropertyMap<Object> event);

    @JSBody(
            params = {"event", "asked", "name", "value"},
            script = "event.source.postMessage({steep: {id: asked.id, [name]: value}},"
                    + " event.origin === 'null' ? '*' : event.origin);")
    private static native void reply(
            JsPropertyMap<Object> event, JsPropertyMap<Object> asked, String name, JsPropertyMap<Object> value);

    @JSBody(params = "error", script = "return String(error && error.message || error);")
    private static native String message(JsPropertyMap<Object> error);
}
