package dev.steep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebAddressTest {
    private static WebAddress of(String text) {
        return WebAddress.read(text).orElseThrow(() -> new AssertionError(text));
    }

    @Test
    void addressHasAHostAndAFile() {
        assertEquals(
                new WebAddress("https://data.org:8080/a/iris%20two.csv?v=1", true, "data.org:8080", "iris two.csv"),
                of("  HTTPS://data.org:8080/a/iris%20two.csv?v=1#rows "));
        assertEquals("größe.csv", of("http://a.de/gr%C3%B6%C3%9Fe.csv").file());
        assertEquals("a.de", of("http://a.de/").file());
        assertEquals("a.de", of("http://a.de").file());
        assertEquals("100%.csv", of("http://a.de/100%.csv").file());
        assertEquals("https://a.de/x.csv", of("a.de/x.csv").text());
    }

    @Test
    void whatIsNoAddressOfTheWebIsNone() {
        for (String text : List.of(
                "",
                "iris.csv",
                "ftp://a.de/x",
                "javascript:alert(1)",
                "data:text/csv,a",
                "file:///etc/passwd",
                "https://",
                "https://user:word@a.de/x",
                "https://a b/x",
                "https://a.de/<x>",
                "blob:https://a.de/1",
                "//a.de/x",
                "https://a.de/" + "x".repeat(400))) {
            assertEquals(Optional.empty(), WebAddress.read(text), text);
        }
    }

    @Test
    void securePageFetchesNothingByPlainHttpButFromItsOwnMachine() {
        assertTrue(of("http://a.de/x").refusal(true).orElseThrow().contains("Try https://a.de"));
        assertEquals(Optional.empty(), of("http://a.de/x").refusal(false));
        assertEquals(Optional.empty(), of("https://a.de/x").refusal(true));
        assertEquals(Optional.empty(), of("http://localhost:80/x").refusal(true));
    }

    @Test
    void everyTroubleHasASentenceOfItsOwn() {
        Set<String> sentences = new HashSet<>();
        for (RemoteFile.Trouble trouble : RemoteFile.Trouble.values()) {
            for (int status : trouble == RemoteFile.Trouble.STATUS ? List.of(404, 403, 500) : List.of(0)) {
                String sentence = trouble.sentence(of("https://a.de/x.csv"), status, 1 << 28);
                assertTrue(sentence.endsWith(".") || sentence.endsWith("?"), sentence);
                assertTrue(sentences.add(sentence), sentence);
            }
        }
    }
}
