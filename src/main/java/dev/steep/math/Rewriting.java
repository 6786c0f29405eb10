package dev.steep.math;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Makes another formula of a formula, from its leaves up; a part that occurs more than once is made once. */
final class Rewriting {
    private final BiFunction<Op, Expr[], Expr> rule;
    private final Map<Expr, Expr> done = new HashMap<>();

    /** @param rule what becomes of an operation whose arguments have been rewritten */
    Rewriting(BiFunction<Op, Expr[], Expr> rule) {
        this.rule = rule;
    }

    Expr of(Expr x) {
        if (x.op().arity() == 0) {
            return x;
        }
        Expr known = done.get(x);
        if (known != null) {
            return known;
        }
        Expr[] arguments = new Expr[x.op().arity()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = of(x.argument(i));
        }
        Expr made = rule.apply(x.op(), arguments);
        done.put(x, made);
        return made;
    }
}
