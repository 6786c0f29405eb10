package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edit changed, in a few words: for the note that offers to undo it, and for the curve of the run before it.
 *
 * @param said of the edit: {@code Removed flatten}, {@code Batch size 64, was 32}
 * @param before of what was there before it: {@code with flatten}, {@code batch size 32}
 */
public record Difference(String said, String before) {
    /** Longer values are not spelled out. */
    private static final int LONGEST = 24;

    /** What the second recipe has otherwise than the first; nothing if they compute the same. */
    public static Optional<Difference> between(Recipe before, Recipe after) {
        List<Part<?>> parts = new ArrayList<>();
        for (Part<?> part : Parts.ALL) {
            if (part.changes() != Part.Changes.NOTHING && !before.get(part).equals(after.get(part))) {
                parts.add(part);
            }
        }
        return parts.stream()
                .findFirst() // other data bring other layers with them
                .map(part -> of(part.knob(), before.parts(), after.parts(), ""));
    }

    /** @param owner what the knob belongs to, if its name alone does not say that */
    private static Difference of(Knob<?> knob, Choice before, Choice after, String owner) {
        Object old = before.get(knob);
        Object fresh = after.get(knob);
        String name = words(knob.name());
        if (old instanceof Choice one && fresh instanceof Choice other) {
            return one.is(other.kind())
                    ? within(one, other, owner)
                    : set(owner + name, one.kind().name(), other.kind().name());
        }
        if (knob.domain() instanceof Domain.Many many) {
            @SuppressWarnings("unchecked") // of a list of picks
            Difference lists = items(many, name, (List<Choice>) old, (List<Choice>) fresh);
            return lists;
        }
        return set(owner + name, text(knob, before), text(knob, after));
    }

    private static Difference within(Choice before, Choice after, String owner) {
        List<Knob<?>> knobs = new ArrayList<>();
        for (Knob<?> knob : before.kind().all()) {
            if (!before.get(knob).equals(after.get(knob))) {
                knobs.add(knob);
            }
        }
        return knobs.size() == 1
                ? of(knobs.get(0), before, after, owner)
                : set(owner.isEmpty() ? words(before.kind().name()) : owner.strip(), "", "");
    }

    private static Difference items(Domain.Many many, String name, List<Choice> before, List<Choice> after) {
        List<String> old = many.names().of(before);
        List<String> fresh = many.names().of(after);
        List<String> gone = old.stream().filter(each -> !fresh.contains(each)).toList();
        List<String> come = fresh.stream().filter(each -> !old.contains(each)).toList();
        if (gone.size() == 1 && come.size() == 1 && before.size() == after.size()) {
            return set(many.noun(), gone.get(0), come.get(0));
        }
        if (!gone.isEmpty() && !come.isEmpty()) {
            return other(name);
        }
        if (!gone.isEmpty()) {
            return new Difference("Removed " + listed(gone), "with " + listed(gone));
        }
        if (!come.isEmpty()) {
            return new Difference("Added " + listed(come), "without " + listed(come));
        }
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changed.add(i);
            }
        }
        if (changed.size() == 1
                && before.get(changed.get(0)).is(after.get(changed.get(0)).kind())) {
            int i = changed.get(0);
            return within(before.get(i), after.get(i), old.get(i) + " ");
        }
        return old.equals(fresh)
                ? other(name)
                : new Difference("Moved " + listed(moved(old, fresh)), "in another order");
    }

    /** The one that moved, if it is one. */
    private static List<String> moved(List<String> old, List<String> fresh) {
        for (String each : old) {
            List<String> rest = new ArrayList<>(old);
            List<String> others = new ArrayList<>(fresh);
            rest.remove(each);
            others.remove(each);
            if (rest.equals(others)) {
                return List.of(each);
            }
        }
        return old;
    }

    private static Difference other(String name) {
        return new Difference("Changed " + name, "other " + name);
    }

    private static Difference set(String name, String before, String after) {
        String head = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return before.isEmpty() || after.isEmpty() || before.length() > LONGEST || after.length() > LONGEST
                ? other(name)
                : new Difference(head + " " + after + ", was " + before, name + " " + before);
    }

    private static String listed(List<String> names) {
        return names.size() > 3 ? names.size() + " of them" : String.join(", ", names);
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    private static <T> String text(Knob<T> knob, Choice of) {
        return knob.domain().write(of.get(knob)).toString();
    }
}
