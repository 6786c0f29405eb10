package dev.steep.protocol.look;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Looks at the samples, against what NumPy 2 and pandas 2 say of the same table. */
class DataLooksTest {
    private static final int COUNT = 60;

    /** Columns a, b and c with gaps, three classes, and a column that never changes; every fifth row validates, and so on. */
    private static final SampleTable TABLE = new Samples(false) {
        @Override
        public int size() {
            return 4;
        }

        @Override
        public double value(int i, int feature) {
            return switch (feature) {
                case 0 -> i == 7 ? Double.NaN : (i * 37) % 23 * 0.5 - 3;
                case 1 -> i == 3 || i == 7 ? Double.NaN : i == 11 ? Double.POSITIVE_INFINITY : i * i % 17 - 0.1 * i;
                case 2 -> i % 4;
                default -> 5;
            };
        }
    };

    private static final SampleTable PAIRS = new Samples(false) {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public double value(int i, int feature) {
            return feature == 0 ? i * 0.25 : i % 7 * (i % 7);
        }
    };

    private abstract static class Samples implements SampleTable {
        private final boolean closed;

        Samples(boolean closed) {
            this.closed = closed;
        }

        @Override
        public int count() {
            return COUNT;
        }

        @Override
        public int classes() {
            return 3;
        }

        @Override
        public int targets() {
            return 0;
        }

        @Override
        public double target(int row, int place) {
            return row % 3;
        }

        @Override
        public double given(int row) {
            return row == 9 ? 2 : row % 3;
        }

        @Override
        public int part(int row) {
            return row == 4 || row == 8 ? REMOVED : row % 5 == 0 ? 1 : row % 10 == 3 ? closed ? CLOSED : 2 : 0;
        }
    }

    private static Look.Source source(SampleTable table) {
        return (Look.Source) Proxy.newProxyInstance(
                Look.Source.class.getClassLoader(),
                new Class<?>[] {Look.Source.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "table" -> table;
                    case "now" -> new Moment(0, 0, 0);
                    default -> throw new AssertionError("A look at the data asks for " + method.getName());
                });
    }

    private static float[] numbers(Look look, SampleTable table) {
        Look.Answering answer = look.begin(source(table));
        BooleanSupplier atOnce = () -> true;
        int slices = 0;
        while (!answer.advance(atOnce)) {
            assertTrue(slices++ < 1000);
        }
        return answer.numbers();
    }

    @Test
    void correlationIsThatOfPandas() {
        float[] expected = {
            1,
            0.11456568f,
            0.05534425f,
            0.06821278f,
            0.11456568f,
            1,
            0.13085386f,
            -0.02774606f,
            0.05534425f,
            0.13085386f,
            1,
            -0.03407331f,
            0.06821278f,
            -0.02774606f,
            -0.03407331f,
            1
        };
        float[] found = numbers(new CorrelationLook(new int[] {0, 1, 2, 4}, SampleTable.ANY), TABLE);
        assertEquals(58, found[0]);
        assertArrayEquals(expected, Arrays.copyOfRange(found, 1, found.length), 1e-6f);
    }

    @Test
    void whatNeverChangesHasNoCorrelation() {
        float[] found = numbers(new CorrelationLook(new int[] {0, 3}, SampleTable.ANY), TABLE);
        assertArrayEquals(
                new float[] {1, Float.NaN, Float.NaN, Float.NaN}, Arrays.copyOfRange(found, 1, found.length), 1e-6f);
    }

    @Test
    void histogramsMeansAndDeviationsAreThoseOfNumpy() {
        float[] found = numbers(new SpreadLook(0, SampleTable.ANY, 8), TABLE);
        assertArrayEquals(
                new float[] {
                    -3,
                    8,
                    8,
                    3,
                    1,
                    20,
                    2.725f,
                    3.4441073f,
                    -3,
                    8,
                    3,
                    2,
                    2,
                    2,
                    2,
                    3,
                    3,
                    3,
                    18,
                    2.3888889f,
                    3.2298759f,
                    -3,
                    7.5f,
                    3,
                    2,
                    2,
                    1,
                    3,
                    3,
                    2,
                    2,
                    19,
                    2.1052632f,
                    3.3934106f,
                    -3,
                    8,
                    3,
                    3,
                    3,
                    1,
                    2,
                    3,
                    2,
                    2
                },
                found,
                1e-6f);
    }

    @Test
    void fewWholeNumbersHaveABinEach() {
        float[] found = numbers(new SpreadLook(2, SampleTable.ANY, 8), TABLE);
        assertArrayEquals(new float[] {-0.5f, 3.5f, 4, 3, 0}, Arrays.copyOf(found, 5));
        assertArrayEquals(new float[] {5, 5, 5, 5}, Arrays.copyOfRange(found, 10, 14));
        assertArrayEquals(new float[] {4, 5, 5, 5}, Arrays.copyOfRange(found, 19, 23));
    }

    @Test
    void aColumnWithoutChangeHasOneBinAroundIt() {
        float[] found = numbers(new SpreadLook(3, SampleTable.ANY, 8), TABLE);
        assertArrayEquals(new float[] {4.5f, 5.5f, 1}, Arrays.copyOf(found, 3));
        assertEquals(20, found[10]);
    }

    @Test
    void meansOfClassesAreThoseOfNumpy() {
        float[] found = numbers(new MeansLook(SampleTable.ANY, 40), PAIRS);
        assertArrayEquals(
                new float[] {
                    3,
                    20,
                    7.125f,
                    12.85f,
                    4.3247110f,
                    12.7799648f,
                    19,
                    7.7105263f,
                    12.2105263f,
                    4.1756363f,
                    12.7962945f,
                    19,
                    7.9210526f,
                    12.4210526f,
                    4.2349211f,
                    11.6903730f
                },
                found,
                1e-5f);
    }

    @Test
    void classesAreCountedByPart() {
        assertArrayEquals(new float[] {14, 4, 2, 0, 13, 4, 2, 1, 13, 4, 2, 1}, numbers(new ClassCountsLook(), TABLE));
    }

    @Test
    void nothingOfAClosedPartIsTold() {
        SampleTable closed = new Samples(true) {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public double value(int row, int feature) {
                assertTrue(part(row) != CLOSED, "row " + row + " was read");
                return row;
            }
        };
        assertArrayEquals(
                new float[] {14, 4, -1, 0, 13, 4, -1, 1, 13, 4, -1, 1}, numbers(new ClassCountsLook(), closed));
        float[] samples = numbers(new SamplesLook(SampleTable.ANY, SampleTable.ANY, 0, 100), closed);
        assertArrayEquals(new float[] {52, 40, 12, -1, 2}, Arrays.copyOf(samples, 5));
        assertEquals(0, numbers(new SamplesLook(2, SampleTable.ANY, 0, 100), closed)[0]);
        assertEquals(0, numbers(new SampleLook(3), closed).length);
        assertEquals(52, numbers(new PointsLook(new int[] {0}, 100), closed)[0]);
        assertEquals(1, numbers(new SpreadLook(0, 2, 8), closed).length + 1);
        numbers(new MeansLook(SampleTable.ANY, 4), closed);
        numbers(new CorrelationLook(new int[] {0, 1}, SampleTable.ANY), closed);
    }

    @Test
    void aPageHasTheSamplesOfItsClassInOrder() {
        float[] page = numbers(new SamplesLook(0, 1, 2, 3), TABLE);
        assertEquals(13, page[0]);
        int width = SamplesLook.FIELDS + 4;
        assertEquals(SamplesLook.HEAD + 3 * width, page.length);
        int[] rows = new int[3];
        for (int i = 0; i < 3; i++) {
            rows[i] = (int) page[SamplesLook.HEAD + i * width];
        }
        assertArrayEquals(new int[] {16, 19, 22}, rows); // after 1 and 7: 4 is removed, 10 validates, 13 tests
    }

    @Test
    void aRelabelledSampleHasBothLabels() {
        float[] sample = numbers(new SampleLook(9), TABLE);
        assertArrayEquals(new float[] {9, 0, 0, 2}, Arrays.copyOf(sample, 4));
    }

    @Test
    void ofManySamplesSomeAreDrawnEvenly() {
        float[] points = numbers(new PointsLook(new int[] {2}, 29), TABLE);
        assertEquals(58, points[0]);
        assertEquals(1 + 29 * 4, points.length);
        int before = -1;
        for (int at = 1; at < points.length; at += 4) {
            assertTrue(points[at] > before && points[at] <= before + 6, points[at] + " after " + before);
            before = (int) points[at];
        }
        assertArrayEquals(points, numbers(new PointsLook(new int[] {2}, 29), TABLE));
    }
}
