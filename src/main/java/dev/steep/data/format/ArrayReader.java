package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.GivenPart;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NoticeText;
import dev.steep.data.format.ArrayDataset.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds out which of some arrays are samples, which are their labels, and which part they are of, by name, number of axes and length:
 * {@code x_train}, {@code y_train}, {@code x_test} and {@code y_test}, as in Keras' {@code mnist.npz}, or {@code images} and
 * {@code labels}. Without labels, arrays of equally shaped samples are a class each, and columns of numbers are a table.
 */
final class ArrayReader {
    private static final int SMALLEST_SIDE = 8;
    private static final int MOST_CHANNELS = 4;
    private static final int MOST_COLUMNS = 4096;

    private final String name;
    private final List<Named> arrays;
    private final List<String> notices;

    /** An array, what its name says, and its texts if it holds these instead of numbers. */
    record Named(ArrayName name, NumberArray array, Optional<List<String>> texts) {
        boolean isColumn() {
            return array.rank() == 1 || array.rank() == 2 && array.size() == 1;
        }

        boolean is(ArrayName.Role role) {
            return name.role() == role;
        }
    }

    private ArrayReader(String name, List<Named> arrays, List<String> notices) {
        this.name = name;
        this.arrays = arrays;
        this.notices = notices;
    }

    /** @param name of the data set */
    static DataJob<FileResult> job(String name, List<Named> arrays, List<String> notices) {
        return new ArrayReader(name, arrays, notices).job();
    }

    private DataJob<FileResult> job() {
        List<Named> samples = new ArrayList<>();
        List<Named> labels = new ArrayList<>();
        List<Named> unknown = new ArrayList<>();
        for (Named each : arrays) {
            if (each.is(ArrayName.Role.LABELS) || each.texts().isPresent()) {
                labels.add(each);
            } else if (each.is(ArrayName.Role.SAMPLES)) {
                samples.add(each);
            } else {
                unknown.add(each);
            }
        }
        if (labels.isEmpty() && isTable()) {
            return table(arrays);
        }
        boolean mixed = unknown.stream().anyMatch(each -> !each.isColumn()) || !samples.isEmpty();
        for (Named each : unknown) {
            (each.isColumn() && mixed && labels.isEmpty() ? labels : samples).add(each);
        }
        if (labels.isEmpty()) {
            return samples.size() > 1 ? classes(samples) : alone(samples);
        }
        List<Match> matches = matches(samples, labels);
        return matches.isEmpty() ? nothing() : joined(matches);
    }

    private record Match(Named x, Named y, Optional<GivenPart> part) {}

    /** Columns of one length, at least two: each array is one. */
    private boolean isTable() {
        return arrays.size() > 1
                && arrays.stream().allMatch(Named::isColumn)
                && arrays.stream()
                        .allMatch(each -> each.array().lengths()[0]
                                == arrays.get(0).array().lengths()[0]);
    }

    private DataJob<FileResult> nothing() {
        return DataJob.of(() -> FileResult.nothing(notices));
    }

    private List<Match> matches(List<Named> samples, List<Named> labels) {
        List<Match> matches = new ArrayList<>();
        List<Named> free = new ArrayList<>(labels);
        List<Named> sorted = new ArrayList<>(samples);
        sorted.sort(Comparator.comparing(
                        (Named each) -> each.name().part().map(Enum::ordinal).orElse(0))
                .thenComparing(each -> -each.array().lengths()[0]));
        for (Named x : sorted) {
            int length = x.array().lengths()[0];
            Optional<Named> y = free.stream()
                    .filter(each -> each.array().lengths()[0] == length)
                    .filter(each -> each.name().part().equals(x.name().part()))
                    .findFirst()
                    .or(() -> free.stream()
                            .filter(each -> each.array().lengths()[0] == length)
                            .findFirst());
            if (y.isEmpty()) {
                notices.add(x.name().bare() + " holds " + Numbers.count(length, "sample")
                        + " and no array holds labels for them; it is left out.");
            } else if (y.get().array().rank() > 2) {
                notices.add(x.name().bare() + " is left out: its labels, "
                        + y.get().name().bare()
                        + ", are arrays themselves; one class or a few numbers for each sample can be predicted.");
                free.remove(y.get());
            } else {
                free.remove(y.get());
                matches.add(new Match(x, y.get(), x.name().part().or(y.get().name()::part)));
            }
        }
        for (Named y : free) {
            notices.add(y.name().bare() + " holds " + Numbers.count(y.array().lengths()[0], "label")
                    + ", but there are no samples that go with them.");
        }
        return matches;
    }

    private DataJob<FileResult> joined(List<Match> matches) {
        Optional<List<String>> texts = texts(matches);
        List<Pair> pairs = new ArrayList<>();
        Named first = matches.get(0).x();
        for (Match match : matches) {
            NumberArray x = picture(match.x());
            if (!pairs.isEmpty() && !x.sampleShape().equals(pairs.get(0).x().sampleShape())) {
                notices.add(match.x().name().bare() + " is left out: its samples are " + x.sampleShape()
                        + ", the others " + pairs.get(0).x().sampleShape() + ".");
            } else if (!pairs.isEmpty()
                    && match.y().array().size() != pairs.get(0).y().size()) {
                notices.add(match.x().name().bare() + " is left out: it has "
                        + match.y().array().size() + " labels for each sample, "
                        + first.name().bare() + " has " + pairs.get(0).y().size() + ".");
            } else {
                pairs.add(new Pair(x, labels(match, texts), match.part()));
            }
        }
        return ArrayDataset.of(name, pairs, texts, notices);
    }

    /** The different texts that are labels, sorted, if labels are texts. */
    private static Optional<List<String>> texts(List<Match> matches) {
        TreeSet<String> all = new TreeSet<>();
        matches.forEach(match -> match.y().texts().ifPresent(all::addAll));
        return all.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(all));
    }

    private static NumberArray labels(Match match, Optional<List<String>> texts) {
        NumberArray y = match.y().array();
        Optional<List<String>> own = match.y().texts();
        if (texts.isEmpty() || own.isEmpty()) {
            return y;
        }
        int[] index = own.get().stream()
                .mapToInt(text -> java.util.Collections.binarySearch(texts.get(), text))
                .toArray();
        return new NumberArray(y.name(), new int[] {y.lengths()[0]}, y.count(), NumberArray.Type.WHOLE, i -> index[i]);
    }

    /** Pictures with their channels last, and rows of bytes that are squares as squares; says so. */
    private NumberArray picture(Named each) {
        NumberArray array = each.array();
        int[] lengths = array.lengths();
        if (lengths.length == 4 && lengths[1] <= MOST_CHANNELS && lengths[3] > MOST_CHANNELS) {
            notices.add(each.name().bare() + " has its channels first (" + shape(lengths)
                    + "); they are put last, as Keras has them.");
            return array.channelsLast();
        }
        int side = lengths.length == 2 ? (int) Math.sqrt(lengths[1]) : 0;
        if (array.type() == NumberArray.Type.BYTE && side >= SMALLEST_SIDE && side * side == lengths[1]) {
            notices.add(each.name().bare() + " has rows of " + Numbers.grouped(lengths[1])
                    + " bytes; each is read as a picture of " + side + " × " + side + " pixels.");
            return array.reshaped(lengths[0], side, side);
        }
        return array;
    }

    private static String shape(int[] lengths) {
        List<String> texts = new ArrayList<>();
        for (int length : lengths) {
            texts.add("" + length);
        }
        return String.join(" × ", texts);
    }

    /** Each of these arrays is a class of its name. */
    static DataJob<FileResult> classes(String name, List<Named> arrays, List<String> notices) {
        return new ArrayReader(name, arrays, notices).classes(arrays);
    }

    /** Each array is a class: {@code cat.npy}, {@code dog.npy}. */
    private DataJob<FileResult> classes(List<Named> samples) {
        List<Pair> pairs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Named> sorted = new ArrayList<>(samples);
        sorted.sort(Comparator.comparing(each -> each.name().bare()));
        for (Named each : sorted) {
            NumberArray x = picture(each);
            if (!pairs.isEmpty() && !x.sampleShape().equals(pairs.get(0).x().sampleShape())) {
                notices.add(each.name().bare() + " is left out: its samples are " + x.sampleShape() + ", those of "
                        + names.get(0) + " " + pairs.get(0).x().sampleShape() + ".");
            } else {
                int label = names.size();
                int[] lengths = {x.lengths()[0]};
                names.add(each.name().bare());
                pairs.add(new Pair(
                        x,
                        new NumberArray("labels", lengths, x.count(), NumberArray.Type.WHOLE, i -> label),
                        Optional.empty()));
            }
        }
        notices.add("Each of these is a class: " + NoticeText.list(names) + ".");
        return ArrayDataset.of(name, pairs, Optional.of(names), notices);
    }

    /** One array without labels: a table, whose last column is predicted. */
    private DataJob<FileResult> alone(List<Named> samples) {
        if (samples.isEmpty()) {
            return nothing();
        }
        Named only = samples.get(0);
        NumberArray array = only.array();
        boolean square = picture(only).rank() > 2;
        if (array.rank() != 2 || square || array.size() < 2 || array.size() > MOST_COLUMNS) {
            notices.add(only.name().bare() + " holds " + Numbers.count(array.lengths()[0], "sample") + " ("
                    + shape(array.lengths())
                    + "), but no labels. Choose its labels together with it, such as x.npy and y.npy, or save both with"
                    + " np.savez('data.npz', x=x, y=y).");
            return nothing();
        }
        List<Named> columns = new ArrayList<>();
        int width = array.size();
        for (int k = 0; k < width; k++) {
            int column = k;
            columns.add(new Named(
                    new ArrayName("column " + (k + 1), ArrayName.Role.UNKNOWN, Optional.empty()),
                    new NumberArray(
                            "column " + (k + 1),
                            new int[] {array.lengths()[0]},
                            array.count(),
                            array.type(),
                            i -> array.numbers().at(i * width + column)),
                    Optional.empty()));
        }
        return table(columns);
    }

    private DataJob<FileResult> table(List<Named> arrays) {
        int rows = arrays.stream().mapToInt(each -> each.array().count()).min().orElse(0);
        List<TableText.Column> columns = new ArrayList<>();
        for (Named each : arrays) {
            columns.add(new TableText.Column(
                    each.name().bare(),
                    row -> each.texts().map(texts -> texts.get(row)).orElseGet(() -> cell(each, row))));
        }
        return TableText.job(name, columns, rows, notices);
    }

    private static String cell(Named each, int row) {
        double value = each.array().numbers().at(row);
        return Double.isNaN(value) ? "" : Double.isInfinite(value) ? "inf" : Numbers.write(value);
    }
}
