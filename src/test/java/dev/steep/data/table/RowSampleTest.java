package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowSampleTest {
    private final List<String> notices = new ArrayList<>();

    private CsvReader read(int rows, int most) {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 1; i < rows; i++) {
            text.append(i).append(",x\n");
        }
        CellText cells = new CellText(text.toString().getBytes(StandardCharsets.UTF_8), ',');
        return new CsvReader(cells, new RowChoice(most, Optional.empty(), 0), Optional.empty(), notices).finish();
    }

    @Test
    void whatFitsStaysWhole() {
        assertEquals(1000, read(1000, 2000).rows());
        assertEquals(List.of(), notices);
    }

    @Test
    void ofTooManyRowsARandomPartStaysAndIsSaid() {
        CsvReader read = read(40_000, 20_000);
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
}
