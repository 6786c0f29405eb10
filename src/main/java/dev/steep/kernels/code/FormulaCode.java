package dev.steep.kernels.code;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.V128;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;
import dev.steep.wasm.Code;
import dev.steep.wasm.Instruction;
import dev.steep.wasm.Local;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A formula as code for four numbers at a time. What is used several times is computed once.
 */
public final class FormulaCode {
    private static final Expr ZERO = Expr.c(0);

    /** A formula that is deeper is cut so often: its code is written by recursion, for which a browser has little stack. */
    private static final int DEEP = 100;

    private final Code code;
    private final MathFunctions math;
    private final Expr formula;
    private final Map<Expr, Integer> uses = new HashMap<>();
    private final Map<Expr, Local> known = new HashMap<>();

    public FormulaCode(Code code, MathFunctions math, Expr formula) {
        this.code = code;
        this.math = math;
        this.formula = formula.lower();
        for (Expr x : this.formula.parts()) {
            for (int i = 0; i < x.arity(); i++) {
                uses.merge(x.argument(i), 1, Integer::sum);
            }
        }
    }

    /** Leaves the formula's value on the stack; input i is in local i. */
    public void value(List<Local> inputs) {
        known.clear();
        if (formula.height() > DEEP) {
            for (Expr x : formula.parts()) {
                if (x.height() > 0 && x.height() % DEEP == 0) {
                    compute(x, inputs);
                    code.set(hold(x));
                }
            }
        }
        push(formula, inputs);
    }

    private void push(Expr x, List<Local> inputs) {
        Local held = known.get(x);
        if (held != null) {
            code.get(held);
            return;
        }
        compute(x, inputs);
        if (uses.getOrDefault(x, 0) > 1 && x.arity() > 0) {
            code.tee(hold(x));
        }
    }

    private Local hold(Expr x) {
        Local local = code.local(V128);
        known.put(x, local);
        return local;
    }

    private void compute(Expr x, List<Local> inputs) {
        switch (x.op()) {
            case INPUT -> code.get(inputs.get(x.index()));
            case CONST -> code.f32x4Splat((float) x.value());
            case LESS, LESS_EQUAL, EQUAL -> {
                mask(x, inputs);
                code.f32x4Splat(1).op(V128_AND);
            }
            case SELECT -> select(x, inputs);
            case NEG, ABS, EXP, EXPM1, LOG, LOG1P, SQRT, TANH, ERF, SIN, COS, FLOOR, ADD, SUB, MUL, DIV, MIN, MAX -> {
                for (int i = 0; i < x.arity(); i++) {
                    push(x.argument(i), inputs);
                }
                operate(x.op());
            }
        }
    }

    /** Where one side is 0, the mask does it alone. */
    private void select(Expr x, List<Local> inputs) {
        boolean zeroIfTrue = x.argument(1).equals(ZERO);
        boolean zeroIfFalse = x.argument(2).equals(ZERO);
        if (!zeroIfTrue) {
            push(x.argument(1), inputs);
        }
        if (!zeroIfFalse || zeroIfTrue) {
            push(x.argument(2), inputs);
        }
        mask(x.argument(0), inputs);
        code.op(zeroIfTrue ? V128_ANDNOT : zeroIfFalse ? V128_AND : V128_BITSELECT);
    }

    /** All bits where the condition is not 0. */
    private void mask(Expr condition, List<Local> inputs) {
        if (condition.op().isComparison() && !known.containsKey(condition)) {
            push(condition.argument(0), inputs);
            push(condition.argument(1), inputs);
            operate(condition.op());
        } else {
            push(condition, inputs);
            code.f32x4Splat(0).op(F32X4_NE);
        }
    }

    private void operate(Op op) {
        Instruction instruction =
                switch (op) {
                    case NEG -> F32X4_NEG;
                    case ABS -> F32X4_ABS;
                    case SQRT -> F32X4_SQRT;
                    case FLOOR -> F32X4_FLOOR;
                    case ADD -> F32X4_ADD;
                    case SUB -> F32X4_SUB;
                    case MUL -> F32X4_MUL;
                    case DIV -> F32X4_DIV;
                    case MIN -> F32X4_MIN;
                    case MAX -> F32X4_MAX;
                    case LESS -> F32X4_LT;
                    case LESS_EQUAL -> F32X4_LE;
                    case EQUAL -> F32X4_EQ;
                    case EXP, EXPM1, LOG, LOG1P, TANH, ERF, SIN, COS -> {
                        math.apply(op, code);
                        yield NOP;
                    }
                    case INPUT, CONST, SELECT -> throw new IllegalArgumentException(op + " is no instruction.");
                };
        if (instruction != NOP) {
            code.op(instruction);
        }
    }
}
