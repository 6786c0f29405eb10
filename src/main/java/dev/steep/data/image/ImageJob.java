package dev.steep.data.image;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.data.ByteSamples;
import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.Dataset;
import dev.steep.data.GivenPart;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NoticeText;
import dev.steep.math.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Decodes images and brings them to one size: several are with the decoder at a time, and none waits there for a slice. */
final class ImageJob implements DataJob<FileResult> {
    /** So many are with the decoder at once. */
    private static final int AT_ONCE = 8;

    /** So many pixels at the most: of large photographs there are fewer at once. */
    private static final long MOST_PIXELS = 64_000_000;

    private final ImageSource source;
    private final Choice choice;
    private final ImageDecoder decoder;
    private final Resize resize;
    private final int size;
    private final byte[] samples;
    private final boolean[] good;
    private final Deque<Decoded> decoded = new ArrayDeque<>();
    private final List<String> broken = new ArrayList<>();
    private int begun;
    private int done;
    private int transparent;
    private long pixels;
    private Optional<FileResult> result = Optional.empty();

    private record Decoded(int place, Optional<Pixels> picture) {}

    ImageJob(ImageSource source, Choice choice, ImageDecoder decoder) {
        this.source = source;
        this.choice = choice;
        this.decoder = decoder;
        resize = new Resize(choice);
        size = ImageKnobs.bytes(choice);
        samples = new byte[source.images().size() * size];
        good = new boolean[source.images().size()];
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        do {
            if (done == good.length) {
                finishOnce();
                return true;
            }
            if (mayBegin()) {
                begin(begun++);
            }
            Decoded next = decoded.poll();
            if (next != null) {
                take(next);
            } else if (waits()) {
                return false;
            }
        } while (clock.getAsDouble() < until);
        return false;
    }

    private boolean mayBegin() {
        int under = begun - done;
        return begun < good.length
                && (under == 0
                        || under < AT_ONCE
                                && pixels + source.images().get(begun).header().pixels() <= MOST_PIXELS);
    }

    private void begin(int place) {
        ImageFile image = source.images().get(place);
        pixels += image.header().pixels();
        Optional<byte[]> content = image.file().content();
        if (content.isEmpty()) {
            decoded.add(new Decoded(place, Optional.empty()));
        } else {
            decoder.decode(content.get(), picture -> decoded.add(new Decoded(place, picture)));
        }
    }

    private void take(Decoded image) {
        ImageFile file = source.images().get(image.place());
        pixels -= file.header().pixels();
        done++;
        if (image.picture().isEmpty()) {
            broken.add(file.file().name());
            return;
        }
        good[image.place()] = true;
        resize.put(image.picture().get(), samples, image.place() * size);
        transparent += isTransparent(image.picture().get()) ? 1 : 0;
    }

    private static boolean isTransparent(Pixels picture) {
        for (int i = 3; i < picture.rgba().length; i += 4) {
            if (picture.rgba()[i] != -1) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean waits() {
        return result.isEmpty() && done < good.length && decoded.isEmpty() && !mayBegin();
    }

    @Override
    public DataProgress progress() {
        return new DataProgress("Decoding", done, good.length, "image");
    }

    @Override
    public FileResult result() {
        return result.orElseThrow();
    }

    private void finishOnce() {
        if (result.isEmpty()) {
            result = Optional.of(outcome());
        }
    }

    private FileResult outcome() {
        List<String> notices = new ArrayList<>();
        if (!broken.isEmpty()) {
            notices.add(Numbers.count(broken.size(), "image") + " cannot be decoded and "
                    + (broken.size() == 1 ? "is" : "are") + " left out: " + NoticeText.list(broken) + ".");
        }
        if (transparent > 0) {
            notices.add(Numbers.count(transparent, "image")
                    + (transparent == 1 ? " is" : " are") + " partly transparent; what lies behind is "
                    + choice.get(ImageKnobs.BACKGROUND) + ".");
        }
        int count = good.length - broken.size();
        int[] sizes = source.sizes(good);
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 0) {
                notices.add("No image of the class "
                        + NoticeText.quote(source.classes().get(i)) + " is left.");
            }
        }
        if (count < 2) {
            notices.add("So there is nothing to learn from.");
            return FileResult.nothing(notices);
        }
        int side = choice.get(ImageKnobs.SIZE);
        Dataset data = dataset(count, Shape.of(side, side, ImageKnobs.channels(choice)));
        notices.add("Read " + Numbers.count(count, "image") + " in "
                + source.classes().size() + " classes (" + NoticeText.list(source.classes()) + "), each brought to "
                + data.shape() + ".");
        return new FileResult(Optional.of(data), notices, Optional.of(source), "");
    }

    /** Of the good ones: they move together over the broken ones. */
    private Dataset dataset(int count, Shape shape) {
        int[] labels = new int[count];
        List<GivenPart> parts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < good.length; i++) {
            if (good[i]) {
                System.arraycopy(samples, i * size, samples, next * size, size);
                labels[next++] = source.images().get(i).label();
                parts.add(source.images().get(i).part());
            }
        }
        byte[] kept = count == good.length ? samples : java.util.Arrays.copyOf(samples, count * size);
        boolean given =
                parts.stream().anyMatch(part -> part != GivenPart.TRAINING) && parts.contains(GivenPart.TRAINING);
        return new Dataset(
                source.name(),
                shape,
                new ByteSamples(kept, size),
                new Target.Classes(labels, source.classes()),
                List.of(),
                given ? parts : List.of());
    }
}
