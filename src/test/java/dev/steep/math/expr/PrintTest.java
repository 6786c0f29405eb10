package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.erf;
import static dev.steep.math.expr.Expr.input;
import static dev.steep.math.expr.Expr.less;
import static dev.steep.math.expr.Expr.max;
import static dev.steep.math.expr.Expr.neg;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintTest {
    private static final Expr X = input(0, "x");
    private static final Expr Y = input(1, "y");

    @Test
    void kerasGetsItsOwnNames() {
        keras("1 / (1 + ops.exp(-x))", Functions.sigmoid(X));
        keras("ops.maximum(0, x)", max(c(0), X));
        keras("ops.abs(x - y)", Expr.abs(X.minus(Y)));
        keras("ops.erf(x)", erf(X));
        keras("ops.expm1(x)", Expr.expm1(X));
        keras("ops.log1p(x)", Expr.log1p(X));
    }

    @Test
    void powersAreWrittenWithTwoStars() {
        keras("x ** 3", Functions.power(X, 3));
        keras("(-x) ** 2.5", Functions.power(neg(X), 2.5));
        keras("-x ** 2", neg(Functions.square(X)));
        keras("2 ** x", Functions.power(c(2), X));
    }

    @Test
    void bracketsKeepTheOrder() {
        keras("x - (y - x)", X.minus(Y.minus(X)));
        keras("x / (y * x)", X.over(Y.times(X)));
        keras("(x + y) * -x", X.plus(Y).times(neg(X)));
    }

    @Test
    void choicesAreMadeByWhere() {
        keras("ops.where(x <= 0, 0.0, x)", Functions.relu(X));
        keras("ops.where(x * y != 0, 1.0, 2.0)", Expr.select(X.times(Y), c(1), c(2)));
    }

    @Test
    void comparisonsBecomeNumbersWhereNumbersAreWanted() {
        keras("x * ops.where(x < y, 1.0, 0.0)", X.times(less(X, Y)));
        keras("ops.where(x != y, x, y)", Expr.select(Functions.not(Expr.equal(X, Y)), X, Y));
    }

    @Test
    void numbersKeepEveryDigit() {
        keras("0.1 + x", c(0.1).plus(X));
        keras("3.141592653589793 * x", c(Math.PI).times(X));
        keras("1e-7 * x", c(1e-7).times(X));
        keras("float(\"-infinity\")", c(Double.NEGATIVE_INFINITY));
    }

    @Test
    void numpyHasLog1pAndExpm1() {
        assertEquals("np.log1p(np.expm1(x))", Print.numpy(Expr.log1p(Expr.expm1(X))));
    }

    @Test
    void numpyTakesErfFromScipy() {
        assertEquals("np.minimum(x, special.erf(y))", Print.numpy(Expr.min(X, erf(Y))));
    }

    private static void keras(String expected, Expr formula) {
        assertEquals(expected, Print.keras(formula));
    }
}
