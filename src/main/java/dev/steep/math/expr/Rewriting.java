package dev.steep.math.expr;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Makes another formula of a formula, from its leaves up; a part that occurs more than once is made once. One rewriting of
 * several formulas makes what they share once, too.
 */
final class Rewriting {
    /** What becomes of a part whose arguments have become these. */
    interface Rule {
        Expr of(Expr part, Expr[] arguments);
    }

    private final Rule rule;
    private final UnaryOperator<Expr> leaf;
    private final Map<Expr, Expr> done = new HashMap<>();

    /** @param rule for operations; leaves stay */
    Rewriting(Rule rule) {
        this(rule, leaf -> leaf);
    }

    Rewriting(Rule rule, UnaryOperator<Expr> leaf) {
        this.rule = rule;
        this.leaf = leaf;
    }

    Expr of(Expr x) {
        for (Expr part : ComputingOrder.of(x, done::containsKey)) {
            if (part.arity() > 0) {
                Expr[] arguments = new Expr[part.arity()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = made(part.argument(i));
                }
                done.put(part, rule.of(part, arguments));
            }
        }
        return made(x);
    }

    private Expr made(Expr part) {
        return part.arity() == 0 ? leaf.apply(part) : Objects.requireNonNull(done.get(part));
    }
}
