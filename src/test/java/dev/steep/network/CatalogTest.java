package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.FormulaDomain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Pair;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.catalog.RowDomain;
import dev.steep.data.generated.BuiltIn;
import dev.steep.network.activation.Activation;
import dev.steep.network.loss.Loss;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.Schedule;
import dev.steep.network.weight.Constraint;
import dev.steep.network.weight.Initializer;
import dev.steep.network.weight.Regularizer;
import dev.steep.recipe.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be picked can be explained, written into a link and read from it. */
class CatalogTest {
    private static final List<List<Kind>> LISTS = List.of(
            Activation.kinds(),
            Loss.kinds(),
            Optimizer.kinds(),
            Schedule.kinds(),
            Initializer.kinds(),
            Regularizer.kinds(),
            Constraint.kinds(),
            Layers.kinds(),
            BuiltIn.kinds(),
            List.of(Settings.PREPARE, Settings.SPLIT, Settings.FIT, Settings.FILE));

    static Stream<Kind> kinds() {
        return LISTS.stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void explainsItselfInOneSentence(Kind kind) {
        assertSentence(kind.about());
        kind.knobs().forEach(knob -> assertSentence(knob.about()));
        assertTrue(!kind.title().isBlank());
    }

    private static void assertSentence(String about) {
        assertTrue(about.endsWith(".") && about.indexOf(". ") < 0, about);
        assertTrue(about.length() <= 140, about.length() + " characters: " + about);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void presetsAreAllowedValues(Kind kind) {
        kind.knobs().forEach(knob -> assertEquals(knob.preset(), reread(knob, kind), kind + " " + knob.name()));
    }

    private static <T> T reread(Knob<T> knob, Kind kind) {
        Remarks remarks = new Remarks();
        Phrase written = knob.domain().write(kind.choice().get(knob));
        T read = knob.domain().read(Phrase.read(written.toString(), remarks), knob.preset(), knob.name(), remarks);
        assertEquals(List.of(), remarks.sentences());
        return read;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void survivesALink(Kind kind) {
        Choice choice = kind.choice();
        assertEquals(choice, reread(choice));
        for (Knob<?> knob : kind.knobs()) {
            Choice changed = changed(choice, knob);
            assertNotEquals(kind.choice(), changed, knob.name());
            assertEquals(changed, reread(changed), changed.toString());
            choice = changed(choice, knob);
        }
        assertEquals(choice, reread(choice), choice.toString());
    }

    private static Choice reread(Choice choice) {
        Remarks remarks = new Remarks();
        Choice read = Choice.read(choice.kind(), Phrase.read(choice.toString(), remarks), remarks);
        assertEquals(List.of(), remarks.sentences());
        return read;
    }

    private static <T> Choice changed(Choice choice, Knob<T> knob) {
        return choice.with(knob, other(knob.domain(), knob.preset()));
    }

    @SuppressWarnings("unchecked") // each domain gives one of its own values
    private static <T> T other(Domain<T> domain, T preset) {
        Object other;
        if (domain instanceof Domain.Whole whole) {
            other = (Integer) preset == whole.high() ? whole.low() : whole.high();
        } else if (domain instanceof Domain.Real real) {
            other = (Double) preset == real.high() ? real.low() : real.high();
        } else if (domain instanceof Domain.Flag) {
            other = !(Boolean) preset;
        } else if (domain instanceof Domain.Word word) {
            List<String> words = word.words();
            other = words.get(preset.equals(words.get(words.size() - 1)) ? 0 : words.size() - 1);
        } else if (domain instanceof Domain.Text) {
            other = "it's (1), 'a' = \"b\"/c";
        } else if (domain instanceof FormulaDomain) {
            other = "|x|^(1/2) == 2 ? max(0, x) : x";
        } else if (domain instanceof Domain.Sides sides) {
            other = new Pair(sides.low(), sides.high());
        } else if (domain instanceof RowDomain row) {
            other = List.of(row.low(), row.high());
        } else if (domain instanceof Domain.Wholes wholes) {
            other = List.of(wholes.low(), wholes.high());
        } else if (domain instanceof Domain.Pick pick) {
            Kind last = pick.kinds().get().get(pick.kinds().get().size() - 1);
            Choice choice = last.choice();
            for (Knob<?> knob : last.knobs()) {
                choice = changed(choice, knob);
            }
            other = choice;
        } else if (domain instanceof Domain.Maybe<?> maybe) {
            other = ((Optional<?>) preset).isPresent() ? Optional.empty() : Optional.of(maybe.start());
        } else {
            throw new AssertionError("No other value is known for " + domain);
        }
        return (T) other;
    }

    @Test
    void namesAreUniqueWhateverTheCase() {
        for (List<Kind> list : LISTS) {
            Set<String> names = new HashSet<>();
            list.forEach(kind -> assertTrue(names.add(kind.name().toLowerCase()), kind.name()));
        }
    }
}
