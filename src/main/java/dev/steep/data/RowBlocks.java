package dev.steep.data;

import java.util.function.Supplier;

/** Goes through many rows a block at a time, so that whoever waits for it goes on answering. */
final class RowBlocks {
    /** So many numbers take a millisecond or two, in any build. */
    private static final int NUMBERS = 1 << 14;

    private static final String WORDS = "Preparing";

    private RowBlocks() {}

    /** What is done with the rows {@code from} to {@code to - 1}. */
    interface Block {
        void at(int from, int to);
    }

    /** @param width how many numbers of each row are looked at */
    static <T> DataJob<T> job(int rows, int width, Block block, Supplier<T> result) {
        int each = Math.max(1, NUMBERS / Math.max(1, width));
        int blocks = (int) (((long) rows + each - 1) / each);
        return DataJob.of(
                WORDS, blocks, "block", i -> block.at(i * each, (int) Math.min(rows, (i + 1L) * each)), result);
    }

    /** A step that looks at few numbers, or none. */
    static <T> DataJob<T> step(Supplier<T> work) {
        return DataJob.of(WORDS, work);
    }
}
