package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.ByteSamples;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Samples;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads pairs of IDX files, images and labels, whichever comes first: they belong together when they declare equally
 * many samples. Several pairs (MNIST's training and test files) are joined, the larger one first.
 */
final class IdxReader {
    private static final int MOST_CLASSES = 1000;

    private IdxReader() {}

    /** Images and the labels that belong to them. */
    private record Pair(IdxFile images, IdxFile labels) {
        int count() {
            return Math.min(images.count(), labels.count());
        }
    }

    static FileResult read(List<NamedBytes> files) {
        List<String> notices = new ArrayList<>();
        List<IdxFile> images = new ArrayList<>();
        List<IdxFile> labels = new ArrayList<>();
        for (NamedBytes file : files) {
            IdxFile.open(file, notices).ifPresent(idx -> (idx.isLabels() ? labels : images).add(idx));
        }
        List<Pair> pairs = pairs(images, labels, notices);
        if (pairs.isEmpty()) {
            return FileResult.nothing(notices);
        }
        Shape shape = pairs.get(0).images.sampleShape();
        int count = pairs.stream().mapToInt(Pair::count).sum();
        Optional<Target> target = target(pairs, count, notices);
        if (target.isEmpty()) {
            return FileResult.nothing(notices);
        }
        notices.add("Read " + Numbers.count(count, shape.rank() > 1 ? "image" : "sample") + " of " + shape
                + (target.get() instanceof Target.Classes
                        ? " in " + target.get().width() + " classes."
                        : "."));
        String name = pairs.get(0).images.name();
        Samples samples = samples(pairs, count, shape.size(), notices);
        Dataset data = new Dataset(name, shape, samples, target.get(), List.of());
        return FileResult.of(data, notices);
    }

    private static List<Pair> pairs(List<IdxFile> images, List<IdxFile> labels, List<String> notices) {
        List<Pair> pairs = new ArrayList<>();
        List<IdxFile> free = new ArrayList<>(labels);
        images.sort(Comparator.comparing((IdxFile file) -> -file.lengths()[0]));
        for (IdxFile image : images) {
            Optional<IdxFile> label = free.stream()
                    .filter(file -> file.lengths()[0] == image.lengths()[0])
                    .max(Comparator.comparing(file -> sameBeginning(file.name(), image.name())));
            if (label.isEmpty()) {
                notices.add(alone(image, free));
            } else if (!pairs.isEmpty()
                    && !image.sampleShape().equals(pairs.get(0).images.sampleShape())) {
                notices.add(image.name() + " is left out: its samples are " + image.sampleShape() + ", the others "
                        + pairs.get(0).images.sampleShape() + ".");
            } else if (size(pairs) + size(image) > NamedBytes.LARGEST) {
                notices.add(image.name() + " is left out: together the files are too large for a browser.");
            } else {
                free.remove(label.get());
                pairs.add(new Pair(image, label.get()));
            }
        }
        for (IdxFile label : free) {
            notices.add(label.name() + " holds " + Numbers.count(label.lengths()[0], "label")
                    + ", but there are no images that go with them; choose both files together.");
        }
        return pairs;
    }

    private static double size(List<Pair> pairs) {
        return pairs.stream().mapToDouble(pair -> size(pair.images)).sum();
    }

    private static double size(IdxFile images) {
        return (double) images.count() * images.sampleShape().size();
    }

    private static String alone(IdxFile image, List<IdxFile> labels) {
        String found = labels.isEmpty()
                ? "there are no labels; choose its labels file (such as train-labels-idx1-ubyte) together with it."
                : "its labels are missing: "
                        + NoticeText.list(labels.stream().map(IdxFile::name).toList()) + " holds "
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

    /** Bytes stay bytes; anything else becomes float32, and what is not finite becomes 0. */
    private static Samples samples(List<Pair> pairs, int count, int size, List<String> notices) {
        if (pairs.stream().allMatch(pair -> pair.images.type() == IdxFile.Type.BYTE)) {
            byte[] all = new byte[count * size];
            int at = 0;
            for (Pair pair : pairs) {
                System.arraycopy(pair.images.bytes(), pair.images.start(), all, at, pair.count() * size);
                at += pair.count() * size;
            }
            return new ByteSamples(all, size);
        }
        float[] all = new float[count * size];
        int at = 0;
        int broken = 0;
        for (Pair pair : pairs) {
            for (int i = 0; i < pair.count() * size; i++) {
                float value = (float) pair.images.number(i);
                broken += Float.isFinite(value) ? 0 : 1;
                all[at++] = Float.isFinite(value) ? value : 0;
            }
        }
        sayBroken("samples", broken, notices);
        return new FloatSamples(all, size);
    }

    private static void sayBroken(String of, int broken, List<String> notices) {
        if (broken > 0) {
            notices.add("The " + of + " hold " + Numbers.count(broken, "number")
                    + " that float32 cannot hold (NaN or infinite); 0 stands there instead.");
        }
    }

    /** Whole numbers are classes, unless there are very many different ones; others are numbers to predict. */
    private static Optional<Target> target(List<Pair> pairs, int count, List<String> notices) {
        double[] values = new double[count];
        boolean whole = true;
        int at = 0;
        int broken = 0;
        for (Pair pair : pairs) {
            whole &= pair.labels.type().isWhole();
            for (int i = 0; i < pair.count(); i++) {
                double value = pair.labels.number(i);
                broken += Float.isFinite((float) value) ? 0 : 1;
                values[at++] = Float.isFinite((float) value) ? value : 0;
            }
        }
        sayBroken("labels", broken, notices);
        TreeMap<Double, Integer> classes = new TreeMap<>();
        for (double value : values) {
            if (classes.size() <= MOST_CLASSES) {
                classes.put(value, 0);
            }
        }
        if (classes.size() < 2) {
            notices.add("All labels are the same, so there is nothing to tell apart.");
            return Optional.empty();
        }
        return Optional.of(whole && classes.size() <= MOST_CLASSES ? classes(values, classes) : numbers(values));
    }

    private static Target classes(double[] values, TreeMap<Double, Integer> classes) {
        List<String> names = new ArrayList<>();
        for (double value : List.copyOf(classes.keySet())) { // TeaVM's TreeMap counts a new value as a change
            classes.put(value, names.size());
            names.add("" + (int) value);
        }
        int[] index = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            index[i] = classes.getOrDefault(values[i], 0);
        }
        return new Target.Classes(index, names);
    }

    private static Target numbers(double[] values) {
        float[] numbers = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = (float) values[i];
        }
        return new Target.Numbers(numbers, 1, List.of("label"));
    }
}
