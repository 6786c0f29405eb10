package dev.steep.jsinterop;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.FloatConstantInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;

/** Negates a floating-point number by {@code -0.0 - x}, which is exact for every number, zeros included. */
final class KeepSignOfZero implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() == null) {
                continue;
            }
            for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                for (Instruction instruction : block) {
                    if (instruction instanceof NegateInstruction negation) {
                        rewrite(negation);
                    }
                }
            }
        }
    }

    private static void rewrite(NegateInstruction negation) {
        var zero = negation.getProgram().createVariable();
        if (negation.getOperandType() == NumericOperandType.DOUBLE) {
            var constant = new DoubleConstantInstruction();
            constant.setConstant(-0.0);
            constant.setReceiver(zero);
            negation.insertPrevious(constant);
        } else if (negation.getOperandType() == NumericOperandType.FLOAT) {
            var constant = new FloatConstantInstruction();
            constant.setConstant(-0.0f);
            constant.setReceiver(zero);
            negation.insertPrevious(constant);
        } else {
            return;
        }
        var difference = new BinaryInstruction(BinaryOperation.SUBTRACT, negation.getOperandType());
        difference.setFirstOperand(zero);
        difference.setSecondOperand(negation.getOperand());
        difference.setReceiver(negation.getReceiver());
        difference.setLocation(negation.getLocation());
        negation.replace(difference);
    }
}
