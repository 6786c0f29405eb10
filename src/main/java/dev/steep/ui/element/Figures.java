package dev.steep.ui.element;

import dev.steep.catalog.Numbers;
import java.util.List;

/** Numbers as people read them. */
public final class Figures {
    private Figures() {}

    /** So many decimals: {@code 0.083}. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "none" : value > 0 ? "∞" : "−∞";
        }
        double unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        if (Math.abs(value) * unit >= 1e15) {
            return power(value);
        }
        double scaled = Math.rint(Math.abs(value) * unit);
        long whole = (long) (scaled / unit);
        String rest = "" + (long) (scaled - whole * unit);
        String digits = decimals == 0 ? "" : "." + "0".repeat(Math.max(0, decimals - rest.length())) + rest;
        return (value < 0 && scaled > 0 ? "−" : "") + whole + digits;
    }

    /** Three decimals of a number from 0 to 1, without claiming that what is almost certain is certain: {@code <0.001}. */
    public static String probability(double value) {
        return value > 0 && value < 0.0005 ? "<0.001" : value < 1 && value >= 0.9995 ? ">0.999" : fixed(value, 3);
    }

    /** Three digits that matter: {@code 1.43}, {@code 0.0831}, {@code 12,400}. */
    public static String of(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 0.0001 || size >= 1e9) {
            return power(value);
        }
        if (size >= 1000) {
            return (value < 0 ? "−" : "") + Numbers.grouped((long) Math.rint(size));
        }
        return fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4);
    }

    /** A number too large or too small to be written out: {@code 2.3e23}, {@code 4.1e-7}. */
    private static String power(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(size)) {
            return fixed(value, 0);
        }
        int exponent = 0;
        while (size < 1) {
            size *= 10;
            exponent--;
        }
        while (size >= 9.95) {
            size /= 10;
            exponent++;
        }
        return fixed(value < 0 ? -size : size, 1) + "e" + exponent;
    }

    /** {@code 0.66 M}, {@code 1.2 G}, {@code 812}. */
    public static String large(double count) {
        return count >= 1e9
                ? fixed(count / 1e9, 2) + " G"
                : count >= 1e5 ? fixed(count / 1e6, 2) + " M" : Numbers.grouped((long) count);
    }

    /** {@code 28×28×8}. */
    public static String shape(int[] lengths) {
        StringBuilder text = new StringBuilder();
        for (int length : lengths) {
            text.append(text.length() == 0 ? "" : "×").append(length);
        }
        return text.toString();
    }

    /** The middle one of some numbers, or the mean of the two. */
    public static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
