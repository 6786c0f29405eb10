package dev.steep.wasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every instruction on single numbers, run on edge cases and compared with what Java computes. */
class ScalarTest {
    private static final Map<Instruction, ScalarMeaning.Meaning> MEANINGS = new EnumMap<>(ScalarMeaning.all());

    private static final Object[] I32 = {
        0, 1, -1, 2, 31, 32, 33, 255, 128, -128, 32768, 123456789, -987654321, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    private static final Object[] I64 = {
        0L,
        1L,
        -1L,
        63L,
        64L,
        255L,
        -128L,
        1L << 31,
        1L << 32,
        16777217L,
        (1L << 53) + 1,
        1234567890123456789L,
        0x8000008000000001L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final Object[] F32 = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        -0.5f,
        1.5f,
        2.5f,
        -2.5f,
        0.1f,
        3e9f,
        -3e9f,
        2147483648f,
        -2147483648f,
        1e19f,
        9.2233715e18f,
        1e-40f,
        Float.MAX_VALUE,
        Float.MIN_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };
    private static final Object[] F64 = {
        0d,
        -0d,
        1d,
        -1d,
        0.5,
        -0.5,
        1.5,
        2.5,
        -2.5,
        0.1,
        -0.9,
        4294967295.5,
        4294967296.0,
        2147483647.9,
        -2147483648.9,
        1e19,
        -1e19,
        1e-310,
        16777217.0,
        1e300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @Test
    void everyScalarInstructionHasAMeaning() {
        Stream<Instruction> scalar = Arrays.stream(Instruction.values())
                .filter(i -> i.opcode >= 0x45 && i.opcode <= 0xC4 || i.opcode >= 0xFC00 && i.opcode <= 0xFC07);
        assertEquals(List.of(), scalar.filter(i -> !MEANINGS.containsKey(i)).toList());
    }

    static Stream<Instruction> instructions() {
        return MEANINGS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("instructions")
    void resultIsJavasResult(Instruction instruction) {
        Module module = new Module();
        Signature signature = instruction.signature();
        module.function("f", signature.params(), signature.results(), code -> {
            for (int i = 0; i < signature.params().size(); i++) {
                code.get(code.param(i));
            }
            code.op(instruction);
        });
        boolean binary = signature.params().size() == 2;
        try (WasmRunner wasm = WasmRunner.of(exported(module))) {
            Value function = wasm.function("f");
            Object[] values = values(signature.params().get(0));
            for (Object a : values) {
                for (Object b : binary ? values : new Object[] {0}) {
                    check(instruction, function, binary ? new Object[] {a, b} : new Object[] {a});
                }
            }
        }
    }

    private static Module exported(Module module) {
        module.export("f", External.FUNCTION, 0);
        return module;
    }

    private static void check(Instruction instruction, Value function, Object[] arguments) {
        String what = instruction + " of " + Arrays.toString(arguments);
        Object expected;
        try {
            expected = MEANINGS.get(instruction).of(arguments[0], arguments[arguments.length - 1]);
        } catch (ArithmeticException trap) {
            assertTrue(assertThrows(PolyglotException.class, () -> function.execute(arguments), what)
                    .isGuestException());
            return;
        }
        Value found = function.execute(arguments);
        switch (instruction.signature().results().get(0)) {
            case I32 -> assertEquals(expected, found.asInt(), what);
            case I64 -> assertEquals(expected, found.asLong(), what);
            case F32 -> assertEquals((Float) expected, found.asFloat(), what);
            case F64 -> assertEquals((Double) expected, found.asDouble(), what);
            case V128 -> throw new AssertionError(what);
        }
    }

    private static Object[] values(Type type) {
        return switch (type) {
            case I32 -> I32;
            case I64 -> I64;
            case F32 -> F32;
            case F64 -> F64;
            case V128 -> throw new AssertionError(type);
        };
    }
}
