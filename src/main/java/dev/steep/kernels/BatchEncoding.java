package dev.steep.kernels;

import dev.steep.engine.Batch;
import dev.steep.kernels.code.MemoryPlan;

/**
 * Batches in the words of four bytes that the module reads: a header for each, the scalars of each, the rows of each. For a small
 * network this takes as long as the training itself, so scalars that stay the same are said once, and rows that follow one
 * another are copied at one go.
 */
final class BatchEncoding {
    private static final int HEADER = Placement.HEADER / 4;
    private static final int SCALAR = MemoryPlan.SCALAR_BYTES / 4;

    private final int address;
    private final int scalars;
    private final int room;

    /**
     * For one tape.
     *
     * @param address where the words will be
     * @param scalars how many the tape has
     * @param room the most samples of a batch
     */
    BatchEncoding(int address, int scalars, int room) {
        this.address = address;
        this.scalars = scalars;
        this.room = room;
    }

    /** The words for so many batches. */
    int[] of(Batch[] batches, int from, int count) {
        int end = from + count;
        int samples = 0;
        for (int i = from; i < end; i++) {
            samples += fitting(batches[i].count());
        }
        int scalar = count * HEADER;
        int row = scalar + count * scalars * SCALAR;
        int[] words = new int[row + samples];
        copyRows(batches, from, end, words, row);
        for (int i = from; i < end; i++) {
            Batch batch = batches[i];
            if (i > from && batch.scalars() == batches[i - 1].scalars()) {
                scalar -= scalars * SCALAR;
            } else {
                copyScalars(batch.scalars(), words, scalar);
            }
            int header = (i - from) * HEADER;
            words[header + Compiler.ROWS / 4] = address + 4 * row;
            words[header + Compiler.COUNT / 4] = batch.count();
            words[header + Compiler.SEED / 4] = batch.seed();
            words[header + Compiler.SCALARS / 4] = address + 4 * scalar;
            scalar += scalars * SCALAR;
            row += batch.count();
        }
        return words;
    }

    private static void copyRows(Batch[] batches, int from, int end, int[] words, int at) {
        int row = at;
        int length = 0;
        for (int i = from; i < end; i++) {
            length += batches[i].count();
            if (i + 1 == end || !follows(batches[i + 1], batches[i])) {
                int first = batches[i].from() + batches[i].count() - length;
                System.arraycopy(batches[i].rows(), first, words, row, length);
                row += length;
                length = 0;
            }
        }
    }

    private static boolean follows(Batch batch, Batch before) {
        return batch.rows() == before.rows() && batch.from() == before.from() + before.count();
    }

    /** Each as float32, and what that lost of it. */
    private void copyScalars(double[] numbers, int[] words, int at) {
        if (numbers.length != scalars) {
            throw new IllegalArgumentException(
                    "The batch sets " + numbers.length + " scalars, the tape has " + scalars + ".");
        }
        for (int i = 0; i < scalars; i++) {
            float rounded = (float) numbers[i];
            words[at + i * SCALAR] = Float.floatToRawIntBits(rounded);
            words[at + i * SCALAR + 1] = Float.floatToRawIntBits((float) (numbers[i] - rounded));
        }
    }

    /** The number of samples, if there is room for so many. */
    int fitting(int count) {
        if (count < 1 || count > room) {
            throw new IllegalArgumentException(count + " samples, but there is room for 1 to " + room + ".");
        }
        return count;
    }
}
