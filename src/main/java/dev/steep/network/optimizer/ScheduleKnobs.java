package dev.steep.network.optimizer;

import dev.steep.catalog.Knob;
import dev.steep.catalog.RowDomain;
import java.util.List;
import java.util.Optional;

/** The parameters that learning rate schedules take. */
public final class ScheduleKnobs {
    private static final int MOST_STEPS = 100_000_000;
    private static final int MOST_PIECES = 20;

    /** The rate of step 0. */
    public static final Knob<Double> INITIAL_LEARNING_RATE = Knob.log(
                    "initial_learning_rate", 0.01, 0, 100, "The learning rate of the first step.")
            .required();

    /** How long it takes. */
    public static final Knob<Integer> DECAY_STEPS = Knob.whole(
                    "decay_steps", 1000, 1, MOST_STEPS, "After how many steps, batches of samples, the decay is done.")
            .required();

    /** How much. */
    public static final Knob<Double> DECAY_RATE = Knob.real(
                    "decay_rate", 0.96, 0, 100, "How much the rate decays in decay_steps steps.")
            .required();

    /** In jumps. */
    public static final Knob<Boolean> STAIRCASE =
            Knob.flag("staircase", false, "Whether the rate jumps every decay_steps steps instead of gliding.");

    /** Where pieces end. */
    public static final Knob<List<Double>> BOUNDARIES = Knob.row(
                    "boundaries",
                    List.of(500.0, 1000.0),
                    new RowDomain(0, MOST_STEPS, true, MOST_PIECES),
                    "The last step of each piece but the last one, rising.")
            .required();

    /** The rates of the pieces. */
    public static final Knob<List<Double>> VALUES = Knob.row(
                    "values",
                    List.of(0.01, 0.005, 0.001),
                    new RowDomain(0, 100, false, MOST_PIECES + 1),
                    "The learning rate of each piece, one more than there are boundaries.")
            .required();

    /** The last rate of a polynomial. */
    public static final Knob<Double> END_LEARNING_RATE =
            Knob.log("end_learning_rate", 0.0001, 0, 100, "The learning rate when the decay is done.");

    /** How bent a polynomial is. */
    public static final Knob<Double> POWER =
            Knob.real("power", 1, 0.01, 10, "How the rate falls: 1 straight, 2 fast first, 0.5 fast last.");

    /** Again and again. */
    public static final Knob<Boolean> CYCLE =
            Knob.flag("cycle", false, "Whether the rate rises again when the decay is done, and decays more slowly.");

    /** What is left at the end. */
    public static final Knob<Double> ALPHA =
            Knob.real("alpha", 0, 0, 1, "The lowest rate, as a part of the initial one.");

    /** Where a warmup leads. */
    public static final Knob<Optional<Double>> WARMUP_TARGET = Knob.log(
                    "warmup_target", 0.01, 0, 100, "The learning rate that a warmup rises to before the decay.")
            .optional();

    /** How long a warmup takes. */
    public static final Knob<Integer> WARMUP_STEPS = Knob.whole(
            "warmup_steps", 0, 0, MOST_STEPS, "How many steps the warmup takes, if there is a warmup_target.");

    /** The first period. */
    public static final Knob<Integer> FIRST_DECAY_STEPS = Knob.whole(
                    "first_decay_steps", 1000, 1, MOST_STEPS, "How many steps the first period takes.")
            .required();

    /** Longer and longer. */
    public static final Knob<Double> T_MUL =
            Knob.real("t_mul", 2, 1, 10, "How many times as long as the one before each period is.");

    /** Lower and lower. */
    public static final Knob<Double> M_MUL =
            Knob.real("m_mul", 1, 0, 10, "How many times as high as the one before each period begins.");

    private ScheduleKnobs() {}
}
