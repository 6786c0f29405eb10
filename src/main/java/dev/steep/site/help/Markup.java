package dev.steep.site.help;

import java.util.function.Function;

/**
 * The few marks that help texts have: {@code `code`}, {@code $a formula$}, {@code [[a link]]} or {@code [[words|anchor]]}. Code that is
 * the name of an entry leads to it.
 */
final class Markup {
    private final Function<String, String> anchors;

    /** @param anchors the anchor of an entry's name; empty if there is no such entry */
    Markup(Function<String, String> anchors) {
        this.anchors = anchors;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A text as HTML. */
    String html(String text) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean link = text.startsWith("[[", at);
            if (c != '`' && c != '$' && !link) {
                html.append(escaped("" + c));
                at++;
                continue;
            }
            int begin = at + (link ? 2 : 1);
            int end = text.indexOf(link ? "]]" : "" + c, begin);
            if (end < 0) {
                throw new IllegalArgumentException(
                        "In \"" + text + "\" the " + c + " at " + (at + 1) + " is never closed.");
            }
            String inside = text.substring(begin, end);
            html.append(c == '`' ? code(inside) : c == '$' ? Tex.inline(inside) : link(inside));
            at = end + (link ? 2 : 1);
        }
        return html.toString();
    }

    private String code(String text) {
        String anchor = anchors.apply(text);
        String code = "<code>" + escaped(text) + "</code>";
        return anchor.isEmpty() ? code : "<a href=\"#" + anchor + "\">" + code + "</a>";
    }

    private String link(String inside) {
        int bar = inside.indexOf('|');
        String words = bar < 0 ? inside : inside.substring(0, bar);
        String anchor = anchors.apply(bar < 0 ? inside : inside.substring(bar + 1));
        return anchor.isEmpty() ? escaped(words) : "<a href=\"#" + anchor + "\">" + escaped(words) + "</a>";
    }
}
