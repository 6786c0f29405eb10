package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.math.Random;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each knob of every experiment has a path, by which it is found, read and changed. */
class KnobPathTest {
    private static final Recipe RECIPE = RecipeText.read(
                    "1/data=digits/Conv2D(8,3,activation=relu(max_value=6))/Conv2D(16,5)/Flatten/Dense(10,softmax)")
            .recipe();

    @Test
    void everyKnobComesBackThroughItsPath() {
        Random random = new Random(11);
        for (Recipe recipe : Experiments.all(random)) {
            Recipe rebuilt = recipe;
            for (KnobPath path : KnobPath.all(recipe)) {
                assertEquals(path, KnobPath.read(path.toString()));
                KnobPath.Place<?> place = assertInstanceOf(KnobPath.Place.class, path.in(recipe), path::toString);
                Phrase written = Phrase.read(place.written().toString(), new Remarks());
                Reading again = place.with(written, new Remarks());
                assertEquals(recipe, again.recipe(), path::toString);
                rebuilt = path.with(rebuilt, written.toString()).recipe();
            }
            assertEquals(recipe, rebuilt);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "seed, 42",
        "data.noise, 0.2",
        "fit.batch_size, 32",
        "optimizer.learning_rate, 0.001",
        "layers.conv2d.filters, 8",
        "layers.conv2d_1.filters, 16",
        "layers.conv2d.activation.max_value, 6",
        "layers.dense.activation, softmax"
    })
    void pathLeadsToAValue(String path, String value) {
        KnobPath.Place<?> place = (KnobPath.Place<?>) KnobPath.read(path).in(RECIPE);
        assertEquals(value, place.written().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "seed, 7, /seed=7",
        "layers.conv2d_1.filters, 4, /Conv2D(4,5)/",
        "layers.conv2d_1, Dense(3), '/Dense(3,name=dense_1)/Flatten'",
        "optimizer, SGD(0.5), /optimizer=SGD(0.5)",
        "layers.dense.activation, sigmoid, 'Dense(10,sigmoid)'"
    })
    void valueIsChangedThroughAPath(String path, String value, String part) {
        Reading reading = KnobPath.read(path).with(RECIPE, value);
        assertEquals(List.of(), reading.notices());
        assertTrue(reading.recipe().toString().contains(part), reading.recipe()::toString);
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                arguments(
                        "sed",
                        "\"sed\" is not a part of an experiment (did you mean seed?). The parts are data, prepare, split, layers"),
                arguments("", "\"\" is not a part of an experiment."),
                arguments("seed.x", "The seed is a single value, so nothing in it is called \"x\"."),
                arguments(
                        "fit.batch",
                        "fit has no parameter \"batch\" (did you mean batch_size?); it has batch_size, epochs, shuffle, class_weight."),
                arguments(
                        "layers.conv3d.filters",
                        "There is no layer \"conv3d\" (did you mean conv2d?); there are conv2d, conv2d_1, flatten, dense."),
                arguments("layers.conv2d.filters.x", "Conv2D's filters is a single value"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void pathThatLeadsNowhereIsExplained(String path, String sentence) {
        Reading reading = KnobPath.read(path).with(RECIPE, "1");
        assertEquals(RECIPE, reading.recipe());
        assertTrue(reading.notices().get(0).startsWith(sentence), reading.notices()::toString);
    }

    @Test
    void valueThatCannotBeIsSaid() {
        assertEquals(
                List.of("Conv2D's filters cannot be \"9999\"; it is a whole number from 1 to 1024, so 1024 is used."),
                KnobPath.read("layers.conv2d.filters").with(RECIPE, "9999").notices());
    }
}
