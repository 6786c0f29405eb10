package dev.steep.picture;

/**
 * A picture as a piece of SVG, without what stands around it on paper.
 *
 * @param body SVG elements, well-formed
 */
public record Drawing(double width, double height, String body) {
    private static final double HUNDREDTH = 100;

    /** Text as XML writes it, between tags or in an attribute; characters that XML does not allow are left out. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\n', '\t', '\r' -> safe.append(' ');
                default -> {
                    boolean high = Character.isHighSurrogate(each)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (high) {
                        safe.append(each).append(text.charAt(++i));
                    } else if (each >= ' ' && !Character.isSurrogate(each) && each < '\ufffe') {
                        safe.append(each);
                    }
                }
            }
        }
        return safe.toString();
    }

    /** A length to the hundredth of a pixel. */
    public static String length(double value) {
        double rounded = Math.rint(value * HUNDREDTH) / HUNDREDTH;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9 ? "" + (long) rounded : "" + rounded;
    }

    /** A line of text. @param anchor {@code start}, {@code middle} or {@code end} */
    public static String text(double x, double y, String anchor, String text) {
        return "<text x=\"" + length(x) + "\" y=\"" + length(y) + "\" text-anchor=\"" + anchor + "\">" + escape(text)
                + "</text>";
    }

    /** A straight line. @param style SVG attributes */
    public static String line(double x1, double y1, double x2, double y2, String style) {
        return "<line x1=\"" + length(x1) + "\" y1=\"" + length(y1) + "\" x2=\"" + length(x2) + "\" y2=\"" + length(y2)
                + "\" " + style + "/>";
    }
}
