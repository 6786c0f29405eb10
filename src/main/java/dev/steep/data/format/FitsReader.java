package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads FITS files, the format of astronomy: a folder of images for each class, cubes of images with labels or one for each class, or a
 * table, which is then read as a CSV is.
 */
final class FitsReader {
    private static final String MAGIC = "SIMPLE  =";
    private static final int MOST_PARTS = 1000;
    private static final String HOW =
            " Put the images of each class into a folder of its own that has the class's name, and drop"
                    + " the folder around them, or a ZIP of it.";

    private final List<String> notices = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final List<FitsTable> tables = new ArrayList<>();

    private record Image(NamedBytes file, String name, NumberArray array) {}

    private FitsReader() {}

    static boolean claims(byte[] bytes) {
        return bytes.length >= MAGIC.length()
                && FitsHeader.text(bytes, 0, MAGIC.length()).equals(MAGIC);
    }

    static DataJob<FileResult> job(List<NamedBytes> files) {
        FitsReader reader = new FitsReader();
        return DataJob.of("Reading", files.size(), "file", i -> reader.open(files.get(i)), () -> reader)
                .then(FitsReader::result);
    }

    private void open(NamedBytes file) {
        double at = 0;
        for (int part = 0; at + FitsHeader.BLOCK <= file.bytes().length && part < MOST_PARTS; part++) {
            Optional<FitsHeader> header = FitsHeader.of(file.bytes(), (int) at);
            if (header.isEmpty()) {
                notices.add(file.name() + " ends within the head of its part " + (part + 1) + ".");
                return;
            }
            String kind = header.get().text("XTENSION");
            if (kind.equals("BINTABLE") || kind.equals("TABLE")) {
                FitsTable.of(file, header.get(), notices).ifPresent(tables::add);
            } else if (header.get().lengths().length > 0 && header.get().size() > 0) {
                String name = header.get().text("EXTNAME");
                FitsImage.of(file, header.get(), notices)
                        .ifPresent(array -> images.add(new Image(file, name.isEmpty() ? file.name() : name, array)));
            }
            double end = header.get().data() + header.get().size();
            at = Math.ceil(end / FitsHeader.BLOCK) * FitsHeader.BLOCK;
        }
    }

    private DataJob<FileResult> result() {
        List<Image> single =
                images.stream().filter(each -> each.array.rank() == 2).toList();
        List<ArrayReader.Named> arrays = new ArrayList<>();
        for (Image image : images) {
            ArrayName name = ArrayName.of(bare(image.name));
            if (image.array.rank() != 2 || name.role() == ArrayName.Role.LABELS) {
                arrays.add(new ArrayReader.Named(name, image.array, Optional.empty()));
            }
        }
        if (arrays.stream().anyMatch(each -> each.array().rank() > 2)) {
            tables.forEach(table -> labels(table, arrays));
            return ArrayReader.job(name(), arrays, notices);
        }
        if (!tables.isEmpty()) {
            for (FitsTable other : tables.subList(1, tables.size())) {
                notices.add("Another table in " + other.name() + " is left out; one table is opened at a time.");
            }
            return TableText.job(
                    tables.get(0).name(), tables.get(0).columns(), tables.get(0).rows(), notices);
        }
        if (single.isEmpty()) {
            if (notices.isEmpty()) {
                notices.add("There is no image and no table in these files.");
            }
            return DataJob.of(() -> FileResult.nothing(notices));
        }
        return folders(single);
    }

    /** The column of a table that is called like labels goes with images beside the table. */
    private static void labels(FitsTable table, List<ArrayReader.Named> arrays) {
        for (TableText.Column column : table.columns()) {
            ArrayName name = ArrayName.of(column.name());
            if (name.role() == ArrayName.Role.LABELS) {
                List<String> texts = new ArrayList<>();
                for (int row = 0; row < table.rows(); row++) {
                    texts.add(column.cells().apply(row));
                }
                NumberArray none = new NumberArray(
                        column.name(), new int[] {table.rows()}, table.rows(), NumberArray.Type.WHOLE, i -> 0);
                arrays.add(new ArrayReader.Named(name, none, Optional.of(texts)));
                return;
            }
        }
    }

    private String name() {
        NamedBytes file = images.get(0).file;
        return file.folders().isEmpty() ? file.name() : file.folders().get(0);
    }

    private static String bare(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Images of the size that most have, in a folder for each class. */
    private DataJob<FileResult> folders(List<Image> single) {
        TreeMap<String, Integer> sizes = new TreeMap<>();
        single.forEach(each -> sizes.merge(FitsImage.shape(each.array.lengths()), 1, Integer::sum));
        String usual = "";
        for (var size : sizes.entrySet()) {
            usual = size.getValue() > sizes.getOrDefault(usual, 0) ? size.getKey() : usual;
        }
        TreeMap<String, List<Image>> classes = new TreeMap<>();
        List<String> others = new ArrayList<>();
        for (Image image : single) {
            List<String> folders = image.file.folders();
            if (!FitsImage.shape(image.array.lengths()).equals(usual)) {
                others.add(image.file.name());
            } else {
                String folder = folders.isEmpty() ? "" : folders.get(folders.size() - 1);
                classes.computeIfAbsent(folder, each -> new ArrayList<>()).add(image);
            }
        }
        if (!others.isEmpty()) {
            notices.add(Numbers.count(others.size(), "image") + " left out, which are not of " + usual
                    + " pixels as most are: " + NoticeText.list(others) + ".");
        }
        if (classes.size() < 2) {
            notices.add((single.size() == 1
                            ? single.get(0).file.name() + " holds one image of " + usual
                                    + " pixels, and nothing to learn from."
                            : "The images lie in one folder, so there are no classes to tell apart.")
                    + HOW);
            return DataJob.of(() -> FileResult.nothing(notices));
        }
        List<ArrayReader.Named> stacks = new ArrayList<>();
        classes.forEach((folder, all) -> stacks.add(new ArrayReader.Named(
                new ArrayName(folder.isEmpty() ? "no folder" : folder, ArrayName.Role.SAMPLES, Optional.empty()),
                stack(folder, all),
                Optional.empty())));
        return ArrayReader.classes(name(), stacks, notices);
    }

    private static NumberArray stack(String folder, List<Image> all) {
        List<Image> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(each -> each.file.name()));
        int[] lengths = sorted.get(0).array.lengths();
        int size = lengths[0] * lengths[1];
        NumberArray.Type type = NumberArray.Type.BYTE;
        for (Image image : sorted) {
            type = image.array.type().ordinal() > type.ordinal() ? image.array.type() : type;
        }
        return new NumberArray(
                folder,
                new int[] {sorted.size(), lengths[0], lengths[1]},
                sorted.size(),
                type,
                i -> sorted.get(i / size).array.numbers().at(i % size));
    }
}
