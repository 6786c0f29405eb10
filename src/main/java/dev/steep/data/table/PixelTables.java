package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.ByteSamples;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.GivenPart;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.GivenFile;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.data.file.StoredFile;
import dev.steep.math.Characters;
import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes pictures of tables whose rows are such; training and test files, dropped together, become parts of one data set. */
public final class PixelTables {
    private static final int MOST_CLASSES = 1000;

    private PixelTables() {}

    /** A file and how its rows are pictures. */
    private record Found(StoredFile file, PixelLayout layout) {}

    /** The data set, if the rows of these tables are pictures; nothing if they are ordinary tables. */
    public static DataJob<Optional<FileResult>> job(List<StoredFile> files) {
        List<String> notices = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        return DataJob.of("Looking at the tables", files.size(), "file", i -> look(files.get(i), found), () -> found)
                .then(all -> all.isEmpty() ? DataJob.of(List::<PixelRows>of) : rows(all, 0, new ArrayList<>()))
                .then(all -> DataJob.of(() -> joined(all, files, notices)));
    }

    private static void look(StoredFile file, List<Found> found) {
        StoredFile there = file instanceof GivenFile || file instanceof NamedBytes
                ? file
                : file.content()
                        .<StoredFile>map(bytes -> new NamedBytes(file.folder(), file.name(), bytes))
                        .orElse(file);
        int look = (int) Math.min(PixelLayout.LOOK, there.size());
        there.slice(0, look)
                .flatMap(bytes -> PixelLayout.of(bytes, look == there.size()))
                .ifPresent(layout -> found.add(new Found(there, layout)));
    }

    private static DataJob<List<PixelRows>> rows(List<Found> found, int next, List<PixelRows> read) {
        PixelRows rows = new PixelRows(found.get(next).file, found.get(next).layout);
        return rows.then(done -> {
            read.add(done);
            return next + 1 == found.size() ? DataJob.of(() -> read) : rows(found, next + 1, read);
        });
    }

    private static Optional<FileResult> joined(List<PixelRows> all, List<StoredFile> files, List<String> notices) {
        List<PixelRows> labelled = new ArrayList<>();
        for (PixelRows each : all) {
            if (each.works() && each.layout().label() >= 0) {
                labelled.add(each);
            }
        }
        if (labelled.isEmpty()) {
            return all.stream()
                    .filter(PixelRows::works)
                    .findFirst()
                    .map(each -> FileResult.nothing(List.of(unlabelled(each))));
        }
        PixelRows first = labelled.get(0);
        List<PixelRows> alike = new ArrayList<>();
        long bytes = 0;
        for (PixelRows each : labelled) {
            bytes += (long) each.rows() * each.layout().pixels();
            if (each.layout().pixels() == first.layout().pixels() && (alike.isEmpty() || bytes <= NamedBytes.LARGEST)) {
                alike.add(each);
                each.say(notices);
            }
        }
        for (StoredFile file : files) {
            if (alike.stream().noneMatch(each -> each.name().equals(file.name()))) {
                notices.add(all.stream()
                        .filter(each -> each.name().equals(file.name())
                                && each.works()
                                && each.layout().label() < 0)
                        .findFirst()
                        .map(PixelTables::unlabelled)
                        .orElseGet(() -> file.name() + " is left out: its rows are not pictures like those of "
                                + first.name() + ", or there is no room for more."));
            }
        }
        return Optional.of(dataset(alike, notices));
    }

    private static String unlabelled(PixelRows rows) {
        return NoticeText.name(rows.name()) + " holds " + Numbers.count(rows.rows(), "picture") + " of " + size(rows)
                + " pixels, but no column of labels, so there is nothing to learn from it.";
    }

    private static String size(PixelRows rows) {
        return rows.layout().side() + " × " + rows.layout().side();
    }

    private static FileResult dataset(List<PixelRows> all, List<String> notices) {
        PixelLayout layout = all.get(0).layout();
        TreeSet<String> texts = new TreeSet<>();
        all.forEach(each -> texts.addAll(each.names()));
        if (texts.size() < 2 || texts.size() > MOST_CLASSES) {
            notices.add(
                    texts.size() < 2
                            ? "All labels are the same, so there is nothing to tell apart."
                            : "There are " + Numbers.grouped(texts.size()) + " different labels; " + MOST_CLASSES
                                    + " classes are the most.");
            return FileResult.nothing(notices);
        }
        List<String> classes = sorted(texts);
        Map<String, Integer> places = new HashMap<>();
        classes.forEach(each -> places.put(each, places.size()));
        int count = all.stream().mapToInt(PixelRows::rows).sum();
        int size = layout.pixels();
        byte[] pixels = all.size() == 1 && all.get(0).pixels().length == count * size
                ? all.get(0).pixels()
                : new byte[count * size];
        int[] index = new int[count];
        List<GivenPart> parts = new ArrayList<>();
        int row = 0;
        for (PixelRows each : all) {
            if (pixels != each.pixels()) {
                System.arraycopy(each.pixels(), 0, pixels, row * size, each.rows() * size);
            }
            GivenPart part = part(each.name());
            for (int i = 0; i < each.rows(); i++) {
                index[row++] = places.getOrDefault(each.label(i), 0);
                parts.add(part);
            }
        }
        boolean given =
                parts.contains(GivenPart.TRAINING) && parts.stream().anyMatch(part -> part != GivenPart.TRAINING);
        Shape shape = Shape.of(layout.side(), layout.side(), layout.channels());
        notices.add("Each row is read as a picture of " + size(all.get(0)) + " pixels"
                + (layout.channels() == 3 ? " in colour: " : ": ") + Numbers.count(count, "image") + " of " + shape
                + " in "
                + classes.size() + " classes.");
        return FileResult.of(
                new Dataset(
                        all.get(0).name(),
                        shape,
                        new ByteSamples(pixels, size),
                        new Target.Classes(index, classes),
                        List.of(),
                        given ? parts : List.of()),
                notices);
    }

    /** Numbers by size, texts by letters. */
    private static List<String> sorted(TreeSet<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        if (sorted.stream().noneMatch(text -> Double.isNaN(Numbers.read(text)))) {
            sorted.sort((a, b) -> Double.compare(Numbers.read(a), Numbers.read(b)));
        }
        return sorted.stream().map(Characters::visible).toList();
    }

    /** {@code fashion-mnist_test.csv} is to test on. */
    private static GivenPart part(String file) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < file.length(); i++) {
            words.append(Character.isLetter(file.charAt(i)) ? file.charAt(i) : ' ');
        }
        return Characters.parts(words.toString(), ' ').stream()
                .flatMap(word -> GivenPart.of(word).stream())
                .findFirst()
                .orElse(GivenPart.TRAINING);
    }
}
