package dev.steep.catalog;

import dev.steep.math.Characters;
import dev.steep.math.Decimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Python script while it is written: collects what its statements need to have imported, defined and said before them.
 * Also how values are written in Python.
 */
public final class Python {
    /** Python prints a float with an exponent where its point is as far to the left of its digits, or further, */
    private static final int SMALL_POINT = -4;

    /** or further to the right than that. */
    private static final int LARGE_POINT = 16;

    private final Set<String> imports = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> definitions = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private final Map<List<String>, String> functions = new LinkedHashMap<>();

    /** Adds an import, such as {@code from keras import ops}. */
    public void needs(String line) {
        imports.add(line);
    }

    /** Adds a sentence that is to stand in a comment before the present statement. */
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /**
     * Adds a function, and returns its name; two of the same body are one.
     *
     * @param name what it should be called; it may get a number
     * @param header its parameters
     * @param body its lines, not indented
     */
    public String function(String name, String header, List<String> body) {
        return defined("def ", name, header, body);
    }

    /** Adds a class that extends another, as {@link #function} does. */
    public String type(String name, String extended, List<String> body) {
        return defined("class ", name, extended, body);
    }

    /** The name of a file that the script writes: a second one of this name gets a number, {@code training_1.csv}. */
    public String file(String name) {
        int dot = name.lastIndexOf('.');
        String free = name;
        for (int i = 1; !files.add(free); i++) {
            free = name.substring(0, dot) + "_" + i + name.substring(dot);
        }
        return free;
    }

    private String defined(String word, String name, String header, List<String> body) {
        String known = functions.get(body);
        if (known != null) {
            return known;
        }
        String free = name;
        for (int i = 1; functions.containsValue(free); i++) {
            free = name + "_" + i;
        }
        functions.put(List.copyOf(body), free);
        definitions.add(word + free + "(" + header + "):");
        body.forEach(line -> definitions.add(line.isEmpty() ? "" : "    " + line));
        definitions.add("");
        return free;
    }

    /** All imports so far. */
    public Set<String> imports() {
        return imports;
    }

    /** The sentences since the last call. */
    public List<String> takeNotes() {
        List<String> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    /** The lines of the functions since the last call. */
    public List<String> takeDefinitions() {
        List<String> taken = List.copyOf(definitions);
        definitions.clear();
        return taken;
    }

    /** The value of a knob. */
    public String value(Object value) {
        if (value instanceof Choice choice) {
            return choice.inKeras(this);
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(this::value).toList()) + "]";
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.map(this::value).orElse("None");
        }
        if (value instanceof Pair pair) {
            return pair.height() == pair.width() ? "" + pair.height() : "(" + pair.height() + ", " + pair.width() + ")";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return value instanceof Double number
                ? number(number)
                : value instanceof Integer ? "" + value : text(String.valueOf(value));
    }

    /** A number that is a float in Python. */
    public static String number(double value) {
        String text = Numbers.write(value);
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
    }

    /** A float as Python prints it: {@code 0.1}, {@code 1.0}, {@code 1e-05}, {@code inf}. */
    public static String printed(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        String sign = value < 0 ? "-" : "";
        if (Double.isInfinite(value)) {
            return sign + "inf";
        }
        Decimal decimal = Decimal.shortest(Math.abs(value));
        String digits = decimal.digits();
        int point = digits.length() + decimal.exponent();
        if (digits.isEmpty()) {
            return "0.0";
        } else if (point <= SMALL_POINT || point > LARGE_POINT) {
            int power = Math.abs(point - 1);
            return sign
                    + digits.charAt(0)
                    + (digits.length() > 1 ? "." + digits.substring(1) : "")
                    + (point < 1 ? "e-" : "e+")
                    + (power < 10 ? "0" : "")
                    + power;
        } else if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        return sign
                + (digits.length() > point
                        ? digits.substring(0, point) + "." + digits.substring(point)
                        : digits + "0".repeat(point - digits.length()) + ".0");
    }

    /** A text in quotation marks. */
    public static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : Characters.wellFormed(value).toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (isControl(c)) {
                String hex = Integer.toHexString(c);
                text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /** A text that cannot end the comment in which it stands. */
    public static String comment(String value) {
        StringBuilder text = new StringBuilder();
        for (char c : Characters.wellFormed(value).toCharArray()) {
            text.append(isControl(c) ? ' ' : c);
        }
        return text.toString();
    }

    /** What would end a line, or not be seen in one. */
    private static boolean isControl(char c) {
        return c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029;
    }
}
