package dev.steep.site.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code help.html}: a page for everything in the catalog, all in one file. Which of them is seen is decided by the address
 * ({@code help.html#relu}), by the style sheet alone, so that it is there before the program is.
 */
public final class HelpPage {
    private static final String TEXTS = "src/main/help";
    private static final String FRAME = "help.html";

    private final Map<String, Prose> prose;
    private final List<Entry> entries = Entry.all();

    private HelpPage(Map<String, Prose> prose) {
        this.prose = prose;
    }

    /** Writes it. Arguments: the project's folder, the site's. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** Writes it into the site. */
    public static void write(Path project, Path site) throws IOException {
        String frame = Files.readString(project.resolve(TEXTS).resolve(FRAME));
        HelpPage page = new HelpPage(Prose.readAll(project.resolve(TEXTS)));
        Files.writeString(
                site.resolve(FRAME),
                frame.replace("<!-- shelves -->", page.shelves()).replace("<!-- entries -->", page.articles()));
    }

    private Map<Entry.Shelf, List<Entry>> byShelf() {
        Map<Entry.Shelf, List<Entry>> shelves = new LinkedHashMap<>();
        entries.forEach(entry -> shelves.computeIfAbsent(entry.shelf(), shelf -> new ArrayList<>())
                .add(entry));
        return shelves;
    }

    /** The index: links to all entries, by shelf. */
    private String shelves() {
        StringBuilder html = new StringBuilder();
        byShelf().forEach((shelf, all) -> {
            html.append("<section class=\"help-shelf\"><h3><a href=\"#shelf-" + shelf.id() + "\">"
                    + Markup.escaped(shelf.title()) + "</a></h3><ul>");
            all.forEach(entry -> html.append("<li><a href=\"#" + entry.anchor() + "\">"
                    + Markup.escaped(entry.kind().isPresent() ? entry.name() : entry.title()) + "</a></li>"));
            html.append("</ul></section>\n");
        });
        return html.toString();
    }

    private String articles() {
        StringBuilder html = new StringBuilder();
        byShelf().forEach((shelf, all) -> {
            html.append("<article class=\"help-entry\" id=\"shelf-" + shelf.id() + "\" tabindex=\"-1\" data-names=\""
                    + Markup.escaped(shelf.title()) + "\">"
                    + "<p class=\"help-way\"><a href=\"#help\">All help</a></p><h2>" + Markup.escaped(shelf.title())
                    + "</h2><p class=\"help-about\">" + Markup.escaped(shelf.about()) + "</p><dl class=\"help-list\">");
            all.forEach(entry -> html.append("<dt><a href=\"#" + entry.anchor() + "\">"
                    + Markup.escaped(entry.kind().isPresent() ? entry.name() : entry.title()) + "</a></dt><dd>"
                    + Markup.escaped(entry.about()) + "</dd>"));
            html.append("</dl></article>\n");
        });
        entries.forEach(
                entry -> html.append(new Article(entry, text(entry), new Markup(name -> anchor(entry, name))).html()));
        return html.toString();
    }

    private Prose.Article text(Entry entry) {
        Prose shelf = prose.get(entry.shelf().id());
        return shelf == null ? Prose.Article.NOTHING : shelf.of(entry.name());
    }

    /** Of the entry that the text about another means by this name, one of the same shelf before others; empty if there is none. */
    private String anchor(Entry about, String name) {
        if (name.startsWith("shelf-")) {
            return name;
        }
        return Stream.concat(entries.stream().filter(entry -> entry.shelf().equals(about.shelf())), entries.stream())
                .filter(entry -> entry.isCalled(name) && !entry.equals(about))
                .findFirst()
                .map(Entry::anchor)
                .orElse("");
    }
}
