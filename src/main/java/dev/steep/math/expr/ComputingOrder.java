package dev.steep.math.expr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The parts of a formula in the order in which they can be computed. Everything that is done with a whole formula is a loop over
 * them: a formula of thousands of operations may be as many deep, and a browser has no stack for a recursion like that.
 */
final class ComputingOrder {
    private ComputingOrder() {}

    /** Each part once, arguments before what they are arguments of, the formula itself last. */
    static List<Expr> of(Expr x) {
        return of(x, part -> false);
    }

    /** The same without parts that are known, and without what only those need. */
    static List<Expr> of(Expr x, Predicate<Expr> known) {
        List<Expr> parts = new ArrayList<>();
        if (known.test(x)) {
            return parts;
        }
        Set<Expr> seen = new HashSet<>();
        List<Expr> path = new ArrayList<>();
        path.add(x);
        while (!path.isEmpty()) {
            Expr last = path.get(path.size() - 1);
            int next = 0;
            while (next < last.arity() && (seen.contains(last.argument(next)) || known.test(last.argument(next)))) {
                next++;
            }
            if (next < last.arity()) {
                path.add(last.argument(next));
            } else {
                path.remove(path.size() - 1);
                seen.add(last);
                parts.add(last);
            }
        }
        return parts;
    }
}
