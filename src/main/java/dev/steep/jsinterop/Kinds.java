package dev.steep.jsinterop;

import org.teavm.jso.impl.JSTypeHelper;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.analysis.BaseTypeInference;

/** Infers the {@link Kind} of each variable of one method, the way JSO infers its own types right after us. */
final class Kinds extends BaseTypeInference<Kind> {
    private final JSTypeHelper types;
    private final Functions functions;
    private final int known;

    Kinds(MethodHolder method, JSTypeHelper types, Functions functions) {
        super(method.getProgram(), method.getReference());
        this.types = types;
        this.functions = functions;
        this.known = method.getProgram().variableCount();
    }

    /** A variable that nothing is known of holds no JavaScript value. */
    Kind typeOfOrJava(Variable variable) {
        Kind kind = variable.getIndex() < known ? typeOf(variable) : null;
        return kind == null ? Kind.JAVA : kind;
    }

    @Override
    protected Kind mapType(ValueType type) {
        if (type instanceof ValueType.Array array) {
            return switch (mapType(array.getItemType())) {
                case NATIVE -> Kind.NATIVE_ARRAY;
                case FUNCTION -> Kind.FUNCTION_ARRAY;
                case NULL, JAVA, MIXED, NATIVE_ARRAY, FUNCTION_ARRAY -> Kind.JAVA;
            };
        }
        if (!(type instanceof ValueType.Object object) || !types.isJavaScriptClass(object.getClassName())) {
            return Kind.JAVA;
        }
        return functions.isFunction(type) ? Kind.FUNCTION : Kind.NATIVE;
    }

    @Override
    protected Kind nullType() {
        return Kind.NULL;
    }

    @Override
    protected Kind merge(Kind a, Kind b) {
        return a.merge(b);
    }

    @Override
    protected Kind elementType(Kind array) {
        return array.element();
    }
}
