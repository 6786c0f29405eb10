package dev.steep.math.expr;

/** Names and numbers in MathML: alpha as a Greek letter, y_true with an index, 1e-7 as a power of ten. */
final class Glyphs {
    private static final double DIGITS = 1e6;
    private static final double ROOT_OF_TWO = 1.4142135623730951;

    private Glyphs() {}

    /** An input's name; what follows an underscore, and the digits at its end, are an index. */
    static String name(String name) {
        int end = name.indexOf('_') > 0 ? name.indexOf('_') : name.length();
        while (end > 1 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        String index = name.substring(name.startsWith("_", end) ? end + 1 : end);
        String head = name.substring(0, end);
        String letter = "<mi>" + escaped(Greek.letter(head).orElse(head)) + "</mi>";
        return index.isEmpty() ? letter : "<msub>" + letter + "<mi>" + escaped(index) + "</mi></msub>";
    }

    static String number(double value) {
        if (value < 0) {
            return "<mrow><mo>−</mo>" + number(-value) + "</mrow>";
        }
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return Double.isNaN(value) ? "<mi>NaN</mi>" : "<mn>∞</mn>";
        }
        if (value == Math.PI || value == Math.E) {
            return value == Math.PI ? "<mi>π</mi>" : "<mi>e</mi>";
        }
        if (value == ROOT_OF_TWO) {
            return "<msqrt><mn>2</mn></msqrt>";
        }
        String text = Words.FORMULA.number(rounded(value));
        int e = text.indexOf('e');
        if (e < 0) {
            return "<mn>" + text + "</mn>";
        }
        String power = "<msup><mn>10</mn>" + number(Integer.parseInt(text.substring(e + 1))) + "</msup>";
        String factor = text.substring(0, e);
        return factor.equals("1") ? power : "<mrow><mn>" + factor + "</mn><mo>·</mo>" + power + "</mrow>";
    }

    /** To six digits where that is a short number; computed so that 0.1 stays 0.1. */
    private static double rounded(double value) {
        if (value == 0 || value > 1e15 || value < 1e-15) {
            return value;
        }
        double unit = 1;
        while (value * unit < DIGITS / 10) {
            unit *= 10;
        }
        return value * unit < 1e15 && unit > 1 ? Math.floor(value * unit + 0.5) / unit : value;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
