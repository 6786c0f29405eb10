package dev.steep.ui.network;

import dev.steep.catalog.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds kinds by what somebody types: part of their name or title, in any case, with or without blanks and signs; best first. */
final class KindSearch {
    private static final int NOT_FOUND = 4;

    private KindSearch() {}

    /** All kinds, if the text is empty. */
    static List<Kind> of(List<Kind> kinds, String text) {
        String wanted = plain(text);
        List<Kind> found = new ArrayList<>();
        for (Kind kind : kinds) {
            if (rank(kind, wanted) < NOT_FOUND) {
                found.add(kind);
            }
        }
        found.sort(Comparator.comparingInt(kind -> rank(kind, wanted)));
        return found;
    }

    private static int rank(Kind kind, String wanted) {
        String name = plain(kind.name());
        if (name.equals(wanted) || plain(kind.title()).equals(wanted)) {
            return -1;
        }
        if (name.startsWith(wanted)) {
            return 0;
        }
        if (plain(kind.title()).startsWith(wanted) || initials(kind.name()).equals(wanted)) {
            return 1;
        }
        if (name.contains(wanted) || plain(kind.title()).contains(wanted)) {
            return 2;
        }
        return plain(kind.about()).contains(wanted) ? 3 : NOT_FOUND;
    }

    /** {@code bn} of BatchNormalization. */
    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (Character.isUpperCase(name.charAt(i))) {
                initials.append(name.charAt(i));
            }
        }
        return initials.toString().toLowerCase(Locale.ROOT);
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
