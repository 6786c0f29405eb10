package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private RecipeText() {}

    /** Writes a recipe; {@link #read} gives back an equal one. */
    public static String write(Recipe recipe) {
        Recipe plain = Presets.PLAIN;
        List<String> parts = new ArrayList<>();
        parts.add(VERSION);
        parts.add("data=" + recipe.data());
        addUnless(parts, "", recipe.prepare(), plain.prepare());
        addUnless(parts, "", recipe.split(), plain.split());
        recipe.layers().forEach(layer -> parts.add(layer.toString()));
        addUnless(parts, "loss=", recipe.loss(), plain.loss());
        addUnless(parts, "optimizer=", recipe.optimizer(), plain.optimizer());
        addUnless(parts, "", recipe.fit(), plain.fit());
        if (recipe.seed() != plain.seed()) {
            parts.add("seed=" + recipe.seed());
        }
        return String.join("/", parts);
    }

    private static void addUnless(List<String> parts, String prefix, Choice choice, Choice same) {
        if (!choice.equals(same)) {
            parts.add(prefix + choice);
        }
    }

    /** Reads a recipe. Never throws; an empty text is the experiment that the lab opens with. */
    public static Reading read(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return new Reading(Presets.OPENING, List.of());
        }
        List<String> notices = new ArrayList<>();
        if (trimmed.length() > LONGEST) {
            notices.add("This link has " + Numbers.grouped(trimmed.length()) + " characters; only the first "
                    + Numbers.grouped(LONGEST) + " are read.");
            trimmed = trimmed.substring(0, LONGEST);
        }
        List<String> parts = Phrase.split(trimmed, '/');
        if (!parts.get(0).strip().equals(VERSION)) {
            notices.add(wrongVersion(parts.get(0).strip()));
            if (Double.isNaN(Numbers.read(parts.get(0)))) {
                return new Reading(Presets.OPENING, notices);
            }
        }
        return into(new Draft(Presets.PLAIN, notices), parts);
    }

    /** Fills a draft from the parts that follow the version. */
    static Reading into(Draft draft, List<String> parts) {
        for (String part : parts.subList(1, parts.size())) {
            if (!part.isBlank()) {
                readPart(part.strip(), draft);
            }
        }
        return draft.done();
    }

    private static void readPart(String part, Draft draft) {
        List<String> sides = Phrase.split(part, '=');
        String name = sides.get(0).strip();
        Phrase phrase = Phrase.read(sides.size() == 1 ? part : part.substring(part.indexOf('=') + 1));
        if (sides.size() == 1) {
            Optional<Kind> setting = Draft.setting(phrase.word());
            setting.ifPresentOrElse(kind -> draft.set(kind, phrase), () -> draft.layer(phrase));
        } else {
            draft.set(name, phrase);
        }
    }

    private static String wrongVersion(String version) {
        double number = Numbers.read(version);
        if (Double.isNaN(number)) {
            return "This is not a link to an experiment: it should begin with \"" + VERSION + "/\", not with \""
                    + (version.length() > 40 ? version.substring(0, 40) + "…" : version)
                    + "\". The lab's opening experiment is shown instead.";
        }
        return "This link was made by version " + version + " of the format, and this lab reads version " + VERSION
                + "; what it does not know is left out.";
    }
}
