package dev.steep.jsinterop;

import org.teavm.jso.impl.JSTypeHelper;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReader;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryBranchingCondition;
import org.teavm.model.instructions.BinaryBranchingInstruction;
import org.teavm.model.instructions.BranchingCondition;
import org.teavm.model.instructions.BranchingInstruction;
import org.teavm.model.instructions.CastInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.IsInstanceInstruction;
import org.teavm.model.instructions.PutFieldInstruction;

/**
 * Writes into one method the conversions between Java and JavaScript values that JsInterop promises and JSO does not make:
 * at casts, type tests, comparisons, calls on values typed as Java objects, and where a function leaves its functor type.
 */
final class ProgramRewriter {
    private final ClassReaderSource classes;
    private final JSTypeHelper types;
    private final FunctionTypes functions;

    ProgramRewriter(ClassReaderSource classes, JSTypeHelper types, FunctionTypes functions) {
        this.classes = classes;
        this.types = types;
        this.functions = functions;
    }

    void rewrite(MethodHolder method) {
        var unchecked = UncheckedCasts.inline(method.getProgram());
        var kinds = new JsTypes(method, types, functions);
        kinds.ensure();
        var casts = new CastRewriter(types, functions, kinds, unchecked);
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof CastInstruction cast) {
                    casts.rewrite(cast);
                } else if (instruction instanceof IsInstanceInstruction test) {
                    casts.rewrite(test);
                } else if (instruction instanceof InvokeInstruction call) {
                    rewriteCall(call, kinds);
                } else if (instruction instanceof PutFieldInstruction put) {
                    put.setValue(asPlainFunction(put, put.getValue(), put.getFieldType(), kinds));
                } else if (instruction instanceof BranchingInstruction branch) {
                    rewriteNullTest(branch, kinds);
                } else if (instruction instanceof BinaryBranchingInstruction branch) {
                    rewriteComparison(branch, kinds);
                }
            }
        }
    }

    private void rewriteCall(InvokeInstruction call, JsTypes kinds) {
        if (!types.isJavaScriptClass(call.getMethod().getClassName())) {
            return;
        }
        Variable receiver = call.getInstance();
        boolean constructor = call.getMethod().getName().equals("<init>");
        if (receiver != null && !constructor && !kinds.typeOfOrJava(receiver).isJavaScript()) {
            call.setInstance(Calls.before(call, Names.UNWRAP, receiver));
        }
        Variable[] arguments = call.getArguments().toArray(new Variable[0]);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = asPlainFunction(call, arguments[i], call.getMethod().parameterType(i), kinds);
        }
        if (constructor && arguments.length > 0 && isVarargs(call)) {
            arguments[arguments.length - 1] = Spread.mark(call, arguments[arguments.length - 1]);
        }
        call.setArguments(arguments);
    }

    /** A function that goes where JavaScript expects no functor in particular must be a function there, not our object. */
    private Variable asPlainFunction(Instruction at, Variable value, ValueType target, JsTypes kinds) {
        boolean leaves = kinds.typeOfOrJava(value) == JsType.FUNCTION
                && !functions.isFunction(target)
                && target instanceof ValueType.Object object
                && types.isJavaScriptClass(object.getClassName());
        return leaves ? Calls.before(at, Names.FUNCTION, value) : value;
    }

    private boolean isVarargs(InvokeInstruction call) {
        ClassReader cls = classes.get(call.getMethod().getClassName());
        MethodReader method =
                cls == null ? null : cls.getMethod(call.getMethod().getDescriptor());
        return method != null && method.hasModifier(ElementModifier.VARARGS);
    }

    /** JavaScript has two nulls. */
    private static void rewriteNullTest(BranchingInstruction branch, JsTypes kinds) {
        BranchingCondition condition = branch.getCondition();
        boolean isNull = condition == BranchingCondition.NULL;
        if ((isNull || condition == BranchingCondition.NOT_NULL)
                && kinds.typeOfOrJava(branch.getOperand()).isJavaScript()) {
            branch.setOperand(Calls.before(branch, Names.IS_NULL, branch.getOperand()));
            branch.setCondition(isNull ? BranchingCondition.NOT_EQUAL : BranchingCondition.EQUAL);
        }
    }

    private static void rewriteComparison(BinaryBranchingInstruction branch, JsTypes kinds) {
        BinaryBranchingCondition condition = branch.getCondition();
        if (condition != BinaryBranchingCondition.REFERENCE_EQUAL
                && condition != BinaryBranchingCondition.REFERENCE_NOT_EQUAL) {
            return;
        }
        JsType first = kinds.typeOfOrJava(branch.getFirstOperand());
        JsType second = kinds.typeOfOrJava(branch.getSecondOperand());
        boolean bothNative = first == JsType.NATIVE && second == JsType.NATIVE;
        boolean anyNative =
                first.isJavaScript() || second.isJavaScript() || first == JsType.MIXED || second == JsType.MIXED;
        if (anyNative && !bothNative && first != JsType.NULL && second != JsType.NULL) {
            branch.setFirstOperand(Calls.asJava(branch, branch.getFirstOperand(), first));
            branch.setSecondOperand(Calls.asJava(branch, branch.getSecondOperand(), second));
        }
    }
}
