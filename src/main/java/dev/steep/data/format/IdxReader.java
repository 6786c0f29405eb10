package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.data.format.ArrayDataset.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads pairs of IDX files, images and labels, whichever comes first: they belong together when they declare equally
 * many samples. Several pairs (MNIST's training and test files) are joined, the larger one first.
 */
final class IdxReader {
    private IdxReader() {}

    static DataJob<FileResult> job(List<NamedBytes> files) {
        List<String> notices = new ArrayList<>();
        List<NumberArray> images = new ArrayList<>();
        List<NumberArray> labels = new ArrayList<>();
        for (NamedBytes file : files) {
            IdxFile.open(file, notices).ifPresent(idx -> (idx.rank() == 1 ? labels : images).add(idx));
        }
        List<Pair> pairs = pairs(images, labels, notices);
        return pairs.isEmpty()
                ? DataJob.of(() -> FileResult.nothing(notices))
                : ArrayDataset.of(pairs.get(0).x().name(), pairs, notices);
    }

    private static List<Pair> pairs(List<NumberArray> images, List<NumberArray> labels, List<String> notices) {
        List<Pair> pairs = new ArrayList<>();
        List<NumberArray> free = new ArrayList<>(labels);
        images.sort(Comparator.comparing((NumberArray file) -> -file.lengths()[0]));
        for (NumberArray image : images) {
            Optional<NumberArray> label = free.stream()
                    .filter(file -> file.lengths()[0] == image.lengths()[0])
                    .max(Comparator.comparing(file -> sameBeginning(file.name(), image.name())));
            if (label.isEmpty()) {
                notices.add(alone(image, free));
            } else if (!pairs.isEmpty()
                    && !image.sampleShape().equals(pairs.get(0).x().sampleShape())) {
                notices.add(image.name() + " is left out: its samples are " + image.sampleShape() + ", the others "
                        + pairs.get(0).x().sampleShape() + ".");
            } else if (size(pairs) + size(image) > NamedBytes.LARGEST) {
                notices.add(image.name() + " is left out: together the files are too large for a browser.");
            } else {
                free.remove(label.get());
                pairs.add(new Pair(image, label.get(), Optional.empty()));
            }
        }
        for (NumberArray label : free) {
            notices.add(label.name() + " holds " + Numbers.count(label.lengths()[0], "label")
                    + ", but there are no images that go with them; choose both files together.");
        }
        return pairs;
    }

    private static double size(List<Pair> pairs) {
        return pairs.stream().mapToDouble(pair -> size(pair.x())).sum();
    }

    private static double size(NumberArray images) {
        return (double) images.count() * images.sampleShape().size();
    }

    private static String alone(NumberArray image, List<NumberArray> labels) {
        String found = labels.isEmpty()
                ? "there are no labels; choose its labels file (such as train-labels-idx1-ubyte) together with it."
                : "its labels are missing: "
                        + NoticeText.list(labels.stream().map(NumberArray::name).toList()) + " holds "
                        + Numbers.grouped(labels.get(0).lengths()[0]) + ".";
        return image.name() + " holds " + Numbers.count(image.lengths()[0], "sample") + ", but " + found;
    }

    private static int sameBeginning(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }
}
