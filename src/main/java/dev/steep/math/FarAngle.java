package dev.steep.math;

/**
 * A large angle as quarter turns and a small rest (Payne and Hanek's reduction): x times 2/pi by long multiplication in
 * digits of 24 bits. Products of the leading digits are whole turns and are never formed, so 10^300 costs no more than
 * 10^7.
 */
final class FarAngle {
    private static final double BASE = 1 << 24;

    /** 2/pi = 0.d0 d1 d2 ... to base 2^24. */
    private static final int[] TWO_PER_PI = {
        0xA2F983, 0x6E4E44, 0x1529FC, 0x2757D1, 0xF534DD, 0xC0DB62, 0x95993C, 0x439041, 0xFE5163, 0xABDEBB, 0xC561B7,
        0x246E3A, 0x424DD2, 0xE00649, 0x2EEA09, 0xD1921C, 0xFE1DEB, 0x1CB129, 0xA73EE8, 0x8235F5, 0x2EBB44, 0x84E99C,
        0x7026B4, 0x5F7E41, 0x3991D6, 0x398353, 0x39F49C, 0x845F8B, 0xBDF928, 0x3B1FF8, 0x97FFDE, 0x05980F, 0xEF2F11,
        0x8B5A0A, 0x6D1F6D, 0x367ECF, 0x27CB09, 0xB74F46, 0x3F669E, 0x5FEA2D, 0x7527BA, 0xC7EBE5, 0xF17B3D, 0x0739F7,
        0x8A5292, 0xEA6BFB, 0x5FB11F, 0x8D5D08, 0x560330, 0x46FC7B, 0x6BABF0, 0xCFBC20, 0x9AF436, 0x1DA9E3, 0x91615E,
        0xE61B08
    };

    /** Digits of the fraction that are kept: no double comes closer to a quarter turn than 2^-61. */
    private static final int FRACTION = 7;

    private static final double QUARTER_HIGH = 1.5707963267948966;
    private static final double QUARTER_LOW = 6.123233995736766e-17;

    /** The angle is this many quarter turns (modulo 4) plus the rest high + low, at most an eighth turn in size. */
    final int quarters;

    final double high;
    final double low;

    private FarAngle(int quarters, double high, double low) {
        this.quarters = quarters;
        this.high = high;
        this.low = low;
    }

    static FarAngle of(double x) {
        double size = Math.abs(x);
        int scale = PowersOfTwo.exponent(size) / 24;
        double[] digits = digits(PowersOfTwo.scale(size, -24 * scale));
        // product[c]: the sum that stands for 2^(-24 c), c = 0 being the whole quarter turns
        double[] product = new double[FRACTION + 1];
        for (int c = 0; c <= FRACTION; c++) {
            for (int i = 0; i < digits.length; i++) {
                int k = scale - i - 1 + c;
                product[c] += k < 0 ? 0 : digits[i] * TWO_PER_PI[k];
            }
        }
        for (int c = FRACTION; c > 0; c--) {
            double carry = Math.floor(product[c] / BASE);
            product[c] -= carry * BASE;
            product[c - 1] += carry;
        }
        int quarters = (int) (product[0] - 4 * Math.floor(product[0] / 4));
        boolean past = product[1] >= BASE / 2;
        FarAngle angle = rest(past ? quarters + 1 : quarters, fraction(product, past));
        return x > 0 ? angle : new FarAngle(-angle.quarters, -angle.high, -angle.low);
    }

    /** A number below 2^24 as d0 + d1 2^-24 + d2 2^-48 + d3 2^-72. */
    private static double[] digits(double number) {
        double[] digits = new double[4];
        double rest = number;
        for (int i = 0; i < digits.length; i++) {
            digits[i] = Math.floor(rest);
            rest = (rest - digits[i]) * BASE;
        }
        return digits;
    }

    /** The fraction's digits as a sum of two doubles, less one where it is past the half. */
    private static double[] fraction(double[] product, boolean past) {
        double high = 0;
        double low = 0;
        double unit = 1;
        for (int c = 1; c <= FRACTION; c++) {
            unit /= BASE;
            double term = (c == 1 && past ? product[c] - BASE : product[c]) * unit;
            double sum = high + term;
            low += RoundingError.lostBySum(high, term, sum);
            high = sum;
        }
        return new double[] {high, low};
    }

    private static FarAngle rest(int quarters, double[] fraction) {
        double sum = fraction[0] + fraction[1];
        double rest = (fraction[0] - sum) + fraction[1];
        double high = sum * QUARTER_HIGH;
        double low = RoundingError.lostByProduct(sum, QUARTER_HIGH, high) + (sum * QUARTER_LOW + rest * QUARTER_HIGH);
        double total = high + low;
        return new FarAngle(quarters, total, (high - total) + low);
    }
}
