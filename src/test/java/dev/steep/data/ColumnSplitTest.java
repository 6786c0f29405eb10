package dev.steep.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnSplitTest {
    @Test
    void rowsOfOneGroupStayTogether() {
        int[] groups = new int[200];
        Arrays.setAll(groups, i -> i * 7 % 23);
        Split split = ColumnSplit.byGroup(groups, 0.2, 0.1, new Random(5));
        assertEquals(200, split.training().length + split.validation().length + split.test().length);
        assertEquals(40, split.validation().length, 9);
        assertEquals(20, split.test().length, 9);
        Set<Integer> training = of(groups, split.training());
        Set<Integer> validation = of(groups, split.validation());
        assertTrue(training.stream().noneMatch(validation::contains));
        assertTrue(of(groups, split.test()).stream()
                .noneMatch(each -> training.contains(each) || validation.contains(each)));
    }

    @Test
    void oneGroupAtLeastIsTrainedOn() {
        assertEquals(
                2,
                ColumnSplit.byGroup(new int[] {0, 0}, 0.9, 0.9, new Random(1)).training().length);
        Split two = ColumnSplit.byGroup(new int[] {0, 1, 0, 1}, 0.5, 0, new Random(1));
        assertEquals(2, two.training().length);
        assertEquals(2, two.validation().length);
    }

    @Test
    void lastTimesCheckTheFirst() {
        Split split = ColumnSplit.byTime(new double[] {5, 1, 4, 2, 3}, 0.4, 0.2);
        assertArrayEquals(new int[] {1, 3}, split.training());
        assertArrayEquals(new int[] {2, 4}, split.validation());
        assertArrayEquals(new int[] {0}, split.test());
    }

    private static Set<Integer> of(int[] groups, int[] rows) {
        Set<Integer> found = new HashSet<>();
        for (int row : rows) {
            found.add(groups[row]);
        }
        return found;
    }
}
