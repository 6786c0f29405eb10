package dev.steep.ui.seeing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.DataFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataColumnsTest {
    private static DataFacts data(List<String> features, List<String> columns) {
        return new DataFacts(
                "birds",
                new int[] {features.size()},
                List.of("a", "b"),
                List.of(),
                features,
                features,
                new double[2 * features.size()],
                new int[] {10, 0, 0},
                0,
                0,
                columns,
                new int[columns.size()],
                "kind",
                List.of(),
                false);
    }

    @Test
    void aPlotBeginsWithNumbersAndNotWithWords() {
        List<String> features = List.of("island = Dream", "island = Biscoe", "bill", "sex = male", "mass");
        List<String> columns = List.of("kind", "island", "bill", "sex", "mass");
        assertEquals(List.of(2, 4, 0, 1, 3), DataColumns.numbersFirst(data(features, columns)));
    }

    @Test
    void withoutATableEveryFeatureIsANumber() {
        assertEquals(List.of(0, 1), DataColumns.numbersFirst(data(List.of("x", "y"), List.of())));
    }
}
