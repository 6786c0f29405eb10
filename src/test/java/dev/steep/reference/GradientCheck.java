package dev.steep.reference;

import static org.junit.jupiter.api.Assertions.fail;

import dev.steep.contract.Rig;
import dev.steep.math.Random;
import dev.steep.tape.Gradients;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;

/** Compares the derivatives that a tape computes with central differences of its loss. */
public final class GradientCheck {
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-6;

    /** Weights looked at per parameter; a wrong rule is wrong nearly everywhere. */
    private static final int LOOKS = 12;

    private GradientCheck() {}

    /** Checks a rig whose loss is called "loss", for parameters with numbers as the rig has them. */
    public static void check(Rig rig, Gradients gradients, String what) {
        ReferenceMachine machine = rig.prepare(new Reference().open(rig.program(), rig.supply(), rig.samples));
        machine.run(rig.batch(), Tape.Phase.BACKWARD);
        List<Value> parameters = rig.tape.values().stream()
                .filter(value -> value.role() == Value.Role.PARAMETER)
                .toList();
        Value loss = rig.tape.value("loss").orElseThrow();
        double[][] slopes = new double[parameters.size()][];
        for (int p = 0; p < slopes.length; p++) {
            Value parameter = parameters.get(p);
            slopes[p] = gradients.of(parameter).map(machine::exact).orElseGet(() -> new double[parameter.size()]);
        }
        Random random = new Random(what.hashCode());
        for (int p = 0; p < slopes.length; p++) {
            double[] weights = machine.exact(parameters.get(p));
            double largest = 1e-3;
            for (double slope : slopes[p]) {
                largest = Math.max(largest, Math.abs(slope));
            }
            for (int look = 0; look < LOOKS; look++) {
                int i = weights.length <= LOOKS ? look % weights.length : random.below(weights.length);
                double[] moved = weights.clone();
                moved[i] = weights[i] + STEP;
                double above = loss(machine, rig, parameters.get(p), moved, loss);
                moved[i] = weights[i] - STEP;
                double below = loss(machine, rig, parameters.get(p), moved, loss);
                double difference = (above - below) / (2 * STEP);
                double rounding = 1e-15 * Math.abs(above) / STEP;
                if (!(Math.abs(difference - slopes[p][i]) <= TOLERANCE * largest + rounding)) {
                    fail(what + ": the slope by " + parameters.get(p) + " number " + i + " should be " + difference
                            + " but is " + slopes[p][i]);
                }
            }
            machine.exact(parameters.get(p), weights);
        }
    }

    private static double loss(ReferenceMachine machine, Rig rig, Value parameter, double[] numbers, Value loss) {
        machine.exact(parameter, numbers);
        machine.run(rig.batch(), Tape.Phase.FORWARD);
        return machine.exact(loss)[0];
    }
}
