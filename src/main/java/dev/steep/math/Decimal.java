package dev.steep.math;

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
        return isBeyond(DecimalOrder.compare(digits, exponent, 2 * mantissa(x) + 1, power(x) - 1), orEqual);
    }

    private static boolean isBeyond(int sign, boolean orEqual) {
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

    /** The shortest decimal that {@link #value} turns into this positive number; of several as short, the nearest. */
    public static Decimal shortest(double number) {
        Decimal usual = of("" + number);
        boolean right = usual.isReadAs(number);
        if (right && usual.digits.length() <= EXACT_DIGITS && number > NORMAL) {
            return usual; // no other decimal of so few digits is read as this number
        }
        int dropped = ENOUGH_DIGITS - usual.digits.length();
        String digits = dropped < 0 ? usual.digits.substring(0, ENOUGH_DIGITS) : usual.digits + "0".repeat(dropped);
        long floor = Long.parseLong(digits);
        int exponent = usual.exponent - dropped;
        boolean close = right
                && usual.digits.length() >= EXACT_DIGITS; // of the smallest doubles, two digits are given at first
        long first = close ? CLOSE_STEP : LARGEST_STEP;
        for (long step = first; step > 0; step /= 10) {
            while (compared(floor, exponent, number) > 0) {
                floor -= step;
            }
            while (compared(floor + step, exponent, number) <= 0) {
                floor += step;
            }
        }
        long best = nearest(floor, exponent, number);
        int power = exponent;
        for (int length = ENOUGH_DIGITS - 1; length > 0; length--) {
            floor /= 10;
            exponent++;
            long shorter = nearest(floor, exponent, number);
            if (!isReadAs(shorter, exponent, number)) {
                break;
            }
            best = shorter;
            power = exponent;
        }
        return of(best + "e" + power);
    }

    /** This many, or one more, times ten to the exponent: whichever is nearer to the number between them. */
    private static long nearest(long floor, int exponent, double number) {
        int middle = compared(10 * floor + 5, exponent - 1, number);
        boolean up = middle < 0 || (middle == 0 && floor % 2 != 0);
        return up ? floor + 1 : floor;
    }

    private static int compared(long digits, int exponent, double number) {
        return DecimalOrder.compare(digits, exponent, mantissa(number), power(number));
    }

    /** Whether {@link #value} of this is a number, which is positive. */
    private boolean isReadAs(double number) {
        double below = Double.longBitsToDouble(Double.doubleToLongBits(number) - 1);
        return !isBeyond(number, isOdd(number)) && isBeyond(below, isOdd(below));
    }

    private static boolean isReadAs(long digits, int exponent, double number) {
        double below = Double.longBitsToDouble(Double.doubleToLongBits(number) - 1);
        return !isBeyond(digits, exponent, number) && isBeyond(digits, exponent, below);
    }

    /** Whether so many times ten to the exponent are nearer to the next larger double than to x. */
    private static boolean isBeyond(long digits, int exponent, double x) {
        return isBeyond(DecimalOrder.compare(digits, exponent, 2 * mantissa(x) + 1, power(x) - 1), isOdd(x));
    }
}
