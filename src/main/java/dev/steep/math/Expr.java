package dev.steep.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A scalar formula as an immutable tree over {@link Op}: activations, losses and optimizers are declared with it once,
 * and evaluated, differentiated, compiled, typeset and printed from it. Two formulas are equal if they are built the
 * same way; inputs are told apart by index alone, their names being for readers. Subtrees may be shared.
 */
public final class Expr {
    private static final int MOST = 1 << 30;

    private final Op op;
    private final double value;
    private final int index;
    private final String name;
    private final Expr[] arguments;
    private final int hash;
    private final int size;

    private Expr(Op op, double value, int index, String name, Expr... arguments) {
        this.op = op;
        this.value = value;
        this.index = index;
        this.name = name;
        this.arguments = arguments;
        int hash = op.ordinal() * 31 + index + Double.hashCode(value);
        int size = 1;
        for (Expr argument : arguments) {
            hash = Random.mix(hash) + argument.hash;
            size = Math.min(MOST, size + argument.size);
        }
        this.hash = hash;
        this.size = size;
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
        return new Expr(op, 0, 0, "", arguments.clone());
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

    /** How many nodes the tree has, shared ones counted each time; at most 2^30. */
    public int size() {
        return size;
    }

    /** Its value: the definition that every back end has to meet. Inputs are numbered from 0. */
    public double evaluate(double... inputs) {
        return switch (op.arity()) {
            case 0 -> op == Op.INPUT ? inputs[index] : value;
            case 1 -> op.apply(arguments[0].evaluate(inputs), 0, 0);
            case 2 -> op.apply(arguments[0].evaluate(inputs), arguments[1].evaluate(inputs), 0);
            default ->
                arguments[0].evaluate(inputs) != 0 ? arguments[1].evaluate(inputs) : arguments[2].evaluate(inputs);
        };
    }

    /** The slope with respect to the input at this place, simplified; see {@link Derivative} for kinks. */
    public Expr derive(int input) {
        return Derivative.of(simplify(), input);
    }

    /** The same formula without needless parts such as x * 1 and x + 0; numbers are computed ahead. */
    public Expr simplify() {
        return Simple.simplify(this);
    }

    /** An equal formula that does not overflow where its value does not, if this is the textbook's way to write one. */
    public Expr computable() {
        return Textbook.computable(this);
    }

    /** The same formula with the same bits, cheaper to run: fewer branches, numbers computed ahead. */
    public Expr lower() {
        return Lowering.of(this);
    }

    /** This formula with the input at this place replaced, simplified where that replaces anything. */
    public Expr substitute(int input, Expr replacement) {
        if (op == Op.INPUT) {
            return index == input ? replacement : this;
        }
        Expr[] replaced = new Expr[arguments.length];
        boolean same = true;
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = arguments[i].substitute(input, replacement);
            same &= replaced[i] == arguments[i];
        }
        return same ? this : Simple.build(op, replaced);
    }

    /** The inputs it depends on, in the order of their places. */
    public List<Expr> inputs() {
        Set<Expr> found = new HashSet<>();
        collectInputs(found, new HashSet<>());
        List<Expr> sorted = new ArrayList<>(found);
        Collections.sort(sorted, (a, b) -> Integer.compare(a.index, b.index));
        return sorted;
    }

    private void collectInputs(Set<Expr> found, Set<Expr> seen) {
        if (op == Op.INPUT) {
            found.add(this);
        }
        if (seen.add(this)) {
            for (Expr argument : arguments) {
                argument.collectInputs(found, seen);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Expr && sameAs((Expr) other);
    }

    private boolean sameAs(Expr other) {
        return hash == other.hash
                && size == other.size
                && op == other.op
                && index == other.index
                && Double.compare(value, other.value) == 0
                && Arrays.equals(arguments, other.arguments);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** As a learner types it: {@code max(0, x)}; {@code Formula} reads it back. */
    @Override
    public String toString() {
        return Infix.of(this);
    }
}
