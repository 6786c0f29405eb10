package dev.steep.data;

import java.util.List;

/** What belongs to each sample: its class, one or more numbers, or the sample itself. */
public sealed interface Target {
    /** How many samples it speaks of. */
    int count();

    /** How many numbers a network says about one sample: the number of classes, or of values. */
    int width();

    /** Names of the classes, or of the values. */
    List<String> names();

    /** A class that a fair split keeps in proportion; numbers are all of one kind. */
    default int group(int row) {
        return 0;
    }

    /** How many different {@link #group}s there may be. */
    default int groups() {
        return 1;
    }

    /**
     * Targets one after the other, classes as one-hot vectors: those of {@code rows[from]} to
     * {@code rows[from + count - 1]}.
     *
     * @param into at least count × width numbers; filled from its start
     */
    void gather(int[] rows, int from, int count, double[] into);

    /**
     * One class per sample.
     *
     * @param index of the class, from 0 to names.size() - 1; handed over, not copied
     * @param names of the classes
     */
    record Classes(int[] index, List<String> names) implements Target {
        public Classes {
            for (int i : index) {
                if (i < 0 || i >= names.size()) {
                    throw new IllegalArgumentException("There is no class " + i + " among " + names.size());
                }
            }
            names = List.copyOf(names);
        }

        @Override
        public int count() {
            return index.length;
        }

        @Override
        public int width() {
            return names.size();
        }

        @Override
        public int group(int row) {
            return index[row];
        }

        @Override
        public int groups() {
            return names.size();
        }

        @Override
        public void gather(int[] rows, int from, int count, double[] into) {
            int width = width();
            for (int k = 0; k < count; k++) {
                int chosen = index[rows[from + k]];
                for (int i = 0; i < width; i++) {
                    into[k * width + i] = i == chosen ? 1 : 0;
                }
            }
        }
    }

    /**
     * The samples themselves, as a network is given them: what an autoencoder learns.
     *
     * @param x the samples
     * @param scale rescales them
     */
    record Inputs(Samples x, Rescaling scale) implements Target {
        @Override
        public int count() {
            return x.count();
        }

        @Override
        public int width() {
            return x.size();
        }

        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public void gather(int[] rows, int from, int count, double[] into) {
            x.gather(rows, from, count, scale, into);
        }
    }

    /**
     * Numbers to be predicted (regression).
     *
     * @param values count × width, sample after sample; handed over, not copied
     * @param width numbers per sample
     * @param names of the width numbers
     */
    record Numbers(float[] values, int width, List<String> names) implements Target {
        public Numbers {
            if (width < 1 || values.length % width != 0 || names.size() != width) {
                throw new IllegalArgumentException(
                        values.length + " numbers, " + width + " per sample, with " + names.size() + " names");
            }
            names = List.copyOf(names);
        }

        @Override
        public int count() {
            return values.length / width;
        }

        /** The same numbers rescaled, as a network learns them best. */
        public Numbers scaled(Rescaling scale) {
            float[] scaled = new float[values.length];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = (float) scale.apply(values[i], i % width);
            }
            return new Numbers(scaled, width, names);
        }

        @Override
        public void gather(int[] rows, int from, int count, double[] into) {
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < width; i++) {
                    into[k * width + i] = values[rows[from + k] * width + i];
                }
            }
        }
    }
}
