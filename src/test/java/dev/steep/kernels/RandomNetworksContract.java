package dev.steep.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.steep.catalog.Choice;
import dev.steep.contract.Declared;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.activation.Activation;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks at random have the reference's numbers, value for value. */
interface RandomNetworksContract extends HostContract {
    /** Ftrl moves all weights close to 0 at once, where normalization divides by rounding errors: {@link #everyOptimizer} has it. */
    List<Optimizer> OPTIMIZERS =
            Stream.of(Optimizer.values()).filter(each -> each != Optimizer.FTRL).toList();

    /** Every value of some training steps, for twenty networks each. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    default void everyValueOfATrainingStep(int score) {
        for (int seed = 20 * score; seed < 20 * score + 20; seed++) {
            pair().compare(design(new Random(seed)), seed);
        }
    }

    /** Found from the catalog: each as it is at first, and with its settings changed, between layers that learn. */
    @Test
    default void everyLayer() {
        for (String name : Declared.layers()) {
            for (int seed = 1; seed <= 2; seed++) {
                pair().compare(Declared.design(name), seed);
            }
        }
    }

    /** Found from the catalog: each among two others of it, in a random order, so far as they fit. */
    @Test
    default void everyLayerAmongOthers() {
        List<String> all = Declared.layers();
        for (int i = 0; i < all.size(); i++) {
            pair().compare(among(all, i, new Random(i)), i);
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    default void everyActivation(Activation activation) {
        String name = activation.kind().name();
        pair().compare(
                        Sketch.classes(
                                Shape.of(6, 5, 1),
                                3,
                                "Conv2D(5,3,activation=" + name + ")",
                                "Flatten",
                                "Dense(3,softmax)"),
                        1);
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    default void everyOptimizer(Optimizer optimizer) {
        Design design = Sketch.classes(Shape.of(5), 3, "Dense(7,tanh)", "Dense(3,softmax)");
        pair().compare(Sketch.with(design, optimizer.kind().name()), 1);
    }

    @Test
    default void bitsDoNotDependOnHowStepsAreCutIntoCalls() {
        for (int seed = 1; seed <= 8; seed++) {
            Model model = Model.of(Plan.of(design(new Random(seed))));
            Batch[] batches = Pair.batches(model, 12);
            Machine together = pair().open(model, seed);
            double[] losses = new double[12];
            double[] hits = new double[12];
            together.train(batches, losses, hits);
            Machine apart = pair().open(model, seed);
            double[] firstLosses = new double[2];
            double[] firstHits = new double[2];
            apart.train(new Batch[] {batches[0], batches[1]}, firstLosses, firstHits);
            assertArrayEquals(new double[] {losses[0], losses[1]}, firstLosses, "seed " + seed);
            assertArrayEquals(new double[] {hits[0], hits[1]}, firstHits, "seed " + seed);
            for (int i = 2; i < 12; i++) {
                apart.run(batches[i], Tape.Phase.UPDATE);
            }
            for (Value value : model.lasting()) {
                assertArrayEquals(together.read(value), apart.read(value), "seed " + seed + ": " + value);
            }
        }
    }

    @Test
    default void whatIsReadAfterTrainingIsWhatTheLastStepComputed() {
        for (int seed = 1; seed <= 20; seed++) {
            Model model = Model.of(Plan.of(design(new Random(seed))));
            Batch[] batches = Pair.batches(model, 3);
            Machine trained = pair().open(model, seed);
            trained.train(batches, new double[3], new double[3]);
            Machine run = pair().open(model, seed);
            run.train(new Batch[] {batches[0], batches[1]}, new double[2], new double[2]);
            run.run(batches[2], Tape.Phase.BACKWARD);
            for (Value value : model.program().training().values()) {
                if (!value.role().lasts()) {
                    assertArrayEquals(run.read(value), trained.read(value), "seed " + seed + ": " + value);
                }
            }
        }
    }

    private static Design among(List<String> all, int chosen, Random random) {
        while (true) {
            List<String> layers = new ArrayList<>(List.of("Conv2D(3,2,activation=tanh)"));
            int place = random.below(3);
            for (int i = 0; i < 3; i++) {
                String next =
                        all.get(i == place ? chosen : random.below(all.size())).substring("layer ".length());
                boolean bent = next.contains("Normalization") || random.below(2) == 0;
                layers.add(i == 0 ? "GaussianNoise(0.1)" : bent ? "Activation(softsign)" : "GaussianNoise(0.1)");
                layers.add(next);
            }
            Design image = Sketch.classes(Shape.of(7, 6, 2), 4);
            for (List<String> end : List.of(List.of("Flatten", "Dense(4,softmax)"), List.of("Dense(4,softmax)"))) {
                List<String> names = new ArrayList<>(layers);
                names.addAll(end);
                List<Choice> chain = Sketch.layers(names.toArray(new String[0]));
                Design design = image.with(chain, image.loss());
                if (Plan.of(design).sound()) {
                    return design;
                }
            }
        }
    }

    /** An image or a row of numbers, some layers that fit, and an end; tried until it is sound. */
    static Design design(Random random) {
        while (true) {
            List<String> layers = new ArrayList<>();
            boolean image = random.below(3) > 0;
            Shape input = image
                    ? Shape.of(3 + random.below(9), 3 + random.below(9), 1 + random.below(4))
                    : Shape.of(1 + random.below(17));
            for (int i = random.below(4); image && i > 0; i--) {
                layers.add(imageLayer(random));
                if (random.below(4) == 0) {
                    layers.addAll(normalization(random));
                }
            }
            if (image) {
                layers.add(random.below(4) == 0 ? "GlobalAveragePooling2D" : "Flatten");
            }
            for (int i = random.below(3); i > 0; i--) {
                layers.add("Dense(" + (1 + random.below(17)) + "," + activation(random) + ")");
                if (random.below(3) == 0) {
                    layers.add("Dropout(0.3)");
                }
                if (random.below(4) == 0) {
                    layers.addAll(normalization(random));
                }
            }
            boolean classes = random.below(2) == 0;
            int width = (classes ? 2 : 1) + random.below(12);
            layers.add("Dense(" + width + (classes ? ",softmax)" : ")"));
            String[] names = layers.toArray(new String[0]);
            Design design = classes ? Sketch.classes(input, width, names) : Sketch.numbers(input, width, names);
            Design asked = Sketch.with(
                    design,
                    OPTIMIZERS.get(random.below(OPTIMIZERS.size())).kind().name());
            if (Plan.of(asked).sound()) {
                return asked;
            }
        }
    }

    /**
     * Behind an activation: the gradient of a bias that is only taken away again is 0, of which float32 leaves rounding errors that
     * cannot be compared.
     */
    private static List<String> normalization(Random random) {
        String shift = "center=" + (random.below(4) > 0);
        String factor = "scale=" + (random.below(4) > 0);
        return List.of("Activation(tanh)", "BatchNormalization(momentum=0.7," + shift + "," + factor + ")");
    }

    private static String imageLayer(Random random) {
        String padding = random.below(2) == 0 ? "same" : "valid";
        return switch (random.below(5)) {
            case 0 -> "MaxPooling2D(" + (1 + random.below(3)) + ",padding=" + padding + ")";
            case 1 -> "AveragePooling2D(" + (1 + random.below(3)) + ",padding=" + padding + ")";
            default ->
                "Conv2D(" + (1 + random.below(17)) + "," + (1 + random.below(4)) + ",strides=" + (1 + random.below(2))
                        + ",padding=" + padding + ",activation=" + activation(random) + ")";
        };
    }

    private static String activation(Random random) {
        return new String[] {"relu", "tanh", "sigmoid", "elu", "gelu", "linear"}[random.below(6)];
    }
}
