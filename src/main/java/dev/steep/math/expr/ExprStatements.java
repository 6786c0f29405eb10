package dev.steep.math.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A formula as statements of a function. A short one is a single expression; in a long one, parts that occur more than once and
 * parts that grow deep are computed first, under a name, so that no line is as long as the whole formula written as a tree.
 */
final class ExprStatements {
    /** A formula of so many nodes stays on one line, and so does a part of one that occurs only once. */
    private static final int SHORT = 60;

    private static final int DEEP = 30;

    private final Words words;
    private final List<String> lines = new ArrayList<>();
    private int named;

    private ExprStatements(Words words) {
        this.words = words;
    }

    static List<String> of(Expr x, Words words) {
        ExprStatements statements = new ExprStatements(words);
        Expr last = x.size() <= SHORT ? x : statements.shortened(x);
        statements.lines.add("return " + Infix.of(last, words));
        return statements.lines;
    }

    /** The same formula over the names that were given to its parts. */
    private Expr shortened(Expr x) {
        Map<Expr, Integer> uses = new HashMap<>();
        for (Expr part : x.parts()) {
            for (int i = 0; i < part.arity(); i++) {
                uses.merge(part.argument(i), 1, Integer::sum);
            }
        }
        Map<Expr, Expr> rewritten = new HashMap<>();
        Expr last = x;
        for (Expr part : x.parts()) {
            last = over(part, rewritten);
            boolean shared = uses.getOrDefault(part, 0) > 1 && last.height() > 0;
            boolean large = last.size() > SHORT || last.height() > DEEP;
            if (!part.equals(x) && (shared || large)) {
                String name = "t" + ++named;
                lines.add(name + " = " + Infix.of(last, words));
                last = Expr.input(NAMES_FROM + named, name);
            }
            rewritten.put(part, last);
        }
        return last;
    }

    /** Names are inputs beyond those that a formula has. */
    private static final int NAMES_FROM = 1000;

    private static Expr over(Expr part, Map<Expr, Expr> rewritten) {
        if (part.arity() == 0) {
            return part;
        }
        Expr[] arguments = new Expr[part.arity()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = rewritten.getOrDefault(part.argument(i), part.argument(i));
        }
        return Expr.of(part.op(), arguments);
    }
}
