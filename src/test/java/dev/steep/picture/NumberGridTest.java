package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberGridTest {
    private static final List<NumberGrid> ALL = List.of(
            NumberGrid.kernels(3, 2, 4, 5),
            NumberGrid.maps(4, 3, 6),
            NumberGrid.image(2, 3, 3),
            NumberGrid.image(4, 3, 1),
            NumberGrid.weights(5, 3),
            NumberGrid.list("unit", 23, List.of()),
            NumberGrid.list("unit", 3, List.of()),
            NumberGrid.list("class", 3, List.of("cat", "dog", "frog")),
            NumberGrid.draws(3, new int[] {2, 3, 3}),
            NumberGrid.draws(4, new int[] {13}));

    @Test
    void everyNumberHasOnePlace() {
        for (NumberGrid grid : ALL) {
            int[] seen = new int[grid.count()];
            for (int tile = 0; tile < grid.tiles().length(); tile++) {
                for (int channel = 0; channel < grid.channels().length(); channel++) {
                    for (int row = 0; row < grid.rows().length(); row++) {
                        for (int column = 0; column < grid.columns().length(); column++) {
                            int index = grid.index(tile, channel, row, column);
                            if (index >= 0) {
                                seen[index]++;
                            }
                        }
                    }
                }
            }
            for (int times : seen) {
                assertEquals(1, times, grid.toString());
            }
        }
    }

    /** A kernel of Keras is height × width × channels × filters. */
    @Test
    void kernelsLieAsInKeras() {
        assertEquals(((1 * 2 + 1) * 4 + 3) * 5 + 2, ALL.get(0).index(2, 3, 1, 1));
        assertEquals("kernel 3, channel 4, row 2, column 2", ALL.get(0).place(2, 3, 1, 1));
    }

    @Test
    void placesHaveNames() {
        assertEquals("map 2, row 1, column 3", ALL.get(1).place(1, 0, 0, 2));
        assertEquals("channel blue, row 1, column 1", ALL.get(2).place(0, 2, 0, 0));
        assertEquals("input 5, unit 3", ALL.get(4).place(0, 0, 4, 2));
        assertEquals("unit 23", ALL.get(5).place(0, 0, 2, 2));
        assertEquals("class dog", ALL.get(7).place(0, 0, 1, 0));
        assertEquals("draw 4, unit 13", ALL.get(9).place(3, 0, 1, 2));
    }

    @Test
    void pixelsAreTransparentWhereThereIsNoNumber() {
        float[] numbers = new float[23];
        numbers[22] = 1;
        byte[] pixels = ALL.get(5).pixels(0, 0, numbers, Scale.signed(1, false));
        assertEquals(3 * 10 * 4, pixels.length);
        assertArrayEquals(new byte[] {(byte) 0xd9, 0x5f, 0x0e, -1, 0, 0, 0, 0}, Arrays.copyOfRange(pixels, 88, 96));
    }
}
