package dev.steep.data.image;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NoticeText;
import dev.steep.data.file.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a data set of folders of PNG and JPEG images, a folder for each class. */
public final class ImageReader {
    /** Pixels of an image that is decoded: more than cameras have. */
    private static final long MOST_PIXELS = 100_000_000;

    /** Bytes of an image file. */
    private static final long MOST_BYTES = 64 << 20;

    private final ImageFolders folders;
    private final List<String> notices;
    private final List<ImageFile> images = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> large = new ArrayList<>();

    private ImageReader(ImageFolders folders, List<String> notices) {
        this.folders = folders;
        this.notices = notices;
    }

    /** Whether a file begins like an image that can be read. */
    public static boolean claims(byte[] bytes) {
        return ImageHeader.claims(bytes);
    }

    /** Looks at all of them, then decodes them: as the choice asks, or as suits them. */
    public static DataJob<FileResult> read(List<StoredFile> files, Optional<Choice> wanted, ImageDecoder decoder) {
        List<String> notices = new ArrayList<>();
        if (!decoder.works()) {
            notices.add(
                    "This browser cannot decode images here (it lacks OffscreenCanvas). A newer one can; tables and IDX"
                            + " images can be opened in this one.");
            return DataJob.of(() -> FileResult.nothing(notices));
        }
        Optional<ImageFolders> folders = ImageFolders.of(files, notices);
        if (folders.isEmpty()) {
            return DataJob.of(() -> FileResult.nothing(notices));
        }
        ImageReader reader = new ImageReader(folders.get(), notices);
        List<ImageFolders.Placed> placed = folders.get().images();
        return DataJob.of(
                        "Looking at the files",
                        placed.size(),
                        "image",
                        i -> reader.look(placed.get(i)),
                        () -> reader.source(wanted.filter(each -> each.is(ImageKnobs.KIND)), decoder))
                .then(source -> reader.decode(source, wanted));
    }

    private void look(ImageFolders.Placed placed) {
        StoredFile file = placed.file();
        Optional<ImageHeader> header = ImageHeader.of(file.beginning());
        if (header.isEmpty() && file.size() <= MOST_BYTES) { // of a JPEG with a preview in its EXIF, it comes later
            header = file.content().flatMap(ImageHeader::of);
        }
        if (header.isEmpty()) {
            broken.add(file.name());
        } else if (header.get().pixels() > MOST_PIXELS || file.size() > MOST_BYTES) {
            large.add(file.name());
        } else {
            images.add(new ImageFile(file, header.get(), placed.label(), placed.part()));
        }
    }

    private Optional<ImageSource> source(Optional<Choice> wanted, ImageDecoder decoder) {
        if (!broken.isEmpty()) {
            notices.add(Numbers.count(broken.size(), "image") + (broken.size() == 1 ? " is" : " are")
                    + " damaged and left out: " + NoticeText.list(broken) + ".");
        }
        if (!large.isEmpty()) {
            notices.add(Numbers.count(large.size(), "image") + (large.size() == 1 ? " is" : " are") + " larger than "
                    + MOST_PIXELS / 1_000_000 + " megapixels or " + (MOST_BYTES >> 20) + " MB and left out: "
                    + NoticeText.list(large) + ".");
        }
        return images.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageSource(folders.name(), folders.classes(), images, wanted, decoder));
    }

    private DataJob<FileResult> decode(Optional<ImageSource> source, Optional<Choice> wanted) {
        if (source.isEmpty()) {
            notices.add("No image is left to learn from.");
            return DataJob.of(() -> FileResult.nothing(notices));
        }
        Optional<Choice> asked = wanted.filter(each -> each.is(ImageKnobs.KIND));
        asked.filter(each -> !source.get().fits(each))
                .ifPresent(each -> notices.add(source.get().tooMuch(each)));
        Choice choice = source.get().choice();
        return source.get().with(choice).then(result -> DataJob.of(() -> result.after(notices)));
    }
}
