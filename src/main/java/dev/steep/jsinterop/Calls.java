package dev.steep.jsinterop;

import java.util.function.Consumer;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/** Finds calls, and builds those of the run time's static methods. */
final class Calls {
    private Calls() {}

    /** Does something with every call in a class. */
    static void each(ClassHolder cls, Consumer<InvokeInstruction> action) {
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null) {
                each(method.getProgram(), action);
            }
        }
    }

    /** Does something with every call in a method. */
    static void each(Program program, Consumer<InvokeInstruction> action) {
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof InvokeInstruction call) {
                    action.accept(call);
                }
            }
        }
    }

    static InvokeInstruction call(Instruction at, MethodReference method, Variable receiver, Variable... arguments) {
        var call = new InvokeInstruction();
        call.setType(InvocationType.SPECIAL);
        call.setMethod(method);
        call.setArguments(arguments);
        call.setReceiver(receiver);
        call.setLocation(at.getLocation());
        return call;
    }

    /** Inserts a call before {@code at} and returns its result. */
    static Variable before(Instruction at, MethodReference method, Variable... arguments) {
        Variable result = method.getReturnType() == ValueType.VOID
                ? null
                : at.getProgram().createVariable();
        at.insertPrevious(call(at, method, result, arguments));
        return result;
    }

    /** The value as a Java object. */
    static Variable asJava(Instruction at, Variable value, JsType kind) {
        return switch (kind) {
            case NATIVE, FUNCTION -> before(at, Names.FROM_JS, value);
            case MIXED -> before(at, Names.TO_JAVA, value);
            case NULL, JAVA, NATIVE_ARRAY, FUNCTION_ARRAY -> value;
        };
    }
}
