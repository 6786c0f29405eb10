package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Knob;
import dev.steep.network.layer.LayerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one recipe has otherwise than another, knob by knob, in words. What changes no number, such as the pace or what a
 * layer is called, is none of it.
 *
 * @param items in the order of the {@link Parts}
 */
public record Differences(List<Item> items) {
    /** Longer values are not spelled out. */
    private static final int LONGEST = 32;

    /**
     * One difference.
     *
     * @param path of the knob, such as {@code optimizer.learning_rate}; of an item that only one of them has, that of the list
     * @param what differs, such as {@code learning rate}; of an item that only one has, {@code with dropout} or {@code without dropout}
     * @param value what the one has; empty if {@code what} says all
     * @param other what the other has; empty if {@code what} says all
     */
    public record Item(String path, String what, String value, String other) {
        /** What the one has: {@code learning rate 0.01}. */
        public String brief() {
            return value.isEmpty() ? what : what + " " + value;
        }

        /** What both have: {@code learning rate 0.01, before 0.001}. */
        public String words(String connective) {
            return value.isEmpty() ? what : brief() + ", " + connective + " " + other;
        }
    }

    public Differences {
        items = List.copyOf(items);
    }

    /** What a recipe has otherwise than another one. */
    public static Differences of(Recipe recipe, Recipe other) {
        Search search = new Search();
        for (Part<?> part : Parts.ALL) {
            if (part.changes() != Part.Changes.NOTHING) {
                search.compare(part.knob(), recipe.parts(), other.parts(), "", part.name());
            }
        }
        return new Differences(search.found);
    }

    /** Whether the seed is the same and exactly one thing differs: then that is what makes two runs different. */
    public boolean isTwin() {
        return items.size() == 1 && !items.get(0).path().equals(Parts.SEED.name());
    }

    public boolean none() {
        return items.isEmpty();
    }

    /** {@code learning rate 0.01, batch size 64 and 2 others}. */
    public String brief(int most) {
        return joined(items.stream().map(Item::brief).toList(), ", ", most);
    }

    /** {@code learning rate 0.01, before 0.001; batch size 64, before 32}. */
    public String words(String connective, int most) {
        return joined(items.stream().map(each -> each.words(connective)).toList(), "; ", most);
    }

    private static String joined(List<String> all, String separator, int most) {
        int more = all.size() - most;
        return more <= 0
                ? String.join(separator, all)
                : String.join(separator, all.subList(0, most)) + " and " + more + (more == 1 ? " other" : " others");
    }

    /** Goes through all knobs of two recipes. */
    private static final class Search {
        private final List<Item> found = new ArrayList<>();

        /** @param owner what the knob belongs to, if its name alone does not say that */
        void compare(Knob<?> knob, Choice one, Choice other, String owner, String path) {
            Knob<?> theirs = other.kind().knob(knob.name()).orElse(knob);
            Object mine = one.get(knob);
            Object its = other.get(theirs);
            String name = owner + words(knob.name());
            if (knob.domain() instanceof Domain.Many many && theirs.domain() instanceof Domain.Many) {
                lists(many, choices(mine), choices(its), path);
                return;
            }
            Optional<Choice> pick = pick(mine);
            Optional<Choice> their = pick(its);
            if (pick.isPresent() && their.isPresent()) {
                if (!pick.get().is(their.get().kind())) {
                    add(path, name, pick.get().kind().name(), their.get().kind().name());
                }
                within(pick.get(), their.get(), owner, path);
            } else {
                String text = text(knob, one);
                String otherText = text(theirs, other);
                if (!text.equals(otherText)) {
                    add(path, name, text, otherText);
                }
            }
        }

        /** Of picks of two kinds, what both have. */
        private void within(Choice one, Choice other, String owner, String path) {
            for (Knob<?> knob : one.kind().all()) {
                if (!knob.equals(LayerOptions.NAME)
                        && other.kind().knob(knob.name()).isPresent()) {
                    compare(knob, one, other, owner, path + "." + knob.name());
                }
            }
        }

        private void lists(Domain.Many many, List<Choice> one, List<Choice> other, String path) {
            List<String> names = many.names().of(one);
            List<String> others = many.names().of(other);
            int[][] best = alignment(one, other);
            int i = 0;
            int j = 0;
            while (i < one.size() || j < other.size()) {
                if (pairs(best, one, other, i, j)) {
                    within(one.get(i), other.get(j), names.get(i) + " ", path + "." + names.get(i));
                    i++;
                    j++;
                } else if (i < one.size() && j < other.size() && best[i][j] == best[i + 1][j + 1]) {
                    add(
                            path + "." + names.get(i),
                            many.noun(),
                            names.get(i),
                            others.get(j)); // one in the other's place
                    i++;
                    j++;
                } else if (i < one.size() && best[i][j] == best[i + 1][j]) {
                    found.add(new Item(path, "with " + names.get(i++), "", ""));
                } else {
                    found.add(new Item(path, "without " + others.get(j++), "", ""));
                }
            }
        }

        private static boolean pairs(int[][] best, List<Choice> one, List<Choice> other, int i, int j) {
            return i < one.size()
                    && j < other.size()
                    && match(one.get(i), other.get(j)) > 0
                    && best[i][j] == match(one.get(i), other.get(j)) + best[i + 1][j + 1];
        }

        /** For what is left of two lists from each place on: how well they fit, item by item in order (longest common subsequence). */
        private static int[][] alignment(List<Choice> one, List<Choice> other) {
            int[][] best = new int[one.size() + 1][other.size() + 1];
            for (int i = one.size() - 1; i >= 0; i--) {
                for (int j = other.size() - 1; j >= 0; j--) {
                    int both = match(one.get(i), other.get(j)) + best[i + 1][j + 1];
                    best[i][j] = Math.max(both, Math.max(best[i + 1][j], best[i][j + 1]));
                }
            }
            return best;
        }

        /** Equal items fit best, those of a kind better than not at all. */
        private static int match(Choice one, Choice other) {
            return one.equals(other) ? 3 : one.is(other.kind()) ? 2 : 0;
        }

        private void add(String path, String what, String value, String other) {
            boolean spelled = value.length() <= LONGEST && other.length() <= LONGEST;
            found.add(
                    spelled && !value.isEmpty() && !other.isEmpty()
                            ? new Item(path, what, value, other)
                            : new Item(path, "other " + what, "", ""));
        }

        private static Optional<Choice> pick(Object value) {
            Object held = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
            return held instanceof Choice choice ? Optional.of(choice) : Optional.empty();
        }

        @SuppressWarnings("unchecked") // of a list of picks
        private static List<Choice> choices(Object value) {
            return (List<Choice>) value;
        }

        private static String words(String name) {
            return name.replace('_', ' ');
        }

        private static <T> String text(Knob<T> knob, Choice of) {
            return knob.domain().write(of.get(knob)).toString();
        }
    }
}
