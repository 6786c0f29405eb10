package dev.steep.ui.script;

import dev.steep.browser.TypedArrays;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.ui.state.Lab;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jsinterop.annotations.JsFunction;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/** What a script can be told of: {@code steep.on('epoch', log => ...)}. */
final class ScriptEvents implements Lab.Listener {
    /** A script's function. */
    @JsFunction
    interface Heard {
        void with(JsPropertyMap<Object> value);
    }

    /** Ends a subscription. */
    @JsFunction
    private interface Unsubscribe {
        void now();
    }

    /** {@code steep.on}. */
    @JsFunction
    private interface Subscription {
        Unsubscribe to(Object event, Object function);
    }

    /** A subscription of its own even if the same function is given twice. */
    private record Subscriber(Heard function) {
        boolean is(Subscriber other) {
            return this == other;
        }
    }

    private final Map<String, List<Subscriber>> subscribers = new LinkedHashMap<>();
    private Optional<Report.Progress.State> state = Optional.empty();

    ScriptEvents() {
        List.of("epoch", "step", "state", "error", "notice")
                .forEach(event -> subscribers.put(event, new ArrayList<>()));
    }

    Object subscription() {
        Subscription on = this::subscribe;
        return on;
    }

    private List<Subscriber> listening(String event) {
        return Objects.requireNonNull(subscribers.get(event));
    }

    private Unsubscribe subscribe(Object event, Object function) {
        if (!(event instanceof String name) || !subscribers.containsKey(name)) {
            fail("steep.on: the event must be one of " + String.join(", ", subscribers.keySet()) + ".");
            return () -> {};
        }
        if (!(function instanceof Heard heard)) {
            fail("steep.on: the second argument must be a function.");
            return () -> {};
        }
        return on(name, heard);
    }

    private Unsubscribe on(String event, Heard function) {
        List<Subscriber> mine = listening(event);
        Subscriber subscriber = new Subscriber(function);
        mine.add(subscriber);
        return () -> mine.removeIf(subscriber::is);
    }

    /** The same for Java. */
    void listen(String event, Heard function) {
        on(event, function);
    }

    @Override
    public void progressed(Report.Progress now) {
        if (now.losses().length > 0) {
            tellStep(now);
        }
        for (EpochLog log : listening("epoch").isEmpty() ? List.<EpochLog>of() : now.log()) {
            tell("epoch", epoch(log));
        }
        if (!state.equals(Optional.of(now.state()))) {
            state = Optional.of(now.state());
            JsPropertyMap<Object> value = JsPropertyMap.of();
            value.set("state", word(now.state()));
            value.set("epoch", now.epoch());
            value.set("step", now.step());
            if (!now.ending().isEmpty()) {
                value.set("reason", now.ending());
            }
            tell("state", value);
            if (now.state() == Report.Progress.State.DIVERGED) {
                told(now.trouble(), true);
            }
        }
    }

    @Override
    public void told(String sentence, boolean trouble) {
        JsPropertyMap<Object> value = JsPropertyMap.of();
        value.set("message", sentence);
        tell(trouble ? "error" : "notice", value);
    }

    private void tellStep(Report.Progress now) {
        if (listening("step").isEmpty()) {
            return;
        }
        JsPropertyMap<Object> value = JsPropertyMap.of();
        value.set("epoch", now.epoch());
        value.set("step", now.step());
        value.set("loss", (double) now.losses()[now.losses().length - 1]);
        value.set("losses", TypedArrays.of(now.losses()));
        value.set("samplesPerSecond", now.samplesPerSecond());
        tell("step", value);
    }

    static JsPropertyMap<Object> epoch(EpochLog log) {
        JsPropertyMap<Object> value = JsPropertyMap.of();
        value.set("epoch", log.epoch());
        value.set("step", log.step());
        log.measured().forEach(each -> put(value, each.name(), each.training()));
        log.measured().forEach(each -> put(value, "val_" + each.name(), each.validation()));
        put(value, "learning_rate", log.rate());
        put(value, "seconds", log.seconds());
        return value;
    }

    /** A number that does not exist, such as a regression's accuracy, is left out, as Keras does. */
    private static void put(JsPropertyMap<Object> value, String name, double number) {
        if (!Double.isNaN(number)) {
            value.set(name, number);
        }
    }

    private static String word(Report.Progress.State state) {
        return switch (state) {
            case PAUSED -> "paused";
            case TRAINING -> "training";
            case FINISHED -> "finished";
            case DIVERGED -> "diverged";
            case BLOCKED -> "blocked";
        };
    }

    /** A subscriber that throws harms itself only. */
    private void tell(String event, JsPropertyMap<Object> value) {
        for (Subscriber subscriber : List.copyOf(listening(event))) {
            safely(Js.uncheckedCast(subscriber.function()), value);
        }
    }

    @JSBody(
            params = {"f", "v"},
            script = "try { f(v); } catch (e) { console.error(e); }")
    private static native void safely(JsPropertyMap<Object> f, JsPropertyMap<Object> v);

    @JSBody(params = "sentence", script = "throw new Error(sentence);")
    private static native void fail(String sentence);
}
