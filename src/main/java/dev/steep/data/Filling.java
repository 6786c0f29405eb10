package dev.steep.data;

import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.Arrays;
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
    public static Filling of(Dataset data, Preparation preparation, int[] training) {
        if (data.x() instanceof ByteSamples
                || data.shape().rank() != 1
                || data.features().isEmpty()) {
            return NONE;
        }
        boolean[] gaps = gaps(data);
        double[] usual = new double[gaps.length];
        List<Integer> told = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i]) {
                any = true;
                Missing missing = preparation.missing(data.features().get(i));
                usual[i] = missing.usual(data.x(), training, i);
                if (missing == Missing.INDICATOR) {
                    told.add(i);
                    names.add(data.features().get(i) + " missing");
                }
            }
        }
        return any
                ? new Filling(gaps, usual, told.stream().mapToInt(each -> each).toArray(), names)
                : NONE;
    }

    private static boolean[] gaps(Dataset data) {
        boolean[] gaps = new boolean[data.features().size()];
        for (int i = 0; i < gaps.length; i++) {
            boolean complete = data.x() instanceof ColumnSamples columns && columns.isComplete(i);
            for (int row = 0; row < data.count() && !complete && !gaps[i]; row++) {
                gaps[i] = Double.isNaN(data.x().at(row, i));
            }
        }
        return gaps;
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
    public Dataset filled(Dataset data) {
        if (usual.length == 0) {
            return data;
        }
        int width = usual.length + told.length;
        float[] all = new float[data.count() * width];
        for (int row = 0; row < data.count(); row++) {
            System.arraycopy(filled(data.x().sample(row)), 0, all, row * width, width);
        }
        List<String> both = new ArrayList<>(data.features());
        both.addAll(names);
        return new Dataset(data.name(), Shape.of(width), new FloatSamples(all, width), data.y(), both, data.parts());
    }

    /** What stands for a gap. */
    public enum Missing {
        /** The number in the middle; half of the training samples are lower. */
        MEDIAN {
            @Override
            double usual(double[] known) {
                Arrays.sort(known);
                int middle = known.length / 2;
                return known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
            }
        },
        MEAN {
            @Override
            double usual(double[] known) {
                return Arrays.stream(known).sum() / known.length;
            }
        },
        /** The median, and a feature of its own that says where it stands. */
        INDICATOR {
            @Override
            double usual(double[] known) {
                return MEDIAN.usual(known);
            }
        };

        /** What is usual among some numbers, at least one. */
        abstract double usual(double[] known);

        private double usual(Samples x, int[] training, int feature) {
            double[] known = Arrays.stream(training)
                    .mapToDouble(row -> x.at(row, feature))
                    .filter(Double::isFinite)
                    .toArray();
            return known.length == 0 ? 0 : usual(known);
        }
    }
}
