package dev.steep.network.loss;

import static dev.steep.math.expr.Expr.abs;
import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.log1p;
import static dev.steep.math.expr.Expr.max;
import static dev.steep.math.expr.Expr.neg;
import static dev.steep.math.expr.Functions.sigmoid;
import static dev.steep.network.formula.Letters.T;
import static dev.steep.network.formula.Letters.X;

import dev.steep.math.expr.Expr;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;

/** Cross-entropies from what stands before the activation, so that no probability is ever rounded to 0 or 1. */
public final class FromLogits {
    /** -t log(sigmoid(x)) - (1 - t) log(1 - sigmoid(x)), written so that exp never overflows. */
    public static final Expr BINARY = max(X, c(0)).minus(X.times(T)).plus(log1p(exp(neg(abs(X)))));

    private static final List<Expr> BINARY_SLOPES = List.of(sigmoid(X).minus(T), neg(X));

    private FromLogits() {}

    /** The mean over a sample's numbers. */
    static Value binary(Tape tape, Value x, Value target) {
        double share = 1.0 / x.size();
        List<Expr> slopes =
                BINARY_SLOPES.stream().map(slope -> scaled(slope, share)).toList();
        return tape.elementwise("loss/terms", scaled(BINARY, share), slopes, x, target);
    }

    private static Expr scaled(Expr f, double share) {
        return share == 1 ? f : f.times(share);
    }

    /** Divides by the sum over each sample, as Keras does with what is not known to be a softmax. */
    static Value normalized(Tape tape, Value p) {
        Value sum = tape.sumEach("loss/sum", p);
        return tape.elementwise("loss/probabilities", X.over(Expr.input(1, "sum")), p, sum);
    }
}
