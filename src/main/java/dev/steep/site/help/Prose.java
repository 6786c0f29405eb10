package dev.steep.site.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people have written about the entries of one family, {@code src/main/help/activation.md}: under {@code ## relu} lines that begin
 * with a {@link Field}, each going on until the next.
 *
 * @param family the file's name without its ending
 */
record Prose(String family, Map<String, Article> articles) {
    private static final String ENDING = ".md";
    private static final String HEAD = "## ";

    /** What can be said of an entry. Of some there may be several lines, such as formulas. */
    enum Field {
        /** A formula in {@link Tex}, where the declaration has none or only one with numbers in it. */
        FORMULA("Formula"),
        /** An interval such as {@code [0, inf)}. */
        RANGE("Range"),
        /** Where a function has no slope, as numbers, or {@code none}. */
        KINKS("Kinks"),
        /** A paragraph: what it is and why. */
        NOTE("Note"),
        USE("Use"),
        NOT("Not"),
        /** Why there is no live plot of it; nobody sees it. */
        PLAIN("Plain"),
        PAPER("Paper"),
        ELSEWHERE("Elsewhere"),
        /** Names of related entries. */
        SEE("See");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        private static Optional<Field> of(String line) {
            return Stream.of(values())
                    .filter(field -> line.startsWith(field.word + ": "))
                    .findFirst();
        }
    }

    /** What is said of one entry. */
    record Article(Map<Field, List<String>> fields) {
        static final Article NOTHING = new Article(Map.of());

        List<String> all(Field field) {
            return fields.getOrDefault(field, List.of());
        }

        /** The text of a field; empty if it has none. */
        String text(Field field) {
            return String.join(" ", all(field));
        }
    }

    /** The texts of all families, by the family. */
    static Map<String, Prose> readAll(Path folder) {
        Map<String, Prose> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    String family = name.substring(0, name.length() - ENDING.length());
                    all.put(family, read(family, Files.readAllLines(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static Prose read(String family, List<String> lines) {
        Map<String, Article> articles = new LinkedHashMap<>();
        Map<Field, List<String>> fields = new LinkedHashMap<>();
        List<String> last = new ArrayList<>();
        for (String line : lines) {
            Optional<Field> field = Field.of(line);
            if (line.startsWith(HEAD)) {
                fields = new LinkedHashMap<>();
                last = new ArrayList<>();
                String name = line.substring(HEAD.length()).strip();
                if (articles.put(name, new Article(fields)) != null) {
                    throw new IllegalArgumentException(family + ENDING + " explains " + name + " twice.");
                }
            } else if (field.isPresent()) {
                last = fields.computeIfAbsent(field.get(), key -> new ArrayList<>());
                last.add(line.substring(field.get().word.length() + 2).strip());
            } else if (!line.isBlank() && !articles.isEmpty()) {
                if (last.isEmpty()) {
                    throw new IllegalArgumentException(family + ENDING + ": \"" + line + "\" belongs to no field.");
                }
                last.set(last.size() - 1, last.get(last.size() - 1) + " " + line.strip());
            }
        }
        return new Prose(family, articles);
    }

    Article of(String name) {
        return articles.getOrDefault(name, Article.NOTHING);
    }
}
