package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Mistakes are found while the code is written, and the message says which instruction, where, and why. */
class StackCheckTest {
    private static String refusal(Consumer<Code> body) {
        return refusal(List.of(), body);
    }

    private static String refusal(List<Type> results, Consumer<Code> body) {
        Module module = new Module();
        module.memory(1, "memory");
        return assertThrows(IllegalStateException.class, () -> module.function("f", List.of(I32, V128), results, body))
                .getMessage();
    }

    private static void accepted(List<Type> results, Consumer<Code> body) {
        Module module = new Module();
        module.function("f", List.of(I32, V128), results, body);
        WasmRunner.of(module).close();
    }

    @Test
    void wrongTypeNamesInstructionPositionAndStack() {
        assertEquals(
                "f, instruction 3 (f32x4.add, byte 4): expected v128 but found i32. Stack: [v128 i32].",
                refusal(code -> code.get(code.param(1)).get(code.param(0)).op(F32X4_ADD)));
    }

    @Test
    void missingOperand() {
        assertEquals(
                "f, instruction 2 (i32.add, byte 2): expected i32 but found nothing in this block. Stack: [].",
                refusal(code -> code.i32(1).op(I32_ADD)));
    }

    @Test
    void valuesOutsideOfABlockAreOutOfReach() {
        assertTrue(refusal(code -> code.i32(1).i32(2).loop(label -> code.op(I32_ADD)))
                .contains("(i32.add, byte 6): expected i32 but found nothing in this loop"));
    }

    @Test
    void leftoverAtTheEnd() {
        assertEquals(
                "f, instruction 2 (end, byte 2): expected nothing more on the stack at the end of this block. Stack: [i32].",
                refusal(code -> code.i32(1)));
    }

    @Test
    void missingResult() {
        assertTrue(
                refusal(List.of(F32), code -> code.op(NOP)).contains("(end, byte 1): expected f32 but found nothing"));
    }

    @Test
    void ifWithAResultNeedsBothHalves() {
        assertTrue(refusal(code -> code.i32(1).when(I32, () -> code.i32(1), () -> {}))
                .contains("expected i32 but found nothing"));
    }

    @Test
    void selectNeedsTwoOfAKind() {
        assertTrue(refusal(code -> code.i32(1).f32(1).i32(0).select())
                .contains("expected two values of one type but found i32 and f32"));
    }

    @Test
    void setNeedsTheTypeOfTheLocal() {
        assertTrue(refusal(code -> code.f32(1).set(code.param(1)))
                .contains("(local.set, byte 5): expected v128 but found f32"));
    }

    @Test
    void callNeedsItsArguments() {
        Module module = new Module();
        Function g = module.declare("g", List.of(F32), List.of());
        String message = assertThrows(
                        IllegalStateException.class,
                        () -> module.function("f", List.of(I32), List.of(), code -> code.get(code.param(0))
                                .call(g)))
                .getMessage();
        assertTrue(message.contains("expected f32 but found i32"), message);
    }

    @Test
    void functionsOfOtherModulesAreNotCalled() {
        assertTrue(refusal(code -> code.get(code.param(0)).call(new Module().declare("g", List.of(F32), List.of())))
                .contains("belongs to another module"));
    }

    @Test
    void branchNeedsTheValuesOfTheLabel() {
        assertTrue(refusal(code -> code.block(F32, label -> code.i32(1).br(label)))
                .contains("(br, byte 4): expected f32 but found i32"));
    }

    @Test
    void labelsEndWithTheirBlock() {
        List<Label> kept = new ArrayList<>();
        assertTrue(
                refusal(code -> code.block(kept::add).br(kept.get(0))).contains("the label's block is not open here"));
    }

    @Test
    void localsEndWithTheirScope() {
        List<Local> kept = new ArrayList<>();
        assertTrue(refusal(code -> code.scope(() -> kept.add(code.local(I32))).get(kept.get(0)))
                .contains("the scope of the local has ended"));
    }

    @Test
    void localsOfOtherFunctionsAreRefused() {
        List<Local> kept = new ArrayList<>();
        accepted(List.of(), code -> kept.add(code.param(0)));
        assertTrue(refusal(code -> code.get(kept.get(0))).contains("belongs to another function"));
    }

    @Test
    void lanesAreCounted() {
        assertTrue(refusal(code -> code.get(code.param(1)).op(F32X4_EXTRACT_LANE, 4))
                .contains("lane 4 is not one of 0 to 3"));
        assertTrue(refusal(code -> code.op(V128_CONST, 0)).contains("another operand"));
    }

    @Test
    void alignmentIsAtMostNatural() {
        assertTrue(
                refusal(code -> code.i32(0).op(F32_LOAD, new Memarg(0, 8))).contains("an alignment of 8 for 4 bytes"));
        assertThrows(IllegalArgumentException.class, () -> new Memarg(0, 3));
    }

    @Test
    void instructionsWithAnOperandHaveAMethodOfTheirOwn() {
        assertTrue(refusal(code -> code.op(I32_CONST)).contains("another operand (I32)"));
        assertTrue(refusal(code -> code.i32(1).op(DROP)).contains("another operand"));
    }

    @Test
    void memoryMustBeThere() {
        Module module = new Module();
        String message = assertThrows(
                        IllegalStateException.class,
                        () -> module.function(
                                "f", List.of(), List.of(), code -> code.i32(0).load(F32_LOAD, 0)))
                .getMessage();
        assertTrue(message.contains("the module has no memory"), message);
    }

    @Test
    void afterABranchAnyTypeIsAccepted() {
        accepted(List.of(F32), code -> code.f32(1).ret().op(I32_ADD).drop());
        accepted(List.of(V128), code -> code.unreachable().op(F32X4_ADD));
        accepted(List.of(I32), code -> code.unreachable().select());
        accepted(List.of(I32), code -> code.block(I32, label -> code.i32(1).br(label)));
        accepted(List.of(), code -> code.loop(again -> code.br(again)));
    }

    @Test
    void afterABranchWhatIsPushedIsStillChecked() {
        assertTrue(refusal(code -> code.unreachable().f32(1).op(I32_EQZ)).contains("expected i32 but found f32"));
    }

    @Test
    void constantGlobalsCannotBeSet() {
        Module module = new Module();
        Global global = module.constant(I32, code -> code.i32(1));
        String message = assertThrows(
                        IllegalStateException.class,
                        () -> module.function(
                                "f", List.of(), List.of(), code -> code.i32(2).set(global)))
                .getMessage();
        assertTrue(message.contains("the global is a constant"), message);
    }
}
