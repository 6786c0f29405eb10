package dev.steep.tape;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;

/**
 * How long steps take, in operations: additions and multiplications of a product. All else is counted as the operations that fit
 * into the same time; measured in Chromium with the kernels back end.
 */
final class Cost {
    /** Reading and writing a number. */
    static final double NUMBER = 16;

    static final double SIMPLE = 4;
    static final double ROOT = 20;
    static final double FUNCTION = 120;

    /** Random bits. */
    static final double DRAW = 60;

    /** Columns of a product are computed four at a time. */
    private static final int WIDTH = 4;

    private Cost() {}

    /** What is computed for so many columns. */
    static double whole(double columns) {
        return Math.ceil(columns / WIDTH) * WIDTH;
    }

    /** Of a formula, for each number of its output; what is shared in it is computed once. */
    static double of(Expr f) {
        double sum = 0;
        for (Expr part : f.parts()) {
            sum += of(part.op());
        }
        return sum;
    }

    private static double of(Op op) {
        return switch (op) {
            case CONST -> 0;
            case INPUT -> NUMBER;
            case NEG, ABS, FLOOR, ADD, SUB, MUL, MIN, MAX, LESS, LESS_EQUAL, EQUAL, SELECT -> SIMPLE;
            case DIV, SQRT -> ROOT;
            case EXP, EXPM1, LOG, LOG1P, TANH, ERF, SIN, COS -> FUNCTION;
        };
    }
}
