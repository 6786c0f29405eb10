package dev.steep.worker.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.ColumnSamples;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Preparing a large table is done in slices, none of which reads many numbers, and gives what it gives at once. */
class PreparingSlicesTest {
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 4;

    /** As many as are read in a millisecond or two; a formula is worked out for a block of rows at once. */
    private static final long MOST = 1 << 15;

    private long reads;

    /** Columns of numbers; the first has gaps if somebody wants that. */
    private Dataset table(boolean gaps) {
        float[][] numbers = new float[COLUMNS][ROWS];
        Random random = new Random(11);
        for (float[] column : numbers) {
            for (int row = 0; row < ROWS; row++) {
                column[row] = (float) (1 + 50 * random.uniform());
            }
        }
        for (int row = 0; row < ROWS && gaps; row += 7) {
            numbers[0][row] = Float.NaN;
        }
        List<ColumnSamples.Feature> features = Arrays.stream(numbers)
                .map(column -> (ColumnSamples.Feature) new ColumnSamples.Feature() {
                    @Override
                    public double at(int row) {
                        reads++;
                        return column[row];
                    }

                    @Override
                    public boolean isComplete() {
                        return !gaps;
                    }
                })
                .toList();
        int[] rows = IntStream.range(0, ROWS).toArray();
        return new Dataset(
                "table",
                Shape.of(COLUMNS),
                new ColumnSamples(features, rows),
                new Target.Classes(Arrays.stream(rows).map(row -> row % 3).toArray(), List.of("a", "b", "c")),
                List.of("p", "q", "r", "s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prepare(standardise)/split(0.2,0.2)",
                "prepare(unit,features=(feature(q,log),feature(r,asinh)))/split(0.2)",
                "prepare(signed,made=(made('p * q'),made('log(r)')))/split(0.2,0.1,folds=4)",
                "prepare(standardise,missing=mean)/split(0.2)",
                "prepare(standardise,features=feature(q,unit,missing=mean),missing=indicator)/split(0.1,0.1,last)"
            })
    void noSliceReadsManyNumbersAndAllGiveTheSame(String text) {
        Recipe recipe =
                RecipeText.read("1/data=xor/" + text + "/Dense(3,softmax)").recipe();
        boolean gaps = text.contains("missing");
        PreparedData whole = PreparedData.of(table(gaps), List.of(), "", recipe);

        DataJob<PreparedData> job = PreparedData.job(table(gaps), List.of(), "", recipe);
        long most = 0;
        int slices = 0;
        boolean done = false;
        while (!done) {
            long before = reads;
            done = job.advance(() -> 1, 1);
            most = Math.max(most, reads - before);
            slices++;
        }
        assertTrue(slices > 30, slices + " slices");
        assertTrue(most <= MOST, most + " numbers in a slice");
        PreparedData sliced = job.result();
        assertEquals(whole.scale(), sliced.scale());
        assertArrayEquals(whole.split().training(), sliced.split().training());
        assertArrayEquals(whole.split().validation(), sliced.split().validation());
        assertArrayEquals(whole.ranges(), sliced.ranges());
        assertEquals(whole.test(), sliced.test());
        for (int row = 0; row < ROWS; row += 997) {
            assertArrayEquals(whole.given().x().sample(row), sliced.given().x().sample(row));
        }
    }
}
