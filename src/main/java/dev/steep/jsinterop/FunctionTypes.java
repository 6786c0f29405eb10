package dev.steep.jsinterop;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ElementModifier;
import org.teavm.model.ValueType;

/** Knows which types are JavaScript functions, and marks the Java classes (lambdas above all) that implement one. */
final class FunctionTypes {
    private final ClassReaderSource classes;

    FunctionTypes(ClassReaderSource classes) {
        this.classes = classes;
    }

    boolean isFunction(ValueType type) {
        return type instanceof ValueType.Object object && isFunction(object.getClassName());
    }

    boolean isFunction(String className) {
        ClassReader cls = classes.get(className);
        return cls != null && cls.getAnnotations().get(Names.JS_FUNCTION) != null;
    }

    /** A marked class can be told from others at run time, where functors, being JavaScript types, cannot. */
    void mark(ClassHolder cls) {
        if (!cls.hasModifier(ElementModifier.INTERFACE)
                && cls.getInterfaces().stream().anyMatch(this::isFunction)) {
            cls.getInterfaces().add(Names.FUNCTION_OBJECT);
        }
    }
}
