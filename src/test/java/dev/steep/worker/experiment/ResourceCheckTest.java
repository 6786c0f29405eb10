package dev.steep.worker.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.CpuTime;
import dev.steep.data.ByteSamples;
import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.data.generated.BuiltIn;
import dev.steep.engine.Backend;
import dev.steep.engine.Budget;
import dev.steep.engine.Machine;
import dev.steep.engine.Need;
import dev.steep.engine.Supply;
import dev.steep.kernels.Kernels;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Problem;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.GridLook;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import dev.steep.reference.Reference;
import dev.steep.tape.Program;
import dev.steep.worker.FallbackBackend;
import dev.steep.worker.HugeRecipes;
import dev.steep.worker.Talk;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large is not opened but said, with a remedy that fits; what is not too large is opened. */
class ResourceCheckTest {
    private static final Backend KERNELS = closed(new Kernels(module -> {
        throw new AssertionError("Counting must not make a module.");
    }));

    private static final Backend REFERENCE = closed(new Reference());

    private static final String WIDE =
            "1/data=digits/Conv2D(1024,3,padding=same)/Conv2D(500,1)/MaxPooling2D(28)/Flatten"
                    + "/Dense(10,softmax)/fit(1024)";

    private static final String DEEP =
            "1/data=digits/" + "Conv2D(32,3,padding=same)/".repeat(62) + "Flatten/Dense(10,softmax)/fit(1024)";

    /** A back end that counts, and is surprised to be asked for more. */
    private record Counting(Backend backend) implements Backend {
        @Override
        public String name() {
            return backend.name();
        }

        @Override
        public long bytes(Program program, Supply supply, int batch) {
            return backend.bytes(program, supply, batch);
        }

        @Override
        public double speed() {
            return backend.speed();
        }

        @Override
        public Machine open(Program program, Supply supply, int batch) {
            throw new Opened();
        }
    }

    private static final class Opened extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Backend closed(Backend backend) {
        return new Counting(backend);
    }

    private static Optional<PreparedData> material(Recipe recipe) {
        return new DatasetStore().material(recipe, notice -> {});
    }

    /** Why it is not opened; nothing if it would be. */
    private static List<ProblemFacts> problems(Recipe recipe, Optional<PreparedData> material, Backend backend) {
        try {
            Experiment experiment = Experiment.of(recipe, material, backend, () -> 0);
            assertTrue(experiment.trainer().isEmpty());
            assertFalse(experiment.problems().isEmpty(), recipe.toString());
            return experiment.problems();
        } catch (Opened opened) {
            return List.of();
        }
    }

    private static List<ProblemFacts> problems(String link, Backend backend) {
        Recipe recipe = RecipeText.read(link).recipe();
        return problems(recipe, material(recipe), backend);
    }

    /** Where only plain Java computes, a large batch of a convolutional network may take too long: then it is said, with what would do. */
    @ParameterizedTest
    @EnumSource
    void everyPresetOpensWithTheLargestBatch(BuiltIn data) {
        Recipe preset = Presets.opening(data);
        for (int batch : new int[] {1, preset.fit().get(Settings.BATCH_SIZE), 1024}) {
            Recipe recipe = preset.withFit(preset.fit().with(Settings.BATCH_SIZE, batch));
            assertEquals(List.of(), problems(recipe, material(recipe), KERNELS), recipe + " by kernels");
            List<ProblemFacts> slow = problems(recipe, material(recipe), REFERENCE);
            if (batch < 1024) {
                assertEquals(List.of(), slow, recipe + " by reference");
            }
            slow.forEach(problem -> assertFalse(problem.offer().isEmpty(), problem.sentence()));
        }
    }

    /** Keras' example for MNIST, LeNet-5, an MLP, and a small VGG. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Conv2D(32,3,activation=relu)/MaxPooling2D/Conv2D(64,3,activation=relu)/MaxPooling2D/Flatten/Dropout(0.5)"
                        + "/Dense(10,softmax)/fit(128)",
                "Conv2D(32,3,activation=relu)/Conv2D(64,3,activation=relu)/MaxPooling2D/Dropout(0.25)/Flatten"
                        + "/Dense(128,relu)/Dropout(0.5)/Dense(10,softmax)/fit(128)",
                "Conv2D(6,5,padding=same,activation=tanh)/AveragePooling2D/Conv2D(16,5,activation=tanh)/AveragePooling2D"
                        + "/Flatten/Dense(120,tanh)/Dense(84,tanh)/Dense(10,softmax)/fit(1024)",
                "Flatten/Dense(512,relu)/Dropout(0.2)/Dense(512,relu)/Dropout(0.2)/Dense(10,softmax)/fit(1024)",
                "Conv2D(32,3,padding=same,activation=relu)/Conv2D(32,3,padding=same,activation=relu)/MaxPooling2D"
                        + "/Conv2D(64,3,padding=same,activation=relu)/Conv2D(64,3,padding=same,activation=relu)/MaxPooling2D"
                        + "/Flatten/Dense(256,relu)/Dense(10,softmax)/fit(64)"
            })
    void networksOfTheLectureOpenOnMnist(String layers) {
        Recipe recipe = RecipeText.read("1/data=digits/" + layers).recipe();
        Dataset mnist = new Dataset(
                "MNIST",
                Shape.of(28, 28, 1),
                new ByteSamples(new byte[60_000 * 784], 784),
                new Target.Classes(new int[60_000], Collections.nCopies(10, "digit")),
                List.of());
        assertEquals(List.of(), problems(recipe, Optional.of(PreparedData.of(mnist, List.of(), "", recipe)), KERNELS));
    }

    @Test
    void theLinksThatKilledTheTabAreSaidWithTheirLargestLayerAndABatchThatFits() {
        ProblemFacts wide = problems(WIDE, KERNELS).get(0);
        assertEquals(
                "This network needs 14,061 MB of memory, more than the 1,024 MB that a browser tab safely has; the largest"
                        + " layer is conv2d, with 9,440 MB for 1,024 samples of 802,816 numbers and 10,240 weights."
                        + " Batch size 8 needs 160 MB.",
                wide.sentence());
        assertEquals(0, wide.layer());
        assertEquals(WIDE.replace("fit(1024)", "fit(8)"), wide.remedy());
        ProblemFacts deep = problems(DEEP, KERNELS).get(0);
        assertTrue(deep.sentence().startsWith("This network needs "), deep.sentence());
        assertTrue(deep.sentence().contains("the largest layer is conv2d"), deep.sentence());
        assertEquals(DEEP.replace("fit(1024)", "fit(8)"), deep.remedy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/data=digits/Conv2D(1024,3,padding=same)/Conv2D(500,1)/MaxPooling2D(28)/Flatten/Dense(10,softmax)/fit(40)",
                "1/data=digits/Conv2D(1024,3,padding=same)/Conv2D(1024,3,padding=same)/Flatten/Dense(10,softmax)",
                "1/data=digits/Flatten/Dense(4096)/Dense(4096)/Dense(4096)/Dense(4096)/Dense(10,softmax)",
                "1/data=digits/Flatten/Dense(1200,kernel_initializer=orthogonal)"
                        + "/Dense(1200,kernel_initializer=orthogonal)/Dense(10,softmax)",
                "1/data=digits/Conv2D(1024,1)/MaxPooling2D(64,strides=1,padding=same)/GlobalAveragePooling2D"
                        + "/Dense(10,softmax)/fit(512)",
                "1/data=digits/Conv2D(64,64,padding=same,dilation_rate=64)/GlobalAveragePooling2D/Dense(10,softmax)/fit(900)"
            })
    void everyRemedyFits(String link) {
        for (Backend backend : List.of(KERNELS, REFERENCE)) {
            ProblemFacts problem = problems(link, backend).get(0);
            assertFalse(problem.remedy().isEmpty(), problem.sentence());
            assertEquals(List.of(), problems(problem.remedy(), backend), problem.toString());
        }
    }

    /** With all that is wrong mended, apart from its size. */
    private static Recipe sound(Recipe recipe, PreparedData material) {
        Recipe mended = recipe;
        for (int i = 0; i < 100; i++) {
            Plan plan = Plan.of(Experiment.design(mended, material));
            Optional<Problem.Fix> fix = plan.problems().stream()
                    .filter(Problem::stops)
                    .flatMap(problem -> problem.fix().stream())
                    .findFirst();
            if (fix.isEmpty()) {
                return mended;
            }
            mended = mended.withLayers(fix.get().layers()).withLoss(fix.get().loss());
        }
        return mended;
    }

    @Test
    void hostileLinksAreCountedQuicklyAndWhatIsOfferedFits() {
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            String link = HugeRecipes.link(random);
            Recipe read = RecipeText.read(link).recipe();
            Optional<PreparedData> material = material(read);
            Recipe recipe = sound(read, material.orElseThrow());
            Backend backend = i % 2 == 0 ? KERNELS : REFERENCE;
            CpuTime time = new CpuTime();
            List<ProblemFacts> problems = problems(recipe, material, backend);
            double seconds = time.seconds();
            assertTrue(seconds < 1, link + " took " + seconds + " s");
            boolean sound =
                    Plan.of(Experiment.design(recipe, material.orElseThrow())).sound();
            if (sound && !problems.isEmpty()) {
                refused++;
                assertFalse(problems.get(0).remedy().isEmpty(), link + ": " + problems);
                Recipe remedy = RecipeText.read(problems.get(0).remedy()).recipe();
                assertEquals(List.of(), problems(remedy, material, backend), link + ": " + problems);
            } else if (sound) {
                Model model = Model.of(Plan.of(Experiment.design(recipe, material.orElseThrow())));
                Need need = Need.of(
                        model, material.get().supply(recipe), ResourceCheck.batch(recipe, material.get()), backend);
                assertTrue(need.bytes() <= Budget.BYTES && need.step() <= Budget.STEP, link);
            }
        }
        assertTrue(refused > 9, "refused for their size: " + refused);
    }

    @Test
    void trainingIsRefusedWithTheSentenceAndTheRecipeStaysAsItWasWritten() {
        Talk talk = new Talk();
        var opened = talk.open(WIDE);
        assertEquals(WIDE, opened.recipe());
        String sentence = opened.problems().get(0).sentence();
        assertEquals(sentence, talk.refusal(new Request.Train(1, 0, 0)));
        String remedy = opened.problems().get(0).remedy();
        assertEquals(
                List.of(),
                talk.open(remedy.replace("data=digits", "data=digits(10)")).problems());
        talk.train(1, 0);
        assertEquals(1, talk.progress().step());
    }

    @Test
    void theOtherBackEndTakesOverOnlyWhereItHasRoom() {
        Backend broken = new Kernels(module -> {
            throw new IllegalStateException("CompileError: too much");
        });
        Backend quickest = new FallbackBackend(broken, REFERENCE);
        String link =
                "1/data=digits(1000)/Conv2D(64,3,padding=same)/Conv2D(16,3,padding=same)/Flatten/Dense(10,softmax)/fit(256)";
        assertEquals(List.of(), problems(link, KERNELS));
        ProblemFacts problem = problems(link, quickest).get(0);
        assertEquals(List.of(), problems(problem.remedy(), quickest), problem.toString());
    }

    @Test
    void memoryThatTheBrowserRefusesIsSaidWithANetworkOfHalfTheSize() {
        Backend refusing = new FallbackBackend(
                new Kernels(module -> {
                    throw new OutOfMemoryError("no");
                }),
                REFERENCE);
        String link = "1/data=digits(1000)/Conv2D(64,3,padding=same)/Flatten/Dense(10,softmax)/fit(256)";
        ProblemFacts problem = problems(link, refusing).get(0);
        // of what does not depend on the batch, nothing is saved: so it is a quarter
        assertEquals(link.replace("fit(256)", "fit(64)"), problem.remedy());
    }

    @Test
    void aLargeNetworkOfPointsIsLookedAtInFewerPlaces() {
        Talk talk = new Talk();
        talk.open("1/data=xor(20)/Dense(1000,tanh)/Dense(1000,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(4)");
        int id = talk.send(new Inquiry.Watch("p", List.of(new GridLook(-6, 6, 60, -6, 6, 60)), Inquiry.Watch.NOTHING));
        talk.rest();
        float[] grid = ((Report.Picture) talk.answer(id)).numbers().get(0);
        assertEquals(3600, grid.length);
        Set<Float> different = new HashSet<>();
        for (float each : grid) {
            different.add(each);
        }
        // a prediction is 2 million operations, of which the reference is trusted to do 1.5 billion a second
        assertTrue(different.size() > 100 && different.size() <= 750, "places: " + different.size());
        assertEquals(grid[0], grid[1]);
        assertEquals(grid[0], grid[60]);
    }
}
