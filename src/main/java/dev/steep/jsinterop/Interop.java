package dev.steep.jsinterop;

import java.lang.reflect.Array;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;
import org.teavm.jso.impl.JS;
import org.teavm.jso.impl.JSWrapper;

/**
 * The conversions between Java and JavaScript values that run in the page; the plugin writes the calls. As JsInterop has
 * it: strings, numbers and booleans are String, Double and Boolean, null and undefined are null, Java objects pass
 * through unchanged and JavaScript objects are wrapped. Arrays are copied.
 *
 * <p>The methods that the plugin calls are plain Java: a call that is inserted after JSO has run must not be to a script.
 */
final class Interop {
    private static final int NOTHING = 0;
    private static final int STRING = 1;
    private static final int NUMBER = 2;
    private static final int BOOLEAN = 3;

    private Interop() {}

    /** A JavaScript value as a Java object. */
    static Object fromJs(JSObject value) {
        return switch (kind(value)) {
            case NOTHING -> null;
            case STRING -> ((JSString) value).stringValue();
            case NUMBER -> ((JSNumber) value).doubleValue();
            case BOOLEAN -> ((JSBoolean) value).booleanValue();
            default -> JSWrapper.jsToJava(value);
        };
    }

    /** An Object variable's value as a Java object: in the JavaScript build such a variable may hold a raw value. */
    static Object toJava(Object value) {
        return value == null || JSWrapper.isJava(value) ? value : fromJs(JSWrapper.directJavaToJs(value));
    }

    /** A Java object as JavaScript is to see it. */
    static JSObject toJs(Object value) {
        boolean javaFunction = value != null && JSWrapper.isJava(value) && value instanceof FunctionObject;
        return javaFunction ? javaFunction(JSWrapper.marshallJavaToJs(value)) : unwrap(value);
    }

    /** Like {@link #toJs}, but a Java function stays the object it is, as variables of functor types hold it. */
    static JSObject unwrap(Object value) {
        if (value == null) {
            return null;
        }
        if (!JSWrapper.isJava(value)) {
            return JSWrapper.directJavaToJs(value);
        }
        if (value instanceof JSWrapper wrapper) {
            return wrapper.js;
        }
        if (value instanceof String text) {
            return JSString.valueOf(text);
        }
        if (value instanceof Boolean flag) {
            return JSBoolean.valueOf(flag);
        }
        if (value instanceof Double
                || value instanceof Integer
                || value instanceof Float
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            return JSNumber.valueOf(((Number) value).doubleValue());
        }
        return value.getClass().isArray() ? arrayToJs(value) : JSWrapper.marshallJavaToJs(value);
    }

    private static JSObject arrayToJs(Object array) {
        int length = Array.getLength(array);
        JSObject result = newArray(length);
        for (int i = 0; i < length; i++) {
            setAt(result, i, toJs(Array.get(array, i)));
        }
        return result;
    }

    /** A JavaScript array as a new Java array; anything else unchanged, for the cast behind this call to judge. */
    static Object toArray(Object value, Class<?> component) {
        if (!isArray(value)) {
            return value;
        }
        JSObject source = unwrap(value);
        int length = length(source);
        Object result = Array.newInstance(component, length);
        for (int i = 0; i < length; i++) {
            ArrayElements.set(result, i, fromJs(at(source, i)));
        }
        return result;
    }

    static boolean isArray(Object value) {
        return value != null && isJsArray(jsOf(value));
    }

    static boolean isFunction(Object value) {
        return value != null && isJsFunction(toJs(value));
    }

    /** The JavaScript object in a wrapper, or null. */
    private static JSObject jsOf(Object value) {
        return JSWrapper.isJava(value)
                ? value instanceof JSWrapper wrapper ? wrapper.js : null
                : JSWrapper.directJavaToJs(value);
    }

    static boolean isNull(JSObject value) {
        return kind(value) == NOTHING;
    }

    /** A functor's value as a plain function: a Java object gets one function, the same one each time. */
    static JSObject function(JSObject functor) {
        return isNull(functor) ? null : isJsFunction(functor) ? functor : javaFunction(functor);
    }

    /** What JSO calls with the method's Java name, which is not its name in JavaScript. */
    static JSObject function(JSObject functor, JSObject ignoredName) {
        return function(functor);
    }

    private static JSObject javaFunction(JSObject object) {
        return JS.function(object, JSString.valueOf(Names.CALL));
    }

    /** A function as a functor's value: itself, callable under the functors' name, so that it never loses its identity. */
    static JSObject asFunctor(JSObject function, JSObject ignoredName) {
        if (isNull(function)) {
            return null;
        }
        if (isJsFunction(function)) {
            makeCallable(function);
        }
        return function;
    }

    static boolean instanceOfOrNull(JSObject value, JSObject type) {
        return isNull(value) || JS.instanceOf(value, type);
    }

    static JSObject construct(JSObject type, JSObject arguments) {
        return reflectConstruct(type, arguments);
    }

    static String unwrapString(JSObject value) {
        return isNull(value) ? null : asString(value).stringValue();
    }

    static int unwrapInt(JSObject value) {
        return asInt(value);
    }

    static double unwrapDouble(JSObject value) {
        return asDouble(value);
    }

    @JSBody(
            params = "v",
            script = "return v == null ? 0 : typeof v === 'string' ? 1 : typeof v === 'number' ? 2"
                    + " : typeof v === 'boolean' ? 3 : 4;")
    private static native int kind(JSObject v);

    @JSBody(params = "v", script = "return Array.isArray(v) || ArrayBuffer.isView(v) && !(v instanceof DataView);")
    private static native boolean isJsArray(JSObject v);

    @JSBody(params = "v", script = "return typeof v === 'function';")
    private static native boolean isJsFunction(JSObject v);

    @JSBody(params = "f", script = "if (f.js$call !== f) { Object.defineProperty(f, 'js$call', { value: f }); }")
    private static native void makeCallable(JSObject f);

    @JSBody(
            params = {"type", "list"},
            script = "return Reflect.construct(type, list);")
    private static native JSObject reflectConstruct(JSObject type, JSObject list);

    @JSBody(params = "length", script = "return new Array(length);")
    private static native JSObject newArray(int length);

    @JSBody(params = "a", script = "return a.length;")
    private static native int length(JSObject a);

    @JSBody(
            params = {"a", "i"},
            script = "return a[i];")
    private static native JSObject at(JSObject a, int i);

    @JSBody(
            params = {"a", "i", "v"},
            script = "a[i] = v;")
    private static native void setAt(JSObject a, int i, JSObject v);

    @JSBody(params = "v", script = "return String(v);")
    private static native JSString asString(JSObject v);

    @JSBody(params = "v", script = "return v | 0;")
    private static native int asInt(JSObject v);

    @JSBody(params = "v", script = "return +v;")
    private static native double asDouble(JSObject v);
}
