package dev.steep.jsinterop;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.impl.JSMethods;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.AssignInstruction;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Varargs constructors. JSO would pass the array as one argument; it is marked before JSO sees the call, and the call that
 * JSO made of it is replaced by {@code Reflect.construct} afterwards. The mark is a variable's label: nothing else
 * survives in between.
 */
final class Spread {
    private static final String LABEL = "steep$spread";

    private Spread() {}

    static Variable mark(Instruction at, Variable array) {
        var assign = new AssignInstruction();
        assign.setAssignee(array);
        assign.setReceiver(at.getProgram().createVariable());
        assign.getReceiver().setLabel(LABEL);
        assign.setLocation(at.getLocation());
        at.insertPrevious(assign);
        return assign.getReceiver();
    }

    static void apply(Program program) {
        Map<Variable, InvokeInstruction> wrapped = new HashMap<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof InvokeInstruction call
                        && isJs(call, "wrap")
                        && LABEL.equals(call.getArguments().get(0).getLabel())) {
                    wrapped.put(call.getReceiver(), call);
                }
            }
        }
        if (wrapped.isEmpty()) {
            return;
        }
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof InvokeInstruction call
                        && isJs(call, "construct")
                        && wrapped.containsKey(
                                call.getArguments().get(call.getArguments().size() - 1))) {
                    spread(call);
                }
            }
        }
    }

    private static void spread(InvokeInstruction construct) {
        Variable[] arguments = construct.getArguments().toArray(new Variable[0]);
        Variable array = arguments[arguments.length - 1];
        if (arguments.length > 2) {
            Variable[] first = Arrays.copyOfRange(arguments, 1, arguments.length - 1);
            Variable prefix = Calls.before(construct, JSMethods.arrayOf(first.length), first);
            array = Calls.before(construct, JSMethods.CONCAT_ARRAY, prefix, array);
        }
        construct.setMethod(Names.CONSTRUCT);
        construct.setArguments(arguments[0], array);
    }

    private static boolean isJs(InvokeInstruction call, String name) {
        return call.getMethod().getClassName().equals(Names.JS_IMPLEMENTATION)
                && call.getMethod().getName().equals(name);
    }
}
