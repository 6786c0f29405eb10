package dev.steep.jsinterop;

import java.util.ArrayList;
import java.util.List;
import org.teavm.model.AnnotationContainer;
import org.teavm.model.AnnotationHolder;
import org.teavm.model.AnnotationReader;
import org.teavm.model.AnnotationValue;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ElementModifier;
import org.teavm.model.FieldHolder;
import org.teavm.model.MethodHolder;

/**
 * The translation from JsInterop's annotations to JSO's, one class at a time. It may be applied twice to the same class
 * without harm, since TeaVM may have copied a class before or after the original was translated.
 */
final class Dialect {
    private Dialect() {}

    static void translate(ClassHolder cls, ClassReaderSource classes) {
        if (cls.getAnnotations().get(Names.JS_FUNCTION) != null) {
            translateFunction(cls);
        } else if (JsName.isNative(cls)) {
            translateNative(cls, classes);
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.hasModifier(ElementModifier.STATIC) && method.hasModifier(ElementModifier.NATIVE)) {
                StaticNatives.translate(cls, method);
            }
        }
    }

    /** A functor's method must be the first one: that is where JSO looks for it. */
    private static void translateFunction(ClassHolder cls) {
        cls.getInterfaces().add(Names.JS_OBJECT_CLASS);
        annotate(cls.getAnnotations(), Names.JSO_FUNCTOR, null);
        for (MethodHolder method : cls.getMethods().toArray(new MethodHolder[0])) {
            if (method.hasModifier(ElementModifier.ABSTRACT)) {
                annotate(method.getAnnotations(), Names.JSO_METHOD, Names.CALL);
            } else {
                cls.removeMethod(method);
                cls.addMethod(method);
            }
        }
    }

    private static void translateNative(ClassHolder cls, ClassReaderSource classes) {
        cls.getInterfaces().add(Names.JS_OBJECT_CLASS);
        String name = JsName.ofType(cls, classes);
        if (!JsName.isUnion(name) && cls.getAnnotations().get(Names.JSO_CLASS) == null) {
            var annotation = new AnnotationHolder(Names.JSO_CLASS);
            annotation.getValues().put("name", new AnnotationValue(name));
            cls.getAnnotations().add(annotation);
        }
        for (FieldHolder field : cls.getFields()) {
            if (field.getAnnotations().get(Names.JS_OVERLAY) == null) {
                annotate(
                        field.getAnnotations(),
                        Names.JSO_PROPERTY,
                        JsName.of(field.getAnnotations().get(Names.JS_PROPERTY), field.getName()));
            }
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getAnnotations().get(Names.JS_OVERLAY) == null) {
                translateMember(method);
            }
        }
    }

    private static void translateMember(MethodHolder method) {
        AnnotationReader asMethod = method.getAnnotations().get(Names.JS_METHOD);
        AnnotationReader asProperty = method.getAnnotations().get(Names.JS_PROPERTY);
        if (asMethod != null) {
            annotate(method.getAnnotations(), Names.JSO_METHOD, JsName.of(asMethod, method.getName()));
        } else if (asProperty != null) {
            annotate(
                    method.getAnnotations(),
                    Names.JSO_PROPERTY,
                    JsName.of(asProperty, JsName.ofAccessor(method.getName())));
        }
    }

    private static void annotate(AnnotationContainer element, String type, String value) {
        if (element.get(type) == null) {
            var annotation = new AnnotationHolder(type);
            if (value != null) {
                annotation.getValues().put("value", new AnnotationValue(value));
            }
            element.add(annotation);
        }
    }

    /** Gives a static native method a script; its parameters are called a, b, c and so on there. */
    static void annotateBody(MethodHolder method, String script) {
        if (method.getAnnotations().get(Names.JSO_BODY) != null) {
            return;
        }
        List<AnnotationValue> parameters = new ArrayList<>();
        for (int i = 0; i < method.parameterCount(); i++) {
            parameters.add(new AnnotationValue(StaticNatives.parameter(i)));
        }
        var annotation = new AnnotationHolder(Names.JSO_BODY);
        annotation.getValues().put("params", new AnnotationValue(parameters));
        annotation.getValues().put("script", new AnnotationValue(script));
        method.getAnnotations().add(annotation);
    }
}
