package dev.steep.wasm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every instruction that reads or writes memory, and every one that names a lane, against what its name says. */
class MemoryAccessTest {
    /** What is in memory: bytes with and without the sign bit, all different. */
    private static final byte[] PATTERN = new byte[64];

    private static final byte[] VECTOR = new byte[16];
    private static final int ADDRESS = 8;
    private static final int OFFSET = 16;
    private static final int AT = ADDRESS + OFFSET;
    private static final int RESULT = 128;
    private static final long VALUE = 0x89ABCDEF01234567L;

    static {
        for (int i = 0; i < PATTERN.length; i++) {
            PATTERN[i] = (byte) (i * 37 + 5);
        }
        for (int i = 0; i < VECTOR.length; i++) {
            VECTOR[i] = (byte) (200 - i);
        }
    }

    static Stream<Instruction> accesses() {
        return Arrays.stream(Instruction.values())
                .filter(i -> i.operand().access() > 0)
                .filter(i -> !i.text().startsWith("memory.atomic"));
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void readsAndWritesWhatItsNameSays(Instruction instruction) {
        List<Type> params = instruction.signature().params();
        List<Type> results = instruction.signature().results();
        Module module = new Module();
        module.memory(Limits.shared(1, 1)).export("memory");
        module.data(0, PATTERN).data(64, VECTOR);
        module.function("f", List.of(), List.of(), code -> {
            results.forEach(result -> code.i32(RESULT));
            code.i32(ADDRESS);
            for (Type param : params.subList(1, params.size())) {
                argument(param, code);
            }
            Memarg memarg = new Memarg(OFFSET, instruction.operand().access());
            if (instruction.operand().lanes() > 0) {
                code.op(instruction, memarg, 1);
            } else {
                code.op(instruction, memarg);
            }
            results.forEach(result -> code.store(storeOf(result), 0));
        });
        module.export("f", External.FUNCTION, 0);
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.call("f");
            ByteBuffer memory = buffer(PATTERN);
            byte[] result = results.isEmpty() ? new byte[0] : expected(instruction, memory);
            if (results.isEmpty() || instruction.text().contains("rmw")) {
                written(instruction, memory);
            }
            assertArrayEquals(memory.array(), wasm.bytes(0, PATTERN.length));
            assertArrayEquals(result, wasm.bytes(RESULT, result.length));
        }
    }

    private static void argument(Type type, Code code) {
        switch (type) {
            case I32 -> code.i32((int) VALUE);
            case I64 -> code.i64(VALUE);
            case F32 -> code.f32(Float.intBitsToFloat((int) VALUE));
            case F64 -> code.f64(Double.longBitsToDouble(VALUE));
            case V128 -> code.loadAt(Instruction.V128_LOAD, 64);
        }
    }

    private static Instruction storeOf(Type type) {
        return switch (type) {
            case I32 -> Instruction.I32_STORE;
            case I64 -> Instruction.I64_STORE;
            case F32 -> Instruction.F32_STORE;
            case F64 -> Instruction.F64_STORE;
            case V128 -> Instruction.V128_STORE;
        };
    }

    /** The loaded value as bytes. */
    private static byte[] expected(Instruction instruction, ByteBuffer memory) {
        int bytes = instruction.operand().access();
        String name = instruction.text();
        Type type = instruction.signature().results().get(0);
        if (type != Type.V128) {
            long value = VectorMeaning.get(memory.slice(AT, 8).order(ByteOrder.LITTLE_ENDIAN), 8 * bytes, 0);
            long extended = name.endsWith("_s") ? value : VectorMeaning.unsigned(value, 8 * bytes);
            int size = type == Type.I32 || type == Type.F32 ? 4 : 8;
            return Arrays.copyOf(buffer(new byte[8]).putLong(extended).array(), size);
        }
        ByteBuffer vector = VectorMeaning.vector();
        Matcher wider = Pattern.compile("v128.load(\\d+)x(\\d)_(s|u)").matcher(name);
        if (wider.matches()) {
            int bits = Integer.parseInt(wider.group(1));
            for (int i = 0; i < Integer.parseInt(wider.group(2)); i++) {
                long lane = VectorMeaning.get(memory.slice(AT, 8).order(ByteOrder.LITTLE_ENDIAN), bits, i);
                VectorMeaning.put(
                        vector, 2 * bits, i, wider.group(3).equals("s") ? lane : VectorMeaning.unsigned(lane, bits));
            }
        } else if (name.endsWith("_splat")) {
            for (int i = 0; i < 16; i++) {
                vector.put(i, memory.get(AT + i % bytes));
            }
        } else if (name.endsWith("_lane")) {
            vector.put(VECTOR).put(bytes, PATTERN, AT, bytes);
        } else {
            vector.put(0, PATTERN, AT, bytes);
        }
        return vector.array();
    }

    /** Changes memory as the instruction does. */
    private static void written(Instruction instruction, ByteBuffer memory) {
        int bytes = instruction.operand().access();
        if (instruction.text().endsWith("_lane")) {
            memory.put(AT, VECTOR, bytes, bytes);
        } else if (instruction.signature().params().get(1) == Type.V128) {
            memory.put(AT, VECTOR);
        } else {
            long old = VectorMeaning.get(memory.slice(AT, 8).order(ByteOrder.LITTLE_ENDIAN), 8 * bytes, 0);
            String[] words = instruction.text().split("[._]");
            String operation = instruction.text().contains("rmw") ? words[3] : "xchg";
            long value =
                    switch (operation) {
                        case "add" -> old + VALUE;
                        case "sub" -> old - VALUE;
                        case "and" -> old & VALUE;
                        case "or" -> old | VALUE;
                        case "xor" -> old ^ VALUE;
                        case "xchg" -> VALUE;
                        // The expected value is not the one in memory.
                        case "cmpxchg" -> old;
                        default -> throw new AssertionError(operation);
                    };
            VectorMeaning.put(memory.slice(AT, 8).order(ByteOrder.LITTLE_ENDIAN), 8 * bytes, 0, value);
        }
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void compareAndExchangeStoresWhenTheValueIsTheExpectedOne() {
        Module module = new Module();
        module.memory(Limits.shared(1, 1)).export("memory");
        module.function("f", List.of(Type.I32, Type.I32), List.of(Type.I32), code -> code.i32(4)
                        .get(code.param(0))
                        .get(code.param(1))
                        .load(Instruction.I32_ATOMIC_RMW_CMPXCHG, 0))
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.write(4, 7);
            assertEquals(7, wasm.i32("f", 6, 9));
            assertEquals(7, wasm.i32("f", 7, 9));
            assertEquals(9, wasm.i32("f", 7, 11));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Instruction.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = ".*_(EXTRACT_LANE|EXTRACT_LANE_S|REPLACE_LANE)")
    void eachLaneIsTheOneThatIsNamed(Instruction instruction) {
        String shape = instruction.name().substring(0, 5);
        int lanes = instruction.operand().lanes();
        Instruction splat = Instruction.valueOf(shape + "_SPLAT");
        Type scalar = splat.signature().params().get(0);
        boolean signed = shape.equals("I8X16") || shape.equals("I16X8");
        Instruction extract = Instruction.valueOf(shape + "_EXTRACT_LANE" + (signed ? "_S" : ""));
        Instruction replace = Instruction.valueOf(shape + "_REPLACE_LANE");
        Module module = new Module();
        module.memory(1, "memory");
        module.data(0, PATTERN);
        module.function("f", List.of(), List.of(), code -> {
            Local vector = code.local(Type.V128);
            argument(scalar, code);
            code.op(splat).set(vector);
            // Lane by lane, into the opposite order.
            for (int lane = 0; lane < lanes; lane++) {
                int from = lane;
                code.get(vector)
                        .loadAt(Instruction.V128_LOAD, 0)
                        .op(extract, from)
                        .op(replace, lanes - 1 - lane)
                        .set(vector);
                if (lane == lanes / 2 - 1) {
                    code.storeAt(Instruction.V128_STORE, RESULT, vector);
                }
            }
            code.storeAt(Instruction.V128_STORE, RESULT + 16, vector);
        });
        module.export("f", External.FUNCTION, 0);
        int bits = 128 / lanes;
        ByteBuffer half = VectorMeaning.vector();
        ByteBuffer whole = VectorMeaning.vector();
        for (int lane = 0; lane < lanes; lane++) {
            long reversed = VectorMeaning.get(buffer(PATTERN), bits, lanes - 1 - lane);
            VectorMeaning.put(half, bits, lane, lane < lanes / 2 ? VALUE : reversed);
            VectorMeaning.put(whole, bits, lane, reversed);
        }
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.call("f");
            assertArrayEquals(half.array(), wasm.bytes(RESULT, 16));
            assertArrayEquals(whole.array(), wasm.bytes(RESULT + 16, 16));
        }
    }

    @Test
    void smallLanesAreExtractedWithoutSignOnRequest() {
        Module module = new Module();
        module.function("bytes", List.of(), List.of(Type.I32), code -> code.i32x4(0, 0, 0, 0x80FF0000)
                        .op(Instruction.I8X16_EXTRACT_LANE_U, 15))
                .export();
        module.function("shorts", List.of(), List.of(Type.I32), code -> code.i32x4(0, 0, 0, 0x80FF0000)
                        .op(Instruction.I16X8_EXTRACT_LANE_U, 7))
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            assertEquals(0x80, wasm.i32("bytes"));
            assertEquals(0x80FF, wasm.i32("shorts"));
        }
    }

    @Test
    void shuffleTakesBytesFromBothVectors() {
        int[] from = {31, 0, 30, 1, 29, 2, 28, 3, 27, 4, 26, 5, 25, 6, 24, 7};
        Module module = new Module();
        module.memory(1, "memory");
        module.data(0, PATTERN);
        module.function(
                        "f",
                        List.of(),
                        List.of(),
                        code -> code.storeAt(Instruction.V128_STORE, RESULT, () -> code.loadAt(Instruction.V128_LOAD, 0)
                                .loadAt(Instruction.V128_LOAD, 16)
                                .shuffle(from)))
                .export();
        byte[] expected = new byte[16];
        for (int i = 0; i < 16; i++) {
            expected[i] = PATTERN[from[i]];
        }
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.call("f");
            assertArrayEquals(expected, wasm.bytes(RESULT, 16));
        }
    }

    @Test
    void vectorConstantsHaveTheirFirstLaneLowest() {
        Module module = new Module();
        module.memory(1, "memory");
        module.function("f", List.of(), List.of(), code -> code.storeAt(
                                Instruction.V128_STORE, 0, () -> code.f32x4(1f, -2f, 0.1f, Float.NaN))
                        .storeAt(Instruction.V128_STORE, 16, () -> code.i32x4(1, -2, 3, -4))
                        .storeAt(Instruction.V128_STORE, 32, () -> code.v128(1, -1))
                        .storeAt(Instruction.V128_STORE, 48, () -> code.f32x4(0.3f)))
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.call("f");
            assertArrayEquals(new float[] {1f, -2f, 0.1f, Float.NaN}, wasm.floats(0, 4));
            assertArrayEquals(new int[] {1, -2, 3, -4, 1, 0, -1, -1}, wasm.ints(16, 8));
            assertArrayEquals(new float[] {0.3f, 0.3f, 0.3f, 0.3f}, wasm.floats(48, 4));
        }
    }
}
