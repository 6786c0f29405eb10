package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.file.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowSampleTest {
    private final List<String> notices = new ArrayList<>();

    private RowSample read(int rows, int most) {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 1; i < rows; i++) {
            text.append(i).append(",x\n");
        }
        return read(text.toString(), new RowChoice(most, Optional.empty(), 0));
    }

    private RowSample read(String text, RowChoice choice) {
        RowReader rows = new RowReader(Content.of(text.getBytes(StandardCharsets.UTF_8)), ',');
        return new CsvReader(rows, choice, Optional.empty(), notices).finish().sample();
    }

    @Test
    void whatFitsStaysWhole() {
        assertEquals(1000, read(1000, 2000).rows());
        assertEquals(List.of(), notices);
    }

    @Test
    void ofTooManyRowsARandomPartStaysAndIsSaid() {
        RowSample read = read(40_000, 20_000);
        assertTrue(read.rows() > 9000 / 2 && read.rows() <= 10_000, "" + read.rows());
        assertTrue(notices.get(0).startsWith("The table has 40,000 rows, more than"), notices.get(0));
        assertEquals(1, read.line(0));
        double mean = 0;
        for (int row = 0; row < read.rows(); row++) {
            mean += read.line(row) / (double) read.rows();
        }
        assertEquals(20_000, mean, 500, "rows are from all parts of the file");
        assertEquals(read.rows(), read(40_000, 20_000).rows());
    }

    private List<Integer> chosen(int rows, int wanted, int draw, int most) {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 1; i < rows; i++) {
            text.append(i).append(",x\n");
        }
        RowSample read = read(text.toString(), new RowChoice(most, Optional.of(wanted), draw));
        List<Integer> lines = new ArrayList<>();
        for (int row = 0; row < read.rows(); row++) {
            lines.add(read.line(row));
        }
        assertEquals(rows, read.seen());
        return lines;
    }

    @Test
    void asManyRowsAsAreAskedForAlwaysTheSame() {
        List<Integer> lines = chosen(40_000, 500, 0, 1_000_000);
        assertEquals(501, lines.size()); // with the header
        assertEquals(1, lines.get(0));
        assertEquals(lines, chosen(40_000, 500, 0, 1_000_000));
        assertEquals(20_000, lines.stream().mapToInt(line -> line).average().orElse(0), 2000);
        assertTrue(notices.get(0).startsWith("The table has 40,000 rows. 500 of them"), notices.get(0));
        List<Integer> others = chosen(40_000, 500, 1, 1_000_000);
        others.retainAll(lines);
        assertTrue(others.size() < 50, others.size() + " of 500 are the same in another draw");
    }

    @Test
    void moreRowsHoldFewerOnes() {
        List<Integer> many = chosen(5000, 900, 3, 1_000_000);
        assertTrue(many.containsAll(chosen(5000, 90, 3, 1_000_000)));
    }

    @Test
    void allRowsAreUsedWhereThereAreNoMore() {
        assertEquals(100, chosen(100, 500, 0, 1000).size());
        assertEquals(List.of(), notices);
    }
}
