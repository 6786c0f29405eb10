package dev.steep.site.help;

import dev.steep.math.expr.Greek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Formulas of the help texts, in a small part of TeX, as MathML Core: letters, numbers, Greek, {@code ^ _}, {@code \frac \sqrt \sum
 * \prod \hat \bar \text \cases}. What a declaration has as a formula needs none of it: that is typeset by {@code math.Typeset}.
 */
final class Tex {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("cdot", "·"),
            Map.entry("times", "×"),
            Map.entry("odot", "⊙"),
            Map.entry("pm", "±"),
            Map.entry("leftarrow", "←"),
            Map.entry("rightarrow", "→"),
            Map.entry("in", "∈"),
            Map.entry("sim", "∼"),
            Map.entry("approx", "≈"),
            Map.entry("partial", "∂"),
            Map.entry("nabla", "∇"),
            Map.entry("ldots", "…"),
            Map.entry("lfloor", "⌊"),
            Map.entry("rfloor", "⌋"),
            Map.entry("lceil", "⌈"),
            Map.entry("rceil", "⌉"),
            Map.entry("sum", "∑"),
            Map.entry("prod", "∏"),
            Map.entry("{", "{"),
            Map.entry("}", "}"));
    private static final Map<String, String> MORE_LETTERS = Map.of("Phi", "Φ", "Delta", "Δ", "infty", "∞");
    /** What stands above and below them, and not beside. */
    private static final List<String> LARGE = List.of("\\sum", "\\prod", "\\max", "\\min");

    private static final Map<String, String> ACCENTS = Map.of("hat", "^", "bar", "¯");

    private final String text;
    private int at;

    private Tex(String text) {
        this.text = text;
    }

    /** Within a line of text. */
    static String inline(String tex) {
        return "<math>" + new Tex(tex).whole() + "</math>";
    }

    /** On a line of its own. */
    static String block(String tex) {
        return "<math display=\"block\">" + new Tex(tex).whole() + "</math>";
    }

    private String whole() {
        String row = row();
        if (at < text.length()) {
            throw wrong("nothing");
        }
        return row;
    }

    /** Everything up to a closing brace, an ampersand, a double backslash or the end. */
    private String row() {
        StringBuilder row = new StringBuilder("<mrow>");
        for (blanks(); at < text.length() && !ends(); blanks()) {
            row.append(scripted());
        }
        return row.append("</mrow>").toString();
    }

    private boolean ends() {
        char c = text.charAt(at);
        return c == '}' || c == '&' || text.startsWith("\\\\", at);
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private String scripted() {
        boolean large = LARGE.stream().anyMatch(each -> text.startsWith(each, at));
        String base = atom();
        String below = "";
        String above = "";
        for (blanks(); at < text.length() && "_^'".indexOf(text.charAt(at)) >= 0; blanks()) {
            char sign = text.charAt(at++);
            String script = sign == '\'' ? "<mo lspace=\"0\" rspace=\"0\">′</mo>" : atom();
            below = sign == '_' ? script : below;
            above = sign == '_' ? above : above + script;
        }
        String up = above.isEmpty() ? "" : "<mrow>" + above + "</mrow>";
        String kind = (below.isEmpty() ? "" : large ? "under" : "sub") + (up.isEmpty() ? "" : large ? "over" : "sup");
        if (kind.isEmpty()) {
            return base;
        }
        return "<m" + kind + ">" + base + below + up + "</m" + kind + ">";
    }

    private String atom() {
        blanks();
        if (at >= text.length()) {
            throw wrong("something more");
        }
        char c = text.charAt(at);
        if (c == '{') {
            return braced();
        } else if (c == '\\') {
            return command();
        } else if (Character.isDigit(c)) {
            int begin = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return "<mn>" + text.substring(begin, at) + "</mn>";
        }
        at++;
        return Character.isLetter(c)
                ? "<mi>" + c + "</mi>"
                : c == '|' ? "<mo fence=\"true\" stretchy=\"true\">|</mo>" : "<mo>" + sign(c) + "</mo>";
    }

    private static String sign(char c) {
        return c == '-' ? "−" : c == '*' ? "∗" : Markup.escaped("" + c);
    }

    private String braced() {
        at++;
        String row = row();
        if (at >= text.length() || text.charAt(at) != '}') {
            throw wrong("}");
        }
        at++;
        return row;
    }

    private String command() {
        int begin = ++at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        at = Math.max(at, begin + 1);
        String name = text.substring(begin, at);
        String letter = Greek.letter(name).orElse(MORE_LETTERS.get(name));
        String operator = OPERATORS.get(name);
        String accent = ACCENTS.get(name);
        if (letter != null || operator != null) {
            return letter != null ? "<mi>" + letter + "</mi>" : "<mo>" + operator + "</mo>";
        }
        if (accent != null) {
            return "<mover accent=\"true\">" + atom() + "<mo stretchy=\"false\">" + accent + "</mo></mover>";
        }
        return switch (name) {
            case "frac" -> "<mfrac>" + atom() + atom() + "</mfrac>";
            case "sqrt" -> "<msqrt>" + atom() + "</msqrt>";
            case "text" -> "<mtext>" + word() + "</mtext>";
            case "op" -> "<mi>" + word() + "</mi>";
            case "cases" -> cases();
            case "max", "min", "exp", "ln", "log", "tanh", "sin", "cos", "cosh", "sign" -> "<mi>" + name + "</mi>";
            case "quad" -> "<mspace width=\"1em\"></mspace>";
            case "," -> "<mspace width=\"0.17em\"></mspace>";
            default -> throw wrong("a known command instead of \\" + name);
        };
    }

    /** A text in braces, as it stands. */
    private String word() {
        int end = text.indexOf('}', at);
        if (at >= text.length() || text.charAt(at) != '{' || end < 0) {
            throw wrong("{a text}");
        }
        String word = text.substring(at + 1, end);
        at = end + 1;
        return Markup.escaped(word).replace(" ", "&#xa0;");
    }

    private String cases() {
        List<String> lines = new ArrayList<>();
        at++;
        while (text.charAt(at - 1) != '}') {
            String value = row();
            at++;
            lines.add("<mtr><mtd>" + value + "</mtd><mtd>" + row() + "</mtd></mtr>");
            at += text.startsWith("\\\\", at) ? 2 : 1;
        }
        return "<mrow><mo>{</mo><mtable class=\"cases\">" + String.join("", lines) + "</mtable></mrow>";
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException(
                "The formula " + text + " should have " + expected + " at character " + (at + 1) + ".");
    }
}
