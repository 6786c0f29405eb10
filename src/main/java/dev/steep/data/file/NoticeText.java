package dev.steep.data.file;

import dev.steep.catalog.Numbers;
import dev.steep.math.Characters;
import java.util.List;

/** How notices put lists and text from files. */
public final class NoticeText {
    private static final int SHOWN = 5;
    private static final int QUOTED = 30;
    private static final int NAMED = 60;

    private static final String DOUBT = " Look there whether cells are as they should be.";

    private NoticeText() {}

    /** A sentence about something that may have been read in another way than it was meant: it is said at once. */
    public static String doubt(String sentence) {
        return sentence + DOUBT;
    }

    /** Whether a sentence is one. */
    public static boolean isDoubt(String sentence) {
        return sentence.endsWith(DOUBT);
    }

    /** The first few: a, b, c and 4 more. */
    public static String list(List<String> items) {
        int rest = items.size() - SHOWN;
        return rest <= 0
                ? String.join(", ", names(items))
                : String.join(", ", names(items.subList(0, SHOWN))) + " and " + Numbers.grouped(rest) + " more";
    }

    private static List<String> names(List<String> items) {
        return items.stream().map(NoticeText::name).toList();
    }

    /** Text from a file, shortened for a sentence. */
    public static String quote(String text) {
        return Characters.quoted(text, QUOTED);
    }

    /** A name from a file, as it can stand within a sentence. */
    public static String name(String name) {
        return Characters.visible(Characters.shortened(name, NAMED));
    }
}
