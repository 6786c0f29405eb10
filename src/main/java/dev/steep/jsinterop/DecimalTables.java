package dev.steep.jsinterop;

/**
 * The powers of ten with which Java's library writes and reads floating-point numbers, computed where TeaVM's library has
 * them as tables: 2640 numbers that look random, which no compression makes smaller. It takes less than a millisecond.
 *
 * <p>While they are computed, a number is an array of digits to base 2^24, lowest first: ten times a digit is still an int.
 */
final class DecimalTables {
    private static final int LENGTH = 660;

    /** Where 10^0 stands; the tables are for numbers of 18 digits, whose exponents go from -330 to 329. */
    private static final int ONE = 330 + 18;

    private static final int BIAS = 1023;
    private static final int DIGIT = 24;
    private static final int BASE = 1 << DIGIT;
    private static final int DIGITS = 100;

    final long[] mantissas = new long[LENGTH];
    final short[] exponents = new short[LENGTH];

    private DecimalTables() {}

    /** Of powers that become smaller along the table, the first 64 bits; and for which binary exponent they stand. */
    static DecimalTables writing() {
        DecimalTables tables = new DecimalTables();
        int point = 1024 + 64;
        int[] power = twoTo(point);
        for (int i = ONE; i < LENGTH; i++, overTen(power)) {
            tables.mantissas[i] = first64(power);
            tables.exponents[i] = (short) (BIAS + point + 64 - bits(power));
        }
        power = twoTo(point);
        for (int i = ONE; i >= 0; i--, timesTen(power)) {
            tables.mantissas[i] = first64(power);
            tables.exponents[i] = (short) (BIAS + point + 64 - bits(power));
        }
        return tables;
    }

    /** Of powers that become larger along the table, the first 64 bits, rounded; and their binary exponents. */
    static DecimalTables reading() {
        DecimalTables tables = new DecimalTables();
        int point = 1024 + 256;
        int[] power = twoTo(point);
        for (int i = ONE; i < LENGTH; i++, timesTen(power)) {
            tables.mantissas[i] = first64(power) + bit(power, bits(power) - 65);
            tables.exponents[i] = (short) (BIAS + 57 + bits(power) - point);
        }
        power = twoTo(point);
        for (int i = ONE; i >= 0; i--, overTen(power)) {
            tables.mantissas[i] = first64(power) + bit(power, bits(power) - 65);
            tables.exponents[i] = (short) (BIAS + 57 + bits(power) - point);
        }
        return tables;
    }

    private static int[] twoTo(int exponent) {
        int[] number = new int[DIGITS];
        number[exponent / DIGIT] = 1 << exponent % DIGIT;
        return number;
    }

    private static void timesTen(int[] number) {
        int carry = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = number[i] * 10 + carry;
            number[i] = digit % BASE;
            carry = digit / BASE;
        }
    }

    /** Rounded down. */
    private static void overTen(int[] number) {
        int rest = 0;
        for (int i = DIGITS - 1; i >= 0; i--) {
            int digit = number[i] + rest * BASE;
            number[i] = digit / 10;
            rest = digit % 10;
        }
    }

    private static int bits(int[] number) {
        int top = DIGITS - 1;
        while (number[top] == 0) {
            top--;
        }
        return top * DIGIT + 32 - Integer.numberOfLeadingZeros(number[top]);
    }

    private static long first64(int[] number) {
        int bits = bits(number);
        return (long) bits32(number, bits - 32) << 32 | bits32(number, bits - 64) & 0xffffffffL;
    }

    private static int bits32(int[] number, int lowest) {
        int bits = 0;
        for (int i = lowest + 31; i >= lowest; i--) {
            bits = bits << 1 | bit(number, i);
        }
        return bits;
    }

    private static int bit(int[] number, int at) {
        return at < 0 ? 0 : number[at / DIGIT] >> at % DIGIT & 1;
    }
}
