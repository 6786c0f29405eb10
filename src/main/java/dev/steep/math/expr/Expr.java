package dev.steep.math.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A scalar formula as an immutable graph over {@link Op}: activations, losses and optimizers are declared with it once,
 * and evaluated, differentiated, compiled, typeset and printed from it. Two formulas are equal if they are built the
 * same way; inputs are told apart by index alone, their names being for readers. Parts may be shared, so that written out as
 * a tree a formula can be far larger than it is here: what goes through all of a formula goes through {@link #parts}.
 */
public final class Expr {
    private static final int MOST = 1 << 30;

    private final Op op;
    private final double value;
    private final int index;
    private final String name;
    private final Expr[] arguments;
    private final Fingerprint fingerprint;
    private final int size;
    private final int height;
    private final int power;

    /** A leaf. */
    private Expr(Op op, double value, int index, String name) {
        this.op = op;
        this.value = value;
        this.index = index;
        this.name = name;
        arguments = new Expr[0];
        fingerprint = Fingerprint.of(op, value, index);
        size = 1;
        height = 0;
        power = 1;
    }

    private Expr(Op op, Expr[] arguments) {
        this.op = op;
        value = 0;
        index = 0;
        name = "";
        this.arguments = arguments;
        fingerprint = Fingerprint.of(op, arguments);
        long size = 1;
        int height = 0;
        for (Expr argument : arguments) {
            size += argument.size;
            height = Math.max(height, argument.height + 1);
        }
        this.size = (int) Math.min(MOST, size);
        this.height = height;
        power = op == Op.MUL ? WrittenPower.exponent(arguments[0], arguments[1]) : 1;
    }

    /** The number given in this place; the name is for readers. */
    public static Expr input(int index, String name) {
        return new Expr(Op.INPUT, 0, index, name);
    }

    /** A fixed number. */
    public static Expr c(double value) {
        return new Expr(Op.CONST, value, 0, "");
    }

    /** An operation with its arguments, as many as its arity says; not for leaves. */
    public static Expr of(Op op, Expr... arguments) {
        if (op.arity() == 0 || op.arity() != arguments.length) {
            throw new IllegalArgumentException(op + " takes " + op.arity() + " arguments, not " + arguments.length);
        }
        return new Expr(op, arguments.clone());
    }

    public static Expr neg(Expr x) {
        return of(Op.NEG, x);
    }

    public static Expr abs(Expr x) {
        return of(Op.ABS, x);
    }

    public static Expr exp(Expr x) {
        return of(Op.EXP, x);
    }

    /** exp(x) - 1, as precise near zero as anywhere. */
    public static Expr expm1(Expr x) {
        return of(Op.EXPM1, x);
    }

    public static Expr log(Expr x) {
        return of(Op.LOG, x);
    }

    /** log(1 + x), as precise near zero as anywhere. */
    public static Expr log1p(Expr x) {
        return of(Op.LOG1P, x);
    }

    public static Expr sqrt(Expr x) {
        return of(Op.SQRT, x);
    }

    public static Expr tanh(Expr x) {
        return of(Op.TANH, x);
    }

    public static Expr erf(Expr x) {
        return of(Op.ERF, x);
    }

    public static Expr sin(Expr x) {
        return of(Op.SIN, x);
    }

    public static Expr cos(Expr x) {
        return of(Op.COS, x);
    }

    public static Expr floor(Expr x) {
        return of(Op.FLOOR, x);
    }

    public static Expr add(Expr a, Expr b) {
        return of(Op.ADD, a, b);
    }

    public static Expr sub(Expr a, Expr b) {
        return of(Op.SUB, a, b);
    }

    public static Expr mul(Expr a, Expr b) {
        return of(Op.MUL, a, b);
    }

    public static Expr div(Expr a, Expr b) {
        return of(Op.DIV, a, b);
    }

    public static Expr min(Expr a, Expr b) {
        return of(Op.MIN, a, b);
    }

    public static Expr max(Expr a, Expr b) {
        return of(Op.MAX, a, b);
    }

    /** 1 where a is less than b, otherwise 0. */
    public static Expr less(Expr a, Expr b) {
        return of(Op.LESS, a, b);
    }

    /** 1 where a is at most b, otherwise 0. */
    public static Expr lessEqual(Expr a, Expr b) {
        return of(Op.LESS_EQUAL, a, b);
    }

    /** 1 where a equals b, otherwise 0. */
    public static Expr equal(Expr a, Expr b) {
        return of(Op.EQUAL, a, b);
    }

    /** a where the condition is not 0, otherwise b. */
    public static Expr select(Expr condition, Expr a, Expr b) {
        return of(Op.SELECT, condition, a, b);
    }

    /** This + x. */
    public Expr plus(Expr x) {
        return add(this, x);
    }

    /** This + x. */
    public Expr plus(double x) {
        return add(this, c(x));
    }

    /** This - x. */
    public Expr minus(Expr x) {
        return sub(this, x);
    }

    /** This - x. */
    public Expr minus(double x) {
        return sub(this, c(x));
    }

    /** This times x. */
    public Expr times(Expr x) {
        return mul(this, x);
    }

    /** x times this: the number is put first, as it is written. */
    public Expr times(double x) {
        return mul(c(x), this);
    }

    /** This / x. */
    public Expr over(Expr x) {
        return div(this, x);
    }

    /** This / x. */
    public Expr over(double x) {
        return div(this, c(x));
    }

    /** What it does at the root. */
    public Op op() {
        return op;
    }

    /** How many arguments it has; a leaf has none. */
    public int arity() {
        return arguments.length;
    }

    /** The argument of the root at this place, from 0. */
    public Expr argument(int i) {
        return arguments[i];
    }

    /** The number of a CONST. */
    public double value() {
        return value;
    }

    /** The place of an INPUT. */
    public int index() {
        return index;
    }

    /** The display name of an INPUT. */
    public String name() {
        return name;
    }

    /** Whether this is a CONST with this very value; zeros of either sign are the same here. */
    public boolean is(double number) {
        return op == Op.CONST && value == number;
    }

    /** Everything that it consists of, each part once: arguments before what they are arguments of, itself last. */
    public List<Expr> parts() {
        return ComputingOrder.of(this);
    }

    /** How many operations computing it takes, if shared parts are computed once; a function such as exp counts as ten. */
    public int operations() {
        return parts().stream().mapToInt(part -> part.op.operations()).sum();
    }

    /** How long it is when written out: its nodes as a tree, shared ones counted each time; at most 2^30. */
    public int size() {
        return size;
    }

    /** How many operations deep it is; a leaf is 0 deep. */
    public int height() {
        return height;
    }

    /** n, if this is a product of n equal factors as {@link Functions#power} builds it; otherwise 1. */
    int power() {
        return power;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Its value: the definition that every back end has to meet. Inputs are numbered from 0. */
    public double evaluate(double... inputs) {
        Map<Expr, Double> values = new HashMap<>();
        double last = 0;
        for (Expr part : parts()) {
            double leaf = part.op == Op.INPUT ? inputs[part.index] : part.value;
            last = part.arity() == 0
                    ? leaf
                    : part.op.apply(known(values, part, 0), known(values, part, 1), known(values, part, 2));
            values.put(part, last);
        }
        return last;
    }

    private static double known(Map<Expr, Double> values, Expr part, int i) {
        return i < part.arguments.length ? Objects.requireNonNull(values.get(part.arguments[i])) : 0;
    }

    /** The slope with respect to the input at this place, simplified; see {@link Derivative} for kinks. */
    public Expr derive(int input) {
        return Derivative.of(simplify(), input);
    }

    /** The same formula without needless parts such as x * 1 and x + 0; numbers are computed ahead. */
    public Expr simplify() {
        return Simple.simplify(this);
    }

    /** An equal formula that does not overflow where its value does not, if this is the textbook's way to write one; simplified. */
    public Expr computable() {
        return Textbook.computable(this);
    }

    /** The same formula with the same bits, cheaper to run: fewer branches, numbers computed ahead. */
    public Expr lower() {
        return Lowering.of(this);
    }

    /** This formula with the input at this place replaced, simplified where that replaces anything. */
    public Expr substitute(int input, Expr replacement) {
        return new Rewriting(Expr::replaced, leaf -> leaf.op == Op.INPUT && leaf.index == input ? replacement : leaf)
                .of(this);
    }

    private static Expr replaced(Expr part, Expr[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] != part.arguments[i]) {
                return Simple.build(part.op, arguments);
            }
        }
        return part;
    }

    /** The inputs it depends on, in the order of their places. */
    public List<Expr> inputs() {
        List<Expr> found = new ArrayList<>();
        for (Expr part : parts()) {
            if (part.op == Op.INPUT) {
                found.add(part);
            }
        }
        found.sort(Comparator.comparingInt(Expr::index));
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Expr expr && fingerprint.matches(expr.fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.a();
    }

    /** As a learner types it: {@code max(0, x)}; {@code Formula} reads it back. */
    @Override
    public String toString() {
        return Infix.of(this);
    }
}
