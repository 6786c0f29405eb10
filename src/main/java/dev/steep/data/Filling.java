package dev.steep.data;

import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Fills the gaps of features, NaN in the samples, with what is usual in the training part; where that is asked for, a further feature
 * says where there was a gap.
 */
public final class Filling {
    /** Of samples without gaps. */
    public static final Filling NONE = new Filling(new boolean[0], new double[0], new int[0], List.of());

    private final boolean[] gaps;
    private final double[] usual;
    private final int[] told;
    private final List<String> names;

    private Filling(boolean[] gaps, double[] usual, int[] told, List<String> names) {
        this.gaps = gaps;
        this.usual = usual;
        this.told = told;
        this.names = List.copyOf(names);
    }

    /** For a data set as it is to be prepared, by these training rows. */
    public static DataJob<Filling> job(Dataset data, Preparation preparation, int[] training) {
        if (data.x() instanceof ByteSamples
                || data.shape().rank() != 1
                || data.features().isEmpty()) {
            return RowBlocks.step(() -> NONE);
        }
        List<Missing> rules = data.features().stream().map(preparation::missing).toList();
        return DataJob.each(rules.size(), i -> hasGaps(data, i))
                .then(gaps -> gaps.contains(true)
                        ? DataJob.each(
                                        rules.size(),
                                        i -> gaps.get(i)
                                                ? rules.get(i).usual(data.x(), training, i)
                                                : RowBlocks.step(() -> 0.0))
                                .then(usual -> RowBlocks.step(() -> of(data.features(), rules, gaps, usual)))
                        : RowBlocks.step(() -> NONE));
    }

    private static Filling of(List<String> features, List<Missing> rules, List<Boolean> found, List<Double> usual) {
        boolean[] gaps = new boolean[found.size()];
        List<Integer> told = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = found.get(i);
            if (gaps[i] && rules.get(i) == Missing.INDICATOR) {
                told.add(i);
                names.add(features.get(i) + " missing");
            }
        }
        return new Filling(
                gaps,
                usual.stream().mapToDouble(each -> each).toArray(),
                told.stream().mapToInt(each -> each).toArray(),
                names);
    }

    private static DataJob<Boolean> hasGaps(Dataset data, int feature) {
        Samples x = data.x();
        boolean complete = x instanceof ColumnSamples columns && columns.isComplete(feature);
        boolean[] gaps = new boolean[1];
        RowBlocks.Block looking = (from, to) -> {
            for (int row = from; row < to && !gaps[0]; row++) {
                gaps[0] = Double.isNaN(x.at(row, feature));
            }
        };
        return RowBlocks.job(complete ? 0 : data.count(), 1, looking, () -> gaps[0]);
    }

    /** What stands for a missing value of this feature; nothing if none of its values is missing. */
    public OptionalDouble usual(int feature) {
        return feature < gaps.length && gaps[feature] ? OptionalDouble.of(usual[feature]) : OptionalDouble.empty();
    }

    /** Raw samples, one after the other, without gaps; the same array if there are none in these data. */
    public float[] filled(float[] raw) {
        if (usual.length == 0) {
            return raw;
        }
        int width = usual.length + told.length;
        float[] all = new float[raw.length / usual.length * width];
        for (int from = 0, to = 0; from < raw.length; from += usual.length, to += width) {
            for (int i = 0; i < usual.length; i++) {
                float number = raw[from + i];
                all[to + i] = Float.isNaN(number) ? (float) usual[i] : number;
            }
            for (int k = 0; k < told.length; k++) {
                all[to + usual.length + k] = Float.isNaN(raw[from + told[k]]) ? 1 : 0;
            }
        }
        return all;
    }

    /** The data set without gaps; the same one if it has none. */
    public DataJob<Dataset> filling(Dataset data) {
        if (usual.length == 0) {
            return RowBlocks.step(() -> data);
        }
        int width = usual.length + told.length;
        float[] all = new float[data.count() * width];
        RowBlocks.Block filling = (from, to) -> {
            for (int row = from; row < to; row++) {
                System.arraycopy(filled(data.x().sample(row)), 0, all, row * width, width);
            }
        };
        List<String> both = new ArrayList<>(data.features());
        both.addAll(names);
        return RowBlocks.job(
                data.count(),
                width,
                filling,
                () -> new Dataset(
                        data.name(), Shape.of(width), new FloatSamples(all, width), data.y(), both, data.parts()));
    }

    /** What stands for a gap. */
    public enum Missing {
        /** The number in the middle; half of the training samples are lower. */
        MEDIAN {
            @Override
            DataJob<Double> usual(Samples x, int[] rows, int feature) {
                return Median.job(x, rows, feature);
            }
        },
        MEAN {
            @Override
            DataJob<Double> usual(Samples x, int[] rows, int feature) {
                double[] sum = new double[2]; // and how many numbers there are
                RowBlocks.Block adding = (from, to) -> {
                    for (int k = from; k < to; k++) {
                        double number = x.at(rows[k], feature);
                        if (Double.isFinite(number)) {
                            sum[0] += number;
                            sum[1]++;
                        }
                    }
                };
                return RowBlocks.job(rows.length, 1, adding, () -> sum[1] == 0 ? 0 : sum[0] / sum[1]);
            }
        },
        /** The median, and a feature of its own that says where it stands. */
        INDICATOR {
            @Override
            DataJob<Double> usual(Samples x, int[] rows, int feature) {
                return MEDIAN.usual(x, rows, feature);
            }
        };

        /** What is usual among the numbers of a feature in these rows; 0 if none is known. */
        abstract DataJob<Double> usual(Samples x, int[] rows, int feature);
    }
}
