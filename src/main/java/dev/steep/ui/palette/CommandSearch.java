package dev.steep.ui.palette;

import dev.steep.catalog.NameReader;
import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds commands by what somebody types: a name or the beginning of one, in any case, with or without blanks and signs; several words in
 * any order; initials, {@code bn} for BatchNormalization. Best first, and those that were used before others that are as good.
 */
public final class CommandSearch {
    private static final int NOT_FOUND = 7;

    /** Up to this rank a text is a name or its beginning. */
    private static final int NAMED = 3;

    private CommandSearch() {}

    /**
     * Those that a text names; all, if it is empty.
     *
     * @param recent ids of those that were used, the last one first
     */
    public static List<Command> of(List<Command> commands, String text, List<String> recent) {
        String wanted = plain(text);
        List<String> words = words(text);
        List<List<Command>> ranks = new ArrayList<>();
        for (int rank = 0; rank < NOT_FOUND; rank++) {
            ranks.add(new ArrayList<>());
        }
        for (Command command : commands) {
            int rank = rank(command, wanted, words);
            if (rank < NOT_FOUND) {
                ranks.get(rank).add(command);
            }
        }
        List<Command> found = new ArrayList<>();
        for (List<Command> equal : ranks) {
            for (String id : recent) {
                equal.stream().filter(each -> each.id().equals(id)).forEach(found::add);
            }
            equal.stream().filter(each -> !recent.contains(each.id())).forEach(found::add);
        }
        return found;
    }

    /** Those that a text is a name of, or the beginning of one. */
    public static List<Command> named(List<Command> commands, String text) {
        String wanted = plain(text);
        List<String> words = words(text);
        return of(
                commands.stream()
                        .filter(command -> rank(command, wanted, words) <= NAMED)
                        .toList(),
                text,
                List.of());
    }

    /** The command whose name is nearest to a text that names none. */
    static Optional<Command> nearest(List<Command> commands, String text) {
        List<String> names = new ArrayList<>();
        commands.forEach(command -> {
            names.add(command.name());
            names.addAll(command.names());
        });
        return NameReader.nearest(plain(text), names).flatMap(name -> commands.stream()
                .filter(command ->
                        command.name().equals(name) || command.names().contains(name))
                .findFirst());
    }

    private static int rank(Command command, String wanted, List<String> words) {
        String name = plain(command.name());
        if (wanted.isEmpty() || name.equals(wanted)) {
            return 0;
        }
        if (plain(command.name().substring(command.name().indexOf(": ") + 1)).equals(wanted)) {
            return 1; // what help says of it, after what is done with it
        }
        boolean begins = false;
        boolean contains = name.contains(wanted);
        for (String other : command.names()) {
            String plain = plain(other);
            if (plain.equals(wanted)) {
                return 0;
            }
            begins |= plain.startsWith(wanted);
            contains |= plain.contains(wanted);
        }
        if (name.startsWith(wanted)) {
            return command.now().isEmpty() ? 1 : NAMED; // what is done comes before what is gone to
        }
        if (begins || initials(command.name()).equals(wanted)) {
            return 2;
        }
        List<String> own = words(command.name() + " " + String.join(" ", command.names()));
        if (have(own, words)) {
            return 3;
        }
        if (contains) {
            return 4;
        }
        own.addAll(words(command.group() + " " + command.now()));
        if (have(own, words)) {
            return 5;
        }
        return wanted.length() > 1 && plain(command.about()).contains(wanted) ? 6 : NOT_FOUND;
    }

    /** Whether each of these is the beginning of one of those. */
    private static boolean have(List<String> own, List<String> words) {
        return words.stream().allMatch(word -> own.stream().anyMatch(each -> each.startsWith(word)));
    }

    /** {@code bn} of BatchNormalization, {@code lr} of learning rate. */
    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char before = i == 0 ? ' ' : name.charAt(i - 1);
            if (Character.isUpperCase(name.charAt(i)) || before == ' ' || before == '_') {
                initials.append(name.charAt(i));
            }
        }
        return initials.toString().toLowerCase(Locale.ROOT);
    }

    /** The words of a text, in small letters. */
    static List<String> words(String text) {
        StringBuilder blanks = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            blanks.append(Character.isLetterOrDigit(c) ? c : ' ');
        }
        List<String> words = new ArrayList<>(Characters.parts(blanks.toString().toLowerCase(Locale.ROOT), ' '));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
