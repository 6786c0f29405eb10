package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.engine.Machine;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;
import dev.steep.math.formula.Formula;
import dev.steep.tape.Gradients;
import dev.steep.tape.Sum;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Formulas with inputs of all sizes, and sums, against the rule "element i reads element i mod size". */
interface ElementwiseContract extends Contract {
    Expr A = Expr.input(0, "a");
    Expr B = Expr.input(1, "b");
    Expr C = Expr.input(2, "c");

    @Test
    default void smallerInputsRepeat() {
        int[][] sizes = {{1, 1}, {2, 1}, {6, 3}, {7, 7}, {8, 4}, {17, 1}, {60, 12}, {256, 8}, {300, 100}, {514, 257}};
        for (int samples : new int[] {1, 3, 8, 33}) {
            for (int[] size : sizes) {
                repeats(samples, size[0], size[1]);
            }
        }
    }

    /** y = x b + c s with b a bias of {@code part} numbers, c one number per sample, s a scalar. */
    private void repeats(int samples, int size, int part) {
        String what = samples + " samples of " + size + " with a part of " + part;
        Rig rig = new Rig(2, samples, Shape.of(size), Shape.of(size));
        Value x = rig.shifted();
        Value b = rig.parameter("b", part);
        Value c = rig.tape.sumEach("c", x);
        Value s = rig.scalar("s", 0.25);
        Value y = rig.tape.elementwise("y", A.times(B).plus(C.times(Expr.input(3, "s"))), x, b, c, s);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());

        double[] xs = rig.shiftedNumbers();
        double[] bs = rig.numbers(b);
        double[] dy = rig.numbers(rig.t);
        double[] ys = new double[xs.length];
        double[] dx = new double[xs.length];
        double[] db = new double[part];
        for (int k = 0; k < samples; k++) {
            double sum = 0;
            double back = 0;
            for (int i = k * size; i < (k + 1) * size; i++) {
                sum += xs[i];
                back += dy[i] * 0.25;
            }
            for (int i = k * size; i < (k + 1) * size; i++) {
                ys[i] = xs[i] * bs[i % size % part] + sum * 0.25;
                dx[i] = dy[i] * bs[i % size % part] + back;
                db[i % size % part] += dy[i] * xs[i];
            }
        }
        close(ys, machine.read(y), what + ": y");
        close(dx, machine.read(gradients.of(x).orElseThrow()), what + ": dx");
        close(db, machine.read(gradients.of(b).orElseThrow()), what + ": db");
    }

    @Test
    default void aBatchedInputSmallerThanItsSampleRepeatsWithinIt() {
        for (int size : new int[] {6, 30, 600}) {
            Rig rig = new Rig(4, 5, Shape.of(size), Shape.of(3));
            Value y = rig.tape.elementwise("y", A.minus(B), rig.x, rig.t);
            Machine machine = rig.run(backend());
            double[] expected = rig.numbers(rig.x);
            for (int i = 0; i < expected.length; i++) {
                expected[i] -= rig.numbers(rig.t)[i / size * 3 + i % size % 3];
            }
            close(expected, machine.read(y), "size " + size);
        }
    }

    @Test
    default void aFormulaMayUpdateAParameterInPlace() {
        Rig rig = new Rig(6, 2, Shape.of(2), Shape.of(1));
        Value w = rig.parameter("w", 17, 31);
        Value s = rig.scalar("s", 3);
        rig.tape.update(w, A.minus(A.times(A).times(B)), w, s);
        double[] expected = rig.numbers(w);
        for (int i = 0; i < expected.length; i++) {
            expected[i] -= expected[i] * expected[i] * 3;
        }
        Machine machine = rig.open(backend());
        machine.run(rig.batch(), Tape.Phase.UPDATE);
        close(expected, machine.read(w), "w - 3 w^2");
    }

    @Test
    default void everyOperationMeetsItsDefinition() {
        Expr[] formulas = {
            Expr.neg(A),
            Expr.abs(A),
            Expr.exp(A),
            Expr.expm1(A),
            Expr.log(Expr.abs(A)),
            Expr.log1p(Expr.abs(A)),
            Expr.sqrt(Expr.abs(A)),
            Expr.tanh(A),
            Expr.erf(A),
            Expr.sin(A),
            Expr.cos(A),
            Expr.floor(A.times(3)),
            A.plus(B),
            A.minus(B),
            A.times(B),
            A.over(Expr.abs(B).plus(1)),
            Expr.min(A, B),
            Expr.max(A, B),
            Expr.less(A, B),
            Expr.lessEqual(A, B),
            Expr.equal(Expr.floor(A), Expr.floor(B)),
            Expr.select(Expr.less(A, Expr.c(0)), B, A)
        };
        Set<Op> missing = new TreeSet<>(List.of(Op.values()));
        missing.removeAll(List.of(Op.INPUT, Op.CONST));
        for (Expr formula : formulas) {
            missing.remove(formula.op());
        }
        assertEquals(Set.of(), missing, "operations that no formula begins with");
        for (Expr formula : formulas) {
            Rig rig = new Rig(8, 7, Shape.of(43), Shape.of(43));
            Value y = rig.tape.elementwise("y", formula, rig.x, rig.t);
            double[] xs = rig.numbers(rig.x);
            double[] ts = rig.numbers(rig.t);
            double[] expected = new double[xs.length];
            for (int i = 0; i < xs.length; i++) {
                expected[i] = formula.evaluate(xs[i], ts[i]);
            }
            close(expected, rig.run(backend()).read(y), formula.toString());
        }
    }

    @Test
    default void typedFormulasMeetTheirDefinition() {
        String[] typed = {
            "x * sigmoid(1.702 x)",
            "max(0, x) ^ 2",
            "sin(x) + x",
            "ln(1 + e^x)",
            "(e^x - e^-x) / (e^x + e^-x)",
            "x > 0 ? x : 0.1 (e^x - 1)",
            "|x|^1.5 / (1 + x^2)",
            "clip(x/6 + 0.5, 0, 1) x",
            "cos(3x) e^(-x^2)",
            "floor(x) + x (x < 1) (x >= -1)",
            "min(max(x, -1), 1) - 2 sign(x)",
            "sqrt(x^2 + 1) - erf(x) tanh(x)",
            "x^x^2 == 1 ? 0 : 3",
            "3"
        };
        for (String text : typed) {
            meetsItsDefinition(text, farAndNear());
        }
    }

    /** Deeper than the recursion goes that writes code, with parts that are used again and again. */
    @Test
    default void largeFormulasMeetTheirDefinition() {
        String factors =
                IntStream.range(1, 90).mapToObj(i -> "(1-x/" + (i + 100) + ")").collect(Collectors.joining());
        double[] x = {-2.9, -1.6, -0.7, -0.25, 0, 0.3, 0.8, 1.1, 2.4};
        meetsItsDefinition(factors, x);
        meetsItsDefinition("|".repeat(40) + "x" + "-0.03|".repeat(40), x);
        meetsItsDefinition("gelu(".repeat(12) + "x" + ")".repeat(12), x);
        meetsItsDefinition("tanh(x+".repeat(50) + "x" + ")".repeat(50), x);
        meetsItsDefinition("(x<0?-".repeat(18) + "x" + ":1+x)".repeat(18), x);
        meetsItsDefinition("(x" + "+x".repeat(300) + ")/300", x);
        meetsItsDefinition("max(x/9,".repeat(50) + "x" + "-0.02)".repeat(50), x);
    }

    private void meetsItsDefinition(String text, double... numbers) {
        Formula formula = Formula.read(text, "x");
        Expr f = ((Formula.Understood) formula).expr().computable();
        Expr slope = f.derive(0);
        Rig rig = new Rig(11, 9, Shape.of(37), Shape.of(37));
        rig.set(rig.x, numbers);
        Value shift = rig.parameter("shift", 37);
        rig.set(shift, 0);
        Value x = rig.tape.elementwise("shifted", A.plus(B), rig.x, shift);
        Value y = rig.tape.elementwise("y", f, List.of(slope), x);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());
        double[] xs = rig.numbers(rig.x);
        double[] expected = new double[xs.length];
        double[] dx = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            expected[i] = f.evaluate(xs[i]);
            dx[i] = slope.evaluate(xs[i], expected[i]) * rig.numbers(rig.t)[i];
        }
        close(expected, machine.read(y), text);
        close(dx, machine.read(gradients.of(x).orElseThrow()), "slope of " + text);
    }

    /** From -3 to 3, and now and then as far out as e^x is too large for a float32. */
    private static double[] farAndNear() {
        double[] x = new double[331];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 16 == 3 ? 100 : i % 16 == 11 ? -100 : -2.97 + i * 0.018;
        }
        return x;
    }

    @Test
    default void sumsFoldToAnySmallerSize() {
        for (int samples : new int[] {1, 2, 7}) {
            for (int width = 1; width <= 17; width++) {
                for (int rows : new int[] {1, 2, 3, 4, 5, 9, 64}) {
                    sums(samples, rows, width);
                }
            }
        }
    }

    private void sums(int samples, int rows, int width) {
        String what = samples + " samples of " + rows + " x " + width;
        Rig rig = new Rig(9, samples, Shape.of(rows, width), Shape.of(1));
        Value bias = rig.parameter("bias", width);
        Value y = rig.tape.elementwise("y", A.plus(B), rig.x, bias);
        Value each = rig.tape.sumEach("each", y);
        Value all = rig.tape.sum("loss", rig.tape.elementwise("product", A.times(B), y, rig.x));
        Gradients gradients = rig.tape.differentiate(all);
        Machine machine = rig.run(backend());

        double[] xs = rig.numbers(rig.x);
        double[] bs = rig.numbers(bias);
        double[] eachs = new double[samples];
        double[] alls = new double[1];
        double[] db = new double[width];
        for (int i = 0; i < xs.length; i++) {
            eachs[i / (rows * width)] += xs[i] + bs[i % width];
            alls[0] += (xs[i] + bs[i % width]) * xs[i];
            db[i % width] += xs[i];
        }
        close(eachs, machine.read(each), what + ": for each sample");
        close(alls, machine.read(all), what + ": all");
        Value gradient = gradients.of(bias).orElseThrow();
        close(db, machine.read(gradient), what + ": " + Sum.class.getSimpleName() + " over all but the last axis");
    }
}
