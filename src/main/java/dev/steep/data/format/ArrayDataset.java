package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.ByteSamples;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.GivenPart;
import dev.steep.data.Samples;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes a data set of arrays of samples and of the labels that belong to them. Bytes stay bytes; anything else becomes float32. */
final class ArrayDataset {
    private static final int MOST_CLASSES = 1000;

    /** Numbers that are read at a time. */
    private static final int PIECE = 1 << 18;

    private final String name;
    private final List<Pair> pairs;
    private final List<String> notices;
    private final Shape shape;
    private final int count;

    /**
     * Samples and their labels.
     *
     * @param y one number for each sample, or several
     * @param part that the file says they are of
     */
    record Pair(NumberArray x, NumberArray y, Optional<GivenPart> part) {
        int count() {
            return Math.min(x.count(), y.count());
        }
    }

    private ArrayDataset(String name, List<Pair> pairs, List<String> notices) {
        this.name = name;
        this.pairs = pairs;
        this.notices = notices;
        shape = pairs.get(0).x.sampleShape();
        count = pairs.stream().mapToInt(Pair::count).sum();
    }

    /** Of pairs whose samples are of one shape, joined in their order; at least one. */
    static DataJob<FileResult> of(String name, List<Pair> pairs, List<String> notices) {
        return of(name, pairs, Optional.empty(), notices);
    }

    /** The same; whole numbers that are labels number these texts, if there are any. */
    static DataJob<FileResult> of(String name, List<Pair> pairs, Optional<List<String>> classes, List<String> notices) {
        ArrayDataset made = new ArrayDataset(name, pairs, notices);
        double bytes = (double) made.count * made.shape.size() * (made.isBytes() ? 1 : Float.BYTES);
        if (bytes > NamedBytes.LARGEST) {
            notices.add(Numbers.count(made.count, "sample") + " of " + made.shape + " would take "
                    + Numbers.grouped(Math.round(bytes / (1 << 20))) + " MB of memory, more than the "
                    + (NamedBytes.LARGEST >> 20) + " MB that a browser tab safely has for them. Open a part of them.");
            return DataJob.of(() -> FileResult.nothing(notices));
        }
        return DataJob.of("Reading labels", () -> made.target(classes))
                .then(target -> target.map(made::job).orElseGet(() -> DataJob.of(() -> FileResult.nothing(notices))));
    }

    private DataJob<FileResult> job(Target target) {
        return samples().then(samples -> DataJob.of(() -> result(target, samples)));
    }

    private FileResult result(Target target, Samples samples) {
        notices.add("Read " + Numbers.count(count, shape.rank() > 1 ? "image" : "sample") + " of " + shape
                + (target instanceof Target.Classes ? " in " + target.width() + " classes." : "."));
        return FileResult.of(new Dataset(name, shape, samples, target, List.of(), parts()), notices);
    }

    /** What the pairs say, if there is something to train on and something else. */
    private List<GivenPart> parts() {
        List<GivenPart> parts = new ArrayList<>();
        for (Pair pair : pairs) {
            for (int i = 0; i < pair.count(); i++) {
                parts.add(pair.part.orElse(GivenPart.TRAINING));
            }
        }
        boolean given =
                parts.contains(GivenPart.TRAINING) && parts.stream().anyMatch(part -> part != GivenPart.TRAINING);
        return given ? parts : List.of();
    }

    private DataJob<Samples> samples() {
        int size = shape.size();
        if (isBytes()) {
            byte[] all = new byte[count * size];
            return pieces(
                    (x, from, numbers, at) -> x.numbers().copy(from, numbers, all, at),
                    () -> new ByteSamples(all, size));
        }
        float[] all = new float[count * size];
        int[] broken = new int[1];
        return pieces(
                (x, from, numbers, at) -> {
                    for (int i = 0; i < numbers; i++) {
                        float value = (float) x.numbers().at(from + i);
                        broken[0] += Float.isFinite(value) ? 0 : 1;
                        all[at + i] = Float.isFinite(value) ? value : 0;
                    }
                },
                () -> {
                    sayBroken("samples", broken[0]);
                    return new FloatSamples(all, size);
                });
    }

    private boolean isBytes() {
        return pairs.stream().allMatch(pair -> pair.x.type() == NumberArray.Type.BYTE);
    }

    private interface Piece {
        void read(NumberArray x, int from, int numbers, int at);
    }

    private DataJob<Samples> pieces(Piece piece, Supplier<Samples> result) {
        int each = Math.max(1, PIECE / shape.size());
        List<Runnable> all = new ArrayList<>();
        int at = 0;
        for (Pair pair : pairs) {
            for (int row = 0; row < pair.count(); row += each) {
                int from = row * shape.size();
                int numbers = Math.min(each, pair.count() - row) * shape.size();
                int to = at;
                all.add(() -> piece.read(pair.x, from, numbers, to));
                at += numbers;
            }
        }
        return DataJob.of("Reading", all.size(), "part", i -> all.get(i).run(), result);
    }

    private void sayBroken(String of, int broken) {
        if (broken > 0) {
            notices.add("The " + of + " hold " + Numbers.count(broken, "number")
                    + " that float32 cannot hold (NaN or infinite); 0 stands there instead.");
        }
    }

    /** Whole numbers are classes, unless there are very many different ones; others are numbers to predict. */
    private Optional<Target> target(Optional<List<String>> texts) {
        int width = pairs.get(0).y.size();
        double[] values = new double[count * width];
        boolean whole = true;
        int at = 0;
        int broken = 0;
        for (Pair pair : pairs) {
            whole &= pair.y.type() != NumberArray.Type.REAL;
            for (int i = 0; i < pair.count() * width; i++) {
                double value = pair.y.numbers().at(i);
                broken += Float.isFinite((float) value) ? 0 : 1;
                values[at++] = Float.isFinite((float) value) ? value : 0;
            }
        }
        sayBroken("labels", broken);
        return width > 1 ? several(values, width) : one(values, whole, texts);
    }

    private Optional<Target> one(double[] values, boolean whole, Optional<List<String>> texts) {
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
        return Optional.of(
                whole && classes.size() <= MOST_CLASSES ? classes(values, classes, texts) : numbers(values, 1));
    }

    private static Target classes(double[] values, TreeMap<Double, Integer> classes, Optional<List<String>> texts) {
        List<String> names = new ArrayList<>();
        for (double value : List.copyOf(classes.keySet())) { // TeaVM's TreeMap counts a new value as a change
            classes.put(value, names.size());
            names.add(texts.map(all -> all.get((int) value)).orElseGet(() -> Numbers.write(value)));
        }
        int[] index = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            index[i] = classes.getOrDefault(values[i], 0);
        }
        return new Target.Classes(index, names);
    }

    /** One-hot labels are classes. */
    private Optional<Target> several(double[] values, int width) {
        int[] index = new int[count];
        boolean[] there = new boolean[width];
        boolean hot = true;
        for (int row = 0; row < count && hot; row++) {
            int ones = 0;
            for (int i = 0; i < width; i++) {
                double value = values[row * width + i];
                hot &= value == 0 || value == 1;
                ones += value == 1 ? 1 : 0;
                index[row] = value == 1 ? i : index[row];
            }
            hot &= ones == 1;
            there[index[row]] = true;
        }
        if (!hot) {
            return Optional.of(numbers(values, width));
        }
        List<String> names = new ArrayList<>();
        int[] place = new int[width];
        for (int i = 0; i < width; i++) {
            place[i] = names.size();
            if (there[i]) {
                names.add("" + i);
            }
        }
        if (names.size() < 2) {
            notices.add("All labels are the same, so there is nothing to tell apart.");
            return Optional.empty();
        }
        for (int row = 0; row < count; row++) {
            index[row] = place[index[row]];
        }
        return Optional.of(new Target.Classes(index, names));
    }

    private static Target numbers(double[] values, int width) {
        float[] numbers = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = (float) values[i];
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add(width == 1 ? "label" : "label " + i);
        }
        return new Target.Numbers(numbers, width, names);
    }
}
