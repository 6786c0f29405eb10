package dev.steep.wasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstructionTest {
    @ParameterizedTest
    @EnumSource(Instruction.class)
    void everyInstructionMakesAValidModule(Instruction instruction) {
        try (WasmRunner wasm = WasmRunner.of(Samples.module(instruction))) {
            assertEquals(65536, wasm.memory().getBufferSize());
        }
    }

    /** Shows that the test above can fail: one byte of the code says f64.add instead of f32.add. */
    @Test
    void aModuleWithAWrongOpcodeIsRefused() {
        byte[] bytes = Samples.module(Instruction.F32_ADD).bytes();
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == (byte) 0x92 && bytes[i + 1] == 0x0B) {
                bytes[i] = (byte) 0xA0;
            }
        }
        PolyglotException refusal = assertThrows(PolyglotException.class, () -> WasmRunner.of(bytes));
        assertTrue(refusal.getMessage().contains("f32"), refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Instruction.class)
    void everyInstructionIsReadBackFromItsBytes(Instruction instruction) {
        List<String> lines = Arrays.asList(Samples.module(instruction).listing().split("\n"));
        assertTrue(
                lines.stream().map(line -> line.trim().split(" ")[0]).anyMatch(instruction.text()::equals),
                () -> String.join("\n", lines));
    }

    @Test
    void opcodesAreDistinct() {
        long distinct = Arrays.stream(Instruction.values())
                .mapToInt(instruction -> instruction.opcode)
                .distinct()
                .count();
        assertEquals(Instruction.values().length, distinct);
    }

    @ParameterizedTest
    @EnumSource(Instruction.class)
    void theNameInJavaIsTheNameInTheSpecification(Instruction instruction) {
        assertEquals(instruction.name(), instruction.text().replace('.', '_').toUpperCase(Locale.ROOT));
    }
}
