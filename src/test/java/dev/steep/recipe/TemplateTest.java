package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.network.Design;
import dev.steep.network.Plan;
import dev.steep.network.loss.Task;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Template.Question;
import dev.steep.worker.Talk;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {
    private static Question question(Dataset set) {
        List<Integer> shape = IntStream.of(set.shape().lengths()).boxed().toList();
        return set.y() instanceof Target.Classes classes
                ? new Question(shape, classes.names().size(), 0)
                : new Question(shape, 0, set.y().width());
    }

    private static Dataset make(BuiltIn data) {
        return data.make(data.kind().choice(), new Random(1));
    }

    static Stream<Arguments> everywhere() {
        return Template.all().stream()
                .flatMap(each -> Stream.of(BuiltIn.values()).map(data -> Arguments.of(each, data)));
    }

    /** Where a template suits the data, the network is sound; where not, there is a sentence. */
    @ParameterizedTest
    @MethodSource
    void everywhere(Template template, BuiltIn data) {
        Dataset set = make(data);
        Question question = question(set);
        if (!template.unfit(question).isEmpty()) {
            assertTrue(template.unfit(question).endsWith("."));
            return;
        }
        Recipe recipe = template.fit(Presets.opening(data), question);
        Task task = Settings.reconstructs(recipe)
                ? new Task.Reconstruction(set.shape())
                : set.y() instanceof Target.Classes classes
                        ? new Task.Classification(classes.names())
                        : new Task.Regression(set.y().width());
        Plan plan = Plan.of(
                new Design(set.shape(), task, recipe.layers(), recipe.loss(), recipe.optimizer(), recipe.seed()));
        assertEquals(List.of(), plan.problems());
        assertEquals(recipe, RecipeText.read(recipe.toString()).recipe());
        assertEquals(Presets.opening(data).data(), recipe.data());
        assertEquals(Presets.opening(data).fit(), recipe.fit());
    }

    static Stream<Template> learns() {
        return Template.all().stream();
    }

    /** On data that suit it. */
    @ParameterizedTest
    @MethodSource
    void learns(Template template) {
        BuiltIn data =
                switch (template) {
                    case LINEAR_MODEL -> BuiltIn.SINE;
                    case PERCEPTRON, LOGISTIC_REGRESSION -> BuiltIn.GAUSS;
                    case MLP -> BuiltIn.XOR;
                    default -> BuiltIn.DIGITS;
                };
        boolean images = data == BuiltIn.DIGITS;
        Recipe begun = RecipeText.read("1/data=" + data.kind().name() + (images ? "(400)" : "") + "/fit(16,"
                        + (images ? 6 : 60) + ")/prepare(" + (images ? "unit" : "signed") + ")")
                .recipe();
        Recipe recipe = template.fit(begun, question(make(data)));
        Talk talk = new Talk();
        talk.ask(Report.Opened.class, new Request.Open(recipe.toString()));
        talk.ask(Report.Done.class, new Request.Train(0, 0, 0));
        List<EpochLog> epochs = talk.unasked(Report.Progress.class).stream()
                .flatMap(report -> report.log().stream())
                .toList();
        EpochLog last = epochs.get(epochs.size() - 1);
        if (Settings.reconstructs(recipe)) {
            assertTrue(last.valLoss() < 0.6 * epochs.get(0).loss(), epochs.get(0) + " to " + last);
        } else if (data == BuiltIn.SINE) {
            assertTrue(last.loss() < 0.9 * epochs.get(0).loss() && last.loss() < 0.5, "" + last);
        } else {
            double chance = images ? 0.1 : 0.5;
            assertTrue(last.valAccuracy() > Math.min(0.8, 4 * chance), "" + last);
        }
    }

    @Test
    void metricsThatDoNotSuitGo() {
        Recipe numbers = RecipeText.read("1/data=gauss/Dense(1)/metrics=(mean_absolute_error,precision)")
                .recipe();
        Recipe fitted = Template.LOGISTIC_REGRESSION.fit(numbers, new Question(List.of(2), 2, 0));
        assertTrue(fitted.metrics().toString().contains("precision"), fitted.toString());
    }

    /** A cross-entropy compares numbers from 0 to 1. */
    @Test
    void inputsThatAreNoSharesAreSaid() {
        Talk talk = new Talk();
        String network = "/Dense(2,sigmoid)/loss=binary_crossentropy";
        assertEquals(
                List.of(
                        "binary_crossentropy compares numbers from 0 to 1, and the inputs here, which are the answer, are"
                                + " others: scale inputs to 0…1, or pick mean_squared_error."),
                talk.open("1/data=gauss/prepare(standardise,answer=inputs)" + network)
                        .notices());
        assertEquals(
                List.of(),
                talk.open("1/data=gauss/prepare(unit,answer=inputs)" + network).notices());
        assertEquals(
                "The last layer gives 3 numbers instead of 2 numbers. Set units of dense to 2.",
                talk.open("1/data=gauss/prepare(answer=inputs)/Dense(3)/loss=mean_squared_error")
                        .problems()
                        .get(0)
                        .sentence());
        assertEquals(
                "The last layer gives 784 instead of 28 × 28 × 1, the network's own input. Add Reshape((28,28,1)).",
                talk.open("1/data=digits(50)/prepare(answer=inputs)/Flatten/Dense(784)/loss=mean_squared_error")
                        .problems()
                        .get(0)
                        .sentence());
    }

    /** One whose layers do not exist yet is not offered. */
    @Test
    void allThatAreOfferedAreComplete() {
        assertTrue(Template.all().containsAll(List.of(Template.LE_NET_5, Template.SMALL_RES_NET, Template.MLP)));
    }
}
