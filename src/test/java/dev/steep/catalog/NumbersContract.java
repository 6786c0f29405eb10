package dev.steep.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import org.junit.jupiter.api.Test;

/** Numbers are read and written the same everywhere, so that a link means the same to the last bit in every build. */
public interface NumbersContract {
    int COUNT = 750;

    /** Texts whose nearest double is hard to find, and its bits. */
    String[] HARD = {
        "0", "0",
        "1e-7", "3e7ad7f29abcaf48",
        "0.30000000000000004", "3fd3333333333334",
        "1e22", "4480f0cf064dd592",
        "1e23", "44b52d02c7e14af6",
        "8.41e21", "447c7e83209e90b2",
        "9007199254740993", "4340000000000000",
        "9007199254740993.00000000000000000000000000000000000000000000000000000000000000001", "4340000000000001",
        "9007199254740995", "4340000000000002",
        "2.2250738585072011e-308", "fffffffffffff",
        "2.2250738585072014e-308", "10000000000000",
        "4.9e-324", "1",
        "5e-324", "1",
        "2.4703282292062327208e-324", "0",
        "2.4703282292062327209e-324", "1",
        "1.7976931348623157e308", "7fefffffffffffff",
        "1.7976931348623158e308", "7fefffffffffffff",
        "1.7976931348623159e308", "7ff0000000000000",
        "1e-400", "0",
        "1e400", "7ff0000000000000",
        "0.000000000000000000000000000000000000000000000000000000000000000000000000000000001e80", "3fb999999999999a",
        "1.00000005960464477540", "3ff0000010000000",
    };

    @Test
    default void hardNumbersAreReadAsTheNearestDouble() {
        for (int i = 0; i < HARD.length; i += 2) {
            assertEquals(HARD[i + 1], hex(Numbers.read(HARD[i])), HARD[i]);
            assertEquals(-Numbers.read(HARD[i]), Numbers.read("-" + HARD[i]), HARD[i]);
        }
    }

    @Test
    default void whatIsNoNumberIsNone() {
        for (String text : new String[] {
            "",
            " ",
            ".",
            "-",
            "+-1",
            "1-2",
            "1e",
            "1e+",
            "e5",
            "1.2.3",
            "0x10",
            "1f",
            "NaN",
            "Infinity",
            "1 2",
            "1_0",
            "١",
            "1,5"
        }) {
            assertTrue(Double.isNaN(Numbers.read(text)), text);
        }
    }

    @Test
    default void whateverIsWrittenIsReadBackToTheLastBit() {
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            double number = number(random, i);
            String text = Numbers.write(number);
            assertEquals(hex(number), hex(Numbers.read(text)), text);
            assertEquals(text, Numbers.write(Numbers.read(text)), text);
        }
    }

    /** The number stands for what was written on the JVM when this was made. */
    @Test
    default void everyBuildWritesTheSame() {
        Random random = new Random(2);
        int hash = 17;
        for (int i = 0; i < COUNT; i++) {
            hash = hash * 31 + Numbers.write(number(random, i)).hashCode();
        }
        assertEquals(131257843, hash);
    }

    /** The number stands for what was read on the JVM when this was made. */
    @Test
    default void everyBuildReadsTheSame() {
        Random random = new Random(3);
        int hash = 17;
        for (int i = 0; i < COUNT; i++) {
            String text = random.below(1 << 30) + "." + random.below(1 << 30) + random.below(1 << (i % 31)) + "e"
                    + (random.below(640) - 330);
            long bits = Double.doubleToLongBits(Numbers.read(text));
            hash = (hash * 31 + (int) bits) * 31 + (int) (bits >>> 32);
        }
        assertEquals(-1553241312, hash);
    }

    /** Any bits, tenths and thousandths, whole numbers, and neighbours of powers of ten. */
    private static double number(Random random, int i) {
        long bits = ((long) random.bits() << 32) | (random.bits() & 0xFFFFFFFFL);
        double any = Double.longBitsToDouble(bits);
        return switch (i % 4) {
            case 0 -> Double.isNaN(any) || Double.isInfinite(any) ? 1 : any;
            case 1 -> random.below(1_000_000) / 1000.0;
            case 2 -> (double) (bits >>> 20);
            default -> {
                double power = 1;
                for (int k = random.below(40); k > 0; k--) {
                    power *= 0.1;
                }
                yield power;
            }
        };
    }

    private static String hex(double number) {
        return Long.toHexString(Double.doubleToLongBits(number));
    }
}
