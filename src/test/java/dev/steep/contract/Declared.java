package dev.steep.contract;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.ItemNames;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Backend;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.engine.Trainer;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Layers;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.activation.Activation;
import dev.steep.network.callback.Callback;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.Schedule;
import dev.steep.network.weight.Constraint;
import dev.steep.network.weight.Initializer;
import dev.steep.network.weight.Regularizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A small network for everything that a learner can pick (each layer, activation, loss, optimizer, initializer and
 * regularizer, found from its declaration), trained for a few steps: its {@link Numbers} have to be the same wherever they
 * are computed.
 */
public final class Declared {
    private static final int SAMPLES = 19;
    private static final int TRAINED = 13;
    private static final int BATCH = 5;

    /** Two epochs, the last batch of each smaller, and one step. */
    private static final int STEPS = 7;

    private static final Map<String, Design> DESIGNS = designs();

    private Declared() {}

    /** What the networks are called after. */
    public static List<String> names() {
        return List.copyOf(DESIGNS.keySet());
    }

    /** Those with each layer there is. */
    public static List<String> layers() {
        return names().stream().filter(name -> name.startsWith("layer ")).toList();
    }

    /** The network of this name. */
    public static Design design(String name) {
        return Objects.requireNonNull(DESIGNS.get(name));
    }

    /** One of them under this optimizer, and so many batches for it, of different sizes. */
    static Steps steps(String name, String optimizer, int count) {
        Design design = Sketch.with(Objects.requireNonNull(DESIGNS.get(name)), optimizer);
        Model model = Model.of(Plan.of(design));
        int[] rows = new int[2 * SAMPLES];
        Arrays.setAll(rows, i -> i * 5 % SAMPLES);
        Batch[] batches = new Batch[count];
        for (int i = 0; i < count; i++) {
            int size = BATCH - i % 2;
            batches[i] = new Batch(
                    rows, i, size, 77 * i, model.scalars(model.program().training(), i + 1, size));
        }
        return new Steps(model, supply(model), batches);
    }

    /** A model and what it is to be trained with, step by step. */
    record Steps(Model model, Supply supply, Batch[] batches) {
        Machine open(Backend backend) {
            Machine machine = backend.open(model.program(), supply, BATCH);
            model.lasting().forEach(value -> machine.write(value, model.initial(value)));
            return machine;
        }

        Batch[] batches(int from, int to) {
            return Arrays.copyOfRange(batches, from, to);
        }
    }

    /** Trains one of them. */
    public static String numbers(String name, Backend backend) {
        Trainer trainer = trainer(name, backend);
        advance(trainer, STEPS);
        return numbers(trainer);
    }

    /** One of them before its first step. */
    static Trainer trainer(String name, Backend backend) {
        return trainer(Objects.requireNonNull(DESIGNS.get(name)), backend);
    }

    /** One of a network before its first step. */
    public static Trainer trainer(Design design, Backend backend) {
        Model model = Model.of(Plan.of(design));
        int[] rows = new int[SAMPLES];
        Arrays.setAll(rows, i -> i);
        Split split = Split.lastRows(SAMPLES, (SAMPLES - TRAINED) / (double) SAMPLES, 0);
        Batches batches = new Batches(split.training(), BATCH, true, new Random(3));
        return new Trainer(backend, model, supply(model), split, batches, () -> 0);
    }

    /** These callbacks, as links write one. */
    public static List<Choice> callbacks(String text) {
        return new Domain.Many(Callback::kinds, "callback", 1, "", true, ItemNames.numbered())
                .read(Phrase.read(text, new Remarks()), List.of(), "callbacks", new Remarks());
    }

    /** Trains until so many steps are done. */
    static void advance(Trainer trainer, int steps) {
        while (trainer.step() < steps && trainer.trouble().isEmpty()) {
            trainer.advance(steps - trainer.step(), 1);
        }
    }

    /** All that it holds now. */
    static String numbers(Trainer trainer) {
        return Numbers.of(trainer, SAMPLES);
    }

    private static Map<String, Design> designs() {
        Map<String, Design> designs = new LinkedHashMap<>();
        for (Layers layer : Layers.values()) {
            Stream.concat(variants(layer.kind()).stream(), others(layer.kind()).stream())
                    .forEach(choice -> add(designs, "layer", choice, image(choice)));
        }
        for (Activation activation : Activation.values()) {
            Kind kind = activation.kind();
            Stream.concat(Stream.of(kind.choice()), optional(kind).stream())
                    .forEach(choice -> add(designs, "activation", choice, hidden("activation", choice)));
        }
        for (Kind kind : Initializer.kinds()) {
            add(designs, "initializer", kind.choice(), hidden("kernel_initializer", kind.choice()));
        }
        for (Kind kind : Regularizer.kinds()) {
            variants(kind).forEach(choice -> add(designs, "regularizer", choice, hidden("kernel_regularizer", choice)));
        }
        for (Kind kind : Constraint.kinds()) {
            Stream.concat(variants(kind).stream(), variants(kind).stream().map(Declared::ofAll))
                    .forEach(choice -> add(designs, "constraint", choice, hidden("kernel_constraint", choice)));
        }
        Design classes = Sketch.classes(Shape.of(3), 3, "Dense(5,tanh)", "Dense(3,softmax)");
        for (Kind kind : Optimizer.kinds()) {
            Stream.concat(variants(kind).stream(), optional(kind).stream())
                    .forEach(choice -> add(designs, "optimizer", choice, Sketch.with(classes, choice.toString())));
        }
        for (Kind kind : Schedule.kinds()) {
            variants(kind)
                    .forEach(choice ->
                            add(designs, "schedule", choice, Sketch.with(classes, "Adam(schedule=" + choice + ")")));
        }
        for (Loss loss : Loss.values()) {
            losses(designs, loss);
        }
        return designs;
    }

    private static void add(Map<String, Design> designs, String role, Choice choice, Design design) {
        designs.put(role + " " + choice, design);
    }

    /** A loss for each task that it suits, after the first activations that it has nothing against. */
    private static void losses(Map<String, Design> designs, Loss loss) {
        for (int end : new int[] {1, 3}) {
            for (String task : new String[] {"classes", "numbers"}) {
                Arrays.stream(Activation.values())
                        .map(last -> "Dense(" + end + "," + last.kind().name() + ")")
                        .map(last -> task.equals("classes")
                                ? Sketch.classes(Shape.of(3), Math.max(2, end), last)
                                : Sketch.numbers(Shape.of(3), end, last))
                        .flatMap(
                                design -> Stream.concat(Stream.of(loss.kind().choice()), optional(loss.kind()).stream())
                                        .map(choice -> design.with(design.layers(), choice)))
                        .filter(design -> Plan.of(design).problems().isEmpty())
                        .limit(loss.kind().options().isEmpty() ? 2 : 6)
                        .forEach(design ->
                                add(designs, "loss of " + task + " after " + design.layers(), design.loss(), design));
            }
        }
    }

    /** A dense layer with this in the middle of a small network. */
    private static Design hidden(String knob, Choice choice) {
        Design design = Sketch.classes(Shape.of(3), 3, "Dense(5,tanh)", "Dense(6)", "Dense(3,softmax)");
        List<Choice> layers = new ArrayList<>(design.layers());
        layers.set(1, set(layers.get(1), knob, choice));
        return design.with(layers, design.loss());
    }

    /** This layer in the middle of a small network for images, with something to learn before and after it. */
    static Design image(Choice layer) {
        Design design = Sketch.classes(Shape.of(7, 6, 2), 4);
        for (String before : new String[] {"", "Flatten", "Reshape((-1,3))"}) {
            for (String after : new String[] {"", "Flatten"}) {
                List<Choice> all = new ArrayList<>(Sketch.layers("Conv2D(3,2,activation=tanh)"));
                all.addAll(before.isEmpty() ? List.of() : Sketch.layers(before));
                all.add(layer);
                all.addAll(after.isEmpty() ? List.of() : Sketch.layers(after));
                all.addAll(Sketch.layers("Dense(4,softmax)"));
                Design asked = design.with(all, design.loss());
                if (Plan.of(asked).sound()) {
                    return asked;
                }
            }
        }
        throw new IllegalStateException("No network is known that " + layer + " fits into.");
    }

    /** As it is at first, and with all changed that would hide a part of it: flags, words, and numbers that are 0 or 1. */
    private static List<Choice> variants(Kind kind) {
        Choice other = kind.choice();
        for (Knob<?> knob : kind.knobs()) {
            other = changed(other, knob);
        }
        return other.equals(kind.choice()) ? List.of(other) : List.of(kind.choice(), other);
    }

    /** Along other axes than the last, one, two that are apart, and None; a formula of columns. */
    private static List<Choice> others(Kind kind) {
        Stream<Choice> along = kind.knob("axis").stream()
                .flatMap(axis -> Stream.of("1", "(1,3)", "none").map(text -> read(kind.choice(), axis, text)));
        Stream<Choice> columns = kind.knob("formula").stream()
                .map(formula -> read(kind.choice(), formula, "'a * x3 * tanh(b x1) + c * x3^2'"));
        return Stream.concat(along, columns)
                .filter(choice -> !choice.equals(kind.choice()))
                .distinct()
                .toList();
    }

    private static <T> Choice read(Choice choice, Knob<T> knob, String text) {
        Remarks remarks = new Remarks();
        T value = knob.domain().read(Phrase.read(text, remarks), knob.preset(), knob.name(), remarks);
        return remarks.sentences().isEmpty() ? choice.with(knob, value) : choice;
    }

    /** The same, with its norm measured along two axes, if it has one. */
    private static Choice ofAll(Choice choice) {
        return choice.kind().knob("axis").isPresent() ? set(choice, "axis", List.of(0.0, 1.0)) : choice;
    }

    /** With each of its options changed, one at a time. */
    private static List<Choice> optional(Kind kind) {
        return kind.options().stream()
                .map(option -> changed(kind.choice(), option))
                .filter(choice -> !choice.equals(kind.choice()))
                .toList();
    }

    private static Choice changed(Choice choice, Knob<?> knob) {
        Object preset = knob.preset();
        if (knob.domain() instanceof Domain.Flag) {
            return set(choice, knob.name(), !(Boolean) preset);
        } else if (knob.domain() instanceof Domain.Word word) {
            return set(choice, knob.name(), word.words().get(word.words().size() - 1));
        } else if (knob.domain() instanceof Domain.Real real && (Double) preset == 0 && real.high() <= 1) {
            return set(choice, knob.name(), 0.5 * real.high());
        } else if (knob.domain() instanceof Domain.Maybe<?> maybe && maybe.domain() instanceof Domain.Real real) {
            return set(choice, knob.name(), Optional.of(Math.max(real.low(), 0.1 * (Double) maybe.start())));
        }
        return choice;
    }

    @SuppressWarnings("unchecked")
    private static Choice set(Choice choice, String name, Object value) {
        return choice.with((Knob<Object>) choice.kind().knob(name).orElseThrow(), value);
    }

    private static Supply supply(Model model) {
        Random random = new Random(17);
        int size = model.plan().design().input().size();
        float[] x = new float[SAMPLES * size];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.normal();
        }
        Task task = model.plan().design().task();
        Target target;
        if (task instanceof Task.Classification classes) {
            int[] index = new int[SAMPLES];
            Arrays.setAll(index, i -> random.below(classes.classes().size()));
            target = new Target.Classes(index, classes.classes());
        } else {
            float[] numbers = new float[SAMPLES * task.width()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) random.uniform(0.1, 2);
            }
            target = new Target.Numbers(numbers, task.width(), Collections.nCopies(task.width(), "t"));
        }
        return new Supply(new FloatSamples(x, size), Rescaling.NONE, target);
    }
}
