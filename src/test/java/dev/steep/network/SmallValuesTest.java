package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.steep.math.Precise;
import dev.steep.math.expr.Expr;
import dev.steep.math.formula.Formula;
import dev.steep.network.activation.Activation;
import dev.steep.network.loss.Loss;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The definitions, in double, against evaluation to hundreds of digits. */
class SmallValuesTest {
    /** The last place of 1. */
    private static final double UNIT = 0x1p-52;

    @ParameterizedTest
    @EnumSource(
            names = {"SOFTMAX", "LOG_SOFTMAX"},
            mode = EnumSource.Mode.EXCLUDE)
    void activationsKeepSmallValues(Activation activation) {
        Expr f = activation.formula(SmallValues.preset(activation)).orElseThrow();
        for (double[] at : SmallValues.inputs()) {
            check(activation.name(), f, at, SmallValues.slack(activation, at[0]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lossesKeepSmallValues(Loss loss) {
        Expr f = loss.formula(loss.kind().choice());
        SmallValues.pairs(loss).forEach(at -> check(loss.name(), f, at, 0));
    }

    @Test
    void crossEntropyFromLogitsKeepsSmallValues() {
        SmallValues.logits().forEach(at -> check("from logits", SmallValues.fromLogits(), at, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log(1 + exp(x))",
                "exp(x) - 1",
                "(x + sqrt(x^2 + 4)) / 2",
                "x - tanh(x)",
                "log((exp(x) + exp(-x)) / 2)"
            })
    void aFormulaThatLosesThemIsFound(String text) {
        Expr f = ((Formula.Understood) Formula.read(text, "x")).expr();
        assertThrows(AssertionError.class, () -> SmallValues.inputs().forEach(at -> check(text, f, at, 0)));
    }

    private static void check(String what, Expr f, double[] at, double slack) {
        ToDoubleFunction<double[]> truth = x -> Precise.evaluate(
                        f, Arrays.stream(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new))
                .doubleValue();
        SmallValues.check(what, at, f.evaluate(at), truth, UNIT, slack);
    }
}
