package dev.steep.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A style sheet of a library without the rules for classes that no page has. */
final class StyleSheet {
    private static final Pattern CLASS = Pattern.compile("\\.(-?[A-Za-z_][\\w-]*)");
    /** What stands in brackets, such as that of {@code :not(.x)}, need not be there for a rule to hold. */
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\]]*\\]");

    private final String css;
    private final Predicate<String> used;
    private int at;

    private StyleSheet(String css, Predicate<String> used) {
        this.css = css;
        this.used = used;
    }

    /** The rules that can apply where elements have only such classes; everything else of the sheet is left as it is. */
    static String prune(String css, Predicate<String> used) {
        return new StyleSheet(css, used).rules();
    }

    private String rules() {
        StringBuilder kept = new StringBuilder();
        while (at < css.length() && css.charAt(at) != '}') {
            int begin = at;
            if (Character.isWhitespace(css.charAt(at))) {
                at++;
                continue;
            }
            if (css.startsWith("/*", at)) {
                at = css.indexOf("*/", at) + 2;
                kept.append(css, begin, at);
                continue;
            }
            char end = skipTo(";{");
            String head = css.substring(begin, at - 1);
            if (end == ';') {
                kept.append(head).append(';');
            } else if (head.startsWith("@media") || head.startsWith("@supports")) {
                String inside = rules();
                at++;
                if (!inside.isEmpty()) {
                    kept.append(head).append('{').append(inside).append('}');
                }
            } else {
                int body = at;
                skipBlock();
                String selectors = head.startsWith("@") ? head : selectors(head);
                if (!selectors.isEmpty()) {
                    kept.append(selectors).append('{').append(css, body, at);
                }
            }
        }
        return kept.toString();
    }

    /** Goes behind the next of these characters that is no part of a string, and returns it. */
    private char skipTo(String ends) {
        for (char quote = 0; at < css.length(); ) {
            char next = css.charAt(at++);
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '"' || next == '\'') {
                quote = next;
            } else if (ends.indexOf(next) >= 0) {
                return next;
            }
        }
        throw new IllegalArgumentException("The style sheet ends where one of " + ends + " was expected.");
    }

    private void skipBlock() {
        for (int depth = 1; depth > 0; ) {
            depth += skipTo("{}") == '{' ? 1 : -1;
        }
    }

    private String selectors(String head) {
        List<String> kept = new ArrayList<>();
        for (String selector : split(head)) {
            String bare =
                    BRACKETS.matcher(BRACKETS.matcher(selector).replaceAll("")).replaceAll("");
            Matcher classes = CLASS.matcher(bare);
            if (classes.results().allMatch(each -> used.test(each.group(1)))) {
                kept.add(selector);
            }
        }
        return String.join(",", kept);
    }

    /** At the commas that stand in no brackets. */
    private static List<String> split(String head) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        for (int i = 0; i < head.length(); i++) {
            char next = head.charAt(i);
            if (next == '(' || next == '[') {
                depth++;
            } else if (next == ')' || next == ']') {
                depth--;
            } else if (next == ',' && depth == 0) {
                parts.add(head.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(head.substring(begin));
        return parts;
    }
}
