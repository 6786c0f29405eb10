package dev.steep.reference;

import static org.junit.jupiter.api.Assertions.fail;

import dev.steep.contract.Rig;
import dev.steep.engine.Batch;
import dev.steep.math.Random;
import dev.steep.tape.Gradients;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares the derivatives that a tape computes with central differences of its loss. */
public final class GradientCheck {
    private static final double STEP = 1e-6;
    private static final double SHORT_STEP = 1e-7;
    private static final double TOLERANCE = 1e-6;

    /** Of a loss, relative to it. */
    private static final double ROUNDING = 1e-15;

    /** Weights looked at per parameter; a wrong rule is wrong nearly everywhere. */
    private static final int LOOKS = 12;

    private final ReferenceMachine machine;
    private final Batch batch;
    private final Value loss;

    /** For the loss of a training tape at the parameters that the machine has. */
    public GradientCheck(ReferenceMachine machine, Batch batch, Value loss) {
        this.machine = machine;
        this.batch = batch;
        this.loss = loss;
    }

    /** Checks a rig whose loss is called "loss", for parameters with numbers as the rig has them. */
    public static void check(Rig rig, Gradients gradients, String what) {
        ReferenceMachine machine = rig.prepare(new Reference().open(rig.program(), rig.supply(), rig.samples));
        machine.run(rig.batch(), Tape.Phase.BACKWARD);
        Map<Value, double[]> slopes = new LinkedHashMap<>();
        for (Value value : rig.tape.values()) {
            if (value.role() == Value.Role.PARAMETER) {
                slopes.put(
                        value, gradients.of(value).map(machine::unrounded).orElseGet(() -> new double[value.size()]));
            }
        }
        new GradientCheck(machine, rig.batch(), rig.tape.value("loss").orElseThrow()).check(slopes, what);
    }

    /** Checks these derivatives by parameters; what says which configuration this is. */
    public void check(Map<Value, double[]> slopes, String what) {
        Random random = new Random(what.hashCode());
        slopes.forEach((parameter, slope) -> {
            double[] weights = machine.unrounded(parameter);
            double largest = 1e-3;
            for (double each : slope) {
                largest = Math.max(largest, Math.abs(each));
            }
            for (int look = 0; look < Math.min(LOOKS, weights.length); look++) {
                int i = weights.length <= LOOKS ? look : random.below(weights.length);
                double rounding = ROUNDING * Math.abs(loss(parameter, weights, i, 0));
                double most = TOLERANCE * largest + rounding / STEP;
                double difference = difference(parameter, weights, i, STEP);
                if (!(Math.abs(difference - slope[i]) <= most)) {
                    difference = difference(parameter, weights, i, SHORT_STEP); // a kink may lie within the step
                    most += rounding / SHORT_STEP;
                }
                if (!(Math.abs(difference - slope[i]) <= most)) {
                    fail(what + ": the slope by " + parameter + " number " + i + " should be " + difference + " but is "
                            + slope[i]);
                }
            }
            machine.unrounded(parameter, weights);
        });
    }

    private double difference(Value parameter, double[] weights, int i, double step) {
        double above = loss(parameter, weights, i, step);
        double below = loss(parameter, weights, i, -step);
        return (above - below) / (2 * step);
    }

    private double loss(Value parameter, double[] weights, int i, double shift) {
        double[] moved = weights.clone();
        moved[i] += shift;
        machine.unrounded(parameter, moved);
        machine.run(batch, Tape.Phase.FORWARD);
        return machine.unrounded(loss)[0];
    }
}
