package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnDataTest {
    private final Talk talk = new Talk();

    private static Request.OpenFiles flowers(String name) {
        StringBuilder csv = new StringBuilder("length,width,kind\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 7 + 0.5).append(',').append(i % 5 + 0.25).append(',');
            csv.append(i % 7 > 3 ? "rose" : "lily").append('\n');
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return new Request.OpenFiles(List.of(new Request.OpenFiles.File(name, bytes)));
    }

    @Test
    void fileBecomesAFittingExperiment() {
        Report.Opened opened = talk.ask(Report.Opened.class, flowers("flowers.csv"));
        assertEquals(List.of(), opened.problems());
        assertEquals(List.of("length", "width", "kind"), opened.data().columns());
        assertEquals("kind", opened.data().label());
        assertEquals(List.of("lily", "rose"), opened.data().classes());
        talk.train(0, 1);
        assertEquals(1, talk.progress().epoch());
    }

    @Test
    void openedFileIsFoundAgainByItsRecipe() {
        String recipe =
                talk.ask(Report.Opened.class, flowers("my, own/data (1).csv")).recipe();
        talk.open("1/data=xor");
        assertEquals(recipe, talk.open(recipe).recipe());
        assertEquals("kind", talk.open(recipe).data().label());
    }

    @Test
    void anotherColumnMayBePredicted() {
        String recipe = talk.ask(Report.Opened.class, flowers("f.csv")).recipe();
        Report.Opened opened = talk.open(Talk.unstamped(recipe).replace("file(f.csv)", "file(f.csv,length)"));
        assertEquals("length", opened.data().label());
        Report.Opened unknown = talk.open(Talk.unstamped(recipe).replace("file(f.csv)", "file(f.csv,nose)"));
        assertEquals("kind", unknown.data().label());
        assertEquals(2, unknown.notices().size(), unknown.notices().toString());
    }

    @Test
    void linkToAMissingFileSaysSoAndTakesItsLayersBackWhenItComes() {
        Report.Opened opened = talk.open("1/data=file(iris.csv)/Dense(9,activation=relu)/Dense(2,activation=softmax)");
        assertEquals(
                "This experiment uses iris.csv, which a link cannot carry: drop the file here to go on, or pick a"
                        + " built-in data set.",
                opened.problems().get(0).sentence());
        assertEquals(DataFacts.NONE.name(), opened.data().name());
        assertEquals(State.BLOCKED, talk.progress().state());
        assertTrue(talk.refusal(new Request.Train(1, 0, 0)).startsWith("This experiment uses iris.csv"));
        Report.Opened there = talk.ask(Report.Opened.class, flowers("flowers.csv"));
        assertArrayEquals(new int[] {9}, there.layers().get(0).shape());
        assertEquals(List.of(), there.problems());
    }

    @Test
    void linkSaysWhichContentItWasMadeWith() {
        String link = talk.ask(Report.Opened.class, flowers("flowers.csv")).recipe();
        assertTrue(link.contains("file(flowers.csv,content=858-"), link);
        Talk other = new Talk();
        assertEquals(
                "This experiment uses flowers.csv (858 bytes), which a link cannot carry: drop the file here to go on,"
                        + " or pick a built-in data set.",
                other.open(link).problems().get(0).sentence());
        Report.Opened same = other.ask(Report.Opened.class, flowers("flowers.csv"));
        assertEquals(link, same.recipe());
        assertEquals(
                List.of(),
                same.notices().stream().filter(each -> each.contains("another")).toList());
    }

    @Test
    void linkSaysWhereItsFileWasFetched() {
        Request.OpenFiles fetched = new Request.OpenFiles(flowers("flowers.csv").files(), "https://a.de/flowers.csv");
        String link = talk.ask(Report.Opened.class, fetched).recipe();
        assertTrue(link.contains(",url="), link);
        talk.open("1/data=xor");
        assertEquals(link, talk.open(link).recipe());
        Talk other = new Talk();
        other.open(link);
        assertEquals(
                link, other.ask(Report.Opened.class, flowers("flowers.csv")).recipe()); // the same, dropped
        other.open(link.replaceAll("content=[^,)]*", "content=1-00000000"));
        String another = other.ask(Report.Opened.class, flowers("flowers.csv")).recipe();
        assertEquals(false, another.contains("url="), another);
    }

    @Test
    void otherContentUnderTheSameNameIsTakenWithADoubt() {
        String link = talk.ask(Report.Opened.class, flowers("flowers.csv")).recipe();
        String asked = link.replaceAll("content=[^,)]*", "content=4606-12345678");
        Report.Opened waiting = talk.open(asked);
        assertTrue(waiting.problems().get(0).sentence().contains("flowers.csv (4.6 kB)"));
        assertEquals(DataFacts.NONE.name(), waiting.data().name()); // though a flowers.csv is here
        Report.Opened taken = talk.ask(Report.Opened.class, flowers("flowers.csv"));
        assertTrue(
                taken.notices()
                        .contains("This is another flowers.csv: 858 bytes, the link was made with 4.6 kB."
                                + " Its numbers will differ."),
                taken.notices().toString());
        assertEquals(link, taken.recipe());
        talk.open(asked);
        Report.Opened renamed = talk.ask(Report.Opened.class, flowers("other.csv"));
        assertTrue(
                renamed.notices()
                        .contains("This is other.csv: 858 bytes, the link was made with flowers.csv (4.6 kB)."
                                + " Its numbers will differ."),
                renamed.notices().toString());
    }

    @Test
    void layersThatDoNotFitTheFileAreReplaced() {
        talk.open("1/data=file(iris.csv)/Dense(3,activation=softmax)");
        Report.Opened there = talk.ask(Report.Opened.class, flowers("flowers.csv"));
        assertEquals(3, there.layers().size());
        assertEquals(List.of(), there.problems());
    }

    @Test
    void unreadableFileIsRefusedAndChangesNothing() {
        String before = talk.open("1/data=xor/Dense(1,activation=sigmoid)/loss=binary_crossentropy")
                .recipe();
        String sentence =
                talk.refusal(new Request.OpenFiles(List.of(new Request.OpenFiles.File("x.bin", new byte[] {1, 2, 3}))));
        assertTrue(sentence.startsWith("x.bin"), sentence);
        talk.train(1, 0);
        assertEquals(before, talk.open(before).recipe());
    }

    @Test
    void arraysBecomeAnExperiment() {
        float[] x = new float[40 * 9];
        float[] y = new float[40];
        for (int i = 0; i < y.length; i++) {
            y[i] = i % 2;
            Arrays.fill(x, 9 * i, 9 * i + 9, y[i] + i % 3);
        }
        Report.Opened opened =
                talk.ask(Report.Opened.class, new Request.OwnData(x, new int[] {3, 3}, y, 0, List.of("a", "b")));
        assertArrayEquals(new int[] {3, 3, 1}, opened.data().shape());
        assertEquals(List.of(), opened.problems());
        talk.train(0, 1);
        assertEquals(1, talk.progress().epoch());
    }

    @Test
    void oneHotRowsAreClasses() {
        Report.Opened opened = talk.ask(
                Report.Opened.class,
                new Request.OwnData(
                        new float[4], new int[] {1}, new float[] {1, 0, 0, 1, 0, 1, 1, 0}, 2, List.of("a", "b")));
        assertEquals(List.of("a", "b"), opened.data().classes());
        int[] classes = {0, 1, 1, 0};
        int seen = 0;
        for (DataPart part : List.of(DataPart.TRAINING, DataPart.VALIDATION)) {
            Report.Samples samples = talk.ask(Report.Samples.class, new Inquiry.Gallery(part, 0, 9));
            for (int i = 0; i < samples.rows().length; i++) {
                assertEquals(classes[samples.rows()[i]], samples.y()[i], "row " + samples.rows()[i]);
                seen++;
            }
        }
        assertEquals(4, seen);
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        List<Request.OwnData> wrong = List.of(
                new Request.OwnData(new float[5], new int[] {2}, new float[2], 1, List.of()),
                new Request.OwnData(new float[4], new int[] {0}, new float[2], 1, List.of()),
                new Request.OwnData(new float[4], new int[] {-2}, new float[2], 1, List.of()),
                new Request.OwnData(new float[4], new int[0], new float[4], 1, List.of()),
                new Request.OwnData(new float[4], new int[] {1 << 30, 4}, new float[4], 1, List.of()),
                new Request.OwnData(new float[4], new int[] {2}, new float[3], 1, List.of()),
                new Request.OwnData(new float[4], new int[] {2}, new float[] {0, 2}, 0, List.of("a", "b")),
                new Request.OwnData(new float[4], new int[] {2}, new float[] {0, 0.5f}, 0, List.of("a", "b")),
                new Request.OwnData(new float[4], new int[] {2}, new float[6], 3, List.of("a", "b")),
                new Request.OwnData(new float[4], new int[] {2}, new float[2], -1, List.of()),
                new Request.OwnData(new float[] {1, Float.NaN}, new int[] {1}, new float[2], 1, List.of()));
        for (Request.OwnData each : wrong) {
            String sentence = talk.refusal(each);
            assertTrue(!sentence.contains("inside the lab") && sentence.endsWith("."), sentence);
        }
    }
}
