package dev.steep.network.optimizer;

import static dev.steep.network.optimizer.ScheduleKnobs.ALPHA;
import static dev.steep.network.optimizer.ScheduleKnobs.BOUNDARIES;
import static dev.steep.network.optimizer.ScheduleKnobs.CYCLE;
import static dev.steep.network.optimizer.ScheduleKnobs.DECAY_RATE;
import static dev.steep.network.optimizer.ScheduleKnobs.DECAY_STEPS;
import static dev.steep.network.optimizer.ScheduleKnobs.END_LEARNING_RATE;
import static dev.steep.network.optimizer.ScheduleKnobs.FIRST_DECAY_STEPS;
import static dev.steep.network.optimizer.ScheduleKnobs.INITIAL_LEARNING_RATE;
import static dev.steep.network.optimizer.ScheduleKnobs.M_MUL;
import static dev.steep.network.optimizer.ScheduleKnobs.POWER;
import static dev.steep.network.optimizer.ScheduleKnobs.STAIRCASE;
import static dev.steep.network.optimizer.ScheduleKnobs.T_MUL;
import static dev.steep.network.optimizer.ScheduleKnobs.VALUES;
import static dev.steep.network.optimizer.ScheduleKnobs.WARMUP_STEPS;
import static dev.steep.network.optimizer.ScheduleKnobs.WARMUP_TARGET;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Elementary;
import dev.steep.network.formula.Kinds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the learning rate changes from step to step. To add one, add a constant with its knobs and its rate at a step; the
 * first step is 0, as in Keras. Source of names, defaults and arithmetic: Keras 3, {@code keras.optimizers.schedules}.
 */
public enum Schedule {
    EXPONENTIAL_DECAY(
            "ExponentialDecay",
            "Exponential decay",
            "The rate is multiplied by decay_rate every decay_steps steps: initial × decay_rate^(step / decay_steps).",
            List.of(INITIAL_LEARNING_RATE, DECAY_STEPS, DECAY_RATE, STAIRCASE),
            (choice, step) ->
                    choice.get(INITIAL_LEARNING_RATE) * Elementary.pow(choice.get(DECAY_RATE), periods(choice, step))),
    PIECEWISE_CONSTANT_DECAY(
            "PiecewiseConstantDecay",
            "Constant in pieces",
            "The first value up to the first boundary, the second up to the second, and the last value after all of them.",
            List.of(BOUNDARIES, VALUES),
            Schedule::piecewise) {
        @Override
        Optional<String> problem(Choice choice) {
            int wanted = choice.get(BOUNDARIES).size() + 1;
            int given = choice.get(VALUES).size();
            return wanted == given
                    ? Optional.empty()
                    : Optional.of("PiecewiseConstantDecay takes one value more than boundaries: " + (wanted - 1)
                            + " boundaries need " + wanted + " values, but there are " + given + ". "
                            + (given < wanted
                                    ? "Until there are, the last value goes on to the end."
                                    : "What is too much is not used."));
        }
    },
    POLYNOMIAL_DECAY(
            "PolynomialDecay",
            "Polynomial decay",
            "From the initial rate to end_learning_rate in decay_steps steps: straight with power 1, in a curve otherwise.",
            List.of(INITIAL_LEARNING_RATE, DECAY_STEPS, END_LEARNING_RATE, POWER, CYCLE),
            Schedule::polynomial),
    INVERSE_TIME_DECAY(
            "InverseTimeDecay",
            "Inverse time decay",
            "The rate is divided by a number that grows evenly: initial / (1 + decay_rate × step / decay_steps).",
            List.of(INITIAL_LEARNING_RATE, DECAY_STEPS, DECAY_RATE.preset(0.5), STAIRCASE),
            (choice, step) -> choice.get(INITIAL_LEARNING_RATE) / (1 + choice.get(DECAY_RATE) * periods(choice, step))),
    COSINE_DECAY(
            "CosineDecay",
            "Cosine decay",
            "Half a wave down to alpha × the initial rate in decay_steps steps, after an even rise to warmup_target if there is one.",
            List.of(INITIAL_LEARNING_RATE, DECAY_STEPS, ALPHA, WARMUP_TARGET, WARMUP_STEPS),
            Schedule::cosine),
    COSINE_DECAY_RESTARTS(
            "CosineDecayRestarts",
            "Cosine decay with restarts",
            "Half a wave down, again and again: each period is t_mul times as long, and begins m_mul times as high.",
            List.of(INITIAL_LEARNING_RATE, FIRST_DECAY_STEPS, T_MUL, M_MUL, ALPHA),
            Schedule::restarts);

    /** The rate of a pick at a step. */
    private interface Rate {
        double at(Choice choice, int step);
    }

    private final Kind kind;
    private final Rate rate;

    Schedule(String name, String title, String about, List<Knob<?>> knobs, Rate rate) {
        this.kind = new Kind(name, title, about, knobs).inKeras(KerasForm.call("keras.optimizers.schedules." + name));
        this.rate = rate;
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Schedule::kind).toList();
    }

    /** The learning rate at a step; the first is 0. */
    public static double rate(Choice choice, int step) {
        return Kinds.find(values(), Schedule::kind, choice).rate.at(choice, step);
    }

    /** What is wrong with a pick, if its parameters do not fit together. */
    public static Optional<String> complaint(Choice choice) {
        return Kinds.find(values(), Schedule::kind, choice).problem(choice);
    }

    /** What is wrong with a pick of this one. */
    Optional<String> problem(Choice choice) {
        return Optional.empty();
    }

    /** How many times decay_steps have gone by; whole ones on a staircase. */
    private static double periods(Choice choice, int step) {
        double periods = step / (double) choice.get(DECAY_STEPS);
        return choice.get(STAIRCASE) ? Math.floor(periods) : periods;
    }

    private static double piecewise(Choice choice, int step) {
        List<Double> values = choice.get(VALUES);
        int place = 0;
        for (double boundary : choice.get(BOUNDARIES)) {
            place += step > boundary ? 1 : 0;
        }
        return values.get(Math.min(place, values.size() - 1));
    }

    private static double polynomial(Choice choice, int step) {
        double steps = choice.get(DECAY_STEPS);
        double done = step;
        if (choice.get(CYCLE)) {
            steps *= Math.max(1, Math.ceil(step / steps));
        } else {
            done = Math.min(step, steps);
        }
        double end = choice.get(END_LEARNING_RATE);
        return (choice.get(INITIAL_LEARNING_RATE) - end) * Elementary.pow(1 - done / steps, choice.get(POWER)) + end;
    }

    private static double cosine(Choice choice, int step) {
        double initial = choice.get(INITIAL_LEARNING_RATE);
        Optional<Double> target = choice.get(WARMUP_TARGET);
        int warmup = target.isPresent() ? choice.get(WARMUP_STEPS) : 0;
        double top = target.orElse(initial);
        if (step < warmup) {
            return initial + (top - initial) * step / warmup;
        }
        return top * wave(Math.min(1, (step - warmup) / (double) choice.get(DECAY_STEPS)), 1, choice.get(ALPHA));
    }

    private static double restarts(Choice choice, int step) {
        double longer = choice.get(T_MUL);
        double periods = step / (double) choice.get(FIRST_DECAY_STEPS);
        double restart = Math.floor(periods);
        double part = periods - restart;
        if (longer > 1 + 1e-6) {
            restart = Math.floor(Elementary.log(1 + periods * (longer - 1)) / Elementary.log(longer) + 1e-9);
            double length = Elementary.pow(longer, restart);
            part = Math.max(0, (periods - (length - 1) / (longer - 1)) / length);
        }
        double height = Elementary.pow(choice.get(M_MUL), restart);
        return choice.get(INITIAL_LEARNING_RATE) * wave(part, height, choice.get(ALPHA));
    }

    /** Half a wave from {@code height} at 0 to 0 at 1, of which a floor of {@code alpha} is kept. */
    private static double wave(double part, double height, double alpha) {
        return (1 - alpha) * 0.5 * height * (1 + Elementary.cos(Math.PI * part)) + alpha;
    }
}
