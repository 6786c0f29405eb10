package dev.steep.protocol.look;

import dev.steep.math.Random;
import java.util.Arrays;

/**
 * The data set that is open, as a table of raw numbers, for looks that tell of the samples themselves. Its columns are the features, and
 * behind them the numbers to predict or, of classes, one column for each: 1 for the samples of the class, 0 for the others.
 */
public interface SampleTable {
    /** The part of samples that were removed from the data set; the others have the place of their {@link DataPart}. */
    int REMOVED = 3;

    /** The part of samples that may not be shown: those of a test part that is closed. */
    int CLOSED = 4;

    /** No part in particular: every sample that may be shown and was not removed. */
    int ANY = -1;

    /** Rows of the data set, those that were removed among them. */
    int count();

    /** How many features: numbers of one sample. */
    int size();

    /** How many classes; 0 where numbers are predicted. */
    int classes();

    /** How many numbers are predicted; 0 of classes. */
    int targets();

    /** A feature of a sample, before preparation. */
    double value(int row, int feature);

    /** The class of a sample, or one of the numbers to predict. */
    double target(int row, int place);

    /** The class, or first number, that the sample came with, before it was relabelled. */
    double given(int row);

    /** The part that a row is of: a {@link DataPart}'s place, {@link #REMOVED} or {@link #CLOSED}. */
    int part(int row);

    /** How many columns. */
    default int columns() {
        return size() + classes() + targets();
    }

    /** A number of a column. */
    default double at(int row, int column) {
        int place = column - size();
        return place < 0 ? value(row, column) : classes() > 0 ? (target(row, 0) == place ? 1 : 0) : target(row, place);
    }

    /** The class of a row; 0 where numbers are predicted. */
    default int group(int row) {
        return classes() > 0 ? (int) target(row, 0) : 0;
    }

    /** Whether a row is meant by a part; {@link #ANY} means those that may be shown. */
    default boolean means(int row, int wanted) {
        int part = part(row);
        return wanted == ANY ? part < REMOVED : part == wanted && part != CLOSED;
    }

    /** The rows of a part, in order. */
    default int[] rows(int part) {
        int[] rows = new int[count()];
        int found = 0;
        for (int row = 0; row < rows.length; row++) {
            if (means(row, part)) {
                rows[found++] = row;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    /** The same, of more than so many one at random out of each stretch of equal length: always the same ones. */
    default int[] some(int part, int most) {
        int[] all = rows(part);
        if (all.length <= most) {
            return all;
        }
        Random random = new Random(all.length);
        int[] some = new int[Math.max(0, most)];
        for (int i = 0; i < some.length; i++) {
            double place = (i + random.uniform()) * all.length / most;
            some[i] = all[Math.min(all.length - 1, (int) place)];
        }
        return some;
    }
}
