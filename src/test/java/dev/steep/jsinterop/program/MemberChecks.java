package dev.steep.jsinterop.program;

import static dev.steep.jsinterop.program.Checks.check;

import elemental2.core.JsArray;
import elemental2.core.JsRegExp;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;

/** Fields, methods, constructors, overlays, names and namespaces. */
final class MemberChecks {
    private MemberChecks() {}

    @JsProperty(namespace = JsPackage.GLOBAL, name = "answer")
    private static native int answer();

    @JsProperty(namespace = "lib")
    private static native void setScale(int scale);

    @JsProperty(namespace = "lib")
    private static native int getScale();

    @JsMethod(namespace = JsPackage.GLOBAL)
    private static native int parseInt(String text, int radix);

    @JsMethod(namespace = "lib")
    private static native double total(double... values);

    static void run() {
        Probe probe = new Probe("a", "b");
        check("an instance field is read", 3, () -> probe.width);
        check("an instance field is written", 8, () -> {
            probe.width = 8;
            return Probe.make("x").same(probe) == probe ? probe.width : -1;
        });
        check("a field written in JavaScript is seen in Java", 12, () -> {
            probe.setArea(120);
            return probe.width;
        });
        check("a field keeps its order with calls", "12 20", () -> {
            int before = probe.width;
            probe.setArea(200);
            return before + " " + probe.width;
        });
        check("a string field is read", "probe", () -> probe.title);
        check("a fraction read into an int field is cut off", 2, () -> probe.wholeRatio);
        check("a fraction stays in a double field", 2.75, () -> probe.ratio);
        check("an undefined string field is null", null, () -> probe.maybe);
        check("a null field is null", null, () -> probe.nothing);
        check("a static field is read", 5, () -> Probe.instances);
        check("a static field is written", 6, () -> {
            Probe.instances = 6;
            return Probe.instances;
        });
        check("a static overlay constant", "constant", () -> Probe.NOTE);
        check("a method", 5.0, () -> probe.twice(2.5));
        check("a static method", "Probe(z)", () -> Probe.make("z").toString());
        check("an overlay method", 40, probe::doubleWidth);
        check("a static overlay method", 9, () -> Probe.wide(9).width);
        check("a property accessor reads", 200, probe::getArea);
        check("a method named by a reserved word", "reserved word", probe::reserved);
        check("varargs are spread", 3, () -> probe.count("a", 1, null));
        check("no varargs", 0, () -> probe.count());
        check("varargs after a fixed argument", "x-y-z", () -> probe.join("-", "x", "y", "z"));
        check("a varargs constructor is spread", 2, () -> probe.labels.length);
        check("a varargs constructor without arguments", 0, () -> new Probe().labels.length);
        check("a varargs constructor of Elemental2", "a,b,c", () -> new JsArray<>("a", "b", "c").join(","));
        check("a varargs method of Elemental2", "a,b,c", () -> {
            JsArray<String> array = new JsArray<>();
            array.push("a", "b", "c");
            return array.join(",");
        });
        check("a nested native type", 2, () -> new Probe.Inner().depth);
        check("a subclass has its parent's members", "inner", () -> new Probe.Inner().labels.getAt(0));
        check("a type in a namespace", "1.0 two", () -> {
            Probe.Pair pair = new Probe.Pair(1, "two");
            return pair.a + " " + pair.b;
        });
        check("a global property of an ordinary class", 42, MemberChecks::answer);
        check("a property in a namespace", 11, () -> {
            setScale(11);
            return getScale();
        });
        check("a global function of an ordinary class", 255, () -> parseInt("ff", 16));
        check("a varargs function in a namespace", 6.0, () -> total(1, 2, 3));
        check("a regular expression of Elemental2", true, () -> new JsRegExp("^a+$").test("aaa"));
        check("toString of a JavaScript object", "Probe(a,b)", () -> "" + probe);
    }
}
