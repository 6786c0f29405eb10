package dev.steep.jsinterop;

import java.util.Set;
import org.teavm.jso.impl.JSTypeHelper;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.CastInstruction;
import org.teavm.model.instructions.ClassConstantInstruction;
import org.teavm.model.instructions.CloneArrayInstruction;
import org.teavm.model.instructions.IsInstanceInstruction;
import org.teavm.model.instructions.NumericOperandType;

/** Converts a value, where a cast or {@code instanceof} takes it from Java to JavaScript or back, before it is looked at. */
final class CastRewriter {
    private final JSTypeHelper types;
    private final FunctionTypes functions;
    private final JsTypes kinds;
    private final Set<Variable> unchecked;

    CastRewriter(JSTypeHelper types, FunctionTypes functions, JsTypes kinds, Set<Variable> unchecked) {
        this.types = types;
        this.functions = functions;
        this.kinds = kinds;
        this.unchecked = unchecked;
    }

    void rewrite(CastInstruction cast) {
        if (cast.isWeak()) {
            return;
        }
        JsType kind = kinds.typeOfOrJava(cast.getValue());
        if (cast.getTargetType() instanceof ValueType.Array array) {
            castToArray(cast, array, kind);
        } else if (isNative(cast.getTargetType())) {
            castToNative(cast, kind);
        } else {
            cast.setValue(Calls.asJava(cast, cast.getValue(), kind));
        }
    }

    private void castToNative(CastInstruction cast, JsType kind) {
        boolean toFunction = functions.isFunction(cast.getTargetType());
        if (kind == JsType.JAVA
                || kind == JsType.MIXED
                || kind == JsType.NATIVE_ARRAY
                || kind == JsType.FUNCTION_ARRAY) {
            cast.setValue(Calls.before(cast, Names.TO_JS, cast.getValue()));
        } else if (kind == JsType.FUNCTION && !toFunction) {
            cast.setValue(Calls.before(cast, Names.FUNCTION, cast.getValue()));
        }
        if (!toFunction && unchecked.contains(cast.getValue())) {
            cast.setTargetType(Names.JS_OBJECT);
        }
    }

    /** A JavaScript array becomes a Java array by copying. A clone is a Java array already, and a frequent one. */
    private void castToArray(CastInstruction cast, ValueType.Array array, JsType kind) {
        boolean fromJavaScript = kind.isJavaScript() || kind == JsType.MIXED || unchecked.contains(cast.getValue());
        boolean primitive = array.getItemType() instanceof ValueType.Primitive;
        if (cast.getPrevious() instanceof CloneArrayInstruction || (primitive && !fromJavaScript)) {
            return;
        }
        var component = new ClassConstantInstruction();
        component.setConstant(isNative(array.getItemType()) ? Names.OBJECT : array.getItemType());
        component.setReceiver(cast.getProgram().createVariable());
        component.setLocation(cast.getLocation());
        cast.insertPrevious(component);
        Variable value = Calls.asJava(cast, cast.getValue(), kind);
        cast.setValue(Calls.before(cast, Names.TO_ARRAY, value, component.getReceiver()));
    }

    void rewrite(IsInstanceInstruction test) {
        JsType kind = kinds.typeOfOrJava(test.getValue());
        if (functions.isFunction(test.getType())) {
            Variable value = Calls.asJava(test, test.getValue(), kind);
            test.replace(Calls.call(test, Names.IS_FUNCTION, test.getReceiver(), value));
        } else if (test.getType() instanceof ValueType.Array array
                && !(array.getItemType() instanceof ValueType.Primitive)) {
            test.setValue(Calls.asJava(test, test.getValue(), kind));
            orIsArray(test);
        } else if (!isNative(test.getType())) {
            test.setValue(Calls.asJava(test, test.getValue(), kind));
        } else if (kind == JsType.FUNCTION) {
            test.setValue(Calls.before(test, Names.FUNCTION, test.getValue()));
        }
    }

    private static void orIsArray(IsInstanceInstruction test) {
        var either = new BinaryInstruction(BinaryOperation.OR, NumericOperandType.INT);
        either.setReceiver(test.getReceiver());
        either.setSecondOperand(Calls.before(test, Names.IS_ARRAY, test.getValue()));
        test.setReceiver(test.getProgram().createVariable());
        either.setFirstOperand(test.getReceiver());
        either.setLocation(test.getLocation());
        test.insertNext(either);
    }

    private boolean isNative(ValueType type) {
        return type instanceof ValueType.Object object && types.isJavaScriptClass(object.getClassName());
    }
}
