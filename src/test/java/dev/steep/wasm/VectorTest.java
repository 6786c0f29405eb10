package dev.steep.wasm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every instruction that computes with vectors, run on random and special lanes and compared with Java lane by lane. */
class VectorTest {
    private static final Map<Instruction, VectorMeaning.Meaning> MEANINGS = VectorMeaning.all();
    private static final int ROUNDS = 60;
    private static final int RESULT = 48;
    private static final float[] SINGLES = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        2.5f,
        -3.5f,
        1e10f,
        -1e10f,
        4e9f,
        1e-40f,
        3e38f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
    };
    private static final double[] DOUBLES = {
        0d,
        -0d,
        1d,
        -1.5,
        2.5,
        0.1,
        1e10,
        -1e10,
        4294967295d,
        1e300,
        1e-320,
        1e-42,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    static Stream<Instruction> instructions() {
        return Arrays.stream(Instruction.values()).filter(VectorTest::computes);
    }

    /** Vectors in, no operand: lanes, memory and constants have tests of their own. */
    private static boolean computes(Instruction instruction) {
        return instruction.operand() == Operand.NONE
                && instruction.signature().params().contains(Type.V128);
    }

    @Test
    void everyVectorInstructionHasAMeaning() {
        assertEquals(
                List.of(), instructions().filter(i -> !MEANINGS.containsKey(i)).toList());
    }

    @ParameterizedTest
    @MethodSource("instructions")
    void resultIsJavasResultInEveryLane(Instruction instruction) {
        Random random = new Random(instruction.opcode);
        try (WasmRunner wasm = WasmRunner.of(module(instruction))) {
            Value function = wasm.function("f");
            for (int round = 0; round < ROUNDS; round++) {
                ByteBuffer a = vector(random);
                ByteBuffer b = round % 7 == 0 ? a : vector(random);
                ByteBuffer c = vector(random);
                int shift = random.nextInt(200);
                wasm.write(0, a.array()).write(16, b.array()).write(32, c.array());
                function.executeVoid(shift);
                ByteBuffer expected = MEANINGS.get(instruction).of(a, b, c, shift);
                ByteBuffer found =
                        VectorMeaning.vector().put(wasm.bytes(RESULT, 16)).rewind();
                String what = instruction + " of " + Arrays.toString(a.array()) + ", " + Arrays.toString(b.array())
                        + ", shift " + shift;
                assertEquals(text(instruction, expected), text(instruction, found), what);
            }
        }
    }

    /** Loads the vectors from 0, 16, 32 and stores the result at 48. */
    private static Module module(Instruction instruction) {
        Module module = new Module();
        module.memory(1, "memory");
        module.function("f", List.of(Type.I32), List.of(), code -> {
            List<Type> params = instruction.signature().params();
            boolean vector = instruction.signature().results().get(0) == Type.V128;
            code.storeAt(vector ? Instruction.V128_STORE : Instruction.I32_STORE, RESULT, () -> {
                for (int i = 0; i < params.size(); i++) {
                    if (params.get(i) == Type.V128) {
                        code.loadAt(Instruction.V128_LOAD, 16 * i);
                    } else {
                        code.get(code.param(0));
                    }
                }
                code.op(instruction);
            });
        });
        module.export("f", External.FUNCTION, 0);
        return module;
    }

    /** Exact bits; but one NaN is as good as another where floats are computed. */
    private static String text(Instruction instruction, ByteBuffer vector) {
        StringBuilder text = new StringBuilder();
        boolean mask = instruction.text().matches("f.*\\.(eq|ne|lt|gt|le|ge)");
        if (instruction.text().startsWith("f32x4") && !mask) {
            for (int i = 0; i < 16; i += 4) {
                text.append(vector.getFloat(i)).append(' ');
            }
        } else if (instruction.text().startsWith("f64x2") && !mask) {
            for (int i = 0; i < 16; i += 8) {
                text.append(vector.getDouble(i)).append(' ');
            }
        } else {
            text.append(Arrays.toString(vector.array()));
        }
        return text.toString();
    }

    private static ByteBuffer vector(Random random) {
        ByteBuffer vector = VectorMeaning.vector();
        switch (random.nextInt(4)) {
            case 0 -> random.nextBytes(vector.array());
            case 1 -> {
                for (int i = 0; i < 16; i++) {
                    vector.put(i, new byte[] {0, 1, -1, 127, -128, 15, 16}[random.nextInt(7)]);
                }
            }
            case 2 -> {
                for (int i = 0; i < 16; i += 4) {
                    vector.putFloat(i, SINGLES[random.nextInt(SINGLES.length)]);
                }
            }
            default -> {
                for (int i = 0; i < 16; i += 8) {
                    vector.putDouble(i, DOUBLES[random.nextInt(DOUBLES.length)]);
                }
            }
        }
        return vector;
    }
}
