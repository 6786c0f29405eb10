package dev.steep.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Counts of one class over bins as the text of an SVG, with round numbers below; several of one width and height are compared with each
 * other. Each bar says its bin and its count when it is pointed at.
 *
 * @param range from the first bin's beginning to the last one's end
 * @param most the count that is as high as the plot
 * @param words writes a number
 */
public record ClassHistogram(int width, int height, Range range, double most, DoubleFunction<String> words) {
    private static final int FOOT = 14;
    private static final int TICKS = 4;

    /**
     * @param colour of the bars
     * @param label what a screen reader says
     */
    public String svg(float[] counts, String colour, String label) {
        return svg(counts, colour, label, Optional.empty());
    }

    /** @param mark where an upright line stands */
    public String svg(float[] counts, String colour, String label, Optional<Double> mark) {
        double room = height - FOOT - 2.0;
        double wide = (double) width / counts.length;
        StringBuilder svg = new StringBuilder("<svg class=\"class-histogram\" role=\"img\" viewBox=\"0 0 " + width + " "
                + height + "\" aria-label=\"" + Drawing.escape(label) + "\">");
        for (int i = 0; i < counts.length; i++) {
            double tall = most > 0 ? room * counts[i] / most : 0;
            double from = range.low() + (range.high() - range.low()) * i / counts.length;
            double to = range.low() + (range.high() - range.low()) * (i + 1) / counts.length;
            svg.append("<rect fill=\"" + colour + "\" x=\"" + Drawing.length(i * wide + 0.5) + "\" width=\""
                    + Drawing.length(Math.max(0.5, wide - 1)) + "\" y=\"" + Drawing.length(height - FOOT - tall)
                    + "\" height=\"" + Drawing.length(tall) + "\"><title>"
                    + Drawing.escape(words.apply(from) + " to " + words.apply(to) + ": " + (long) counts[i])
                    + "</title></rect>");
        }
        svg.append(Drawing.line(0, height - FOOT, width, height - FOOT, "class=\"plot-axis\""));
        mark.ifPresent(place -> {
            double x = (place - range.low()) / (range.high() - range.low()) * width;
            svg.append(Drawing.line(x, 0, x, height - FOOT, "class=\"plot-axis\" stroke-dasharray=\"3 2\""));
        });
        List<Double> ticks = Ticks.of(range, TICKS);
        for (double tick : ticks) {
            double x = (tick - range.low()) / (range.high() - range.low()) * width;
            String anchor = x < 14 ? "start" : x > width - 14 ? "end" : "middle";
            svg.append(Drawing.text(x, height - 3, anchor, words.apply(tick)));
        }
        return svg.append("</svg>").toString();
    }
}
