package dev.steep.data;

import dev.steep.math.Random;

/**
 * In which order the training rows are learned from, and how many at a time. An epoch's order depends on the seed and on
 * the epoch's number alone, so a run that is resumed or rewound meets the same batches again. Immutable.
 */
public final class Batches {
    private final int[] rows;
    private final int size;
    private final boolean shuffle;
    private final Random random;

    /**
     * Batches of these rows.
     *
     * @param rows training rows
     * @param size samples per batch, at least 1; the last batch of an epoch may be smaller, nothing carries over
     * @param shuffle whether each epoch has a new order; otherwise rows come as they are, for comparisons step by step
     */
    public Batches(int[] rows, int size, boolean shuffle, Random random) {
        if (size < 1) {
            throw new IllegalArgumentException("A batch of " + size + " holds nothing");
        }
        this.rows = rows.clone();
        this.size = size;
        this.shuffle = shuffle;
        this.random = random.fork("batches");
    }

    /** How many batches, or training steps, make an epoch. */
    public int perEpoch() {
        return (rows.length + size - 1) / size;
    }

    /** Rows of all batches of an epoch together. */
    public int rows() {
        return rows.length;
    }

    /** The most samples a batch has. */
    public int size() {
        return size;
    }

    /** Where a batch begins in {@link #order}. */
    public int from(int batch) {
        return batch * size;
    }

    /** How many samples a batch has: {@link #size}, or what is left for the last. */
    public int count(int batch) {
        return Math.min(size, rows.length - batch * size);
    }

    /** The rows in the order of one epoch, a fresh array: batch b is order[from(b)] to order[from(b) + count(b) - 1]. */
    public int[] order(int epoch) {
        int[] order = rows.clone();
        if (shuffle) {
            random.fork(epoch).shuffle(order);
        }
        return order;
    }
}
