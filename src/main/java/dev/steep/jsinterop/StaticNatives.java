package dev.steep.jsinterop;

import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.teavm.model.AnnotationReader;
import org.teavm.model.ClassHolder;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;

/**
 * Scripts for static native methods: a table for those of jsinterop-base, whose bodies are written in GWT's and J2CL's own
 * ways, and a generated call or property access for {@code @JsMethod} and {@code @JsProperty} anywhere else.
 */
final class StaticNatives {
    private static final Map<String, String> BASE = Map.ofEntries(
            entry("Js.undefined", "return undefined;"),
            entry("Js.typeof", "return typeof a;"),
            entry("Js.global", "return globalThis;"),
            entry("Js.andAlso", "return a && b;"),
            entry("Js.orElse", "return a || b;"),
            entry("Js.isFalsy", "return !a;"),
            entry("Js.isTripleEqual", "return a === b;"),
            entry("Js.coerceToDouble", "return +a;"),
            entry("InternalJsUtil.emptyObjectLiteral", "return {};"),
            entry(
                    "InternalJsUtil.getObjectByName",
                    "var path = a.split('.'); var at = b;"
                            + " for (var i = 0; i < path.length && at != null; i++) { at = at[path[i]]; } return at;"),
            entry("InternalJsUtil.get", "return a[b];"),
            entry("InternalJsUtil.has", "return b in a;"),
            entry("InternalJsUtil.delete", "delete a[b]; return null;"),
            entry("InternalJsUtil.set", "a[b] = c;"),
            entry("InternalJsUtil.getAt", "return a[b];"),
            entry("InternalJsUtil.hasAt", "return b in a;"),
            entry("InternalJsUtil.deleteAt", "delete a[b];"),
            entry("InternalJsUtil.setAt", "a[b] = c;"),
            entry("InternalJsUtil.forEach", "for (var key in a) { b(key); }"),
            entry("InternalJsUtil.asBoolean", "return !!a;"),
            entry("InternalJsUtil.asDouble", "return +a;"),
            entry("InternalJsUtil.asInt", "return a | 0;"),
            entry("InternalJsUtil.asShort", "return a << 16 >> 16;"),
            entry("InternalJsUtil.asChar", "return a & 65535;"),
            entry("InternalJsUtil.asByte", "return a << 24 >> 24;"),
            entry("InternalJsUtil.asLong", "return BigInt(a);"),
            entry("InternalJsUtil.isLong", "return Number.isSafeInteger(a);"),
            entry("InternalJsUtil.isInt", "return (a | 0) === a;"),
            entry("InternalJsUtil.hasLength", "return typeof a === 'object' && typeof a.length === 'number';"),
            entry("InternalJsUtil.getLength", "return a.length;"),
            entry("InternalJsUtil.setLength", "a.length = b;"),
            entry("InternalJsUtil.construct", "return Reflect.construct(a, b);"));

    private StaticNatives() {}

    static void translate(ClassHolder cls, MethodHolder method) {
        String script = cls.getName().startsWith("jsinterop.base.")
                ? BASE.get(cls.getName().substring("jsinterop.base.".length()) + "." + method.getName())
                : script(cls, method);
        if (script != null) {
            Dialect.annotateBody(method, script);
        }
    }

    static String parameter(int index) {
        return String.valueOf((char) ('a' + index));
    }

    /** Null for a static method of a native type that lives in that type: JSO calls those itself. */
    private static String script(ClassHolder cls, MethodHolder method) {
        AnnotationReader asMethod = method.getAnnotations().get(Names.JS_METHOD);
        AnnotationReader asProperty = method.getAnnotations().get(Names.JS_PROPERTY);
        if (asMethod != null && belongsElsewhere(cls, asMethod)) {
            return call(method, JsName.qualified(asMethod, method.getName()));
        }
        if (asProperty != null && belongsElsewhere(cls, asProperty)) {
            String property = "globalThis." + JsName.qualified(asProperty, JsName.ofAccessor(method.getName()));
            return method.parameterCount() == 0 ? "return " + property + ";" : property + " = a;";
        }
        return null;
    }

    private static boolean belongsElsewhere(ClassHolder cls, AnnotationReader annotation) {
        return JsName.hasNamespace(annotation) || !JsName.isNative(cls);
    }

    private static String call(MethodHolder method, String name) {
        String function = "globalThis." + name;
        int count = method.parameterCount();
        String result = method.getResultType() == ValueType.VOID ? "" : "return ";
        if (!method.hasModifier(ElementModifier.VARARGS)) {
            return result + function + "(" + parameters(count) + ");";
        }
        String owner = function.substring(0, function.lastIndexOf('.'));
        return result + function + ".apply(" + owner + ", [" + parameters(count - 1) + "].concat(Array.from("
                + parameter(count - 1) + ")));";
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(StaticNatives::parameter).collect(Collectors.joining(", "));
    }
}
