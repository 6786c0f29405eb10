package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.CpuTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class DecimalOrderTest {
    private static int expected(long digits, int exponent, long mantissa, int power) {
        BigDecimal here = new BigDecimal(BigInteger.valueOf(digits), -exponent);
        BigDecimal two = BigDecimal.valueOf(2).pow(Math.abs(power));
        BigDecimal there = BigDecimal.valueOf(mantissa);
        return power < 0 ? here.multiply(two).compareTo(there) : here.compareTo(there.multiply(two));
    }

    private static void check(long digits, int exponent, long mantissa, int power) {
        int sign = expected(digits, exponent, mantissa, power);
        String what = digits + "e" + exponent + " and " + mantissa + " * 2^" + power;
        assertEquals(sign, DecimalOrder.compare(digits, exponent, mantissa, power), what);
        assertEquals(sign, DecimalOrder.compare(digits == 0 ? "" : "" + digits, exponent, mantissa, power), what);
    }

    /** Mostly neighbours of each other, since those that are far apart say little. */
    @Test
    void bigNumbersSayTheSame() {
        Random random = new Random(1);
        for (int i = 0; i < 40_000; i++) {
            long bits = ((long) random.bits() << 32) | (random.bits() & 0xFFFFFFFFL);
            long digits = (bits >>> 5) % 1_000_000_000_000_000_000L >> random.below(50);
            int exponent = random.below(80) - 40;
            double near = new BigDecimal(BigInteger.valueOf(digits), -exponent).doubleValue();
            long as = Double.doubleToLongBits(near) + random.below(3) - 1;
            if (near > 0) {
                long mantissa = as & (1L << 52) - 1 | 1L << 52;
                int power = (int) (as >>> 52) - 1075;
                check(digits, exponent, mantissa, power);
                check(digits, exponent, 2 * mantissa + 1, power - 1);
            }
            check(digits, exponent, bits >>> 10, random.below(200) - 100);
        }
    }

    @Test
    void whatIsTheSameIsNeitherLarger() {
        for (int exponent = 0; exponent < 22; exponent++) {
            long digits = 3L << 40;
            long fives = BigInteger.valueOf(5).pow(exponent).longValueExact();
            if (fives < Long.MAX_VALUE / 3) {
                check(digits, exponent, 3 * fives, 40 + exponent);
                check(3 * fives, -exponent, 3, -exponent);
            }
        }
        check(0, 5, 0, 3);
        check(0, 5, 1, -3);
        check(1, -5, 0, 3);
    }

    @Test
    void theSmallestDoublesAreWrittenToo() {
        assertEquals(new Decimal("5", -324), Decimal.shortest(Double.MIN_VALUE));
        assertEquals(new Decimal("1", -323), Decimal.shortest(2 * Double.MIN_VALUE));
        assertEquals(new Decimal("22250738585072014", -324), Decimal.shortest(Double.MIN_NORMAL));
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double number = Double.longBitsToDouble(1 + ((random.bits() & 0x7FFFFFFFL) << random.below(22)));
            assertEquals(number, Decimal.shortest(number).value());
        }
    }

    /** A table of a survey has a million of them. */
    @Test
    void doublesOfAllDigitsAreWrittenAndReadQuickly() {
        Random random = new Random(7);
        double[] numbers = new double[20_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.exp(20 * random.uniform() - 10);
        }
        CpuTime time = new CpuTime();
        for (double number : numbers) {
            assertEquals(number, Decimal.shortest(number).value());
        }
        double each = time.seconds() / numbers.length * 1e6;
        assertTrue(each < 30, each + " µs for each");
    }
}
