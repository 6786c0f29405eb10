package dev.steep.data.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.data.ByteSamples;
import dev.steep.data.Dataset;
import dev.steep.data.Samples;
import dev.steep.data.Target;
import dev.steep.math.Random;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every built-in data set keeps to. */
class BuiltInTest {
    /** The numbers a recipe gives are a promise: a link made today shows the same digits next year. */
    private static final Map<BuiltIn, Integer> GOLDEN = Map.of(
            BuiltIn.DIGITS, 1407136199,
            BuiltIn.CIRCLE, 2121514358,
            BuiltIn.XOR, 1767395576,
            BuiltIn.GAUSS, -719705397,
            BuiltIn.SPIRAL, -7305718,
            BuiltIn.SINE, 1447446602,
            BuiltIn.DECAY, -129205337,
            BuiltIn.BY_HAND, 304104553);

    @ParameterizedTest
    @EnumSource
    void sameRecipeSameNumbers(BuiltIn set) {
        assertEquals(GOLDEN.get(set), hash(set.make(set.kind().choice(), new Random(42))));
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedGivesOtherNumbers(BuiltIn set) {
        Choice choice = set.kind().choice();
        assertNotEquals(hash(set.make(choice, new Random(1))), hash(set.make(choice, new Random(2))));
    }

    @ParameterizedTest
    @EnumSource
    void sizeIsKept(BuiltIn set) {
        for (int size : new int[] {10, 11, 500}) {
            Dataset data = set.make(choice(set, "size=" + size), new Random(3));
            assertEquals(size, data.count());
            assertEquals(size, data.y().count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void smallSetIsTheBeginningOfALargeOne(BuiltIn set) {
        Dataset small = set.make(choice(set, "size=20"), new Random(4));
        Dataset large = set.make(choice(set, "size=100"), new Random(4));
        for (int row = 0; row < 20; row++) {
            assertArrayEquals(large.x().sample(row), small.x().sample(row));
            assertEquals(large.y().group(row), small.y().group(row));
        }
    }

    @ParameterizedTest
    @EnumSource
    void classesAreBalanced(BuiltIn set) {
        Target target = set.make(choice(set, "size=200"), new Random(5)).y();
        int[] members = new int[target.groups()];
        for (int row = 0; row < target.count(); row++) {
            members[target.group(row)]++;
        }
        for (int count : members) {
            assertEquals(200 / target.groups(), count);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noiseChangesTheNumbers(BuiltIn set) {
        Dataset quiet = set.make(choice(set, "noise=0"), new Random(6));
        Dataset loud = set.make(choice(set, "noise=0.5"), new Random(6));
        assertNotEquals(hash(quiet), hash(loud));
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreFiniteAndOfModerateSize(BuiltIn set) {
        Samples x = set.make(choice(set, "noise=0.5"), new Random(7)).x();
        double most = x instanceof ByteSamples ? 255 : 12;
        for (int row = 0; row < x.count(); row++) {
            for (int i = 0; i < x.size(); i++) {
                assertTrue(Math.abs(x.at(row, i)) <= most, "sample " + row);
            }
        }
    }

    static Choice choice(BuiltIn set, String knobs) {
        Remarks remarks = new Remarks();
        Phrase phrase = Phrase.read(set.kind().name() + "(" + knobs + ")", remarks);
        Choice choice = Choice.read(set.kind(), phrase, remarks);
        assertEquals(List.of(), remarks.sentences());
        return choice;
    }

    private static int hash(Dataset data) {
        int hash = 17;
        int[] row = new int[1];
        double[] target = new double[data.y().width()];
        for (row[0] = 0; row[0] < data.count(); row[0]++) {
            for (float number : data.x().sample(row[0])) {
                hash = Random.mix(hash ^ Float.floatToIntBits(number));
            }
            data.y().gather(row, 0, 1, target);
            for (double number : target) {
                hash = Random.mix(hash ^ Float.floatToIntBits((float) number));
            }
        }
        return hash;
    }
}
