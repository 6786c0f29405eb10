package dev.steep.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture on white paper as an SVG file: title, picture, caption, and the link to the experiment, for people below the picture
 * and for programs in its metadata.
 *
 * @param title what it shows
 * @param caption what of, in sentences
 * @param link to the experiment
 */
public record FigureSheet(String title, String caption, String link, Drawing drawing) {
    private static final int EDGE = 16;
    private static final int TITLE = 28;
    private static final int LINE = 16;
    private static final int SIZE = 12;

    /** A caption needs some room beside each other. */
    private static final int NARROWEST = 360;

    /** About how wide a letter is, of the size of the text. */
    private static final double LETTER = 0.54;

    public double width() {
        return Math.max(NARROWEST, Math.ceil(drawing.width())) + 2 * EDGE;
    }

    public double height() {
        return EDGE + TITLE + Math.ceil(drawing.height()) + LINE + LINE * lines().size() + EDGE;
    }

    private List<String> lines() {
        return wrapped(caption, (int) ((width() - 2 * EDGE) / (SIZE * LETTER)));
    }

    /** Words in lines of so many letters; a longer word has a line of its own. */
    static List<String> wrapped(String text, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf(' ', from);
            String word = text.substring(from, end < 0 ? text.length() : end);
            from = end < 0 ? text.length() : end + 1;
            if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** The file. */
    public String svg() {
        String size = "width=\"" + Drawing.length(width()) + "\" height=\"" + Drawing.length(height()) + "\"";
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .append(size)
                .append(" viewBox=\"0 0 ")
                .append(Drawing.length(width()))
                .append(' ')
                .append(Drawing.length(height()))
                .append("\" font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"" + SIZE
                        + "\" fill=\"#222\">\n");
        svg.append("<title>").append(Drawing.escape(title)).append("</title>\n");
        svg.append("<desc>").append(Drawing.escape(caption + " " + link)).append("</desc>\n");
        svg.append("<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\"><dc:title>")
                .append(Drawing.escape(title))
                .append("</dc:title><dc:source>")
                .append(Drawing.escape(link))
                .append("</dc:source><dc:description>")
                .append(Drawing.escape(caption))
                .append("</dc:description></rdf:Description></rdf:RDF></metadata>\n");
        svg.append("<rect ").append(size).append(" fill=\"#fff\"/>\n");
        svg.append("<g font-size=\"15\" font-weight=\"600\">")
                .append(Drawing.text(EDGE, EDGE + 14, "start", title))
                .append("</g>\n");
        svg.append("<g transform=\"translate(" + EDGE + ' ' + (EDGE + TITLE) + ")\">")
                .append(drawing.body())
                .append("</g>\n");
        double y = EDGE + TITLE + Math.ceil(drawing.height()) + LINE + SIZE;
        for (String line : lines()) {
            svg.append(Drawing.text(EDGE, y, "start", line)).append('\n');
            y += LINE;
        }
        return svg.append("</svg>\n").toString();
    }
}
