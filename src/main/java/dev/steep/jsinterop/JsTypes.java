package dev.steep.jsinterop;

import org.teavm.jso.impl.JSTypeHelper;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.analysis.BaseTypeInference;

/** Infers the {@link JsType} of each variable of one method, the way JSO infers its own types right after us. */
final class JsTypes extends BaseTypeInference<JsType> {
    private final JSTypeHelper types;
    private final FunctionTypes functions;
    private final int known;

    JsTypes(MethodHolder method, JSTypeHelper types, FunctionTypes functions) {
        super(method.getProgram(), method.getReference());
        this.types = types;
        this.functions = functions;
        this.known = method.getProgram().variableCount();
    }

    /** A variable that nothing is known of holds no JavaScript value. */
    JsType typeOfOrJava(Variable variable) {
        JsType kind = variable.getIndex() < known ? typeOf(variable) : null;
        return kind == null ? JsType.JAVA : kind;
    }

    @Override
    protected JsType mapType(ValueType type) {
        if (type instanceof ValueType.Array array) {
            return switch (mapType(array.getItemType())) {
                case NATIVE -> JsType.NATIVE_ARRAY;
                case FUNCTION -> JsType.FUNCTION_ARRAY;
                case NULL, JAVA, MIXED, NATIVE_ARRAY, FUNCTION_ARRAY -> JsType.JAVA;
            };
        }
        if (!(type instanceof ValueType.Object object) || !types.isJavaScriptClass(object.getClassName())) {
            return JsType.JAVA;
        }
        return functions.isFunction(type) ? JsType.FUNCTION : JsType.NATIVE;
    }

    @Override
    protected JsType nullType() {
        return JsType.NULL;
    }

    @Override
    protected JsType merge(JsType a, JsType b) {
        return a.merge(b);
    }

    @Override
    protected JsType elementType(JsType array) {
        return array.element();
    }
}
