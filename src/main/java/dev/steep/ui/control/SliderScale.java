package dev.steep.ui.control;

import dev.steep.catalog.Domain;
import dev.steep.catalog.Numbers;
import dev.steep.math.Elementary;

/**
 * Which number each place of a slider stands for; the numbers are round ones.
 *
 * @param low number at place 0
 * @param high number at the last place
 * @param steps the last place; 0 if a slider is of no use, because there are too many numbers
 * @param logarithmic whether equal ways are equal ratios
 * @param whole whether all numbers are whole
 */
record SliderScale(double low, double high, int steps, boolean logarithmic, boolean whole) {
    private static final int FEW = 100;
    private static final double TOO_MANY = 1e6;
    private static final double LOG_10 = 2.302585092994046;

    static SliderScale of(Domain.Whole domain) {
        double span = domain.high() - (double) domain.low();
        if (span > TOO_MANY) {
            return new SliderScale(domain.low(), domain.high(), 0, false, true);
        }
        return span <= FEW
                ? new SliderScale(domain.low(), domain.high(), (int) span, false, true)
                : new SliderScale(domain.low(), domain.high(), FEW, domain.low() > 0, true);
    }

    static SliderScale of(Domain.Real domain) {
        double ratio = domain.high() / from(domain.low(), domain.high());
        int steps = domain.logarithmic() ? (int) Math.rint(20 * Elementary.log(ratio) / LOG_10) : FEW;
        return new SliderScale(domain.low(), domain.high(), steps, domain.logarithmic(), false);
    }

    /** Where equal ratios begin: a scale from 0 has 0 as its first place only, and goes on from a small number. */
    private static double from(double low, double high) {
        return low > 0 ? low : high / 1e7;
    }

    /** The number at a place. */
    double at(double place) {
        double way = place / steps;
        if (!logarithmic) {
            return clamp(even(low + way * (high - low)));
        }
        double from = from(low, high);
        return place == 0 ? low : clamp(twoDigits(from * Elementary.exp(way * Elementary.log(high / from))));
    }

    /** The place nearest to a number. */
    double of(double number) {
        double inside = clamp(number);
        double from = from(low, high);
        double way = logarithmic
                ? Elementary.log(Math.max(inside, from) / from) / Elementary.log(high / from)
                : (inside - low) / (high - low);
        return Math.rint(way * steps);
    }

    /** The nearest number that is allowed. */
    double clamp(double number) {
        return Math.max(low, Math.min(high, whole ? Math.rint(number) : number));
    }

    private double even(double exact) {
        double perUnit = 1;
        while (perUnit < steps / (high - low)) {
            perUnit *= 10;
        }
        return Math.rint(exact * perUnit) / perUnit;
    }

    private static double twoDigits(double exact) {
        double digits = exact;
        int exponent = 0;
        while (digits >= 99.5) {
            digits /= 10;
            exponent++;
        }
        while (digits < 9.95) {
            digits *= 10;
            exponent--;
        }
        return Numbers.read((int) Math.rint(digits) + "e" + exponent);
    }
}
