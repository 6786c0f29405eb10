package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The experiments that are prepared for lectures show what is said of them, in the lab and wherever the site lies. */
class ExperimentsIT {
    private static final Pattern LINK =
            Pattern.compile("href=\"index\\.html#([^\"]+)\"\\s+data-shows=\"([^\"]+)\">([^<]+)</a>");

    private record Prepared(String recipe, String shows, String title) {}

    private static List<Prepared> all() throws IOException {
        List<Prepared> all = new ArrayList<>();
        var found = LINK.matcher(Files.readString(Site.file("experiments.html")));
        while (found.find()) {
            all.add(new Prepared(plain(found.group(1)), plain(found.group(2)), found.group(3)));
        }
        assertTrue(all.size() > 10, "only " + all);
        return all;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x27;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void eachShowsWhatIsSaidOfIt() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        try (LabPage lab = LabPage.open(Build.WASM)) {
            for (Prepared each : all()) {
                Object shows = lab.page()
                        .evaluate(
                                """
                        async recipe => {
                            await steep.load('1/data=gauss(10)'); // nothing is carried over from the one before
                            const opened = await steep.load(recipe);
                            if (opened.notices.length + opened.problems.length) return JSON.stringify(opened);
                            if (await steep.recipe() !== recipe) return await steep.recipe();
                            await steep.reset();
                            const epochs = await steep.train(TRAINS);
                            const last = epochs.at(-1);
                            const shapes = new Map((await steep.tensors()).map(t => [t.name, t.shape.join()]));
                            const shape = name => shapes.get(name);
                            // Of units over a plane from -1 to 1, those whose weighted sum is positive nowhere.
                            let dead = 0;
                            if (shapes.get('input') === '2') {
                                const w = (await steep.tensor('dense/kernel')).values;
                                const b = (await steep.tensor('dense/bias')).values;
                                dead = b.filter((x, i) => Math.abs(w[i]) + Math.abs(w[b.length + i]) + x <= 0).length;
                            }
                            return (SHOWS) || JSON.stringify({dead, last, shapes: [...shapes]});
                        }""".replace("SHOWS", each.shows())
                                        .replace("TRAINS", each.shows().contains("last") ? "" : "{steps: 1}"),
                                each.recipe());
                if (!Boolean.TRUE.equals(shows)) {
                    wrong.put(each.title() + ": " + each.shows(), String.valueOf(shows));
                }
            }
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void linksLeadIntoTheLabWhereverTheSiteLies() throws IOException {
        try (Site site = Site.under("/courses/dl/");
                LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.visit(site, "experiments.html");
            lab.page().getByText("dead from the beginning").click();
            lab.waitFor("globalThis.steep?.ready.then(() => true)");
            assertTrue(
                    lab.page().url().startsWith(site.url("index.html#1/data=circle/")),
                    lab.page().url());
        }
    }

    @Test
    void theReadmeNamesTheSameOnes() throws IOException {
        String readme =
                Files.readString(Path.of("README.md")).replace("%28", "(").replace("%29", ")");
        List<String> missing = all().stream()
                .map(Prepared::recipe)
                .filter(recipe -> !readme.contains("index.html#" + recipe + ")"))
                .toList();
        assertEquals(List.of(), missing);
    }
}
