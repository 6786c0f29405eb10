package dev.steep.network.formula;

import dev.steep.math.expr.Expr;

/** The letters that formulas are written in. */
public final class Letters {
    /** An activation's input. */
    public static final Expr X = Expr.input(0, "x");

    /** An activation's output, for slopes that are shorter in terms of it. */
    public static final Expr Y = Expr.input(1, "y");

    /** What the model says. */
    public static final Expr P = Expr.input(0, "p");

    /** What it should say. */
    public static final Expr T = Expr.input(1, "t");

    /** A weight. */
    public static final Expr W = Expr.input(0, "w");

    /** The loss's slope by that weight. */
    public static final Expr G = Expr.input(1, "g");

    private Letters() {}
}
