package dev.steep.data.image;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.FileSource;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.math.Characters;
import java.util.List;
import java.util.Optional;

/**
 * Image files that were opened, not decoded: they are kept packed, as they came, and decoded whenever a setting asks for other
 * pixels. So they take no more memory than on the disk, and no setting has to be right at first.
 */
final class ImageSource implements FileSource {
    /** The numbers of a data set of images, in bytes, at the most. */
    static final long MOST_BYTES = 256L << 20;

    /** Sizes that people use; the first choice is one of them. */
    private static final List<Integer> USUAL = List.of(128, 96, 64, 48, 32, 28, 16, 8);

    private final String name;
    private final List<String> classes;
    private final List<ImageFile> images;
    private final Optional<Choice> wanted;
    private final ImageDecoder decoder;

    ImageSource(
            String name, List<String> classes, List<ImageFile> images, Optional<Choice> wanted, ImageDecoder decoder) {
        this.wanted = wanted;
        this.name = Characters.cut(Characters.visible(name), NamedBytes.LONGEST_NAME);
        this.classes = classes;
        this.images = images;
        this.decoder = decoder;
    }

    String name() {
        return name;
    }

    List<String> classes() {
        return classes;
    }

    List<ImageFile> images() {
        return images;
    }

    /** What the recipe that waits for them asks, if there is room for that; else what suits them. */
    @Override
    public Choice choice() {
        return wanted.filter(this::fits)
                .map(choice -> choice.with(OwnFile.NAME, name))
                .orElseGet(this::suited);
    }

    /** As large as the usual image, up to 64 pixels, and as fits; grey if all are. */
    private Choice suited() {
        boolean grey = images.stream().allMatch(image -> image.header().grey());
        Choice choice =
                ImageKnobs.KIND.choice().with(OwnFile.NAME, name).with(ImageKnobs.COLOR, grey ? "grayscale" : "rgb");
        int[] sides = images.stream()
                .mapToInt(
                        image -> Math.min(image.header().width(), image.header().height()))
                .sorted()
                .toArray();
        int usual = Math.min(64, sides[sides.length / 2]);
        for (int size : USUAL) {
            Choice smaller = choice.with(ImageKnobs.SIZE, size);
            if (size <= Math.max(usual, ImageKnobs.SMALLEST) && fits(smaller)) {
                return smaller;
            }
        }
        return choice.with(ImageKnobs.SIZE, ImageKnobs.SMALLEST);
    }

    boolean fits(Choice choice) {
        return bytes(choice) <= MOST_BYTES;
    }

    private long bytes(Choice choice) {
        return (long) images.size() * ImageKnobs.bytes(choice);
    }

    /** What is too much is refused before anything is allocated. */
    @Override
    public DataJob<FileResult> with(Choice choice) {
        if (!fits(choice)) {
            String sentence = tooMuch(choice);
            return DataJob.of(() -> FileResult.nothing(List.of(sentence)));
        }
        return new ImageJob(this, choice, decoder);
    }

    /** Why a choice does not fit. */
    String tooMuch(Choice choice) {
        int side = choice.get(ImageKnobs.SIZE);
        int largest = USUAL.stream()
                .filter(size -> fits(choice.with(ImageKnobs.SIZE, size)))
                .findFirst()
                .orElse(0);
        return Numbers.count(images.size(), "image") + " of " + side + " × " + side + " pixels "
                + (ImageKnobs.channels(choice) == 3 ? "in colour" : "in grey") + " would take "
                + megabytes(bytes(choice)) + " MB of memory, more than the " + megabytes(MOST_BYTES)
                + " MB that a browser tab safely has for them. "
                + (largest == 0
                        ? "Open fewer of them."
                        : "At " + largest + " × " + largest + " they take "
                                + megabytes(bytes(choice.with(ImageKnobs.SIZE, largest))) + " MB.");
    }

    @Override
    public Choice fitting(Choice choice) {
        return USUAL.stream()
                .map(size -> choice.with(ImageKnobs.SIZE, size))
                .filter(this::fits)
                .filter(each -> each.get(ImageKnobs.SIZE) <= choice.get(ImageKnobs.SIZE))
                .findFirst()
                .orElse(choice);
    }

    private static String megabytes(long bytes) {
        return Numbers.grouped((bytes + (1 << 20) - 1) >> 20);
    }

    /** How many are of each class, of those that count. */
    int[] sizes(boolean[] counts) {
        int[] sizes = new int[classes.size()];
        for (int i = 0; i < counts.length; i++) {
            sizes[images.get(i).label()] += counts[i] ? 1 : 0;
        }
        return sizes;
    }
}
