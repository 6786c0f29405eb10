package dev.steep.jsinterop;

import java.util.HashMap;
import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.FloatConstantInstruction;
import org.teavm.model.instructions.GetElementInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * TeaVM writes a variable that is used once as part of the expression that uses it, and then {@code a + (b + c)} without
 * its brackets. So the second operand of a sum, product or remainder of floating-point numbers must be none that could
 * become an expression of the same rank: the operands are exchanged where that helps, otherwise {@code a + b} becomes
 * {@code a - (-b)}, and {@code a * b} becomes {@code a * (-(-b))}. All of that is exact.
 */
final class KeepBrackets implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null) {
                rewrite(method.getProgram());
            }
        }
    }

    private static void rewrite(Program program) {
        Map<Variable, Instruction> origins = new HashMap<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                note(instruction, origins);
            }
        }
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof BinaryInstruction binary && isFloating(binary.getOperandType())) {
                    rewrite(binary, origins);
                }
            }
        }
    }

    /** Notes what computes a variable, for those instructions whose text is known to keep together. */
    private static void note(Instruction instruction, Map<Variable, Instruction> origins) {
        if (instruction instanceof BinaryInstruction binary) {
            origins.put(binary.getReceiver(), binary);
        } else if (instruction instanceof NegateInstruction negation) {
            origins.put(negation.getReceiver(), negation);
        } else if (instruction instanceof GetElementInstruction element) {
            origins.put(element.getReceiver(), element);
        } else if (instruction instanceof DoubleConstantInstruction constant) {
            origins.put(constant.getReceiver(), constant);
        } else if (instruction instanceof FloatConstantInstruction constant) {
            origins.put(constant.getReceiver(), constant);
        }
    }

    private static void rewrite(BinaryInstruction binary, Map<Variable, Instruction> origins) {
        BinaryOperation operation = binary.getOperation();
        boolean commutes = operation == BinaryOperation.ADD || operation == BinaryOperation.MULTIPLY;
        if (!commutes && operation != BinaryOperation.MODULO
                || keepsTogether(binary.getSecondOperand(), operation, origins)) {
            return;
        }
        if (commutes && keepsTogether(binary.getFirstOperand(), operation, origins)) {
            Variable first = binary.getFirstOperand();
            binary.setFirstOperand(binary.getSecondOperand());
            binary.setSecondOperand(first);
        } else if (operation == BinaryOperation.ADD) {
            var difference = new BinaryInstruction(BinaryOperation.SUBTRACT, binary.getOperandType());
            difference.setFirstOperand(binary.getFirstOperand());
            difference.setSecondOperand(negated(binary, binary.getSecondOperand()));
            difference.setReceiver(binary.getReceiver());
            difference.setLocation(binary.getLocation());
            binary.replace(difference);
        } else {
            binary.setSecondOperand(negated(binary, negated(binary, binary.getSecondOperand())));
        }
    }

    /** Whether the text of this variable, written behind the operation, cannot fall apart. Unknown text could. */
    private static boolean keepsTogether(
            Variable variable, BinaryOperation operation, Map<Variable, Instruction> origins) {
        Instruction origin = origins.get(variable);
        if (origin instanceof BinaryInstruction inner) {
            return operation == BinaryOperation.ADD
                    && (inner.getOperation() == BinaryOperation.MULTIPLY
                            || inner.getOperation() == BinaryOperation.DIVIDE);
        }
        return origin != null;
    }

    private static Variable negated(BinaryInstruction before, Variable operand) {
        var negation = new NegateInstruction(before.getOperandType());
        negation.setOperand(operand);
        negation.setReceiver(before.getProgram().createVariable());
        negation.setLocation(before.getLocation());
        before.insertPrevious(negation);
        return negation.getReceiver();
    }

    private static boolean isFloating(NumericOperandType type) {
        return type == NumericOperandType.DOUBLE || type == NumericOperandType.FLOAT;
    }
}
