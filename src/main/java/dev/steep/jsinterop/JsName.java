package dev.steep.jsinterop;

import org.teavm.model.AnnotationReader;
import org.teavm.model.AnnotationValue;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;

/** What Java's classes, methods and fields are called in JavaScript, after JsInterop's rules for names and namespaces. */
final class JsName {
    private static final String AUTO = "<auto>";
    private static final String GLOBAL = "<global>";

    private JsName() {}

    static boolean isNative(ClassReader cls) {
        AnnotationReader type = cls.getAnnotations().get(Names.JS_TYPE);
        AnnotationValue isNative = type == null ? null : type.getValue("isNative");
        return isNative != null && isNative.getBoolean();
    }

    /** {@code ?} and {@code *} stand for "one of several types" and "anything": no JavaScript class to name or check. */
    static boolean isUnion(String name) {
        return name.equals("?") || name.equals("*");
    }

    /** A native type's full name, as in {@code Intl.NumberFormat}. */
    static String ofType(ClassReader cls, ClassReaderSource classes) {
        AnnotationReader type = cls.getAnnotations().get(Names.JS_TYPE);
        String name = of(type, simpleName(cls.getName()));
        if (isUnion(name)) {
            return name;
        }
        String namespace = text(type, "namespace");
        if (!namespace.equals(AUTO)) {
            return qualified(namespace, name);
        }
        ClassReader owner = cls.getOwnerName() == null ? null : classes.get(cls.getOwnerName());
        return owner != null && isNative(owner) ? ofType(owner, classes) + "." + name : name;
    }

    /** The annotation's name, or {@code otherwise} where there is no annotation or it names nothing. */
    static String of(AnnotationReader annotation, String otherwise) {
        String name = text(annotation, "name");
        return name.equals(AUTO) ? otherwise : name;
    }

    /** True where the member is written with the namespace it lives in, rather than living in its class. */
    static boolean hasNamespace(AnnotationReader annotation) {
        return !text(annotation, "namespace").equals(AUTO);
    }

    static String qualified(AnnotationReader annotation, String name) {
        return qualified(text(annotation, "namespace"), of(annotation, name));
    }

    /** {@code getWidth}, {@code setWidth} and {@code isWidth} are the property {@code width}. */
    static String ofAccessor(String method) {
        int prefix = method.startsWith("is") ? 2 : method.startsWith("get") || method.startsWith("set") ? 3 : 0;
        if (prefix == 0 || method.length() == prefix) {
            return method;
        }
        boolean acronym = method.length() > prefix + 1 && Character.isUpperCase(method.charAt(prefix + 1));
        String name = method.substring(prefix);
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String qualified(String namespace, String name) {
        String global = name.startsWith("goog.global") ? "globalThis" + name.substring("goog.global".length()) : name;
        return namespace.equals(GLOBAL) || namespace.equals(AUTO) || namespace.isEmpty()
                ? global
                : namespace + "." + global;
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private static String text(AnnotationReader annotation, String key) {
        AnnotationValue value = annotation == null ? null : annotation.getValue(key);
        return value == null ? AUTO : value.getString();
    }
}
