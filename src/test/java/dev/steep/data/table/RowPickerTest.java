package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.file.Content;
import dev.steep.data.file.ContentStamp;
import dev.steep.data.file.GivenFile;
import dev.steep.data.file.NamedBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowPickerTest {
    private static final int ROOM = 1 << 16;

    private static PickedRows pick(String text, Optional<Integer> rows, int draw, int room) {
        GivenFile file = new GivenFile("", "large.csv", Content.of(text.getBytes(StandardCharsets.UTF_8)));
        return new RowPicker(file, new RowChoice(RowSample.MOST_CELLS, rows, draw), ',', room)
                .finish()
                .orElseThrow();
    }

    private static String table(int rows) {
        StringBuilder text = new StringBuilder("a,b\r\n");
        for (int i = 1; i < rows; i++) {
            text.append(i).append(i % 9 == 0 ? ",\"x\n\"\"y\"\r\n" : ",x\r\n");
        }
        return text.toString();
    }

    /** The rows that the reader of whole tables chooses of the same text. */
    private static List<String> whole(String text, int wanted, int draw) {
        return rows(
                text.getBytes(StandardCharsets.UTF_8),
                new RowChoice(RowSample.MOST_CELLS, Optional.of(wanted), draw),
                Optional.empty());
    }

    private static List<String> rows(PickedRows picked) {
        return rows(picked.bytes(), RowChoice.ALL, Optional.of(picked.lines()));
    }

    private static List<String> rows(byte[] text, RowChoice choice, Optional<IntList> lines) {
        RowReader reader = new RowReader(Content.of(text), ',');
        RowSample read =
                new CsvReader(reader, choice, lines, new ArrayList<>()).finish().sample();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < read.rows(); row++) {
            reader.seek(read.start(row));
            reader.read();
            RowParser cells = reader.row();
            rows.add(read.line(row) + ": " + reader.text().cell(cells.start(0)) + " "
                    + reader.text().cell(cells.start(1)));
        }
        return rows;
    }

    @Test
    void sameRowsAreChosenAsOfATableInMemory() {
        String text = table(30_000);
        for (int draw : List.of(0, 5)) {
            PickedRows picked = pick(text, Optional.of(300), draw, ROOM);
            assertEquals(30_000, picked.total());
            assertEquals(whole(text, 300, draw), rows(picked));
        }
    }

    @Test
    void whatFitsIsAllThere() {
        String text = table(500);
        PickedRows picked = pick(text, Optional.empty(), 0, ROOM);
        assertEquals(500, picked.total());
        assertEquals(whole(text, 1000, 0), rows(picked));
        NamedBytes file = new NamedBytes("large.csv", text.getBytes(StandardCharsets.UTF_8));
        assertEquals(ContentStamp.job(List.of(file)).finish().orElseThrow(), picked.stamp());
    }

    @Test
    void roomIsNeverExceededAndTheFirstRowStays() {
        PickedRows picked = pick(table(50_000), Optional.empty(), 0, ROOM);
        assertTrue(picked.bytes().length <= ROOM && picked.bytes().length > ROOM / 4, "" + picked.bytes().length);
        assertEquals("1: a b", rows(picked).get(0));
        assertEquals(50_000, picked.total());
    }

    @Test
    void quotationMarkThatNeverClosesDoesNotSwallowTheFile() {
        String text = "a,b\n1,\"open\n" + "2,x\n".repeat(400_000);
        PickedRows picked = pick(text, Optional.of(50), 0, 1 << 22);
        assertTrue(picked.total() > 100_000, "" + picked.total());
    }

    @Test
    void lastRowNeedsNoLineBreakAndBlankOnesDoNotCount() {
        PickedRows picked = pick("a,b\n\n1,2\r\r\n  \n3,4", Optional.empty(), 0, ROOM);
        assertEquals(3, picked.total());
        assertEquals(List.of("1: a b", "3: 1 2", "6: 3 4"), rows(picked));
    }
}
