package dev.steep.jsinterop.program;

import static dev.steep.jsinterop.program.Checks.check;

import elemental2.core.Global;
import elemental2.core.JsArray;
import elemental2.core.JsObject;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jsinterop.base.Any;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** What becomes of values on the way: null and undefined, numbers, strings, casts, unions, identity, arrays. */
final class ValueChecks {
    private ValueChecks() {}

    /** A Java object with nothing that JavaScript could use. */
    record Token(String text) {}

    static void run() {
        Probe probe = new Probe("a");
        objects(probe);
        casts(probe);
        arrays(probe);
        maps();
    }

    private static void objects(Probe probe) {
        check("a number in an Object is a Double", 1.0, () -> probe.same(1));
        check("a long in an Object is a Double", 4294967296.0, () -> probe.same(4294967296L));
        check("a string in an Object is a String", "text", () -> probe.same("text"));
        check("an empty string stays one", "", () -> probe.same(""));
        check("a boolean in an Object is a Boolean", true, () -> probe.same(true));
        check("false stays false", false, () -> probe.same(false));
        check("null stays null", null, () -> probe.same(null));
        check("undefined in an Object is null", null, probe::missing);
        check("undefined of a native type is null", true, () -> probe.missingProbe() == null);
        check("undefined of a native type is not an object", false, () -> probe.missingProbe() != null);
        check("undefined as a String is null", null, probe::missingText);
        check("undefined as an int is 0", 0, probe::missingInt);
        check("undefined as a double is not a number", true, () -> Double.isNaN(probe.missingDouble()));
        check("undefined as a boolean is false", false, probe::missingBoolean);
        check("a Java object passes through", new Token("t"), () -> probe.same(new Token("t")));
        check("a Java object keeps its identity", true, () -> {
            Token token = new Token("t");
            return probe.same(token) == token;
        });
        check("a JavaScript object keeps its identity", true, () -> probe.same(probe) == probe);
        check("a JavaScript object equals itself in a Java list", 1, () -> {
            List<Object> list = new ArrayList<>();
            list.add("x");
            list.add(probe);
            return list.indexOf(probe);
        });
        check("a JavaScript object is a key of a Java map", "found", () -> {
            Map<Probe, String> map = new HashMap<>();
            map.put(probe, "found");
            return map.get(probe);
        });
        check("JavaScript sees a Java string as a string", "string", () -> probe.kindOf("s"));
        check("JavaScript sees an Integer as a number", "number", () -> probe.kindOf(1));
        check("JavaScript sees a Boolean as a boolean", "boolean", () -> probe.kindOf(true));
        check("JavaScript sees null as null", "null", () -> probe.kindOf(null));
        check("JavaScript sees a Java array as an array", "array", () -> probe.kindOf(new int[] {1}));
        check("Js.typeof", "number", () -> Js.typeof(2));
        check("Js.isTruthy", "false true", () -> Js.isTruthy("") + " " + Js.isTruthy("0"));
        check("Js.isTripleEqual of equal strings", true, () -> Js.isTripleEqual("ab", "a" + probe.join("", "b")));
        check("Js.coerceToInt", 7, () -> Js.coerceToInt(probe.same(7)));
        check(
                "Js.asInt, asDouble, asString, asBoolean",
                "3 0.5 s true",
                () -> Js.asInt(probe.same(3)) + " "
                        + Js.asDouble(probe.same(0.5)) + " " + Js.asString(probe.same("s")) + " "
                        + Js.asBoolean(probe.same(true)));
    }

    private static void casts(Probe probe) {
        check("a cast to String", "text", () -> (String) probe.same("text"));
        check("a wrong cast to String throws", true, () -> throwsClassCast(() -> (String) probe.same(1)));
        check("a wrong cast to Double throws", true, () -> throwsClassCast(() -> (Double) probe.same("1")));
        check(
                "instanceof String",
                "true false",
                () -> (probe.same("s") instanceof String) + " " + (probe.same(1) instanceof String));
        check(
                "instanceof Double and never Integer",
                "true false",
                () -> (probe.same(1) instanceof Double) + " " + (probe.same(1) instanceof Integer));
        check(
                "instanceof Number and Comparable",
                "true true",
                () -> (probe.same(1) instanceof Number) + " " + (probe.same("s") instanceof Comparable));
        check("instanceof a Java class", true, () -> probe.same(new Token("t")) instanceof Token);
        check("a JavaScript object is no Java class", false, () -> probe.same(probe) instanceof Token);
        check(
                "instanceof a native class",
                "true false",
                () -> (probe.same(probe) instanceof Probe) + " " + (probe.same("s") instanceof Probe));
        check(
                "instanceof a native subclass",
                "true false",
                () -> (probe.same(new Probe.Inner()) instanceof Probe.Inner) + " "
                        + (probe.same(probe) instanceof Probe.Inner));
        check("a downcast of an element", "CANVAS", () -> {
            Element element = DomGlobal.document.createElement("canvas");
            return ((HTMLCanvasElement) element).tagName;
        });
        check("a wrong downcast of an element throws", true, () -> {
            Element element = DomGlobal.document.createElement("p");
            return throwsClassCast(() -> ((HTMLCanvasElement) element).width);
        });
        check("Js.cast checks", true, () -> throwsClassCast(() -> Js.<HTMLCanvasElement>cast(probe).width));
        check("Js.uncheckedCast does not", 20, () -> {
            HTMLCanvasElement pretended = Js.uncheckedCast(Probe.wide(20));
            return pretended.width;
        });
        check("a cast of null", null, () -> (HTMLElement) DomGlobal.document.querySelector("nothing"));
        check("a cast of undefined", true, () -> (Probe) probe.missing() == null);
        check("a union of a string", "true text", () -> {
            elemental2.dom.Element.AppendNodesUnionType union = elemental2.dom.Element.AppendNodesUnionType.of("text");
            return union.isString() + " " + union.asString();
        });
        check("Any as a number", 5.0, () -> ((Any) Js.cast(probe.same(5))).asDouble());
        check("Any as a property map", 3.0, () -> Js.asPropertyMap(Probe.wide(3))
                .get("width"));
        check("a JavaScript exception is caught", true, () -> {
            try {
                probe.fail();
                return false;
            } catch (RuntimeException e) {
                return String.valueOf(e.getMessage()).contains("no such thing");
            }
        });
        check(
                "a conditional of a native and a Java value",
                "probe then text",
                () -> pick(probe, true) + " then " + pick(probe, false));
    }

    private static String pick(Probe probe, boolean first) {
        Object either = first ? probe : "text";
        return either instanceof Probe p ? p.title : (String) either;
    }

    private static boolean throwsClassCast(Checks.Body body) {
        try {
            body.run();
            return false;
        } catch (ClassCastException e) {
            return true;
        }
    }

    private static void arrays(Probe probe) {
        check("a double array arrives", 6.0, () -> probe.sum(new double[] {1, 2, 3}));
        check("a double array comes back", -3.0, () -> probe.numbers()[2]);
        check("a string array comes back", "to be", () -> String.join(" ", probe.words()));
        check("an object array comes back", "a 1.5 true null null", () -> {
            Object[] things = probe.things();
            return things[0] + " " + things[1] + " " + things[2] + " " + things[3] + " " + things[4];
        });
        check("an array of natives comes back", "y", () -> probe.probes()[1].labels.getAt(0));
        check("arrays are copied", 2.0, () -> {
            Double[] java = {1.0};
            JsArray<Double> script = JsArray.asJsArray(java);
            script.setAt(0, 2.0);
            return java[0] + script.getAt(0) - 1;
        });
        check("a JavaScript array as a Java list", "[to, be]", () -> new JsArray<>("to", "be")
                .asList()
                .toString());
        check("a JavaScript array as a Java array", 2, () -> new JsArray<>("to", "be").asArray(new String[0]).length);
        check("a nested array", 4.0, () -> {
            JsArray<JsArray<Double>> rows = Js.uncheckedCast(probe.same(new double[][] {{1, 2}, {3, 4}}));
            return rows.getAt(1).getAt(1);
        });
        check(
                "instanceof of an array",
                "true false",
                () -> (probe.same(new int[0]) instanceof Object[]) + " " + (probe.same("s") instanceof Object[]));
        check("map, filter and reduce", 40.0, () -> new JsArray<>(1.0, 2.0, 3.0)
                .filter((x, i) -> x > 1)
                .map((x, i) -> x * 4)
                .reduce((sum, x, i) -> Js.asDouble(sum) + x, 20.0));
        check("sort with a Java comparison", "3,2,1", () -> new JsArray<>(1.0, 3.0, 2.0)
                .sort((a, b) -> b - a)
                .join(","));
    }

    private static void maps() {
        check("a property map", "{\"a\":1,\"b\":[2,3],\"c\":\"x\",\"d\":null}", () -> {
            JsPropertyMap<Object> map = JsPropertyMap.of("a", 1, "b", new int[] {2, 3}, "c", (Object) "x");
            map.set("d", null);
            return Global.JSON.stringify(map);
        });
        check("a property map is read, tested and emptied", "7.0 true false", () -> {
            JsPropertyMap<Object> map = JsPropertyMap.of("n", 7);
            String before = map.get("n") + " " + map.has("n");
            map.delete("n");
            return before + " " + map.has("n");
        });
        check("the keys of a property map", "ab", () -> {
            StringBuilder keys = new StringBuilder();
            JsPropertyMap.of("a", 1, "b", 2).forEach(keys::append);
            return keys.toString();
        });
        check("a nested property", 1.0, () -> JsPropertyMap.of("x", (Object) JsPropertyMap.of("y", 1))
                .nestedGet("x.y"));
        check("JSON is read", "deep", () -> {
            JsPropertyMap<Object> json = Js.cast(Global.JSON.parse("{\"a\":{\"b\":\"deep\"}}"));
            return Js.asPropertyMap(json.get("a")).get("b");
        });
        check("the keys of an object", "p,q", () -> JsObject.keys(JsPropertyMap.of("p", 1, "q", 2))
                .join(","));
    }
}
