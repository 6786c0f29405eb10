package dev.steep.contract;

import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.SmallValues;
import dev.steep.network.activation.Activation;
import dev.steep.network.loss.Loss;
import dev.steep.tape.Value;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small value is not lost beside a larger one that cancels: log(1 + e^-17) is 4e-8, not 0. */
interface SmallValuesContract extends Contract {
    /** The last place of 1 in a float32, in which numbers are read. */
    double UNIT = 0x1p-23;

    @ParameterizedTest
    @EnumSource
    default void activationsKeepSmallValues(Activation activation) {
        List<double[]> inputs = SmallValues.inputs();
        activation.formula(SmallValues.preset(activation)).ifPresent(f -> {
            float[] values = values(f, inputs);
            for (int i = 0; i < values.length; i++) {
                double[] at = inputs.get(i);
                check(activation.name(), f, at, values[i], SmallValues.slack(activation, at[0]));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    default void lossesKeepSmallValues(Loss loss) {
        all(loss.name(), loss.formula(loss.kind().choice()), SmallValues.pairs(loss));
    }

    @Test
    default void crossEntropyFromLogitsKeepsSmallValues() {
        all("from logits", SmallValues.fromLogits(), SmallValues.logits());
    }

    private void all(String what, Expr f, List<double[]> inputs) {
        float[] values = values(f, inputs);
        for (int i = 0; i < values.length; i++) {
            check(what, f, inputs.get(i), values[i], 0);
        }
    }

    private static void check(String what, Expr f, double[] at, float value, double slack) {
        ToDoubleFunction<double[]> truth = f::evaluate;
        SmallValues.check(what, at, value, truth, UNIT, slack);
    }

    /** On the back end. */
    private float[] values(Expr f, List<double[]> inputs) {
        Rig rig = new Rig(1, inputs.size(), Shape.of(1), Shape.of(1));
        int width = inputs.get(0).length;
        rig.set(rig.x, inputs.stream().mapToDouble(each -> each[0]).toArray());
        rig.set(rig.t, inputs.stream().mapToDouble(each -> each[width - 1]).toArray());
        Value y = width == 1 ? rig.tape.elementwise("y", f, rig.x) : rig.tape.elementwise("y", f, rig.x, rig.t);
        return rig.run(backend()).read(y);
    }
}
