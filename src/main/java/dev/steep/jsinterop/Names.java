package dev.steep.jsinterop;

import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/** The classes and methods of JsInterop, JSO and our runtime that the plugin refers to by name. */
final class Names {
    static final String JS_OBJECT_CLASS = "org.teavm.jso.JSObject";
    static final String JSO_CLASS = "org.teavm.jso.JSClass";
    static final String JSO_METHOD = "org.teavm.jso.JSMethod";
    static final String JSO_PROPERTY = "org.teavm.jso.JSProperty";
    static final String JSO_FUNCTOR = "org.teavm.jso.JSFunctor";
    static final String JSO_BODY = "org.teavm.jso.JSBody";

    static final String JS_TYPE = "jsinterop.annotations.JsType";
    static final String JS_METHOD = "jsinterop.annotations.JsMethod";
    static final String JS_PROPERTY = "jsinterop.annotations.JsProperty";
    static final String JS_OVERLAY = "jsinterop.annotations.JsOverlay";
    static final String JS_FUNCTION = "jsinterop.annotations.JsFunction";

    static final String JS_IMPLEMENTATION = "org.teavm.jso.impl.JS";
    static final String JS_WRAPPER = "org.teavm.jso.impl.JSWrapper";
    static final String RUNTIME = "dev.steep.jsinterop.Interop";
    static final String FUNCTION_OBJECT = "dev.steep.jsinterop.FunctionObject";

    /**
     * What the one method of every JsFunction is called in JavaScript. One name for all of them, and one that no function
     * has already, because a JavaScript function that reaches Java gets a property of this name, see {@link Interop}.
     */
    static final String CALL = "js$call";

    static final ValueType OBJECT = ValueType.object("java.lang.Object");
    static final ValueType JS_OBJECT = ValueType.object(JS_OBJECT_CLASS);

    static final MethodReference FROM_JS = runtime("fromJs", JS_OBJECT, OBJECT);
    static final MethodReference TO_JAVA = runtime("toJava", OBJECT, OBJECT);
    static final MethodReference TO_JS = runtime("toJs", OBJECT, JS_OBJECT);
    static final MethodReference UNWRAP = runtime("unwrap", OBJECT, JS_OBJECT);
    static final MethodReference FUNCTION = runtime("function", JS_OBJECT, JS_OBJECT);
    static final MethodReference IS_NULL = runtime("isNull", JS_OBJECT, ValueType.BOOLEAN);
    static final MethodReference IS_FUNCTION = runtime("isFunction", OBJECT, ValueType.BOOLEAN);
    static final MethodReference IS_ARRAY = runtime("isArray", OBJECT, ValueType.BOOLEAN);
    static final MethodReference TO_ARRAY = runtime("toArray", OBJECT, ValueType.object("java.lang.Class"), OBJECT);
    static final MethodReference CONSTRUCT = runtime("construct", JS_OBJECT, JS_OBJECT, JS_OBJECT);

    private Names() {}

    static MethodReference runtime(String name, ValueType... signature) {
        return new MethodReference(RUNTIME, name, signature);
    }

    /** Java's and TeaVM's own classes, which know nothing of JsInterop, and our runtime, which is written in JSO. */
    static boolean isLibrary(String className) {
        return className.startsWith("java.")
                || className.startsWith("org.teavm.")
                || className.equals(RUNTIME)
                || className.equals(FUNCTION_OBJECT);
    }
}
