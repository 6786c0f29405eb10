package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.steep.catalog.Kind;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Links that were once made mean for ever what they meant. The folder {@code links} has them, each with its recipe below it,
 * every default written out, one part to a line. A default that changes fails these tests: it needs a new version of the
 * format. To add a link, write it into a file of the folder and run the test: it fails and prints the lines that belong below.
 */
class OldLinksTest {
    private static final String INDENT = "    ";

    private record OldLink(String link, List<String> meaning) {
        /** The lines of the folder that it should have. */
        String lines() {
            String expanded = RecipeText.expanded(RecipeText.read(link).recipe());
            List<String> parts = new ArrayList<>();
            parts.add(INDENT + "version " + RecipeText.VERSION);
            Phrase.parts(expanded.substring(expanded.indexOf('/') + 1), new Remarks())
                    .forEach(part -> parts.add(INDENT + part));
            return link + "\n" + String.join("\n", parts);
        }
    }

    @TestFactory
    Stream<DynamicTest> oldLinksMeanWhatTheyMeant() {
        return all().stream()
                .map(old -> dynamicTest(old.link, () -> {
                    Reading reading = RecipeText.read(old.link);
                    assertEquals(List.of(), reading.notices());
                    assertEquals(old.link + "\n" + String.join("\n", old.meaning), old.lines());
                    Reading again = RecipeText.read(RecipeText.expanded(reading.recipe()));
                    assertEquals(reading.recipe(), again.recipe());
                    assertEquals(List.of(), again.notices());
                    assertEquals(
                            reading.recipe(),
                            RecipeText.read(reading.recipe().toString()).recipe());
                }));
    }

    @Test
    void everythingThatCanBePickedIsInAnOldLink() {
        String meanings = String.join(
                "\n", all().stream().map(old -> String.join("\n", old.meaning)).toList());
        for (Kind kind : Experiments.kinds()) {
            String written = kind.choice().expanded().toString();
            String name = kind.knobs().isEmpty() ? kind.name() : kind.name() + "(";
            assertTrue(
                    meanings.contains(name),
                    () -> "Nothing pins the defaults of " + written + ". Add to src/test/resources/links/catalog.txt:\n"
                            + new OldLink(Experiments.with(kind.choice()).toString(), List.of()).lines());
        }
    }

    private static List<OldLink> all() {
        List<OldLink> links = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            files.sorted().forEach(file -> links.addAll(read(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertTrue(links.size() > 100, () -> "only " + links.size() + " links");
        return links;
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(OldLinksTest.class.getResource("/links"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<OldLink> read(Path file) {
        List<OldLink> links = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(INDENT)) {
                    links.get(links.size() - 1).meaning.add(line);
                } else if (!line.isBlank()) {
                    links.add(new OldLink(line, new ArrayList<>()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return links;
    }
}
