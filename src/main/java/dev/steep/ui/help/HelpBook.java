package dev.steep.ui.help;

import dev.steep.catalog.NameReader;
import dev.steep.math.Characters;
import elemental2.dom.Document;
import elemental2.dom.Element;
import elemental2.dom.NodeList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The texts of help, in whichever document they are: finds an entry by its anchor or any of its names, and searches all of them. */
final class HelpBook {
    /** The anchor of the index. */
    static final String HOME = "help";

    /** How anchors of lists begin: what they list is found by itself. */
    private static final String SHELF = "shelf-";

    private final Document document;
    private final List<Entry> entries = new ArrayList<>();

    /** Something found: the better, the smaller {@code place} is. Its {@code code} is how Keras and links call it; empty for words. */
    record Hit(String anchor, String title, String code, String about, int place) {}

    /** @param text all that is searched, in small letters */
    private record Entry(String anchor, String title, String code, List<String> names, String about, String text) {
        /** 0 if this is its name; 4 if only its text has it; negative if nothing has. */
        private int place(String word) {
            int place = text.contains(word) ? 4 : about.toLowerCase().contains(word) ? 3 : -1;
            for (String name : names) {
                int better = name.equals(word) ? 0 : name.startsWith(word) ? 1 : name.contains(word) ? 2 : -1;
                place = better >= 0 && (place < 0 || better < place) ? better : place;
            }
            return place;
        }
    }

    HelpBook(Document document) {
        this.document = document;
    }

    /** The article of an entry, or the index; nothing if there is none of this name. */
    Optional<Element> article(String anchor) {
        Element known = anchor.isEmpty() ? null : document.getElementById(anchor);
        if (known != null && (known.classList.contains("help-entry") || anchor.equals(HOME))) {
            return Optional.of(known);
        }
        String name = anchor.toLowerCase().replace('-', ' ');
        return entries().stream()
                .filter(entry -> entry.names.contains(name) || entry.names.contains(anchor.toLowerCase()))
                .findFirst()
                .map(entry -> document.getElementById(entry.anchor));
    }

    /** Entries that have all these words, the best first. */
    List<Hit> search(String text) {
        List<String> words = Characters.parts(text.toLowerCase().strip(), ' ');
        List<Hit> hits = new ArrayList<>();
        for (Entry entry : entries()) {
            int sum = 0;
            for (String word : words) {
                int place = entry.place(word);
                sum = sum < 0 || place < 0 ? -1 : sum + place;
            }
            if (sum >= 0) {
                hits.add(new Hit(
                        entry.anchor,
                        entry.title,
                        entry.code,
                        entry.about,
                        entry.names.contains(text.toLowerCase().strip()) ? -1 : sum));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::place));
        return hits;
    }

    /** The name that is nearest to one that nothing has, if one is near. */
    Optional<String> nearest(String text) {
        return NameReader.nearest(
                text.strip(),
                entries().stream().flatMap(entry -> entry.names.stream()).toList());
    }

    private List<Entry> entries() {
        if (entries.isEmpty()) {
            NodeList<Element> articles = document.querySelectorAll(".help-entry");
            for (int i = 0; i < articles.length; i++) {
                Element article = articles.item(i);
                String names = article.getAttribute("data-names").toLowerCase();
                String title = article.querySelector("h2").textContent.strip();
                Element last = article.querySelector("h2 > code:last-child");
                String code = last == null || last.textContent.equals(title) ? "" : last.textContent;
                entries.add(new Entry(
                        article.id,
                        code.isEmpty()
                                ? title
                                : title.substring(0, title.length() - code.length())
                                        .strip(),
                        code,
                        Characters.parts(names, '|'),
                        article.querySelector(".help-about").textContent,
                        article.id.startsWith(SHELF) ? names : article.textContent.toLowerCase()));
            }
        }
        return entries;
    }
}
