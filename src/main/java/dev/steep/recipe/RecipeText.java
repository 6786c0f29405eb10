package dev.steep.recipe;

import dev.steep.catalog.Numbers;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.List;

/**
 * The form for links, one line: a version, then parts between slashes, layers in order.
 *
 * <pre>1/data=digits(2000)/Conv2D(8,3,padding=same,activation=relu)/Flatten/Dense(10,activation=softmax)/optimizer=Adam</pre>
 *
 * What equals the default is left out, so the defaults belong to the version: a change of one needs version 2, and old
 * links are kept as tests.
 */
public final class RecipeText {
    /** The version that {@link #write} writes. */
    public static final String VERSION = "1";

    private static final int LONGEST = 20_000;

    /** What to say of half a surrogate pair. */
    static final String HALF = "The text holds half a character (a surrogate without its other half); it is shown as "
            + Characters.UNREADABLE + ". Copy the text again from where it comes from.";

    private RecipeText() {}

    /** Writes a recipe; {@link #read} gives back an equal one. */
    public static String write(Recipe recipe) {
        List<String> parts = new ArrayList<>();
        parts.add(VERSION);
        for (Part<?> part : Parts.ALL) {
            write(part, recipe, parts);
        }
        return String.join("/", parts);
    }

    private static <T> void write(Part<T> part, Recipe recipe, List<String> parts) {
        T value = recipe.get(part);
        if (part.knob().always() || !value.equals(part.knob().preset())) {
            parts.addAll(part.inLink().write(part.name(), part.knob().domain().write(value)));
        }
    }

    /**
     * The same with every knob at its place by name, also where it has its default; {@link #read} gives back an equal one. A
     * list without items is left out, an empty text too, and so is what changes no number.
     */
    public static String expanded(Recipe recipe) {
        List<String> parts = new ArrayList<>();
        parts.add(VERSION);
        for (Part<?> part : Parts.ALL) {
            expand(part, recipe, parts);
        }
        return String.join("/", parts);
    }

    private static <T> void expand(Part<T> part, Recipe recipe, List<String> parts) {
        T value = recipe.get(part);
        boolean silent = value instanceof List || value.equals("") || part.changes() == Part.Changes.NOTHING;
        if (!(silent && value.equals(part.knob().preset()))) {
            parts.addAll(part.inLink().write(part.name(), part.knob().domain().expanded(value)));
        }
    }

    /** Reads a recipe. Never throws; an empty text is the experiment that the lab opens with. */
    public static Reading read(String text) {
        Remarks remarks = new Remarks();
        String link = Characters.cut(text.strip(), LONGEST);
        if (link.isEmpty()) {
            return new Reading(Presets.OPENING, List.of());
        }
        if (text.strip().length() > LONGEST) {
            remarks.say("This link has " + Numbers.grouped(text.strip().length()) + " characters; only the first "
                    + Numbers.grouped(LONGEST) + " are read. Was it pasted twice?");
        }
        String whole = Characters.wellFormed(link);
        if (!whole.equals(link)) {
            remarks.say(HALF);
        }
        int slash = whole.indexOf('/');
        String version = (slash < 0 ? whole : whole.substring(0, slash)).strip();
        if (!version.equals(VERSION)) {
            remarks.say(wrongVersion(version));
            if (Double.isNaN(Numbers.read(version))) {
                return new Reading(Presets.OPENING, remarks.sentences());
            }
        }
        return into(new Draft(remarks), slash < 0 ? "" : whole.substring(slash + 1));
    }

    /** Fills a draft from what follows the version. */
    static Reading into(Draft draft, String text) {
        for (Phrase.Part each : Phrase.parts(text, draft.remarks())) {
            if (each.name().isEmpty()) {
                draft.add(each.phrase());
            } else {
                draft.set(each.name(), each.phrase());
            }
        }
        return draft.done();
    }

    private static String wrongVersion(String version) {
        if (Double.isNaN(Numbers.read(version))) {
            return "This is not a link to an experiment: it should begin with \"" + VERSION + "/\", not with "
                    + Remarks.quote(version) + ". The lab's opening experiment is shown instead.";
        }
        return "This link was made by version " + Remarks.quote(version) + " of the format, and this lab reads version "
                + VERSION + "; what it does not know is left out.";
    }
}
