package dev.steep.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Words are found where they stand as words, once each, and nothing of a text is lost. */
class TermTest {
    @ParameterizedTest
    @EnumSource
    void explainsItselfInOneSentence(Term term) {
        assertTrue(term.sentence().endsWith(".") && !term.sentence().contains(". "), term.sentence());
        assertTrue(term.sentence().length() <= 140, term.sentence());
        assertFalse(term.word().isBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many units, or neurons. | How many [units], or neurons.",
                "Epoch by epoch, all epochs | [Epoch] by epoch, all epochs",
                "34,826 weights · 1.2 M multiply-adds per sample | 34,826 [weights] · 1.2 M [multiply-adds] per sample",
                "batch_size, minibatches and units_1 | batch_size, minibatches and units_1",
                "(z-score) | ([z-score])",
                "seed | [seed]",
                "A learning rate for each weight, and weight decay | A [learning rate] for each [weight], and [weight decay]",
                "Two classes and their losses, a batch and more batches | Two [classes] and their [losses], a [batch] and more batches",
                "'' | ''",
            })
    void wordsAreFound(String text, String marked) {
        List<Term.Piece> pieces = Term.in(text);
        assertEquals(
                marked,
                pieces.stream()
                        .map(piece -> piece.term().isPresent() ? "[" + piece.text() + "]" : piece.text())
                        .collect(Collectors.joining()));
        assertEquals(text, pieces.stream().map(Term.Piece::text).collect(Collectors.joining()));
    }
}
