package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.math.Random;
import dev.steep.network.formula.Scalar;
import dev.steep.network.formula.ScalarRow;
import dev.steep.network.formula.StepContext;
import dev.steep.network.weight.Initializer;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A design as something to train: its tapes, the numbers its weights start from, and the numbers that each step is
 * given. Immutable; what training changes lives in a back end's machine.
 */
public final class Model {
    private final Plan plan;
    private final Program program;
    private final List<ModelLayer> layers;
    private final Map<Value, Choice> initializers;
    private final Map<Value, Double> slots;
    private final ScalarRow trainingScalars;
    private final ScalarRow predictionScalars;

    private Model(
            Plan plan,
            Program program,
            List<ModelLayer> layers,
            Map<Value, Choice> initializers,
            Map<Value, Double> slots,
            List<Scalar> trainingScalars,
            List<Scalar> predictionScalars) {
        this.plan = plan;
        this.program = program;
        this.layers = List.copyOf(layers);
        this.initializers = initializers;
        this.slots = slots;
        this.trainingScalars = new ScalarRow(trainingScalars);
        this.predictionScalars = new ScalarRow(predictionScalars);
    }

    /** Builds the model of a sound plan; ask {@link Plan#sound} before. */
    public static Model of(Plan plan) {
        if (!plan.sound()) {
            throw new IllegalArgumentException(
                    "No model can be built: " + plan.problems().get(0).sentence());
        }
        Builder builder = new Builder(plan);
        Program program = builder.program();
        return new Model(
                plan,
                program,
                builder.layers(),
                builder.initializers(),
                builder.slots(),
                builder.scalars().of(program.training()),
                builder.scalars().of(program.prediction()));
    }

    /** The plan it was built from. */
    public Plan plan() {
        return plan;
    }

    /** Its tapes, for a back end. */
    public Program program() {
        return program;
    }

    /** Its layers, first to last. */
    public List<ModelLayer> layers() {
        return layers;
    }

    /** What its layers keep from step to step, in their order: parameters and states. Keras calls them weights. */
    public List<Value> weights() {
        return List.copyOf(initializers.keySet());
    }

    /** Those of its weights that follow their gradients, or did before their layer was frozen. */
    public List<Value> parameters() {
        return weights().stream()
                .filter(value -> value.role() == Value.Role.PARAMETER)
                .toList();
    }

    /** What its optimizer remembers. */
    public List<Value> slots() {
        return List.copyOf(slots.keySet());
    }

    /** Everything that outlives a batch: weights, then slots. */
    public List<Value> lasting() {
        List<Value> lasting = new ArrayList<>(weights());
        lasting.addAll(slots());
        return lasting;
    }

    /** What a weight starts from, as picked; nothing for a slot. */
    public Optional<Choice> initializer(Value value) {
        return Optional.ofNullable(initializers.get(value));
    }

    /** How many random numbers it takes to start these parameters, in numbers as fast to draw as evenly spread ones. */
    public double drawn(List<Value> parameters) {
        return parameters.stream()
                .mapToDouble(each -> Initializer.drawn(Objects.requireNonNull(initializers.get(each)), each.shape()))
                .sum();
    }

    /**
     * The numbers that a weight or slot starts from. A weight's depend on the seed and on its name alone, so that
     * changing one layer leaves the others' start as it was.
     */
    public float[] initial(Value value) {
        Choice initializer = initializers.get(value);
        if (initializer != null) {
            return Initializer.draw(
                    initializer, value.shape(), new Random(plan.design().seed()).fork(value.name()));
        }
        Double constant = slots.get(value);
        if (constant == null) {
            throw new IllegalArgumentException(value + " is neither a weight nor a slot of this model.");
        }
        float[] numbers = new float[value.size()];
        Arrays.fill(numbers, constant.floatValue());
        return numbers;
    }

    /**
     * The numbers of a tape's scalars, in its order, not to be changed: the same array as before if they still are the same.
     *
     * @param tape this model's training or prediction tape
     */
    public double[] scalars(Tape tape, StepContext now) {
        return (tape == program.training() ? trainingScalars : predictionScalars).at(now);
    }

    /** Those of a step of the first epoch; for predictions, of which none depends on the step. */
    public double[] scalars(Tape tape, int step, int count) {
        return scalars(tape, StepContext.of(step, count));
    }

    /** {@link #retuned(Plan)} under a design. */
    public Optional<Model> retuned(Design design) {
        return retuned(Plan.of(design));
    }

    /**
     * This model under a plan that differs in nothing but what may change while training. Learning rate, dropout rates and strengths
     * of penalties leave its tapes and values as they are; where other layers are frozen, there are new ones, with the same weights
     * by name. Nothing if it differs in more.
     */
    public Optional<Model> retuned(Plan replanned) {
        if (!plan.design().likeButLive(replanned.design())) {
            return Optional.empty();
        }
        if (!plan.frozen().equals(replanned.frozen())) {
            return Optional.of(of(replanned));
        }
        Builder builder = new Builder(replanned);
        builder.program();
        return Optional.of(new Model(
                replanned,
                program,
                layers,
                initializers,
                slots,
                builder.scalars().of(program.training()),
                builder.scalars().of(program.prediction())));
    }
}
