package dev.steep.wasm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "127, 7f",
        "128, 80 01",
        "16383, ff 7f",
        "16384, 80 80 01",
        "624485, e5 8e 26",
        "2147483647, ff ff ff ff 07",
        "-1, ff ff ff ff 0f"
    })
    void unsignedNumbersTakeSevenBitsAByte(int value, String expected) {
        byte[] bytes = new Bytes(1).u32(value).toArray();
        assertEquals(expected, hex(bytes));
        assertEquals(value, new Reader(bytes).u32());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "63, 3f",
        "64, c0 00",
        "-1, 7f",
        "-64, 40",
        "-65, bf 7f",
        "8191, ff 3f",
        "8192, 80 c0 00",
        "-123456, c0 bb 78",
        "2147483647, ff ff ff ff 07",
        "-2147483648, 80 80 80 80 78",
        "9223372036854775807, ff ff ff ff ff ff ff ff ff 00",
        "-9223372036854775808, 80 80 80 80 80 80 80 80 80 7f"
    })
    void signedNumbersKeepTheirSignInTheLastByte(long value, String expected) {
        byte[] bytes = new Bytes(1).s64(value).toArray();
        assertEquals(expected, hex(bytes));
        assertEquals(value, new Reader(bytes).s64());
    }

    @Test
    void numbersOfEverySizeAreReadBack() {
        Random random = new Random(1);
        Bytes bytes = new Bytes(1);
        long[] values = random.longs(10_000).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] >>= random.nextInt(64);
            bytes.s64(values[i]).u32((int) values[i]).i64(values[i]).i32((int) values[i]);
        }
        Reader reader = new Reader(bytes.toArray());
        for (long value : values) {
            assertEquals(value, reader.s64());
            assertEquals((int) value, reader.u32());
            assertEquals(value, reader.i64());
            assertEquals((int) value, reader.i32());
        }
        assertTrue(reader.atEnd());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, Integer.MIN_VALUE, 1, 0x7F800000, 0xFF800000, 0x7FC00001, 0x7FA00000, 0xFFFFFFFF, 0x3DCCCCCD})
    void floatsKeepTheirBits(int bits) {
        Module module = new Module();
        module.memory(1, "memory");
        module.function(
                        "f",
                        List.of(),
                        List.of(),
                        code -> code.storeAt(Instruction.F32_STORE, 0, () -> code.f32(Float.intBitsToFloat(bits))))
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.call("f");
            assertArrayEquals(new int[] {bits}, wasm.ints(0, 1));
        }
    }

    @Test
    void namesAreUtf8() {
        assertEquals("04 67 c3 a4 67", hex(new Bytes(1).name("gäg").toArray()));
        assertEquals("gäg", new Reader(new Bytes(1).name("gäg").toArray()).name());
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(text.length() == 0 ? "" : " ").append(String.format("%02x", b));
        }
        return text.toString();
    }
}
