package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.math.Random;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each number that a knob accepts comes back from a link and from an object as it was, and is written as before. */
class StableNumbersTest {
    private static final int RANDOM = 60;
    private static final double[] SPECIAL = {
        -0.0, 0, 3, 1e-300, 5e-324, -5e-324, 1e22, 1e23, 0.1 + 0.2, 1e-5, 9.999e-6, 1e-3, 123456.5, 1e7, 1e9, 1e9 + 0.5,
        -1e-7
    };

    static List<Kind> kinds() {
        return Experiments.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyNumberComesBack(Kind kind) {
        Random random = new Random(7);
        for (Knob<?> knob : kind.knobs()) {
            for (Object value : values(knob.domain(), random)) {
                check(kind, knob, value);
            }
        }
    }

    @SuppressWarnings("unchecked") // values are of the knob's type
    private static <T> void check(Kind kind, Knob<T> knob, Object value) {
        Choice choice = kind.choice().with(knob, (T) value);
        Recipe recipe = Experiments.with(choice);
        String written = recipe.toString();
        Reading fromText = RecipeText.read(written);
        assertEquals(List.of(), fromText.notices(), written);
        assertEquals(recipe, fromText.recipe(), written);
        assertEquals(written, fromText.recipe().toString());
        Reading fromObject = RecipeObject.read(RecipeObject.write(recipe));
        assertEquals(List.of(), fromObject.notices(), written);
        assertEquals(recipe, fromObject.recipe(), written);
        Remarks remarks = new Remarks();
        Phrase phrase = knob.domain().write((T) value); // as it was given: -0 too
        T read = knob.domain().read(Phrase.read(phrase.toString(), remarks), knob.preset(), knob.name(), remarks);
        assertEquals(phrase.toString(), knob.domain().write(read).toString());
        assertEquals(List.of(), remarks.sentences(), written);
    }

    /** The ends, special numbers and random bits, as far as the domain holds them; of other domains nothing. */
    private static List<Object> values(Domain<?> domain, Random random) {
        List<Object> values = new ArrayList<>();
        if (domain instanceof Domain.Real real) {
            values.add(real.low());
            values.add(real.high());
            for (double special : SPECIAL) {
                add(values, special, real);
            }
            for (int i = 0; i < RANDOM; i++) {
                add(
                        values,
                        Double.longBitsToDouble(((long) random.bits() << 32) | (random.bits() & 0xFFFFFFFFL)),
                        real);
                add(values, random.uniform(real.low(), real.high()), real);
            }
        } else if (domain instanceof Domain.Whole whole) {
            values.add(whole.low());
            values.add(whole.high());
            for (int i = 0; i < RANDOM; i++) {
                values.add(Experiments.any(whole, random));
            }
        } else if (domain instanceof Domain.Maybe<?> maybe) {
            values(maybe.domain(), random).forEach(value -> values.add(Optional.of(value)));
        }
        return values;
    }

    private static void add(List<Object> values, double number, Domain.Real real) {
        if (number >= real.low() && number <= real.high()) {
            values.add(number);
        }
    }

    @Test
    void wholeNumbersMayBeWrittenWithAPoint() {
        Reading reading = RecipeText.read("1/data=xor/Dense(3.0)/Dense(1e0)/seed=7.00");
        assertEquals(List.of(), reading.notices());
        assertEquals("1/data=xor/Dense(3)/Dense(1)/seed=7", reading.recipe().toString());
    }

    @Test
    void thereIsOneZero() {
        Recipe minus = RecipeText.read("1/data=xor/Dense(4,kernel_initializer=constant(-0))")
                .recipe();
        assertEquals(
                RecipeText.read("1/data=xor/Dense(4,kernel_initializer=constant(0))")
                        .recipe(),
                minus);
        assertEquals("1/data=xor/Dense(4,kernel_initializer=constant)", minus.toString());
    }
}
