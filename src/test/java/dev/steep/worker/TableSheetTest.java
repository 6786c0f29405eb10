package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.TableFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sheet "Your file" and what its changes make of an experiment. */
class TableSheetTest {
    private final Talk talk = new Talk();

    private Report.Opened birds() {
        StringBuilder csv = new StringBuilder("island;mass;size;species\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 2 == 0 ? "Biscoe" : "Dream").append(';');
            csv.append(i == 9 ? "n/a" : "3." + (100 + 7 * i) + ",50").append(';');
            csv.append(i % 3 + 1)
                    .append(';')
                    .append(i % 4 == 0 ? "Gentoo" : "Adelie")
                    .append('\n');
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return talk.ask(
                Report.Opened.class, new Request.OpenFiles(List.of(new Request.OpenFiles.File("birds.csv", bytes))));
    }

    private TableFacts sheet() {
        return talk.ask(Report.Sheet.class, new Inquiry.Sheet(0, 9)).table();
    }

    @Test
    void sheetSaysHowTheTableWasUnderstood() {
        Report.Opened opened = birds();
        assertEquals(
                List.of("59 rows, 3 inputs, predicts species (Adelie, Gentoo)."),
                opened.notices().subList(0, 1));
        TableFacts sheet = sheet();
        assertEquals(60, sheet.rows());
        assertEquals(59, sheet.used());
        assertEquals("1 with gaps in mass", sheet.lost());
        assertEquals(List.of("semicolon", "utf-8", "comma", "true"), sheet.understood());
        assertArrayEquals(new int[] {44, 15}, sheet.counts());
        TableFacts.Column mass = sheet.columns().get(1);
        assertEquals("feature number 1", mass.use() + " " + mass.type() + " " + mass.gaps());
        assertEquals(List.of("3100.5", "3513.5"), mass.ends());
        assertEquals("3.100,50", sheet.cells().get(1));
    }

    @Test
    void samplesShowTheCellsOfTheirRows() {
        birds();
        Report.Cells cells = talk.ask(Report.Cells.class, new Inquiry.Cells(new int[] {9}));
        assertEquals(List.of("species", "island", "mass", "size"), cells.names());
        assertEquals(List.of("Adelie", "Biscoe", "3.170,50", "2"), cells.cells()); // row 9 was left out
    }

    @Test
    void linkCarriesWhatIsSaidOfColumns() {
        String recipe = birds().recipe();
        String link = Talk.unstamped(recipe)
                .replace("file(birds.csv)", "file(birds.csv,size,columns=(column(size,number),drop(island)))");
        Report.Opened opened = talk.open(link);
        assertEquals(List.of("size"), opened.data().targets());
        assertEquals(List.of("mass", "species = Gentoo"), opened.data().features());
        assertEquals("drop", sheet().columns().get(0).use());
        assertTrue(opened.recipe().contains("columns=(column(size,number),drop(island))"), opened.recipe());
    }

    @Test
    void linkIsUsedWhenItsFileComes() {
        talk.open("1/data=file(birds.csv,columns=drop(mass))/Dense(4,relu)/Dense(2,softmax)");
        Report.Opened opened = birds();
        assertEquals(List.of("island = Dream", "size"), opened.data().features());
        assertEquals(60, sheet().used());
    }

    @Test
    void fileIsReadAgainAsALinkAsks() {
        String recipe = birds().recipe();
        Report.Opened opened =
                talk.open(Talk.unstamped(recipe).replace("file(birds.csv)", "file(birds.csv,decimal=point)"));
        assertEquals(List.of("semicolon", "utf-8", "point", "true"), sheet().understood());
        assertEquals(List.of("island = Dream", "size"), opened.data().features());
    }

    @Test
    void groupOfTheSplitStaysTogether() {
        String recipe = birds().recipe();
        Report.Opened opened = talk.open(
                Talk.unstamped(recipe).replace("file(birds.csv)", "file(birds.csv,columns=group(island))/split(0.5)"));
        int[] parts = opened.data().parts(); // two islands: one trains, the other validates
        assertEquals(59, parts[0] + parts[1]);
        assertEquals(30, parts[1], 1);
    }

    @Test
    void dataOfNoTableHaveNoSheet() {
        talk.open("1/data=xor");
        assertEquals(0, sheet().width());
        assertEquals(
                List.of(),
                talk.ask(Report.Cells.class, new Inquiry.Cells(new int[0])).names());
    }
}
