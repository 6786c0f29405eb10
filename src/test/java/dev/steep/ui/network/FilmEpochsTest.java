package dev.steep.ui.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class FilmEpochsTest {
    @Test
    void allThatThereAreIfTheyAreFew() {
        assertArrayEquals(new int[] {0, 1, 2}, FilmEpochs.of(new int[] {0, 1, 2, 3}, 3, 7));
        assertArrayEquals(new int[] {}, FilmEpochs.of(new int[] {0}, 0, 7));
    }

    @Test
    void theFirstWeightsAndOthersAtEvenDistances() {
        assertArrayEquals(new int[] {0}, FilmEpochs.of(new int[] {0, 1, 2, 3}, 3, 1));
        int[] kept = java.util.stream.IntStream.rangeClosed(0, 70).toArray();
        assertArrayEquals(new int[] {0, 10, 20, 30, 40, 50, 60}, FilmEpochs.of(kept, 70, 7));
    }
}
