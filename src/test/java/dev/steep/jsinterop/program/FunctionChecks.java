package dev.steep.jsinterop.program;

import static dev.steep.jsinterop.program.Checks.check;

import elemental2.core.JsArray;
import elemental2.dom.CustomEvent;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.Event;
import elemental2.dom.EventListener;
import java.util.ArrayList;
import java.util.List;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** Functions in both directions, and listeners. */
final class FunctionChecks {
    private FunctionChecks() {}

    private static final class Counter implements Probe.Scalar {
        int calls;

        @Override
        public double apply(double x) {
            calls++;
            return x;
        }
    }

    static void run() {
        Probe probe = new Probe();
        check("a lambda is a function", 9.0, () -> probe.call(x -> x * x, 3));
        check("a method reference is a function", 2.0, () -> probe.call(Math::sqrt, 4));
        check("a lambda captures", 13.0, () -> {
            double bias = 10;
            return probe.call(x -> x + bias, 3);
        });
        check("a class of ours is a function", 1, () -> {
            Counter counter = new Counter();
            probe.call(counter, 1);
            return counter.calls;
        });
        check("JavaScript sees a function", "function", () -> probe.kindOf((Probe.Scalar) x -> x));
        check("a function of JavaScript is called", 15.0, () -> probe.adder(5).apply(10));
        check("a function of JavaScript goes back", 15.0, () -> probe.call(probe.adder(5), 10));
        check("a function of JavaScript keeps its identity", true, () -> {
            Probe.Scalar adder = probe.adder(1);
            probe.keep(adder);
            return probe.isKept(adder);
        });
        check("a lambda keeps its identity", true, () -> {
            Probe.Scalar square = x -> x * x;
            probe.keep(square);
            return probe.isKept(square);
        });
        check("a lambda called in Java", 16.0, () -> {
            Probe.Scalar square = x -> x * x;
            return square.apply(4);
        });
        check("lambdas in a Java list", 7.0, () -> {
            List<Probe.Scalar> list = new ArrayList<>();
            list.add(x -> x + 1);
            list.add(probe.adder(2));
            return list.get(0).apply(1) + list.get(1).apply(3);
        });
        check("a function in an Object", 6.0, () -> probe.callAny((Probe.Scalar) x -> 2 * x, 3));
        check("a function in a property map", 8.0, () -> {
            JsPropertyMap<Object> map = JsPropertyMap.of();
            Probe.Scalar twice = x -> 2 * x;
            map.set("f", twice);
            return ((Probe.Scalar) map.get("f")).apply(4);
        });
        check("a field that holds a function", 10.0, () -> {
            JsPropertyMap<Object> map = JsPropertyMap.of("f", probe.adder(9));
            return ((Probe.Scalar) map.get("f")).apply(1);
        });
        check("instanceof a function", "true true false", () -> {
            Object ours = (Probe.Scalar) x -> x;
            Object theirs = probe.adder(1);
            return (ours instanceof Probe.Scalar) + " " + (probe.same(theirs) instanceof Probe.Scalar) + " "
                    + (probe.same("s") instanceof Probe.Scalar);
        });
        check("a function's arguments are Java values", "Double String null", () -> {
            StringBuilder seen = new StringBuilder();
            Probe.Anything record = value -> {
                seen.append(
                        value == null
                                ? "null"
                                : value instanceof Double ? "Double " : value instanceof String ? "String " : "?");
                return value;
            };
            Probe.Anything through = (Probe.Anything) probe.same(record);
            through.with(1);
            through.with("s");
            through.with(null);
            return seen.toString();
        });
        check("a function with varargs", 3, () -> {
            Probe.Variadic count = values -> values.length;
            return ((Probe.Variadic) probe.same(count)).count("a", 2, null);
        });
        check("a null function is null", true, () -> (Probe.Scalar) probe.missing() == null);
        check("an exception crosses a function", "ours", () -> {
            try {
                probe.call(
                        x -> {
                            throw new IllegalStateException("ours");
                        },
                        1);
                return "nothing";
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        });
        listeners();
    }

    private static void listeners() {
        check("a listener hears an event", "ping", () -> {
            Element element = DomGlobal.document.createElement("p");
            String[] heard = new String[1];
            element.addEventListener("ping", event -> heard[0] = event.type);
            element.dispatchEvent(new Event("ping"));
            return heard[0];
        });
        check("a listener is removed", 1, () -> {
            Element element = DomGlobal.document.createElement("p");
            int[] heard = new int[1];
            EventListener listener = event -> heard[0]++;
            element.addEventListener("ping", listener);
            element.dispatchEvent(new Event("ping"));
            element.removeEventListener("ping", listener);
            element.dispatchEvent(new Event("ping"));
            return heard[0];
        });
        check("a listener added twice hears once", 1, () -> {
            Element element = DomGlobal.document.createElement("p");
            int[] heard = new int[1];
            EventListener listener = event -> heard[0]++;
            element.addEventListener("ping", listener);
            element.addEventListener("ping", listener);
            element.dispatchEvent(new Event("ping"));
            return heard[0];
        });
        check("an on-property takes a lambda", "click", () -> {
            Element element = DomGlobal.document.createElement("button");
            String[] heard = new String[1];
            element.onclick = event -> {
                heard[0] = event.type;
                return null;
            };
            Js.<elemental2.dom.HTMLElement>uncheckedCast(element).click();
            return heard[0];
        });
        check("an event carries details", 4.0, () -> {
            Element element = DomGlobal.document.createElement("p");
            Object[] heard = new Object[1];
            element.addEventListener("ping", event -> heard[0] = Js.<CustomEvent<Object>>cast(event).detail);
            var options = elemental2.dom.CustomEventInit.create();
            options.setDetail(4);
            element.dispatchEvent(new CustomEvent<>("ping", Js.uncheckedCast(options)));
            return heard[0];
        });
        check("forEach with a lambda", "abc", () -> {
            StringBuilder all = new StringBuilder();
            new JsArray<>("a", "b", "c").forEach((item, index) -> {
                all.append(item);
                return null;
            });
            return all.toString();
        });
    }
}
