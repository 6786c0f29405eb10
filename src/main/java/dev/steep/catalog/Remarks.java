package dev.steep.catalog;

import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a reader could not use as it stands. One remark of its kind is a sentence of its own; many are one sentence
 * that names the first of them and counts the others. So there are few sentences, and short ones, whatever was read.
 */
public final class Remarks {
    /** How many are named in a sentence about many. */
    private static final int NAMED = 6;

    /** How much of a text is quoted, in UTF-16 units. */
    private static final int QUOTED = 40;

    private static final int LONGEST_ITEM = 120;

    /** What became of something that could not be used as it stands. */
    public enum Treatment {
        LEFT_OUT("parts of the experiment are not used", "Correct or remove them."),
        REPLACED("values cannot be used, so others take their place", "Correct them to have what was meant."),
        MOVED("numbers do not fit and were changed to the nearest that do", ""),
        UNCLOSED("opening brackets are never closed; each was closed where its part ends", "Add the missing \")\"."),
        MISTAKEN("formulas contain mistakes; until they are corrected, their variable stands in for them", "");

        private final String many;
        private final String advice;

        Treatment(String many, String advice) {
            this.many = many;
            this.advice = advice;
        }
    }

    private final List<String> sentences = new ArrayList<>();
    private final Map<Treatment, Group> groups = new EnumMap<>(Treatment.class);

    /** Remarks of one kind: the sentence of the first, the names of some, and how many there are. */
    private static final class Group {
        private final String first;
        private final List<String> items = new ArrayList<>();
        private int count;

        Group(String first) {
            this.first = first;
        }
    }

    /** Adds a sentence that stands by itself. */
    public void say(String sentence) {
        sentences.add(sentence);
    }

    /**
     * Adds a remark.
     *
     * @param item names what it is about, in a list of such things
     * @param sentence what to say if it remains the only one of its kind
     */
    public void add(Treatment kind, String item, String sentence) {
        Group group = groups.computeIfAbsent(kind, first -> new Group(sentence));
        group.count++;
        if (group.items.size() < NAMED) {
            group.items.add(Characters.shortened(item, LONGEST_ITEM));
        }
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return sentences.isEmpty() && groups.isEmpty();
    }

    /** Whether all there is to say is of this kind. */
    public boolean hasOnly(Treatment kind) {
        return sentences.isEmpty() && groups.keySet().stream().allMatch(each -> each == kind);
    }

    /** Everything there is to say: what stands by itself, then one sentence for each kind. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        groups.forEach((kind, group) -> all.add(group.count == 1 ? group.first : many(kind, group)));
        return all;
    }

    private static String many(Treatment kind, Group group) {
        StringBuilder sentence = new StringBuilder(Numbers.grouped(group.count) + " " + kind.many + ": ");
        sentence.append(String.join(", ", group.items));
        int rest = group.count - group.items.size();
        if (rest > 0) {
            sentence.append(" and ").append(Numbers.grouped(rest)).append(" more");
        }
        return sentence.append(kind.advice.isEmpty() ? "." : ". " + kind.advice).toString();
    }

    /** A text from outside in quotation marks: its beginning, if it is long. */
    public static String quote(String text) {
        return Characters.quoted(text, QUOTED);
    }

    /** A phrase from outside in quotation marks. */
    public static String quote(Phrase phrase) {
        return quote(phrase.bare() ? phrase.word() : phrase.toString());
    }
}
