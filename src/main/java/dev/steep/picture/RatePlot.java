package dev.steep.picture;

import dev.steep.math.Elementary;
import java.util.Arrays;

/**
 * A learning rate over a run, as the text of an SVG: one line, a few round numbers, epochs along the bottom; on a logarithmic scale
 * where the rate spans decades. Colours come from the style sheet, by the classes {@code plot-value}, {@code plot-axis} and {@code
 * plot-grid}.
 */
public final class RatePlot {
    private static final int WIDTH = 224;
    private static final int HEIGHT = 84;

    /** Above the line, for the highest number. */
    private static final int ROOM = 10;

    /** Below it, for the epochs. */
    private static final int FOOT = 12;

    /** How many times the lowest rate the highest has to be for a logarithmic scale, */
    private static final double FAR = 99.9;

    /** and how many times the one in the middle: half a wave down to almost 0 is no decay by decades. */
    private static final double FEW = 5;

    private final double[] rates;
    private final boolean log;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder();

    private RatePlot(double[] rates) {
        this.rates = rates;
        double least = Arrays.stream(rates).min().orElse(0);
        double most = Arrays.stream(rates).max().orElse(1);
        log = spansDecades(rates);
        high = log ? log10(most) : most > 0 ? most : 1;
        low = log ? log10(least) : 0;
    }

    /** Whether rates are to be shown on a logarithmic scale: most of them are far below the highest, and none is 0. */
    public static boolean spansDecades(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        return count > 0
                && sorted[0] > 0
                && sorted[count - 1] >= FAR * sorted[0]
                && sorted[count - 1] >= FEW * sorted[count / 2];
    }

    /**
     * @param rates at evenly spaced steps, from the first to the last one
     * @param epochs how many there are
     * @param label what a screen reader says; plain text
     */
    public static String svg(double[] rates, int epochs, String label) {
        return svg(rates, epochs, "epoch", label);
    }

    /** The same over so many of something else, such as steps. */
    public static String svg(double[] rates, int count, String unit, String label) {
        return new RatePlot(rates).draw(count, unit, label);
    }

    private String draw(int count, String unit, String label) {
        svg.append("<svg class=\"plot\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" aria-label=\"" + label
                + "\">");
        StringBuilder words = new StringBuilder();
        if (log) {
            for (int power = (int) Math.ceil(low - 1e-9); power <= high + 1e-9; power++) {
                grid(power, "1e" + power, words);
            }
        } else {
            double step = step(high / 3);
            for (int i = 1; i * step <= high * (1 + 1e-9); i++) {
                grid(i * step, text(i * step), words);
            }
        }
        svg.append("<line class=\"plot-axis\" x1=\"0\" y1=\"" + (HEIGHT - FOOT) + "\" x2=\"" + WIDTH + "\" y2=\""
                + (HEIGHT - FOOT) + "\"></line>");
        word(1, "start", unit + " 0", words);
        word(WIDTH / 2.0, "middle", text(count / 2.0), words);
        word(WIDTH - 1, "end", "" + count, words);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < rates.length; i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(tenth((double) WIDTH * i / Math.max(1, rates.length - 1)))
                    .append(' ')
                    .append(tenth(across(log ? log10(rates[i]) : rates[i])));
        }
        svg.append("<path class=\"plot-value\" d=\"" + path + "\"></path>");
        return svg.append(words).append("</svg>").toString();
    }

    private void grid(double value, String text, StringBuilder words) {
        double y = tenth(across(value));
        svg.append("<line class=\"plot-grid\" x1=\"0\" y1=\"" + y + "\" x2=\"" + WIDTH + "\" y2=\"" + y + "\"></line>");
        if (y < HEIGHT - FOOT - 6) {
            words.append("<text x=\"" + (WIDTH - 1) + "\" y=\"" + tenth(y - 2) + "\" text-anchor=\"end\">" + text
                    + "</text>");
        }
    }

    private static void word(double x, String anchor, String text, StringBuilder words) {
        words.append(
                "<text x=\"" + x + "\" y=\"" + (HEIGHT - 3) + "\" text-anchor=\"" + anchor + "\">" + text + "</text>");
    }

    private double across(double value) {
        return ROOM + (high - value) / (high - low) * (HEIGHT - ROOM - FOOT);
    }

    /** 1, 2 or 5 times a power of ten, the next one up. */
    private static double step(double least) {
        double unit = 1;
        while (unit < least) {
            unit *= 10;
        }
        while (unit / 10 >= least && unit > 1e-30) {
            unit /= 10;
        }
        return unit / 5 >= least ? unit / 5 : unit / 2 >= least ? unit / 2 : unit;
    }

    private static double log10(double number) {
        return Elementary.log(number) / Elementary.log(10);
    }

    private static double tenth(double pixels) {
        return Math.rint(pixels * 10) / 10;
    }

    /** A round number, as short as it goes. */
    private static String text(double number) {
        if (number == Math.rint(number) && number < 1e6) {
            return "" + (long) number;
        }
        for (double unit = 10; unit <= 1e6; unit *= 10) {
            double rounded = Math.rint(number * unit) / unit;
            if (Math.abs(rounded - number) < 1e-3 * number) {
                return decimals(rounded);
            }
        }
        return "" + number;
    }

    /** Without an exponent. */
    private static String decimals(double number) {
        String digits = "" + Math.round(number * 1e6);
        String padded = "0".repeat(Math.max(0, 7 - digits.length())) + digits;
        int point = padded.length() - 6;
        int end = padded.length();
        while (padded.charAt(end - 1) == '0') {
            end--;
        }
        return padded.substring(0, point) + "." + padded.substring(point, end);
    }
}
