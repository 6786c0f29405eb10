package dev.steep.math;

import java.util.Arrays;

/**
 * Decimal numbers to doubles and back, the same in every build: TeaVM's own reading of numbers is off by a bit now and then.
 * Reading gives the double next to the number, of two equally near the one whose last bit is 0; writing gives the fewest
 * digits that are read back as the same double.
 *
 * @param digits significant digits, without zeros before or after them; empty for 0
 * @param exponent the power of ten of the last digit
 */
public record Decimal(String digits, int exponent) {
    /** More digits decide nothing, if it is known that there are some: no double lies halfway between others with more. */
    private static final int MOST_DIGITS = 800;

    private static final int LARGEST_EXPONENT = 400;

    /** Powers of ten, and whole numbers of so many digits, are doubles without rounding. */
    private static final int EXACT_POWER = 22;

    private static final int EXACT_DIGITS = 15;

    /** So many digits tell each double from all others. */
    private static final int ENOUGH_DIGITS = 17;

    /** A decimal that is read as a double differs from it by about as many units of the last of 17 digits. */
    private static final long CLOSE_STEP = 10;

    private static final long LARGEST_STEP = 10_000_000_000_000_000L;

    /** Above it, {@link #EXACT_DIGITS} digits are read as different doubles if they differ. */
    private static final double NORMAL = 1e-290;

    private static final int MANTISSA_BITS = 52;
    private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;

    /** The power of two of the smallest double. */
    private static final int SMALLEST = -1074;

    /** The number in a text of digits, perhaps with a point and an exponent, without sign. */
    public static Decimal of(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        String mantissa = e < 0 ? text : text.substring(0, e);
        int point = mantissa.indexOf('.');
        String all = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
        int start = 0;
        while (start < all.length() && all.charAt(start) == '0') {
            start++;
        }
        int end = all.length();
        while (end > start && all.charAt(end - 1) == '0') {
            end--;
        }
        int behind = (point < 0 ? 0 : mantissa.length() - point - 1) - (all.length() - end);
        String digits = all.substring(start, end);
        int exponent = (e < 0 ? 0 : small(text.substring(e + 1))) - behind;
        if (digits.length() > MOST_DIGITS) {
            exponent += digits.length() - MOST_DIGITS - 1;
            digits = digits.substring(0, MOST_DIGITS) + "1";
        }
        return new Decimal(digits, digits.isEmpty() ? 0 : exponent);
    }

    /** A whole number, or one that is as good as it if there are many digits. */
    private static int small(String exponent) {
        boolean negative = exponent.startsWith("-");
        int value = 0;
        for (int i = negative || exponent.startsWith("+") ? 1 : 0; i < exponent.length(); i++) {
            value = Math.min(10_000_000, value * 10 + exponent.charAt(i) - '0');
        }
        return negative ? -value : value;
    }

    /** The nearest double. */
    public double value() {
        int size = digits.length() + exponent;
        if (digits.isEmpty() || size < -LARGEST_EXPONENT) {
            return 0;
        } else if (size > LARGEST_EXPONENT) {
            return Double.POSITIVE_INFINITY;
        } else if (digits.length() <= EXACT_DIGITS && Math.abs(exponent) <= EXACT_POWER) {
            double whole = Long.parseLong(digits);
            return exponent < 0 ? whole / power(-exponent) : whole * power(exponent);
        }
        double near = Double.parseDouble(digits + "e" + exponent);
        while (near < Double.POSITIVE_INFINITY && isBeyond(near, isOdd(near))) {
            near = Double.longBitsToDouble(Double.doubleToLongBits(near) + 1);
        }
        while (near > 0) {
            double below = Double.longBitsToDouble(Double.doubleToLongBits(near) - 1);
            if (isBeyond(below, isOdd(below))) {
                break;
            }
            near = below;
        }
        return near;
    }

    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static boolean isOdd(double x) {
        return (Double.doubleToLongBits(x) & 1) != 0;
    }

    /** Whether this lies beyond the middle between x and the next larger double; {@code orEqual}: or there. */
    private boolean isBeyond(double x, boolean orEqual) {
        int sign = compared(2 * mantissa(x) + 1, power(x) - 1);
        return sign > 0 || (sign == 0 && orEqual);
    }

    /** A positive double is its mantissa, times two to its power. */
    private static long mantissa(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits & (HIDDEN_BIT - 1) | (bits < HIDDEN_BIT ? 0 : HIDDEN_BIT);
    }

    private static int power(double x) {
        return SMALLEST + Math.max(0, (int) (Double.doubleToLongBits(x) >>> MANTISSA_BITS) - 1);
    }

    /** 1 if this is larger than mantissa times two to the power, -1 if it is smaller, 0 if it is the same. */
    private int compared(long mantissa, int power) {
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

    /** The shortest decimal that {@link #value} turns into this positive number; of several as short, the nearest. */
    public static Decimal shortest(double number) {
        Decimal usual = of("" + number);
        if (usual.digits.length() <= EXACT_DIGITS && number > NORMAL && usual.value() == number) {
            return usual; // no other decimal of so few digits is read as this number
        }
        int dropped = ENOUGH_DIGITS - usual.digits.length();
        String digits = dropped < 0 ? usual.digits.substring(0, ENOUGH_DIGITS) : usual.digits + "0".repeat(dropped);
        long floor = Long.parseLong(digits);
        int exponent = usual.exponent - dropped;
        long first = usual.value() == number
                ? CLOSE_STEP
                : LARGEST_STEP; // of the smallest doubles, two digits are given at first
        for (long step = first; step > 0; step /= 10) {
            while (of(floor, exponent).compared(number) > 0) {
                floor -= step;
            }
            while (of(floor + step, exponent).compared(number) <= 0) {
                floor += step;
            }
        }
        Decimal best = nearest(floor, exponent, number);
        for (int length = ENOUGH_DIGITS - 1; length > 0; length--) {
            floor /= 10;
            exponent++;
            Decimal shorter = nearest(floor, exponent, number);
            if (shorter.value() != number) {
                break;
            }
            best = shorter;
        }
        return best;
    }

    /** This many, or one more, times ten to the exponent: whichever is nearer to the number between them. */
    private static Decimal nearest(long floor, int exponent, double number) {
        int middle = of(10 * floor + 5, exponent - 1).compared(number);
        boolean up = middle < 0 || (middle == 0 && floor % 2 != 0);
        return of(up ? floor + 1 : floor, exponent);
    }

    private static Decimal of(long digits, int exponent) {
        return of(digits + "e" + exponent);
    }

    private int compared(double number) {
        return compared(mantissa(number), power(number));
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
