package dev.steep.ui.element;

import dev.steep.catalog.Numbers;
import dev.steep.picture.Drawing;
import elemental2.dom.DOMRect;
import elemental2.dom.Element;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import elemental2.dom.Node;
import elemental2.dom.Range;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of the page as a drawing: its boxes, texts, pixels and lines where they stand. Controls that say nothing on paper (sliders,
 * buttons) are left out, and what is scrolled away too.
 */
final class PageDrawing {
    private static final List<String> SIDES = List.of("border-top", "border-right", "border-bottom", "border-left");

    private static final String LEFT_OUT =
            ".figure-save, .visually-hidden, .btn, input[type=range], input[type=checkbox]";

    /** Where the line of writing is, from the top of a text's box. */
    private static final double BASELINE = 0.79;

    /** Of a control, left and right. */
    private static final double PADDING = 6;

    private static final double HALF_A_LETTER = 4.5;

    /** What the lines of an inline SVG look like, which the style sheet says. */
    private static final List<String> LINE_STYLES = List.of(
            "fill",
            "fill-opacity",
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-dasharray",
            "stroke-linecap",
            "opacity",
            "font-size",
            "font-weight",
            "text-anchor");

    private final StringBuilder body = new StringBuilder();
    private final double left;
    private final double top;
    private int clips;

    private PageDrawing(DOMRect at) {
        left = at.left;
        top = at.top;
    }

    /** What of an element is on the page. */
    static Drawing of(HTMLElement element) {
        DOMRect at = element.getBoundingClientRect();
        PageDrawing page = new PageDrawing(at);
        page.children(element);
        return new Drawing(
                Math.max(at.width, element.scrollWidth),
                Math.max(at.height, element.scrollHeight),
                page.body.toString());
    }

    private void children(Element of) {
        for (int i = 0; i < of.childNodes.length; i++) {
            Node child = of.childNodes.item(i);
            if (child.nodeType == Node.TEXT_NODE) {
                text(of, child);
            } else if (child.nodeType == Node.ELEMENT_NODE) {
                element((Element) child);
            }
        }
    }

    private void element(Element element) {
        DOMRect at = element.getBoundingClientRect();
        if (element.matches(LEFT_OUT)
                || Theme.of(element, "visibility").equals("hidden")
                || Theme.of(element, "display").equals("none")) {
            return;
        }
        boolean clipped = !Theme.of(element, "overflow-x").equals("visible")
                && !element.tagName.equalsIgnoreCase("svg")
                && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
        String name = "part" + clips;
        if (clipped) {
            clips++;
            body.append("<clipPath id=\"" + name + "\">" + rect(at, "") + "</clipPath><g clip-path=\"url(#" + name
                    + ")\">");
        }
        box(element, at);
        switch (element.tagName.toLowerCase(Locale.ROOT)) {
            case "canvas" -> pixels((HTMLCanvasElement) element, at);
            case "svg" -> lines(element, at);
            case "input" -> words(element, at, ((HTMLInputElement) element).value);
            case "select" -> {
                HTMLSelectElement menu = (HTMLSelectElement) element;
                if (menu.selectedIndex >= 0) {
                    words(element, at, menu.options.getAt(menu.selectedIndex).textContent);
                }
            }
            default -> children(element);
        }
        if (clipped) {
            body.append("</g>");
        }
    }

    private String rect(DOMRect at, String style) {
        return "<rect x=\"" + Drawing.length(at.left - left) + "\" y=\"" + Drawing.length(at.top - top) + "\" width=\""
                + Drawing.length(at.width) + "\" height=\"" + Drawing.length(at.height) + "\" " + style + "/>";
    }

    private void box(Element element, DOMRect at) {
        String ground = Theme.of(element, "background-color");
        String round = "rx=\"" + Drawing.length(radius(element, at)) + "\"";
        boolean framed = SIDES.stream().allMatch(side -> stroke(element, side).equals(stroke(element, SIDES.get(0))));
        String frame = framed ? stroke(element, SIDES.get(0)) : "";
        if ((!clear(ground) || !frame.isEmpty()) && at.width > 0 && at.height > 0) {
            body.append(
                    rect(at, (clear(ground) ? "fill=\"none\"" : paint("fill", ground)) + " " + round + " " + frame));
        }
        if (!framed) {
            double x1 = at.left - left;
            double y1 = at.top - top;
            double x2 = x1 + at.width;
            double y2 = y1 + at.height;
            edge(stroke(element, "border-top"), x1, y1, x2, y1);
            edge(stroke(element, "border-bottom"), x1, y2, x2, y2);
            edge(stroke(element, "border-left"), x1, y1, x1, y2);
            edge(stroke(element, "border-right"), x2, y1, x2, y2);
        }
        if (Theme.of(element, "outline-style").equals("solid")) {
            body.append(rect(at, "fill=\"none\" " + paint("stroke", Theme.of(element, "outline-color"))));
        }
    }

    /** Of a box whose corners are all alike; a share is one of its width. */
    private static double radius(Element element, DOMRect at) {
        String round = first(Theme.of(element, "border-top-left-radius"));
        double number = Numbers.read(round.substring(0, round.length() - (round.endsWith("%") ? 1 : 2)));
        return Double.isNaN(number) ? 0 : round.endsWith("%") ? number / 100 * at.width : number;
    }

    private void edge(String stroke, double x1, double y1, double x2, double y2) {
        if (!stroke.isEmpty()) {
            body.append(Drawing.line(x1, y1, x2, y2, stroke));
        }
    }

    /** How a border is drawn; empty where there is none to be seen. */
    private static String stroke(Element element, String side) {
        String width = first(Theme.of(element, side + "-width"));
        String colour = Theme.of(element, side + "-color");
        String style = Theme.of(element, side + "-style");
        return style.equals("none") || width.equals("0px") || clear(colour)
                ? ""
                : paint("stroke", colour) + " stroke-width=\"" + Drawing.escape(width) + "\""
                        + (style.equals("dashed") ? " stroke-dasharray=\"4 3\"" : "");
    }

    private static String paint(String what, String colour) {
        return what + "=\"" + Drawing.escape(colour) + "\"";
    }

    private static boolean clear(String colour) {
        return colour.isEmpty() || colour.equals("transparent") || colour.startsWith("rgba") && colour.endsWith(", 0)");
    }

    private static String first(String lengths) {
        int end = lengths.indexOf(' ');
        return end < 0 ? lengths : lengths.substring(0, end);
    }

    private void pixels(HTMLCanvasElement canvas, DOMRect at) {
        Optional<String> lines = VectorCanvas.linesOf(canvas);
        if (lines.isPresent()) {
            body.append("<svg x=\"" + Drawing.length(at.left - left) + "\" y=\"" + Drawing.length(at.top - top)
                    + "\" width=\"" + Drawing.length(at.width) + "\" height=\"" + Drawing.length(at.height)
                    + "\" viewBox=\"0 0 " + canvas.width + " " + canvas.height + "\">" + lines.get() + "</svg>");
        } else if (canvas.width > 0 && canvas.height > 0) {
            body.append("<image x=\"" + Drawing.length(at.left - left) + "\" y=\"" + Drawing.length(at.top - top)
                    + "\" width=\"" + Drawing.length(at.width) + "\" height=\"" + Drawing.length(at.height)
                    + "\" preserveAspectRatio=\"none\" style=\"image-rendering:"
                    + Drawing.escape(Theme.of(canvas, "image-rendering")) + "\" href=\"" + canvas.toDataURL("image/png")
                    + "\"/>");
        }
    }

    private void lines(Element svg, DOMRect at) {
        String view = svg.getAttribute("viewBox");
        body.append("<svg overflow=\"visible\" x=\"" + Drawing.length(at.left - left) + "\" y=\""
                + Drawing.length(at.top - top) + "\" width=\"" + Drawing.length(at.width) + "\" height=\""
                + Drawing.length(at.height) + "\""
                + (view == null
                        ? ""
                        : " viewBox=\"" + Drawing.escape(view) + "\"" + attribute(svg, "preserveAspectRatio"))
                + ">");
        for (int i = 0; i < svg.childNodes.length; i++) {
            copy(svg.childNodes.item(i));
        }
        body.append("</svg>");
    }

    private static String attribute(Element of, String name) {
        String value = of.getAttribute(name);
        return value == null ? "" : " " + name + "=\"" + Drawing.escape(value) + "\"";
    }

    private void copy(Node node) {
        if (node.nodeType == Node.TEXT_NODE) {
            body.append(Drawing.escape(node.textContent));
        } else if (node.nodeType == Node.ELEMENT_NODE) {
            Element element = (Element) node;
            if (Theme.of(element, "display").equals("none")) {
                return;
            }
            body.append('<').append(element.tagName);
            for (int i = 0; i < element.attributes.length; i++) {
                String name = element.attributes.getAt(i).name;
                boolean kept = !name.equals("style")
                        && !name.equals("class")
                        && !name.startsWith("data-")
                        && !name.startsWith("on")
                        && !LINE_STYLES.contains(name);
                body.append(kept ? attribute(element, name) : "");
            }
            for (String style : LINE_STYLES) {
                body.append(' ' + style + "=\"" + Drawing.escape(Theme.of(element, style)) + "\"");
            }
            body.append('>');
            for (int i = 0; i < node.childNodes.length; i++) {
                copy(node.childNodes.item(i));
            }
            body.append("</").append(element.tagName).append('>');
        }
    }

    /** Each of its lines on the page is a line of its own. */
    private void text(Element of, Node node) {
        String all = node.textContent;
        int from = 0;
        StringBuilder line = new StringBuilder();
        double x1 = 0;
        double x2 = 0;
        DOMRect last = null;
        while (from < all.length()) {
            int end = from;
            boolean blank = isBlank(all.charAt(from));
            while (end < all.length() && isBlank(all.charAt(end)) == blank) {
                end++;
            }
            if (!blank) {
                Range range = new Range();
                range.setStart(node, from);
                range.setEnd(node, end);
                DOMRect at = range.getBoundingClientRect();
                if (at.width > 0) {
                    if (last != null && Math.abs(at.top - last.top) > at.height / 2) {
                        write(of, x1, x2, last.top + BASELINE * last.height, line.toString());
                        line.setLength(0);
                    }
                    x1 = line.length() == 0 ? at.left : x1;
                    x2 = at.left + at.width;
                    line.append(line.length() == 0 ? "" : " ").append(all, from, end);
                    last = at;
                }
            }
            from = end;
        }
        if (last != null) {
            write(of, x1, x2, last.top + BASELINE * last.height, line.toString());
        }
    }

    private static boolean isBlank(char each) {
        return each == ' ' || each == '\n' || each == '\t' || each == '\r';
    }

    private void words(Element of, DOMRect at, String text) {
        write(of, at.left + PADDING, at.left + at.width - PADDING, at.top + at.height / 2 + HALF_A_LETTER, text);
    }

    private void write(Element of, double x1, double x2, double y, String text) {
        String align = Theme.of(of, "text-align");
        boolean middle = align.equals("center");
        boolean end = align.equals("right") || align.equals("end");
        String weight = Theme.of(of, "font-weight");
        body.append("<g font-size=\"" + Drawing.escape(Theme.of(of, "font-size")) + "\" "
                + paint("fill", Theme.of(of, "color"))
                + (weight.equals("400") ? "" : " font-weight=\"" + Drawing.escape(weight) + "\"")
                + (Theme.of(of, "font-style").equals("italic") ? " font-style=\"italic\"" : "") + ">"
                + Drawing.text(
                        (middle ? (x1 + x2) / 2 : end ? x2 : x1) - left,
                        y - top,
                        middle ? "middle" : end ? "end" : "start",
                        text)
                + "</g>");
    }
}
