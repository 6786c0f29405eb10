package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.Random;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PackedNumbersTest {
    private static final int MANY = 20_000;

    private final Random random = new Random(3);

    /** To the last bit, also the sign of zero. */
    private static void comesBack(double... values) {
        PackedNumbers packed = PackedNumbers.of(values);
        assertEquals(values.length, packed.size());
        assertEquals(Arrays.stream(values).filter(Double::isNaN).count(), packed.gaps());
        for (int i = 0; i < values.length; i++) {
            assertEquals(
                    Double.doubleToLongBits(values[i]), Double.doubleToLongBits(packed.at(i)), i + ": " + values[i]);
        }
    }

    private void comesBack(DoubleSupplier values) {
        comesBack(DoubleStream.generate(values).limit(MANY).toArray());
    }

    @Test
    void everyNumberComesBackToTheLastBit() {
        comesBack();
        comesBack(Double.NaN);
        comesBack(0.0, -0.0, 1.5, Double.NaN);
        comesBack(127, -127, -128, 128, 32767, -32768, Integer.MAX_VALUE, Integer.MIN_VALUE, 1e300, Double.MIN_VALUE);
        comesBack(0.1, 0.2, 0.3, 1e-9, 123456789.987654321, 1 / 3.0, (float) 0.1, 1e22);
    }

    @Test
    void soDoMany() {
        comesBack(() -> random.below(100));
        comesBack(() -> random.below(3) == 0 ? Double.NaN : random.below(60_000) / 100.0);
        comesBack(() -> (random.below(1_000_000_000) - 500_000_000) / 1e6);
        comesBack(() -> (float) random.normal());
        comesBack(random::normal);
        comesBack(() -> random.below(1000) == 0 ? random.normal() : random.below(9));
        comesBack(() -> Double.longBitsToDouble(((long) random.bits() << 32) + random.bits()));
    }

    @Test
    void rangeLeavesGapsOut() {
        assertArrayEquals(
                new double[] {-2, 7.5},
                PackedNumbers.of(new double[] {3, Double.NaN, -2, 7.5}).range());
    }
}
