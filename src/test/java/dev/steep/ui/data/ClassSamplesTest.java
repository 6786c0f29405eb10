package dev.steep.ui.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.StoredFile;
import dev.steep.data.file.Zip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ClassSamplesTest {
    private final ClassSamples samples = new ClassSamples();

    /** Of one colour, a little another in its first pixel. */
    private byte[] picture(int red, int green, int blue) {
        byte[] rgba = new byte[4 * samples.side() * samples.side()];
        for (int i = 0; i < rgba.length; i += 4) {
            rgba[i] = (byte) red;
            rgba[i + 1] = (byte) green;
            rgba[i + 2] = (byte) blue;
            rgba[i + 3] = (byte) 255;
        }
        rgba[0] = (byte) (red ^ 255);
        return rgba;
    }

    private void fill() {
        for (int i = 0; i < 6; i++) {
            samples.add(i % 2, picture(40 * i, 10, 250), false);
        }
    }

    @Test
    void everyClassNeedsANameOfItsOwnAndTwoImages() {
        assertEquals(Optional.of("class 1 needs images."), samples.refusal());
        fill();
        assertEquals(Optional.empty(), samples.refusal());
        assertEquals("6 images in 2 classes", samples.sum());
        samples.name(0, " ./ ");
        assertEquals(Optional.empty(), samples.refusal()); // a folder called "-"
        samples.name(0, "..");
        assertEquals(Optional.of("Give each class a name."), samples.refusal());
        samples.name(0, "class 2 ");
        assertTrue(samples.refusal().orElseThrow().startsWith("Two classes are called class 2"));
        samples.removeGroup(0);
        assertTrue(samples.refusal().orElseThrow().startsWith("A second class"));
    }

    @Test
    void everyStepIsTakenBack() {
        fill();
        byte[] first = samples.groups().get(0).images().get(0);
        samples.remove(0, 0);
        samples.removeGroup(1);
        samples.addGroup();
        for (int i = 0; i < 3; i++) {
            samples.undo();
        }
        assertEquals("6 images in 2 classes", samples.sum());
        assertArrayEquals(first, samples.groups().get(0).images().get(0));
        samples.add(1, picture(1, 2, 3), false);
        samples.add(1, picture(1, 2, 3), true);
        samples.add(1, picture(1, 2, 3), true);
        assertEquals(9, samples.count());
        samples.undo(); // what was recorded in one press
        assertEquals(6, samples.count());
        while (samples.canUndo()) {
            samples.undo();
        }
        assertEquals(0, samples.count());
        assertEquals(2, samples.groups().size());
    }

    @Test
    void sizeAndColourAreChosenOnce() {
        samples.choose(16, false);
        fill();
        samples.choose(64, true);
        assertEquals(16, samples.side());
        assertFalse(samples.colour());
        assertEquals(256, samples.groups().get(0).images().get(0).length);
        assertEquals(
                Math.round(0.2989 * 0 + 0.587 * 10 + 0.1141 * 250),
                samples.groups().get(0).images().get(0)[5]);
    }

    @Test
    void archiveHoldsTheVeryPixels() throws IOException {
        for (boolean colour : List.of(true, false)) {
            ClassSamples some = new ClassSamples();
            some.choose(colour ? 64 : 16, colour); // longer and shorter than a stored block
            byte[] rgba = new byte[4 * some.side() * some.side()];
            for (int i = 0; i < rgba.length; i++) {
                rgba[i] = (byte) (i % 4 == 3 ? 255 : 7 * i + i / 50);
            }
            for (int i = 0; i < 4; i++) {
                some.add(i % 2, rgba, false);
            }
            List<String> notices = new ArrayList<>();
            List<StoredFile> files = Zip.entries(new NamedBytes("my.zip", some.zip()), notices);
            assertEquals(List.of(), notices);
            assertEquals(
                    List.of("0001.png", "0002.png", "0001.png", "0002.png"),
                    files.stream().map(StoredFile::name).toList());
            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(files.get(0).content().orElseThrow()));
            byte[] kept = some.rgba(some.groups().get(0).images().get(0));
            for (int i = 0; i < some.side() * some.side(); i++) {
                int[] pixel = image.getRaster().getPixel(i % some.side(), i / some.side(), (int[]) null);
                assertEquals(colour ? 3 : 1, pixel.length);
                assertEquals(kept[4 * i] & 255, pixel[0]);
                assertEquals(kept[4 * i + 2] & 255, pixel[pixel.length - 1]);
            }
            assertArrayEquals(some.zip(), some.zip());
        }
    }

    @Test
    void otherProgramsReadTheArchive() throws IOException {
        fill();
        samples.name(1, "größe/2");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(samples.zip()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertEquals((byte) 'P', zip.readAllBytes()[1]);
            }
        }
        assertEquals("größe-2/0003.png", names.get(5));
    }

    @Test
    void transparentPixelsAreWhite() {
        byte[] clear = new byte[4 * samples.side() * samples.side()];
        samples.add(0, clear, false);
        byte[] white = new byte[3 * samples.side() * samples.side()];
        Arrays.fill(white, (byte) 255);
        assertArrayEquals(white, samples.groups().get(0).images().get(0));
    }
}
