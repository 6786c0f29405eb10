package dev.steep.math;

import java.util.Arrays;

/**
 * Which is larger, digits times a power of ten or a mantissa times a power of two, exactly. With up to 18 digits and small powers of
 * ten, which nearly all data have, both sides fit in 128 bits: 10^e is 5^e times 2^e, and powers of two are shifts.
 */
final class DecimalOrder {
    /** Digits of which a long has room for any. */
    private static final int DIGITS_OF_LONG = 18;

    /** Powers of five below 2^63. */
    private static final long[] FIVES = new long[28];

    static {
        FIVES[0] = 1;
        for (int i = 1; i < FIVES.length; i++) {
            FIVES[i] = 5 * FIVES[i - 1];
        }
    }

    private static final int WORD = 64;
    private static final int HALF = 32;
    private static final long LOW_HALF = (1L << HALF) - 1;

    private DecimalOrder() {}

    /** 1 if the decimal is larger, -1 if the mantissa times two to its power is, 0 if they are the same. @param digits none for 0 */
    static int compare(String digits, int exponent, long mantissa, int power) {
        return digits.isEmpty() || digits.length() > DIGITS_OF_LONG
                ? compareLarge(digits, exponent, mantissa, power)
                : compare(Long.parseLong(digits), exponent, mantissa, power);
    }

    /** The same. @param digits not negative */
    static int compare(long digits, int exponent, long mantissa, int power) {
        if (digits == 0 || mantissa == 0 || Math.abs(exponent) >= FIVES.length) {
            return compareLarge(Long.toString(digits), exponent, mantissa, power);
        }
        long five = FIVES[Math.abs(exponent)];
        return exponent >= 0
                ? compareProducts(digits, five, exponent, mantissa, 1, power)
                : compareProducts(digits, 1, exponent, mantissa, five, power);
    }

    /** a b 2^power against c d 2^otherPower; factors are positive. */
    private static int compareProducts(long a, long b, int power, long c, long d, int otherPower) {
        long high = high(a, b);
        long low = a * b;
        long otherHigh = high(c, d);
        long otherLow = c * d;
        int bits = bits(high, low);
        int otherBits = bits(otherHigh, otherLow);
        if (bits + power != otherBits + otherPower) {
            return bits + power < otherBits + otherPower ? -1 : 1;
        }
        int shift = 2 * WORD - bits;
        int otherShift = 2 * WORD - otherBits;
        int order = unsigned(shiftedHigh(high, low, shift), shiftedHigh(otherHigh, otherLow, otherShift));
        return order != 0 ? order : unsigned(shiftedLow(low, shift), shiftedLow(otherLow, otherShift));
    }

    /** The upper 64 bits of a product of two positive numbers. */
    private static long high(long a, long b) {
        long carry = ((a & LOW_HALF) * (b & LOW_HALF)) >>> HALF;
        long middle = (a >>> HALF) * (b & LOW_HALF) + carry;
        long other = (a & LOW_HALF) * (b >>> HALF) + (middle & LOW_HALF);
        return (a >>> HALF) * (b >>> HALF) + (middle >>> HALF) + (other >>> HALF);
    }

    private static int bits(long high, long low) {
        return high == 0 ? WORD - Long.numberOfLeadingZeros(low) : 2 * WORD - Long.numberOfLeadingZeros(high);
    }

    private static long shiftedHigh(long high, long low, int shift) {
        if (shift >= WORD) {
            return low << (shift - WORD);
        }
        return shift == 0 ? high : high << shift | low >>> (WORD - shift);
    }

    private static long shiftedLow(long low, int shift) {
        return shift >= WORD ? 0 : low << shift;
    }

    private static int unsigned(long a, long b) {
        return Long.compare(a ^ Long.MIN_VALUE, b ^ Long.MIN_VALUE);
    }

    private static int compareLarge(String digits, int exponent, long mantissa, int power) {
        Whole here = new Whole();
        for (int i = 0; i < digits.length(); i++) {
            here.multiply(10, digits.charAt(i) - '0');
        }
        Whole there = new Whole();
        for (int shift = 48; shift >= 0; shift -= 16) {
            there.multiply(1 << 16, (int) (mantissa >>> shift) & 0xFFFF);
        }
        here.multiplyOften(10, exponent);
        there.multiplyOften(10, -exponent);
        there.multiplyOften(2, power);
        here.multiplyOften(2, -power);
        return here.compareTo(there);
    }

    /** A whole number of any size, not negative. */
    private static final class Whole {
        private static final int BITS = 16;
        private static final int MASK = (1 << BITS) - 1;

        private int[] parts = new int[16];
        private int count;

        /** Multiplies by a factor of up to 2^16 and adds a summand below it. */
        void multiply(int factor, int summand) {
            long carry = summand;
            for (int i = 0; i < count; i++) {
                carry += (long) parts[i] * factor;
                parts[i] = (int) carry & MASK;
                carry >>>= BITS;
            }
            while (carry > 0) {
                if (count == parts.length) {
                    parts = Arrays.copyOf(parts, 2 * count);
                }
                parts[count++] = (int) carry & MASK;
                carry >>>= BITS;
            }
        }

        /** Multiplies by a power of the factor, 2 or 10; a negative power changes nothing. */
        void multiplyOften(int factor, int power) {
            int many = factor == 2 ? 1 << 15 : 10_000;
            int step = factor == 2 ? 15 : 4;
            int left = power;
            for (; left >= step; left -= step) {
                multiply(many, 0);
            }
            for (; left > 0; left--) {
                multiply(factor, 0);
            }
        }

        int compareTo(Whole other) {
            if (count != other.count) {
                return count < other.count ? -1 : 1;
            }
            for (int i = count - 1; i >= 0; i--) {
                if (parts[i] != other.parts[i]) {
                    return parts[i] < other.parts[i] ? -1 : 1;
                }
            }
            return 0;
        }
    }
}
