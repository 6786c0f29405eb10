package dev.steep.worker.experiment;

import dev.steep.catalog.Numbers;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.math.Characters;
import dev.steep.math.Shape;
import dev.steep.protocol.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a data set of a script's arrays, or says what is wrong with them. */
public final class OwnArrays {
    private static final String NAME = "arrays from a script";

    private OwnArrays() {}

    public static FileResult read(Request.OwnData arrays) {
        Optional<String> wrong = wrong(arrays);
        if (wrong.isPresent()) {
            return FileResult.nothing(List.of(wrong.get()));
        }
        Shape shape = shape(arrays.xShape());
        int count = arrays.x().length / shape.size();
        Target target = arrays.classes().isEmpty()
                ? new Target.Numbers(arrays.y(), arrays.y().length / count, names(arrays.y().length / count))
                : new Target.Classes(
                        classes(arrays, count),
                        arrays.classes().stream().map(Characters::visible).toList());
        Dataset data = new Dataset(NAME, shape, new FloatSamples(arrays.x(), shape.size()), target, List.of());
        return FileResult.of(data, List.of());
    }

    /** Height × width is an image of one channel. */
    private static Shape shape(int[] lengths) {
        return lengths.length == 2 ? Shape.of(lengths[0], lengths[1], 1) : Shape.of(lengths);
    }

    private static List<String> names(int width) {
        return IntStream.range(0, width)
                .mapToObj(i -> width == 1 ? "y" : "y" + i)
                .toList();
    }

    private static Optional<String> wrong(Request.OwnData arrays) {
        int[] lengths = arrays.xShape();
        double size = 1;
        for (int length : lengths) {
            size *= length < 1 ? Double.NaN : length;
        }
        if (lengths.length < 1 || lengths.length > 3 || !(size <= 1 << 24)) {
            return Optional.of(
                    "xShape must be the lengths of one sample's axes: one for a list of numbers, two or three"
                            + " for an image (height, width, channels).");
        }
        double count = arrays.x().length / size;
        if (count < 2 || count != Math.rint(count)) {
            return Optional.of("x has " + Numbers.count(arrays.x().length, "number")
                    + ", which are not two or more samples of " + Numbers.grouped((long) size) + ".");
        }
        int width = arrays.yWidth();
        boolean classes = !arrays.classes().isEmpty();
        if (width < 0 || arrays.y().length != count * Math.max(width, 1)) {
            return Optional.of("y has " + Numbers.count(arrays.y().length, "number") + "; "
                    + Numbers.grouped((long) count) + " samples of " + Math.max(width, 1) + " are "
                    + Numbers.grouped((long) count * Math.max(width, 1)) + ".");
        }
        if (classes && width > 0 && width != arrays.classes().size()) {
            return Optional.of("y has " + Numbers.count(width, "number") + " per sample for "
                    + arrays.classes().size() + " classes; one-hot rows need one for each class.");
        }
        return wrongNumber(arrays, classes && width == 0);
    }

    private static Optional<String> wrongNumber(Request.OwnData arrays, boolean indices) {
        for (float x : arrays.x()) {
            if (!Float.isFinite(x)) {
                return Optional.of("x holds a number that is not finite; leave out samples with gaps.");
            }
        }
        for (float y : arrays.y()) {
            if (!Float.isFinite(y)) {
                return Optional.of("y holds a number that is not finite; leave out samples with gaps.");
            }
            if (indices && !(y >= 0 && y < arrays.classes().size() && y == Math.rint(y))) {
                return Optional.of("y holds " + y + ", but the classes are numbered from 0 to "
                        + (arrays.classes().size() - 1) + ".");
            }
        }
        return Optional.empty();
    }

    private static int[] classes(Request.OwnData arrays, int count) {
        int width = arrays.yWidth();
        int[] index = new int[count];
        for (int i = 0; i < count; i++) {
            index[i] = width == 0 ? (int) arrays.y()[i] : largest(arrays.y(), i * width, width);
        }
        return index;
    }

    private static int largest(float[] y, int from, int width) {
        int best = 0;
        for (int i = 1; i < width; i++) {
            best = y[from + i] > y[from + best] ? i : best;
        }
        return best;
    }
}
