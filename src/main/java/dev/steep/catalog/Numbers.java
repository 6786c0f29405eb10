package dev.steep.catalog;

import dev.steep.math.Decimal;

/** How numbers are read from and written to text, the same in every build. */
public final class Numbers {
    /** Numbers whose first digit has a power of ten between these are written without an exponent. */
    private static final int PLAIN_FROM = -5;

    private static final int PLAIN_TO = 6;

    /** Whole numbers of so many digits are doubles without rounding. */
    private static final int MOST_PLAIN = 15;

    private Numbers() {}

    /** The number, or NaN if the text is none. Reads what Java and Python write, but not "NaN", "0x10" or "1f". */
    public static double read(String text) {
        double plain = plain(text);
        if (!Double.isNaN(plain)) {
            return plain;
        }
        String number = text.strip();
        if (!isNumber(number)) {
            return Double.NaN;
        }
        double value = Decimal.of(number.substring(afterSign(number, 0))).value();
        return number.startsWith("-") ? -value : value;
    }

    /**
     * A number of up to 15 digits without an exponent, or NaN: most of what tables hold. Its digits as a whole number and the power of
     * ten are doubles without rounding, so that one division gives the nearest double, as {@link Decimal} does.
     */
    private static double plain(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_PLAIN + 2) {
            return Double.NaN;
        }
        int at = afterSign(text, 0);
        double whole = 0;
        double power = 1;
        boolean point = false;
        int digits = 0;
        for (int i = at; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                whole = 10 * whole + (c - '0');
                power *= point ? 10 : 1;
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                return Double.NaN;
            }
        }
        if (digits == 0 || digits > MOST_PLAIN) {
            return Double.NaN;
        }
        return text.charAt(0) == '-' ? -(whole / power) : whole / power;
    }

    /** Whether it is a sign or none, digits with a point or none, an exponent or none. */
    private static boolean isNumber(String text) {
        int start = afterSign(text, 0);
        int point = afterDigits(text, start);
        int end = point < text.length() && text.charAt(point) == '.' ? afterDigits(text, point + 1) : point;
        if (end - start < 1 || (end - start == 1 && end > point)) {
            return false; // no digit, or a point without any
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = afterSign(text, end + 1);
            end = afterDigits(text, exponent);
            return end > exponent && end == text.length();
        }
        return end == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && "+-".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Whether a text says a number other than 0 that is too small for a double, and so was read as 0. */
    static boolean vanished(String text, double number) {
        for (int i = 0; i < text.length() && number == 0 && "eE".indexOf(text.charAt(i)) < 0; i++) {
            if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** The shortest plain form: {@code 0.001}, {@code 32}, {@code 1e-7}. */
    public static String write(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return "" + (long) number;
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "" + number;
        }
        Decimal shortest = Decimal.shortest(Math.abs(number));
        String digits = shortest.digits();
        int exponent = digits.length() - 1 + shortest.exponent(); // of the first digit
        String text;
        if (exponent < PLAIN_FROM || exponent > PLAIN_TO) {
            text = digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + exponent;
        } else if (exponent < 0) {
            text = "0." + "0".repeat(-exponent - 1) + digits;
        } else {
            text = digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
        }
        return (number < 0 ? "-" : "") + text;
    }

    /** With a comma before every third digit: {@code 34,826}. */
    public static String grouped(long number) {
        StringBuilder text = new StringBuilder("" + Math.abs(number));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return (number < 0 ? "-" : "") + text;
    }

    /** So many bytes in words, kB being 1,000 of them. */
    public static String bytes(double count) {
        String[] units = {" bytes", " kB", " MB", " GB"};
        double rest = count;
        int unit = 0;
        while (unit < units.length - 1 && Math.round(rest * 10) >= 10_000) {
            rest /= 1000;
            unit++;
        }
        long tenths = Math.round(rest * 10);
        return (tenths < 100 && tenths % 10 > 0 ? tenths / 10 + "." + tenths % 10 : "" + Math.round(rest))
                + units[unit];
    }

    /** A number and its noun: {@code 1 row}, {@code 2,000 rows}. */
    public static String count(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Remarks that a phrase cannot be used, and returns what takes its place. */
    static <T> T fallback(Phrase phrase, String used, String what, String wanted, T preset, Remarks remarks) {
        String cannot = what + " cannot be " + Remarks.quote(phrase);
        remarks.add(
                Remarks.Treatment.REPLACED,
                what + " " + Remarks.quote(phrase) + " (" + used + " is used)",
                cannot + "; it should be " + wanted + ". Using " + used + ".");
        return preset;
    }

    /** Remarks that a number was changed to the nearest that is possible. */
    static void moved(Phrase phrase, String used, String what, String wanted, Remarks remarks) {
        remarks.add(
                Remarks.Treatment.MOVED,
                what + " " + Remarks.quote(phrase) + " to " + used,
                what + " cannot be " + Remarks.quote(phrase) + "; it is " + wanted + ", so " + used + " is used.");
    }
}
