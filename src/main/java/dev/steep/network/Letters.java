package dev.steep.network;

import dev.steep.math.Expr;

/** The letters that formulas are written in. */
final class Letters {
    /** An activation's input. */
    static final Expr X = Expr.input(0, "x");

    /** An activation's output, for slopes that are shorter in terms of it. */
    static final Expr Y = Expr.input(1, "y");

    /** What the model says. */
    static final Expr P = Expr.input(0, "p");

    /** What it should say. */
    static final Expr T = Expr.input(1, "t");

    /** A weight. */
    static final Expr W = Expr.input(0, "w");

    /** The loss's slope by that weight. */
    static final Expr G = Expr.input(1, "g");

    private Letters() {}
}
