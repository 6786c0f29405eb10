package dev.steep.data.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.Samples;
import dev.steep.data.Target;
import dev.steep.math.Random;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every built-in data set keeps to. */
public class BuiltInTest {
    /** The numbers a recipe gives are a promise: a link made today shows the same digits next year. */
    private static final Path GOLDEN = Path.of("src/test/resources/data/golden.txt");

    /** Sets that say themselves how many samples there are. */
    private static final Set<BuiltIn> COUNTED = EnumSet.of(BuiltIn.DECAY, BuiltIn.SCHECHTER, BuiltIn.POINTS);

    static Stream<BuiltIn> sized() {
        return Stream.of(BuiltIn.values()).filter(set -> !COUNTED.contains(set));
    }

    static Stream<BuiltIn> drawn() {
        return Stream.of(BuiltIn.values()).filter(set -> set != BuiltIn.POINTS);
    }

    @ParameterizedTest
    @EnumSource
    void sameRecipeSameNumbers(BuiltIn set) {
        String line = set + " " + hash(set.make(set.kind().choice(), new Random(42)));
        assertTrue(golden().contains(line), () -> "If it is new, write this into " + GOLDEN + ":\n" + line);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void anotherSeedGivesOtherNumbers(BuiltIn set) {
        Choice choice = set.kind().choice();
        assertNotEquals(hash(set.make(choice, new Random(1))), hash(set.make(choice, new Random(2))));
    }

    @ParameterizedTest
    @MethodSource("sized")
    void sizeIsKept(BuiltIn set) {
        for (int size : new int[] {10, 11, 500}) {
            Dataset data = set.make(choice(set, "size=" + size), new Random(3));
            assertEquals(size, data.count());
            assertEquals(size, data.y().count());
        }
    }

    @ParameterizedTest
    @MethodSource("sized")
    void smallSetIsTheBeginningOfALargeOne(BuiltIn set) {
        Dataset small = set.make(choice(set, "size=20"), new Random(4));
        Dataset large = set.make(choice(set, "size=100"), new Random(4));
        for (int row = 0; row < 20; row++) {
            assertArrayEquals(large.x().sample(row), small.x().sample(row));
            assertEquals(large.y().group(row), small.y().group(row));
        }
    }

    @ParameterizedTest
    @MethodSource("sized")
    void classesAreBalanced(BuiltIn set) {
        Target target = set.make(choice(set, "size=200"), new Random(5)).y();
        int[] members = new int[target.groups()];
        for (int row = 0; row < target.count(); row++) {
            members[target.group(row)]++;
        }
        for (int count : members) {
            assertEquals(200.0 / target.groups(), count, 0.99);
        }
    }

    @ParameterizedTest
    @MethodSource("sized")
    void noiseChangesTheNumbers(BuiltIn set) {
        Dataset quiet = set.make(choice(set, "noise=0"), new Random(6));
        Dataset loud = set.make(choice(set, "noise=0.5"), new Random(6));
        assertNotEquals(hash(quiet), hash(loud));
    }

    @ParameterizedTest
    @MethodSource("sized")
    void numbersAreFinite(BuiltIn set) {
        Samples x = set.make(choice(set, "noise=0.5"), new Random(7)).x();
        for (int row = 0; row < x.count(); row++) {
            for (int i = 0; i < x.size(); i++) {
                assertTrue(Double.isFinite(x.at(row, i)), "sample " + row);
            }
        }
    }

    /** A sentence each for pickers and for trying, and a place in a group. */
    @ParameterizedTest
    @EnumSource
    void saysWhatItIsAndWhatToTry(BuiltIn set) {
        assertTrue(set.kind().title().length() <= 24, set.kind().title());
        assertTrue(set.kind().about().endsWith("."), set.kind().about());
        assertTrue(set.hint().endsWith(".") || set.hint().endsWith("?"), set.hint());
        assertTrue(BuiltIn.of(set.group()).contains(set));
    }

    /** What takes long is made sample by sample, so that whoever waits goes on answering. */
    @ParameterizedTest
    @MethodSource("sized")
    void imagesAndSeriesAreMadeInSlices(BuiltIn set) {
        DataJob<Dataset> job = set.job(choice(set, "size=50"), new Random(9));
        int slices = 1;
        while (!job.advance(() -> 1, 0)) {
            slices++;
        }
        assertTrue(job.result().x().size() < 96 || slices >= 50, slices + " slices");
    }

    private static List<String> golden() {
        try {
            return Files.readAllLines(GOLDEN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Choice choice(BuiltIn set, String knobs) {
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
