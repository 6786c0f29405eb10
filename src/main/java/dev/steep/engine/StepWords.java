package dev.steep.engine;

import dev.steep.catalog.Numbers;
import dev.steep.math.Expr;
import dev.steep.math.Op;
import dev.steep.tape.Concatenate;
import dev.steep.tape.Conv;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Elementwise;
import dev.steep.tape.Mask;
import dev.steep.tape.MatMul;
import dev.steep.tape.Match;
import dev.steep.tape.Pool;
import dev.steep.tape.Reshape;
import dev.steep.tape.Softmax;
import dev.steep.tape.Step;
import dev.steep.tape.Sum;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A step of a tape on one line, over the names of its values: {@code dense = max(0, dense/sum)}. */
public final class StepWords implements Step.Visitor<String> {
    private static final StepWords WORDS = new StepWords();

    /** Numbers, letters and signs of a formula up to which it is written out. */
    private static final int LONGEST = 500;

    private StepWords() {}

    /** What a step does. */
    public static String of(Step step) {
        return step.output().name() + " = " + step.on(WORDS);
    }

    @Override
    public String elementwise(Elementwise step) {
        Expr f = step.f();
        if (f.size() > LONGEST) {
            String inputs = step.inputs().stream().map(Value::name).collect(Collectors.joining(", "));
            return "a formula of " + inputs + " with " + Numbers.count(f.operations(), "operation")
                    + ", too long to be written out";
        }
        for (int i = 0; i < step.inputs().size(); i++) {
            f = f.substitute(i, Expr.input(i, step.inputs().get(i).name()));
        }
        return readable(f).toString();
    }

    /** With numbers as people write them: 0.1, where 1 - 0.9 is 0.09999999999999998. */
    private static Expr readable(Expr x) {
        if (x.op() == Op.CONST) {
            return Expr.c(rounded(x.value()));
        }
        Expr[] arguments = new Expr[x.arity()];
        Arrays.setAll(arguments, i -> readable(x.argument(i)));
        return arguments.length == 0 ? x : Expr.of(x.op(), arguments);
    }

    /** To twelve digits. */
    private static double rounded(double number) {
        double unit = 1;
        while (Math.abs(number) * unit < 1e11 && unit < 1e22) {
            unit *= 10;
        }
        return Double.isFinite(number) ? Math.rint(number * unit) / unit : number;
    }

    @Override
    public String sum(Sum step) {
        Value y = step.output();
        String over = y.batched() ? " of each sample" : step.x().batched() ? " over the batch" : "";
        return "sum of " + step.x().name() + over + (y.size() > 1 ? ", each column by itself" : "");
    }

    @Override
    public String reshape(Reshape step) {
        return step.x().name() + " as " + step.output().shape();
    }

    @Override
    public String matMul(MatMul step) {
        return step.a().name() + (step.transposeA() ? "ᵀ" : "") + " · "
                + step.b().name() + (step.transposeB() ? "ᵀ" : "");
    }

    @Override
    public String conv(Conv step) {
        return step.x().name() + " ∗ " + step.kernel().name();
    }

    @Override
    public String convInputGradient(Conv.InputGradient step) {
        return step.dy().name() + " back through " + step.kernel().name();
    }

    @Override
    public String convKernelGradient(Conv.KernelGradient step) {
        return "sum over the positions of " + step.x().name() + " under each tap, times "
                + step.dy().name();
    }

    @Override
    public String pool(Pool step) {
        return kind(step.kind()) + " of " + step.x().name() + " under " + size(step.window());
    }

    @Override
    public String poolGradient(Pool.Gradient step) {
        String to =
                switch (step.kind()) {
                    case MAX -> " to where " + step.x().name() + " is largest under ";
                    case AVERAGE -> " shared evenly under ";
                };
        return step.dy().name() + to + size(step.window());
    }

    private static String kind(Pool.Operation kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String size(Window window) {
        return window.rows().size() + " × " + window.columns().size();
    }

    @Override
    public String softmax(Softmax step) {
        return "softmax(" + step.x().name() + ")";
    }

    @Override
    public String softmaxGradient(Softmax.Gradient step) {
        String dy = step.dy().name();
        String y = step.y().name();
        return y + " (" + dy + " - sum of " + y + " " + dy + ")";
    }

    @Override
    public String crossEntropy(CrossEntropy step) {
        return "-sum of " + step.target().name() + " log(softmax(" + step.x().name() + "))";
    }

    @Override
    public String mask(Mask step) {
        return "0 with probability " + step.rate().name() + ", else 1 / (1 - "
                + step.rate().name() + ")";
    }

    @Override
    public String match(Match step) {
        return "1 where " + step.prediction().name() + " and " + step.target().name()
                + " are largest at the same place, else 0";
    }

    @Override
    public String concatenate(Concatenate step) {
        return step.inputs().stream().map(Value::name).collect(Collectors.joining(" beside "));
    }

    @Override
    public String concatenatePart(Concatenate.Part step) {
        return "the numbers of " + step.y().name() + " that come from one input";
    }
}
