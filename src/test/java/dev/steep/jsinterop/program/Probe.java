package dev.steep.jsinterop.program;

import elemental2.core.JsArray;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/** The page's class of the same name, bound by hand: every kind of member that JsInterop has. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL)
class Probe {
    static int instances;

    @JsOverlay
    static final String NOTE = "constant";

    JsArray<String> labels;
    int width;
    String title;
    String maybe;
    Object nothing;

    @JsProperty(name = "ratio")
    int wholeRatio;

    double ratio;

    Probe(String... labels) {}

    native double twice(double x);

    native int count(Object... arguments);

    native String join(String separator, String... parts);

    native String kindOf(Object value);

    native Object same(Object value);

    @JsMethod(name = "same")
    native Probe sameProbe(Probe value);

    native Object call(Scalar f, double x);

    @JsMethod(name = "call")
    native Object callAny(Object f, double x);

    native void keep(Scalar f);

    native boolean isKept(Scalar f);

    native Scalar adder(double n);

    native double sum(double[] values);

    native double[] numbers();

    native String[] words();

    native Object[] things();

    native Probe[] probes();

    native Object missing();

    @JsMethod(name = "missing")
    native Probe missingProbe();

    @JsMethod(name = "missing")
    native String missingText();

    @JsMethod(name = "missing")
    native int missingInt();

    @JsMethod(name = "missing")
    native double missingDouble();

    @JsMethod(name = "missing")
    native boolean missingBoolean();

    native void fail();

    @JsProperty
    native int getArea();

    @JsProperty
    native void setArea(int area);

    @JsMethod(name = "default")
    native String reserved();

    static native Probe make(String label);

    @JsOverlay
    final int doubleWidth() {
        return 2 * width;
    }

    @JsOverlay
    static Probe wide(int width) {
        Probe probe = new Probe();
        probe.width = width;
        return probe;
    }

    /** A nested native type is found inside the enclosing one. */
    @JsType(isNative = true)
    static class Inner extends Probe {
        int depth;
    }

    /** A type in a namespace. */
    @JsType(isNative = true, namespace = "lib")
    static class Pair {
        Object a;
        Object b;

        Pair(Object a, Object b) {}
    }

    /** A function of ours. Its Java name exists on every JavaScript function, on purpose. */
    @JsFunction
    interface Scalar {
        double apply(double x);
    }

    /** Takes and returns whatever there is. */
    @JsFunction
    interface Anything {
        Object with(Object value);
    }

    /** Takes any number of arguments. */
    @JsFunction
    interface Variadic {
        int count(Object... values);
    }
}
