package dev.steep.site.help;

import dev.steep.catalog.Kind;
import dev.steep.catalog.Term;
import dev.steep.descent.Surface;
import dev.steep.math.expr.Typeset;
import dev.steep.recipe.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that help has a page for: a kind of the catalog, a surface for gradient descent, or a word.
 *
 * @param anchor where it is in the page
 * @param shelf what it stands with
 * @param name what its text in {@code src/main/help} is called
 * @param names everything that it is called, for the search
 * @param title its heading
 * @param about one sentence
 * @param kind what a learner picks, if it can be picked
 * @param formulas MathML that its declaration gives, each for a line
 */
record Entry(
        String anchor,
        Shelf shelf,
        String name,
        List<String> names,
        String title,
        String about,
        Optional<Picked> kind,
        List<String> formulas) {

    /** What is explained together, such as all activations; {@code id} is also the name of the file with their texts. */
    record Shelf(String id, String title, String about) {}

    /** A kind and its family. */
    record Picked(Family family, Kind kind) {}

    private static final Shelf SURFACES = new Shelf(
            "surface",
            "Surfaces for gradient descent",
            "Losses of one or two weights, on which optimizers can be watched.");
    private static final Shelf WORDS = new Shelf("word", "Words", "What the words of the field mean.");

    /** Everything, in the order of the page. */
    static List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        for (Family family : Family.values()) {
            family.kinds().forEach(kind -> all.add(of(family, kind)));
        }
        Arrays.stream(Surface.values()).map(Entry::of).forEach(all::add);
        Arrays.stream(Term.values()).map(Entry::of).forEach(all::add);
        return all;
    }

    /** Whether a text may lead to it by this name: {@code weight}, or {@code column-weight} where there are several. */
    boolean isCalled(String word) {
        return word.equals(anchor) || word.equals(name) || names.contains(word) || word.equals(shelf.id() + "-" + name);
    }

    private static Entry of(Family family, Kind kind) {
        List<String> names = new ArrayList<>(kind.names());
        names.add(kind.title());
        return new Entry(
                family.anchor(kind),
                new Shelf(family.id(), family.title(), family.about()),
                kind.name(),
                names,
                kind.title(),
                kind.about(),
                Optional.of(new Picked(family, kind)),
                Formulas.of(family, kind));
    }

    private static Entry of(Surface surface) {
        String name = surface.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Entry(
                "surface-" + name,
                SURFACES,
                name,
                List.of(surface.title()),
                surface.title(),
                surface.about(),
                Optional.empty(),
                surface.written().stream()
                        .map(each -> Typeset.equation(each.name(), each.right()))
                        .toList());
    }

    private static Entry of(Term term) {
        return new Entry(
                term.anchor(),
                WORDS,
                term.word(),
                List.of(term.word()),
                term.word(),
                term.sentence(),
                Optional.empty(),
                List.of());
    }
}
