package dev.steep.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A knob that holds several picks, each with knobs of its own. */
class ListOfPicksTest {
    private static final Kind MEAN = Kind.of("mean", "Mean", "The mean.");
    private static final Kind TOP = Kind.of(
            "top", "Top", "The best.", Knob.whole("k", 5, 1, 9, "How many.").whileTraining());
    private static final Domain.Many LIST =
            new Domain.Many(() -> List.of(MEAN, TOP), "score", 3, "There may be 3 scores", true, items -> items.stream()
                    .map(item -> item.kind().name())
                    .toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "mean | mean",
                "(mean,top(3)) | (mean,top(3))",
                "(MEAN) | mean",
                "'' | ''",
                "( Top ( k=3 ) , mean ) | (top(3),mean)"
            })
    void listIsReadAndWritten(String text, String written) {
        Remarks remarks = new Remarks();
        List<Choice> read = LIST.read(Phrase.read(text, remarks), List.of(), "scores", remarks);
        assertEquals(List.of(), remarks.sentences());
        assertEquals(written, LIST.write(read).toString());
        assertEquals(read, LIST.read(Phrase.read(written, remarks), List.of(), "scores", remarks));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "(mean,men) | There is no score \"men\" (did you mean mean?); it is left out.",
                "(mean,mean,mean,top) | There may be 3 scores; \"top\" is left out.",
                "(mean,k=3) | \"k=3\" stands in a list, where nothing has a name; it is ignored."
            })
    void whatIsNotUsedIsSaid(String text, String sentence) {
        Remarks remarks = new Remarks();
        LIST.read(Phrase.read(text, remarks), List.of(), "scores", remarks);
        assertEquals(List.of(sentence), remarks.sentences());
    }

    @Test
    void liveKnobsOfItemsAreLeftOutOfComparisons() {
        Remarks remarks = new Remarks();
        List<Choice> three = LIST.read(Phrase.read("(mean,top(3))", remarks), List.of(), "scores", remarks);
        assertEquals("(mean,top)", LIST.write(LIST.withoutLive(three)).toString());
        assertEquals("(mean,top(k=3))", LIST.expanded(three).toString());
    }
}
