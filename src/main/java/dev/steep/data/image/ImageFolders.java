package dev.steep.data.image;

import dev.steep.catalog.Numbers;
import dev.steep.data.GivenPart;
import dev.steep.data.file.NoticeText;
import dev.steep.data.file.StoredFile;
import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the folders of images say: the outermost ones that are not the same for all are the classes, as in Keras'
 * {@code image_dataset_from_directory}; around them there may be {@code train}, {@code validation} and {@code test}. Where no
 * folder tells the classes, the names of the files may: {@code cat.1.jpg}.
 */
final class ImageFolders {
    private static final int MOST_CLASSES = 1000;
    private static final int LONGEST_CLASS = 60;
    private static final String HOW =
            " Put the images of each class into a folder of its own that has the class's name,"
                    + " and drop the folder around them, or a ZIP of it.";

    private final List<String> classes;
    private final String name;
    private final List<Placed> images;

    /** An image and where it belongs. */
    record Placed(StoredFile file, int label, GivenPart part) {}

    private record Path(StoredFile file, List<String> folders, GivenPart part) {
        Path below(int depth, GivenPart of) {
            return new Path(file, folders.subList(depth, folders.size()), of);
        }
    }

    private ImageFolders(String name, List<String> classes, List<Placed> images) {
        this.name = name;
        this.classes = classes;
        this.images = images;
    }

    /** Names of the classes, in alphabetical order. */
    List<String> classes() {
        return classes;
    }

    /** What a person calls all of them: the folder around them. */
    String name() {
        return name;
    }

    /** In the order of their paths, whatever order they came in. */
    List<Placed> images() {
        return images;
    }

    /** Reads them; says why if there is nothing to tell apart. */
    static Optional<ImageFolders> of(List<StoredFile> files, List<String> notices) {
        List<Path> paths = files.stream()
                .sorted(Comparator.comparing(StoredFile::folder).thenComparing(StoredFile::name))
                .map(file -> new Path(file, file.folders(), GivenPart.TRAINING))
                .toList();
        List<String> around = common(paths);
        String name = around.isEmpty() ? "images" : around.get(0);
        List<Path> inner = paths.stream()
                .map(path -> path.below(around.size(), GivenPart.TRAINING))
                .toList();
        return classes(name, parted(inner).orElse(inner), notices);
    }

    private static Optional<ImageFolders> classes(String name, List<Path> given, List<String> notices) {
        List<Path> all = named(given, notices);
        List<Path> paths =
                all.stream().filter(path -> !path.folders().isEmpty()).toList();
        List<String> outside = all.stream()
                .filter(path -> path.folders().isEmpty())
                .map(path -> path.file().name())
                .toList();
        TreeSet<String> found = new TreeSet<>();
        paths.forEach(path -> found.add(path.folders().get(0)));
        if (found.size() < 2) {
            notices.add((found.isEmpty()
                            ? "The images lie in one folder, so there are no classes to tell apart."
                            : "There is one class only, " + NoticeText.quote(found.first())
                                    + ", and nothing to tell it from.")
                    + HOW + " Or add them to classes one by one: Build image classes… in DATA.");
            return Optional.empty();
        } else if (found.size() > MOST_CLASSES) {
            notices.add("There are " + Numbers.grouped(found.size()) + " folders, and so classes; " + MOST_CLASSES
                    + " are the most." + HOW);
            return Optional.empty();
        }
        if (!outside.isEmpty()) {
            notices.add(Numbers.count(outside.size(), "image") + " in no class's folder left out: "
                    + NoticeText.list(outside) + ".");
        }
        Map<String, Integer> places = new HashMap<>();
        List<String> classes = new ArrayList<>();
        for (String folder : found) {
            places.put(folder, classes.size());
            classes.add(Characters.cut(Characters.visible(folder), LONGEST_CLASS));
        }
        List<Placed> images = new ArrayList<>();
        for (Path path : paths) {
            int label = places.getOrDefault(path.folders().get(0), 0);
            images.add(new Placed(path.file(), label, path.part()));
        }
        return Optional.of(new ImageFolders(name, classes, images));
    }

    /** Where no folder tells a class, but all names do: as if they lay in folders of these classes. */
    private static List<Path> named(List<Path> paths, List<String> notices) {
        if (paths.stream().anyMatch(path -> !path.folders().isEmpty())) {
            return paths;
        }
        Optional<List<String>> told =
                NamedClasses.of(paths.stream().map(path -> path.file().name()).toList());
        if (told.isEmpty()) {
            return paths;
        }
        notices.add("The images lie in one folder, so the beginnings of their names are taken as classes: "
                + NoticeText.list(List.copyOf(new TreeSet<>(told.get()))) + ".");
        List<Path> named = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            named.add(new Path(
                    paths.get(i).file(),
                    List.of(told.get().get(i)),
                    paths.get(i).part()));
        }
        return named;
    }

    /** The folders around all of them. */
    private static List<String> common(List<Path> paths) {
        List<String> common = paths.get(0).folders();
        for (Path path : paths) {
            int same = 0;
            while (same < Math.min(common.size(), path.folders().size())
                    && common.get(same).equals(path.folders().get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return common;
    }

    /** Without the folders of the parts, if all outermost ones are such and one of them is to train on. */
    private static Optional<List<Path>> parted(List<Path> paths) {
        List<Path> parted = new ArrayList<>();
        for (Path path : paths) {
            Optional<GivenPart> part = path.folders().stream().findFirst().flatMap(GivenPart::of);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parted.add(path.below(1, part.get()));
        }
        return Optional.of(parted).filter(ImageFolders::training);
    }

    private static boolean training(List<Path> paths) {
        return paths.stream().anyMatch(path -> path.part() == GivenPart.TRAINING);
    }
}
