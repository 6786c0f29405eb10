package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorImageTest {
    private static final List<TensorImage> ALL = List.of(
            TensorImage.kernels(2, 3, 2, 5),
            TensorImage.maps(4, 3, 6),
            TensorImage.weights(5, 3),
            TensorImage.wrapped(TensorImage.Content.UNITS, 17),
            TensorImage.wrapped(TensorImage.Content.KEPT, 31));

    @Test
    void everyKindIsTried() {
        assertArrayEquals(
                TensorImage.Content.values(),
                ALL.stream().map(TensorImage::kind).toArray());
    }

    /** What the pointer is told of a pixel is what the pixel shows. */
    @Test
    void eachNumberColoursTheSpotsOfItsIndexAndNoOthers() {
        List<TensorImage> images = new ArrayList<>(ALL);
        images.add(TensorImage.narrowMaps(4, 3, 6));
        images.add(TensorImage.kernels(2, 3, 2, 13));
        for (TensorImage image : images) {
            int seen = 0;
            for (int i = 0; i < image.count(); i++) {
                float[] values = new float[image.count()];
                values[i] = Float.NaN; // has a colour of its own, and does not count for the scale
                byte[] pixels = image.pixels(values, false);
                for (int y = 0; y < image.sheet().down(); y++) {
                    for (int x = 0; x < image.sheet().across(); x++) {
                        boolean lit = (pixels[4 * (y * image.sheet().across() + x) + 1] & 255) == 0
                                && pixels[4 * (y * image.sheet().across() + x)] == (byte) 255;
                        assertEquals(image.index(image.sheet().spot(x, y)) == i, lit, image + " " + i);
                        seen += lit ? 1 : 0;
                    }
                }
            }
            int zoom = image.sheet().zoom();
            int shown = image.kind() == TensorImage.Content.KERNELS ? image.count() / 2 : image.count();
            assertEquals(shown * zoom * zoom, seen, image.toString());
        }
    }

    @Test
    void kernelsAreThoseOfTheFirstChannel() {
        TensorImage image = TensorImage.kernels(2, 3, 2, 5);
        assertEquals(((1 * 3 + 2) * 2 + 0) * 5 + 4, image.index(new TileSheet.Spot(4, 1, 2)));
    }

    @Test
    void numbersThatDoNotExistLeaveItBlank() {
        for (TensorImage image : ALL) {
            byte[] blank = new byte[image.sheet().across() * image.sheet().down() * 4];
            assertArrayEquals(blank, image.pixels(new float[0], true));
            assertArrayEquals(blank, image.pixels(new float[image.count() + 1], true));
        }
    }

    @Test
    void weightsAndSignedActivationsHaveNoColourOfTheirOwnAtZero() {
        float[] values = new float[15];
        values[3] = -1;
        values[4] = 0.5f;
        assertArrayEquals(new byte[] {(byte) 0xf7, (byte) 0xf7, (byte) 0xf7, -1}, firstNumber(values, false));
        assertArrayEquals(new byte[] {0x34, 0x3a, 0x40, -1}, firstNumber(values, true));
    }

    private static byte[] firstNumber(float[] values, boolean dark) {
        TensorImage image = TensorImage.weights(5, 3);
        int start = (image.sheet().across() + 1) * 4; // within the hairline
        return Arrays.copyOfRange(image.pixels(values, dark), start, start + 4);
    }

    @Test
    void everyTileHasALineAround() {
        TensorImage image = TensorImage.kernels(2, 3, 1, 5);
        byte[] pixels = image.pixels(new float[30], false);
        int lines = 0;
        for (int i = 0; i < pixels.length; i += 4) {
            lines += (pixels[i] & 255) == (Ramp.hairline(false) >> 16) ? 1 : 0;
        }
        int zoom = image.sheet().zoom();
        assertEquals(5 * (2 * (3 * zoom + 2) + 2 * 2 * zoom), lines);
    }

    /** So that neither the picture nor its scale flickers while weights move a little. */
    @Test
    void endsOfAScaleAreRoundNumbers() {
        assertEquals(
                0.4,
                TensorImage.weights(1, 2)
                        .scale(new float[] {-0.301f, 0.2f}, false)
                        .high());
        assertEquals(
                -0.4,
                TensorImage.weights(1, 2)
                        .scale(new float[] {-0.399f, 0.2f}, false)
                        .low());
        assertEquals(new Range(0, 2.5), range(TensorImage.maps(1, 2, 1).scale(new float[] {0, 2.3f}, false)));
    }

    private static Range range(Scale scale) {
        return new Range(scale.low(), scale.high());
    }
}
