package dev.steep.ui.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shared: the snippet for a page, the code for a camera, and what is said of it. */
class ShareTest {
    private static Recipe recipe(String link) {
        return RecipeText.read(link).recipe();
    }

    @Test
    void aSnippetSaysOnlyWhatIsNotAsUsual() {
        EmbedCode usual = new EmbedCode("", List.of(), "", 800, EmbedCode.Aspect.CLASSIC);
        assertEquals("", usual.query());
        assertEquals(600, usual.height());
        EmbedCode other = new EmbedCode("dark", List.of("data", "share"), "boundary", 480, EmbedCode.Aspect.WIDE);
        assertEquals("view=boundary&theme=dark&controls=data,share", other.query());
        assertEquals(270, other.height());
    }

    @Test
    void aSnippetIsHtmlWhateverTheLinkHolds() {
        String html = new EmbedCode("dark", List.of(), "fit", 640, EmbedCode.Aspect.SQUARE)
                .html("https://x.org/embed.html?view=fit&theme=dark#1/formula('a<b\"')", "a \"title\" <b>");
        assertTrue(
                html.contains("src=\"https://x.org/embed.html?view=fit&amp;theme=dark#1/formula('a&lt;b&quot;')\""),
                html);
        assertTrue(html.contains("title=\"a &quot;title&quot; &lt;b>\""), html);
        assertTrue(html.contains("aspect-ratio: 1 / 1"), html);
    }

    /** Its corners are those of the standard, and it has light modules around it. */
    @Test
    void aLinkIsACode() {
        var code = QrPicture.code("https://example.org/#1/data=digits/Flatten/Dense(10,softmax)")
                .orElseThrow();
        for (int i = 0; i < 7; i++) {
            assertTrue(code.getModule(i, 0)
                    && code.getModule(code.size - 1 - i, 0)
                    && code.getModule(0, code.size - 1 - i));
            assertTrue(!code.getModule(i, 7));
        }
        String svg = QrPicture.svg("https://example.org/").orElseThrow();
        assertTrue(svg.contains("viewBox='0 0 33 33'") && svg.contains("M4 4h7v1h-7z"), svg);
    }

    @Test
    void aLinkThatIsTooLongIsNone() {
        assertTrue(QrPicture.svg("x".repeat(QrPicture.MOST)).isPresent());
        assertEquals(true, QrPicture.svg("x".repeat(QrPicture.MOST + 1)).isEmpty());
    }

    @Test
    void itIsSaidWhatTravels() {
        Travels own = Travels.of(recipe("1/data=file(flowers.csv)/Dense(3,softmax)/seed=7"), 150, 2);
        assertTrue(own.behind().get(0).contains("flowers.csv"), own.toString());
        assertTrue(own.behind().get(2).contains("2 times"), own.toString());
        assertTrue(own.along().contains("1 layer, with all settings"), own.toString());
        assertTrue(own.along().get(4).startsWith("the seed, 7"), own.toString());
        Travels digits = Travels.of(recipe("1/data=digits/Dense(3)/metrics=(precision,recall)"), 2000, 0);
        assertTrue(digits.along().get(0).contains("(2,000 samples, made anew)"), digits.toString());
        assertTrue(digits.along().get(2).endsWith("optimizer Adam, 2 metrics"), digits.toString());
        assertEquals(1, digits.behind().size());
    }
}
