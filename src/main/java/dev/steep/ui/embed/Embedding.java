package dev.steep.ui.embed;

import dev.steep.protocol.Report;
import dev.steep.ui.state.Lab;
import elemental2.core.JsArray;
import elemental2.dom.DomGlobal;
import elemental2.dom.ResizeObserver;
import elemental2.promise.Promise;
import java.util.function.Consumer;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/**
 * The lab inside another page: takes calls as messages, {@code {steep: {id, call: 'train', args: [...]}}}, and answers
 * {@code {steep: {id, result}}} or {@code {steep: {id, error}}}. Tells the page around it when it is ready, how high it
 * would like to be, and of each epoch.
 *
 * <p>Only the page directly around {@code embed.html} is listened to. If it is of another origin, it learns nothing of data
 * that the student opened, unless the student agrees.
 */
public final class Embedding {
    /** The calls that a script can make, by their names. */
    public interface Calls {
        Promise<Object> call(String name, Object... arguments);

        /** What the answer may tell of. */
        OwnDataAccess.Reach reveals(String name, Object... arguments);

        /** Whether the call brings data of the caller's. */
        boolean brings(String name);
    }

    private static final String REFUSAL =
            "The data in this lab are the student's own. A page of another origin may read neither them nor what is"
                    + " learned from them, until the student allows it in the lab.";

    private final Calls calls;
    private final OwnDataAccess own;
    private final ConsentBar bar = new ConsentBar(this::decided);
    private String parent = parentOrigin();

    private Embedding(Lab lab, Calls calls) {
        this.calls = calls;
        own = new OwnDataAccess(lab, bar::withdraw);
    }

    /**
     * Begins, where the lab is an embedded page in a frame.
     *
     * @param epochs takes who wants to hear of each epoch
     */
    public static void begin(Lab lab, Consumer<Consumer<JsPropertyMap<Object>>> epochs, Calls calls) {
        if (framed() && DomGlobal.document.body.classList.contains("embedded")) {
            new Embedding(lab, calls).begin(lab, epochs);
        }
    }

    private void begin(Lab lab, Consumer<Consumer<JsPropertyMap<Object>>> epochs) {
        DomGlobal.document.body.prepend(bar.element());
        DomGlobal.window.addEventListener("message", event -> answer(Js.uncheckedCast(event)));
        epochs.accept(log -> {
            if (!hides(OwnDataAccess.Reach.PRESENT)) {
                tell("epoch", log);
            }
        });
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

    private boolean hides(OwnDataAccess.Reach part) {
        return !trusted() && own.hides(part);
    }

    /** A page of the lab's own origin can read everything in it anyway. */
    private boolean trusted() {
        return parent.equals(DomGlobal.location.origin) && !parent.equals("null") || own.agrees(parent);
    }

    private void answer(JsPropertyMap<Object> event) {
        JsPropertyMap<Object> asked = asked(event);
        if (asked == null) {
            return;
        }
        parent = Js.asString(event.get("origin"));
        String name = String.valueOf(asked.get("call"));
        Object[] arguments = arguments(Js.uncheckedCast(asked.get("args")));
        OwnDataAccess.Reach part = calls.reveals(name, arguments);
        if (hides(part)) {
            refuse(asked);
            return;
        }
        int before = own.shown();
        calls.call(name, arguments)
                .then(
                        result -> {
                            if (calls.brings(name)) {
                                own.replaced();
                            }
                            reply(asked, part, before, "result", Js.uncheckedCast(result));
                            return null;
                        },
                        error -> {
                            reply(asked, part, before, "error", message(Js.uncheckedCast(error)));
                            return null;
                        });
    }

    /** The student's data may have come, and even gone, while the call was carried out. */
    private void reply(JsPropertyMap<Object> asked, OwnDataAccess.Reach part, int before, String name, Object value) {
        boolean came = part != OwnDataAccess.Reach.NOTHING && own.shown() != before && !trusted();
        if (came || hides(part)) {
            refuse(asked);
        } else {
            reply(asked.get("id"), name, value);
        }
    }

    private void refuse(JsPropertyMap<Object> asked) {
        bar.ask(parent);
        reply(asked.get("id"), "error", REFUSAL);
    }

    private void reply(Object id, String name, Object value) {
        post(reply(Js.uncheckedCast(id), name, Js.<JsPropertyMap<Object>>uncheckedCast(value)), target());
    }

    private void decided(boolean allowed) {
        own.agree(allowed ? parent : "");
        if (allowed) {
            tell("allowed", JsPropertyMap.of());
        }
    }

    private static Object[] arguments(JsArray<Object> list) {
        Object[] arguments = new Object[list.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = list.getAt(i);
        }
        return arguments;
    }

    private void tell(String event, JsPropertyMap<Object> value) {
        post(JsPropertyMap.of("event", (Object) event, "value", value), target());
    }

    private void tellHeight() {
        tell("height", JsPropertyMap.of("height", (Object) (double) DomGlobal.document.documentElement.scrollHeight));
    }

    /** Origins without a name can be addressed by * only; the parent of a frame stays the same as long as the frame lives. */
    private String target() {
        return parent.isEmpty() || parent.equals("null") ? "*" : parent;
    }

    @JSBody(script = "return window.parent !== window;")
    private static native boolean framed();

    /** The origin of the page around this one as far as the browser says it; otherwise known from its first message. */
    @JSBody(
            script = "try { return window.parent.location.origin; } catch (stranger) {"
                    + " return location.ancestorOrigins && location.ancestorOrigins[0] || ''; }")
    private static native String parentOrigin();

    @JSBody(
            params = {"message", "origin"},
            script = "window.parent.postMessage({steep: message}, origin);")
    private static native void post(JsPropertyMap<Object> message, String origin);

    /** The call that the parent's message asks for; null if it is none: other windows, and other scripts, send messages too. */
    @JSBody(
            params = "event",
            script =
                    "var s = event.data && event.data.steep;"
                            + "return event.source === window.parent && s && typeof s === 'object' && 'call' in s"
                            + " ? {id: s.id, call: typeof s.call === 'string' ? s.call : '', args: Array.isArray(s.args) ? s.args : []} : null;")
    private static native JsPropertyMap<Object> asked(JsPropertyMap<Object> event);

    @JSBody(
            params = {"id", "name", "value"},
            script = "var answer = {id: id}; answer[name] = value; return answer;")
    private static native JsPropertyMap<Object> reply(
            JsPropertyMap<Object> id, String name, JsPropertyMap<Object> value);

    @JSBody(params = "error", script = "return String(error && error.message || error);")
    private static native String message(JsPropertyMap<Object> error);
}
