package dev.steep.data.file;

import dev.steep.catalog.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where in a file something was found that is to be said: how often, in which line first, and some of what it was. */
public final class Findings {
    private static final int SHOWN = 3;

    private final List<String> examples = new ArrayList<>();
    private int count;
    private int line;

    /** Counts one more, in this line. */
    public void at(int lineOfIt) {
        line = count == 0 ? lineOfIt : line;
        count++;
    }

    /** Counts one more, in this line, of which these texts are to be shown. */
    public void at(int lineOfIt, List<String> texts) {
        at(lineOfIt);
        for (String text : texts) {
            if (examples.size() < SHOWN && !text.isEmpty()) {
                examples.add(NoticeText.quote(text));
            }
        }
    }

    /** Whether as many texts are there as are shown. */
    public boolean isFull() {
        return examples.size() == SHOWN;
    }

    public int count() {
        return count;
    }

    /** Says it, if anything was found; the sentence is made of where: {@code  (line 3: "a", "b")}. */
    public void say(List<String> notices, UnaryOperator<String> sentence) {
        if (count > 0) {
            notices.add(sentence.apply(" (" + (count == 1 ? "line " : "the first in line ") + Numbers.grouped(line)
                    + (examples.isEmpty() ? "" : ": " + String.join(", ", examples)) + ")"));
        }
    }
}
