package dev.steep.ui.help;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Kind;
import dev.steep.recipe.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePlotsTest {
    private static final Path HELP = Path.of("src/main/help");

    /** What an entry has no plot for is said in its own text, as {@code Plain: why}. */
    @Test
    void everyEntryHasALivePlotOrSaysWhyNot() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Family family : Family.values()) {
            List<String> lines = Files.readAllLines(HELP.resolve(family.id() + ".md"));
            for (Kind kind : family.kinds()) {
                boolean plot = LivePlots.of(family, kind).isPresent();
                boolean plain = isPlain(lines, kind.name());
                if (plot == plain) {
                    wrong.add(family.id() + " " + kind.name()
                            + (plot
                                    ? " has a live plot and says that it has none"
                                    : " has no live plot and says nothing of it"));
                }
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static boolean isPlain(List<String> lines, String name) {
        int from = lines.indexOf("## " + name);
        for (int i = from + 1; from >= 0 && i < lines.size() && !lines.get(i).startsWith("## "); i++) {
            if (lines.get(i).startsWith("Plain: ")) {
                return true;
            }
        }
        return false;
    }
}
