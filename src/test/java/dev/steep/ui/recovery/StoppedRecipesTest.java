package dev.steep.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoppedRecipesTest {
    /** From the authors' list of test vectors. */
    @Test
    void fingerprintsAreThoseOfFnv1a() {
        assertEquals("cbf29ce484222325", StoppedRecipes.print(""));
        assertEquals("af63dc4c8601ec8c", StoppedRecipes.print("a"));
        assertEquals("85944171f73967e8", StoppedRecipes.print("foobar"));
    }

    @Test
    void similarRecipesHaveFingerprintsOfTheirOwnAndOneLength() {
        Set<String> prints = new HashSet<>();
        for (int units = 0; units < 10_000; units++) {
            String print = StoppedRecipes.print("1/data=digits/Flatten/Dense(" + units + ")");
            assertEquals(16, print.length());
            prints.add(print);
        }
        assertEquals(10_000, prints.size());
    }
}
