package dev.steep.jsinterop;

import java.util.HashSet;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.AssignInstruction;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Replaces {@code Js.cast} and {@code Js.uncheckedCast}, which return their argument, by that argument. A value that is
 * JavaScript before and after then never becomes a Java object in between, and the cast that the compiler adds behind
 * an unchecked one is known by its operand.
 */
final class UncheckedCasts {
    private UncheckedCasts() {}

    /** Returns the variables that hold the result of an unchecked cast. */
    static Set<Variable> inline(Program program) {
        Set<Variable> unchecked = new HashSet<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof InvokeInstruction call && isCast(call)) {
                    inline(call, unchecked);
                }
            }
        }
        return unchecked;
    }

    private static void inline(InvokeInstruction call, Set<Variable> unchecked) {
        if (call.getReceiver() == null) {
            call.delete();
            return;
        }
        if (call.getMethod().getName().equals("uncheckedCast")) {
            unchecked.add(call.getReceiver());
        }
        var assign = new AssignInstruction();
        assign.setAssignee(
                call.getInstance() != null
                        ? call.getInstance()
                        : call.getArguments().get(0));
        assign.setReceiver(call.getReceiver());
        assign.setLocation(call.getLocation());
        call.replace(assign);
    }

    private static boolean isCast(InvokeInstruction call) {
        String name = call.getMethod().getName();
        int parameters = call.getMethod().parameterCount();
        return (name.equals("cast") || name.equals("uncheckedCast"))
                && switch (call.getMethod().getClassName()) {
                    case "jsinterop.base.Js" -> parameters == 1;
                    case "jsinterop.base.Any" -> parameters == 0;
                    default -> false;
                };
    }
}
