package dev.steep.data;

import java.util.List;

/** Samples that are rows of a table: their numbers stay in its columns, and are float32 numbers when somebody asks for them. */
public final class ColumnSamples implements Samples {
    /** What a row of the table says of each sample. */
    public interface Feature {
        double at(int row);

        /** Whether it says something of every row. */
        boolean isComplete();
    }

    private final Feature[] features;
    private final int[] rows;

    /** @param rows of the table, one for each sample; handed over, not copied */
    public ColumnSamples(List<? extends Feature> features, int[] rows) {
        if (features.isEmpty()) {
            throw new IllegalArgumentException("Samples without a number");
        }
        this.features = features.toArray(new Feature[0]);
        this.rows = rows;
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public int size() {
        return features.length;
    }

    @Override
    public double at(int row, int feature) {
        return (float) features[feature].at(rows[row]);
    }

    /** Whether no sample has a gap in this feature. */
    boolean isComplete(int feature) {
        return features[feature].isComplete();
    }

    /** One column after the other, since each lies together. */
    @Override
    public double[] range(int[] chosen, int first, int last, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            Feature feature = features[i];
            for (int k = first; k < last; k++) {
                double value = (float) feature.at(rows[chosen[k]]);
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return new double[] {low, high};
    }

    @Override
    public float[] sample(int row) {
        float[] sample = new float[features.length];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (float) features[i].at(rows[row]);
        }
        return sample;
    }

    @Override
    public void gather(int[] chosen, int from, int count, Rescaling scale, double[] into) {
        int size = features.length;
        for (int i = 0; i < size; i++) {
            Feature feature = features[i];
            for (int k = 0; k < count; k++) {
                into[k * size + i] = scale.apply((float) feature.at(rows[chosen[from + k]]), i);
            }
        }
    }
}
