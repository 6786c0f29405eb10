package dev.steep.wasm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11, 64, 103})
    void dotProductWithTailIsJavasToTheBit(int n) {
        Random random = new Random(n);
        float[] x = floats(random, n);
        float[] y = floats(random, n);
        Module module = new Module();
        module.memory(1, "memory");
        Kernels.dot(module).export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.write(0, x).write(4096, y);
            assertEquals(dot(x, y), wasm.f32("dot", 0, 4096, n));
        }
    }

    /** In the same order: four sums, then their sum, then the tail. */
    private static float dot(float[] x, float[] y) {
        float[] sums = new float[4];
        int whole = x.length / 4 * 4;
        for (int i = 0; i < whole; i++) {
            sums[i % 4] += x[i] * y[i];
        }
        float sum = sums[0] + sums[1] + sums[2] + sums[3];
        for (int i = whole; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 64})
    void tileOfAMatrixProductIsJavasToTheBit(int k) {
        Random random = new Random(k);
        float[] a = floats(random, 4 * k);
        float[] b = floats(random, k * 8);
        float[] expected = new float[4 * 12];
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 8; column++) {
                float sum = 0;
                for (int i = 0; i < k; i++) {
                    sum += a[row * k + i] * b[i * 8 + column];
                }
                expected[row * 12 + column] = Math.max(sum, 0);
            }
        }
        Module module = new Module();
        module.memory(1, "memory");
        Kernels.tile(module, 4 * k, 4 * 12).export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.write(0, a).write(8192, b);
            wasm.call("tile", 0, 8192, 16384, k);
            assertArrayEquals(expected, wasm.floats(16384, expected.length));
        }
    }

    /** 8 accumulators and 3 for the loop, which are free again for the zero. */
    @Test
    void tileDeclaresNoMoreLocalsThanItUsesAtOnce() {
        Module module = new Module();
        module.memory(1, "memory");
        String listing = Kernels.tile(module, 64, 64).listing();
        assertTrue(listing.contains("  (local" + " v128".repeat(11) + ")\n"), listing);
    }

    private static float[] floats(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }
}
