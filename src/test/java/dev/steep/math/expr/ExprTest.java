package dev.steep.math.expr;

import static dev.steep.math.expr.Expr.add;
import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.input;
import static dev.steep.math.expr.Expr.mul;
import static dev.steep.math.expr.Expr.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExprTest {
    private static final Expr X = input(0, "x");
    private static final Expr Y = input(1, "y");

    @Test
    void simplifyingKeepsValues() {
        Random random = new Random(31);
        RandomExpr formulas = new RandomExpr(random);
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            Expr formula = formulas.next(i % 6);
            double x = random.normal() * 2;
            double y = random.normal() * 2;
            double expected = formula.evaluate(x, y);
            double simple = formula.simplify().evaluate(x, y);
            if (RandomExpr.isTame(formula, x, y) && wellConditioned(formula, x, y)) {
                compared++;
                double tolerance = 1e-7 * (1 + Math.abs(expected));
                assertEquals(expected, simple, tolerance, () -> "seed 31: " + formula + " -> " + formula.simplify());
            }
        }
        assertTrue(compared > 5_000, "only " + compared + " were compared");
    }

    @Test
    void simplifyingTwiceChangesNothing() {
        Random random = new Random(32);
        RandomExpr formulas = new RandomExpr(random);
        for (int i = 0; i < 5_000; i++) {
            Expr formula = formulas.next(i % 5);
            Expr once = formula.simplify();
            assertEquals(once, once.simplify(), () -> "seed 32: " + formula);
        }
    }

    @Test
    void needlessPartsVanish() {
        simplifiesTo("x", X.times(1).plus(0));
        simplifiesTo("0", X.times(0));
        simplifiesTo("6 x", mul(c(2), mul(c(3), X)));
        simplifiesTo("x", mul(c(2), X).over(2));
        simplifiesTo("y - x", Expr.neg(X.minus(Y)));
        simplifiesTo("x - y", add(X, Expr.neg(Y)));
        simplifiesTo("x", select(c(1), X, Y));
        simplifiesTo("if(x < 0, 0, exp(x))", mul(select(Expr.less(X, c(0)), c(0), c(1)), exp(X)));
        simplifiesTo("7", c(3).plus(4));
    }

    @Test
    void substitutingReplacesOneInputEverywhere() {
        assertEquals(
                "(y + 1) * y + (y + 1)",
                X.times(Y).plus(X).substitute(0, Y.plus(1)).toString());
        assertEquals(7, X.plus(Y).substitute(1, c(4)).evaluate(3));
        Expr untouched = exp(Y);
        assertTrue(untouched == untouched.substitute(0, c(1)));
    }

    @Test
    void inputsAreListedOnceInOrder() {
        assertEquals(List.of(X, Y), Y.times(X).plus(Y).inputs());
    }

    @Test
    void formulasBuiltTheSameWayAreEqual() {
        assertEquals(exp(X.plus(Y)), exp(X.plus(Y)));
        assertEquals(exp(X.plus(Y)).hashCode(), exp(X.plus(Y)).hashCode());
        assertNotEquals(X.plus(Y), Y.plus(X));
        assertNotEquals(c(0.0), c(-0.0));
        assertEquals(input(0, "x"), input(0, "z"));
    }

    @Test
    void aWrongNumberOfArgumentsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Expr.of(Op.ADD, X));
    }

    private static void simplifiesTo(String expected, Expr formula) {
        assertEquals(expected, formula.simplify().toString());
    }

    /** Whether the value hardly moves when the inputs do: otherwise rounding decides it. */
    private static boolean wellConditioned(Expr formula, double x, double y) {
        double value = formula.evaluate(x, y);
        double moved = formula.evaluate(x + 1e-12, y - 1e-12);
        return Math.abs(moved - value) < 1e-9 * (1 + Math.abs(value));
    }
}
