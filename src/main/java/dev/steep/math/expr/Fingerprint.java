package dev.steep.math.expr;

import dev.steep.math.Random;

/**
 * 128 bits that say how a formula is built. Formulas are compared by it: a comparison part by part takes exponential time where
 * parts are shared, as in ((x y) (x y)) ((x y) (x y)). That two formulas that are built differently have the same one is as likely as
 * 2^-128.
 */
record Fingerprint(int a, int b, int c, int d) {
    private static final int A = 0x9E3779B1;
    private static final int B = 0x85EBCA77;
    private static final int C = 0xC2B2AE3D;
    private static final int D = 0x27D4EB2F;

    /** Of a leaf. */
    static Fingerprint of(Op op, double value, int index) {
        long bits = Double.doubleToLongBits(value);
        Fingerprint start = start(op).then((int) bits, (int) bits, (int) bits, (int) bits);
        int high = (int) (bits >>> 32);
        return start.then(high, high, high, high).then(index, index, index, index);
    }

    /** Of an operation. */
    static Fingerprint of(Op op, Expr[] arguments) {
        Fingerprint fingerprint = start(op);
        for (Expr argument : arguments) {
            Fingerprint next = argument.fingerprint();
            fingerprint = fingerprint.then(next.a, next.b, next.c, next.d);
        }
        return fingerprint;
    }

    private static Fingerprint start(Op op) {
        int number = op.ordinal() + 1;
        return new Fingerprint(number * A, number * B, number * C, number * D);
    }

    private Fingerprint then(int a, int b, int c, int d) {
        return new Fingerprint(
                Random.mix(this.a * B + a),
                Random.mix(this.b * C + b),
                Random.mix(this.c * D + c),
                Random.mix(this.d * A + d));
    }

    boolean matches(Fingerprint other) {
        return a == other.a && b == other.b && c == other.c && d == other.d;
    }
}
