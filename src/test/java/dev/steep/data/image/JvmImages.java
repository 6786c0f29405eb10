package dev.steep.data.image;

import dev.steep.math.Random;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** The JVM's decoder, and images to decode. One that is late answers when {@link #answer} is called, as a browser does. */
public final class JvmImages implements ImageDecoder {
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final boolean late;

    public JvmImages(boolean late) {
        this.late = late;
    }

    @Override
    public void decode(byte[] file, Consumer<Optional<Pixels>> then) {
        Runnable answer = () -> then.accept(decoded(file));
        if (late) {
            later.add(answer);
        } else {
            answer.run();
        }
    }

    /** Answers one of those that wait; returns whether there was one. */
    public boolean answer() {
        Runnable next = later.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    private static Optional<Pixels> decoded(byte[] file) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                return Optional.empty();
            }
            byte[] rgba = new byte[4 * image.getWidth() * image.getHeight()];
            for (int i = 0; i < rgba.length / 4; i++) {
                int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
                for (int c = 0; c < 3; c++) {
                    rgba[4 * i + c] = (byte) (argb >> 16 - 8 * c);
                }
                rgba[4 * i + 3] = (byte) (argb >> 24);
            }
            return Optional.of(new Pixels(image.getWidth(), image.getHeight(), rgba));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** An image of one colour, {@code 0xAARRGGBB}, as PNG. */
    public static byte[] png(int width, int height, int argb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, argb);
        }
        return write(image, "png");
    }

    /** A noisy image around a brightness, in colour or grey. */
    public static byte[] noisy(String format, int width, int height, boolean grey, int brightness, Random random) {
        BufferedImage image =
                new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int value = Math.max(0, Math.min(255, brightness + random.below(40) - 20));
            image.setRGB(i % width, i / width, 0xFF000000 | value << 16 | value << 8 | value);
        }
        return write(image, format);
    }

    private static byte[] write(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("no writer for " + format);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
