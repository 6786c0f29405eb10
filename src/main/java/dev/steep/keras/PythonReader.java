package dev.steep.keras;

import dev.steep.keras.PythonValue.Argument;
import dev.steep.keras.PythonValue.Call;
import dev.steep.keras.PythonValue.Items;
import dev.steep.keras.PythonValue.Other;
import dev.steep.keras.PythonValue.Statement;
import dev.steep.keras.PythonValue.Text;
import dev.steep.keras.PythonValue.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lines of Python that make values: calls, lists, tuples, texts, numbers, and names for them. Never throws: what is none of that is
 * passed over, up to the next comma, bracket or line. Brackets that are never closed end with the text, and a line that begins with a
 * name inside of them is a value of its own, as if the comma before it had not been forgotten.
 */
final class PythonReader {
    private static final int DEEPEST = 50;

    /** Words that go on with the value of the line before. */
    private static final List<String> GOES_ON = List.of("if", "else", "for", "in", "and", "or", "not", "is");

    private final String text;
    private int at;

    /** Whether another value begins at once behind the last one. */
    private boolean begins;

    private PythonReader(String text) {
        this.text = text;
    }

    /** The statements of a program. */
    static List<Statement> read(String text) {
        return new PythonReader(text).statements();
    }

    private List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        blanks(true);
        while (at < text.length()) {
            int start = at;
            PythonValue value = value(0);
            blanks(false);
            String name = "";
            if (is('=') && value instanceof Word word) {
                at++;
                blanks(false);
                name = word.text();
                value = value(0);
            }
            all.add(new Statement(name, value));
            blanks(false);
            if (at < text.length() && !is('\n') && !is(',') && !is(';')) {
                skip(0); // the rest of the line
            }
            at += at < text.length() ? 1 : 0;
            blanks(true);
            at = Math.max(at, start + 1);
        }
        return all;
    }

    private PythonValue value(int depth) {
        int start = at;
        PythonValue value = simple(depth);
        int end = at;
        blanks(depth > 0);
        boolean ends = isNextLine(end) || at >= text.length() || ",)]}=:;\n#".indexOf(text.charAt(at)) >= 0;
        if (!ends && depth > 0) {
            skip(depth);
            return new Other(text.substring(start, at).strip());
        }
        return value;
    }

    /** Whether a name begins a line behind a value inside of brackets: a comma was forgotten, or the bracket that closes them. */
    private boolean isNextLine(int end) {
        begins = at < text.length()
                && isName(text.charAt(at))
                && !Character.isDigit(text.charAt(at))
                && text.lastIndexOf('\n', at) >= end
                && !GOES_ON.contains(word());
        return begins;
    }

    private String word() {
        int end = at;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private PythonValue simple(int depth) {
        if (at >= text.length() || depth > DEEPEST) {
            int start = at;
            skip(depth);
            return new Other(text.substring(start, at));
        }
        char c = text.charAt(at);
        if (c == '(' || c == '[') {
            return items(c == '(' ? ')' : ']', depth);
        }
        int quote = quote();
        if (quote >= 0) {
            at = quote;
            return string();
        }
        if (isName(c) || "+-.".indexOf(c) >= 0) {
            return named(depth);
        }
        int start = at++;
        return new Other(text.substring(start, at));
    }

    /** A name or number, and the brackets behind it. */
    private PythonValue named(int depth) {
        int start = at++;
        while (at < text.length() && (isName(text.charAt(at)) || is('.') || isExponent())) {
            at++;
        }
        Word word = new Word(text.substring(start, at));
        int end = at;
        blanks(depth > 0);
        if (!is('(') || !isName(text.charAt(start)) || Character.isDigit(text.charAt(start))) {
            at = end;
            return word;
        }
        List<Argument> arguments = arguments(depth + 1);
        end = at;
        blanks(depth > 0);
        if (is('(')) {
            return new Call(word, arguments, Optional.of(arguments(depth + 1)));
        }
        at = end;
        return new Call(word, arguments, Optional.empty());
    }

    /** The sign in {@code 1e-3}. */
    private boolean isExponent() {
        return (is('-') || is('+'))
                && "eE".indexOf(text.charAt(at - 1)) >= 0
                && at > 1
                && (Character.isDigit(text.charAt(at - 2)) || text.charAt(at - 2) == '.');
    }

    private List<Argument> arguments(int depth) {
        List<Argument> all = new ArrayList<>();
        at++;
        blanks(true);
        while (at < text.length() && !is(')')) {
            int start = at;
            PythonValue value = value(depth);
            blanks(true);
            if (is('=') && value instanceof Word name) {
                at++;
                blanks(true);
                all.add(new Argument(name.text(), value(depth)));
            } else {
                all.add(new Argument("", value));
            }
            next(depth, start);
        }
        at += at < text.length() ? 1 : 0;
        return all;
    }

    private PythonValue items(char end, int depth) {
        List<PythonValue> all = new ArrayList<>();
        boolean tuple = end == ']';
        at++;
        blanks(true);
        while (at < text.length() && !is(end)) {
            int start = at;
            all.add(value(depth + 1));
            blanks(true);
            tuple |= is(',');
            next(depth + 1, start);
        }
        at += at < text.length() ? 1 : 0;
        return tuple || all.size() != 1 ? new Items(all) : all.get(0); // brackets around one value are no tuple
    }

    /** Behind the comma, past whatever stands before it. */
    private void next(int depth, int start) {
        boolean forgotten = begins && at > start;
        blanks(true);
        if (!forgotten && at < text.length() && ",)]".indexOf(text.charAt(at)) < 0) {
            skip(depth);
        }
        if (is(',')) {
            at++;
        } else if (at < text.length() && at == start) {
            at++; // a bracket that closes nothing
        }
        blanks(true);
    }

    /** Passes over everything up to a comma or closing bracket; outside of brackets up to the end of the line. */
    private void skip(int depth) {
        int open = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int quote = quote();
            if (quote >= 0) {
                at = quote;
                string();
                continue;
            }
            if (open == 0 && (depth > 0 ? ",)]}".indexOf(c) >= 0 : c == '\n')) {
                return;
            }
            open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            open = Math.max(0, open);
            at++;
        }
    }

    /** Where a text's first quotation mark is, if one begins here: {@code r'} and the like may stand before it; else -1. */
    private int quote() {
        int quote = at;
        while (quote < text.length() && quote < at + 2 && "rRbBfFuU".indexOf(text.charAt(quote)) >= 0) {
            quote++;
        }
        return quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'') ? quote : -1;
    }

    private Text string() {
        char mark = text.charAt(at);
        String three = "" + mark + mark + mark;
        String end = text.startsWith(three, at) ? three : "" + mark;
        at += end.length();
        StringBuilder content = new StringBuilder();
        while (at < text.length() && !text.startsWith(end, at)) {
            if (is('\n') && end.length() == 1) {
                break; // never closed
            }
            if (is('\\') && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at++));
        }
        at = Math.min(text.length(), at + (text.startsWith(end, at) ? end.length() : 0));
        return new Text(content.toString());
    }

    /** Passes over blanks and comments, and over ends of lines if {@code lines}. */
    private void blanks(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '\n' ? lines : c <= ' ' || c == '\u00a0') {
                at++;
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += 2;
            } else {
                return;
            }
        }
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
