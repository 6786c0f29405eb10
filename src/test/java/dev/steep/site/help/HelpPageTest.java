package dev.steep.site.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.recipe.Family;
import dev.steep.recipe.Part;
import dev.steep.recipe.Parts;
import dev.steep.site.help.Prose.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything in the catalog has help, and what it says of functions is so. */
class HelpPageTest {
    private static final Path PROJECT = Path.of("");
    private static final Map<String, Prose> PROSE = Prose.readAll(PROJECT.resolve("src/main/help"));
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)[^>]*>");
    private static final Set<String> VOID = Set.of("wbr", "br", "meta", "link");

    @TempDir
    private Path site;

    private static Prose.Article text(Entry entry) {
        Prose prose = PROSE.get(entry.shelf().id());
        return prose == null ? Prose.Article.NOTHING : prose.of(entry.name());
    }

    @Test
    void everyEntryHasAText() {
        List<String> missing = new ArrayList<>();
        for (Entry entry : Entry.all()) {
            Prose.Article text = text(entry);
            boolean word = entry.shelf().id().equals("word");
            boolean complete = word
                    || !text.text(Field.USE).isEmpty() && !text.text(Field.NOT).isEmpty();
            if (!complete || text.fields().isEmpty() && !word) {
                missing.add("The " + entry.shelf().id() + " " + entry.name() + " has no help: write \"## "
                        + entry.name() + "\" with lines \"Use: ...\" and \"Not: ...\" into src/main/help/"
                        + entry.shelf().id() + ".md.");
            }
        }
        assertEquals(List.of(), missing);
    }

    /** A typing error in a heading would hide the text. */
    @Test
    void everyTextIsOfAnEntry() {
        Set<String> unknown = new TreeSet<>();
        PROSE.forEach((shelf, prose) -> prose.articles().keySet().forEach(name -> unknown.add(shelf + " " + name)));
        Entry.all().forEach(entry -> unknown.remove(entry.shelf().id() + " " + entry.name()));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyEntryThatATextLeadsToExists() {
        Set<String> lost = new TreeSet<>();
        PROSE.values().forEach(prose -> prose.articles().values().stream()
                .map(text -> text.text(Field.SEE))
                .filter(see -> !see.isEmpty())
                .forEach(see -> lost.addAll(List.of(see.split(", ")))));
        Entry.all().forEach(entry -> lost.removeIf(entry::isCalled));
        assertEquals(Set.of(), lost);
    }

    @Test
    void everyTextIsOfAShelfThatThereIs() {
        Set<String> unknown = new TreeSet<>(PROSE.keySet());
        Entry.all().forEach(entry -> unknown.remove(entry.shelf().id()));
        assertEquals(Set.of(), unknown);
    }

    /** Whatever a recipe may hold, at any depth, belongs to a family, so that help has a page for it. */
    @Test
    void everyKindHasAFamily() {
        Deque<Domain<?>> open = new ArrayDeque<>();
        for (Part<?> part : Parts.ALL) {
            open.add(part.knob().domain());
        }
        Set<String> seen = new HashSet<>();
        List<String> missing = new ArrayList<>();
        while (!open.isEmpty()) {
            Domain<?> domain = open.remove();
            List<Kind> kinds = domain instanceof Domain.Pick pick
                    ? pick.kinds().get()
                    : domain instanceof Domain.Many many ? many.kinds().get() : List.of();
            if (domain instanceof Domain.Maybe<?> maybe) {
                open.add(maybe.domain());
            }
            for (Kind kind : kinds) {
                boolean settings = kinds.size() == 1 && kind.keras().isEmpty(); // prepare, split, fit: no choice
                if (seen.add(kind.name() + kind.about())) {
                    kind.all().forEach(knob -> open.add(knob.domain()));
                    if (!settings && Family.of(kind).isEmpty()) {
                        missing.add(kind.name() + " belongs to no family: name its list in recipe.Family.");
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(seen.size() > 100, seen.size() + " kinds");
    }

    @Test
    void everyLinkLeadsSomewhereAndTagsAreClosed() throws Exception {
        HelpPage.write(PROJECT, site);
        String page = Files.readString(site.resolve("help.html"));
        List<String> ids = Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertEquals(new HashSet<>(ids).size(), ids.size(), "ids are unique");
        Set<String> lost = new TreeSet<>();
        Pattern.compile("href=\"#([^\"]*)\"").matcher(page).results().forEach(each -> lost.add(each.group(1)));
        ids.forEach(lost::remove);
        assertEquals(Set.of(), lost);
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            String name = tag.group(2);
            if (!VOID.contains(name) && tag.group(1).isEmpty()) {
                open.push(name);
            } else if (!VOID.contains(name)) {
                assertEquals(open.pop(), name, page.substring(Math.max(0, tag.start() - 200), tag.end()));
            }
        }
        assertTrue(open.isEmpty());
        assertFalse(page.contains("<!-- entries -->"));
    }

    /** But of files, and of layers that take no images. */
    @Test
    void nearlyEverythingHasAnExperiment() {
        List<String> without = new ArrayList<>();
        for (Family family : Family.values()) {
            for (Kind kind : family.kinds()) {
                if (family != Family.FILE && ExampleExperiment.of(family, kind).isEmpty()) {
                    without.add(family.id() + " " + kind.name());
                }
            }
        }
        assertTrue(without.size() <= 20, "No template of site.help.ExampleExperiment suits " + without);
    }

    private static Stream<Kind> functions() {
        return Family.ACTIVATION.kinds().stream()
                .filter(kind ->
                        kind.choice().curve().isPresent() && kind.formula().isEmpty());
    }

    /** Values lie within the range that help says, and come near its ends. */
    @ParameterizedTest
    @MethodSource("functions")
    void rangesAreTrue(Kind kind) {
        String range = PROSE.get("activation").of(kind.name()).text(Field.RANGE);
        assertFalse(range.isEmpty(), kind.name() + " says no Range, such as [0, inf), in activation.md.");
        String[] ends = range.substring(1, range.length() - 1).split(", ");
        double low = number(ends[0]);
        double high = number(ends[1]);
        double[] values =
                Arrays.stream(curve(kind).at(grid(-60, 60, 12001))[0]).sorted().toArray();
        double least = values[0];
        double most = values[values.length - 1];
        assertTrue(least >= low - 1e-4 && most <= high + 1e-4, kind.name() + " goes from " + least + " to " + most);
        assertTrue(Double.isInfinite(low) ? least < -10 : least < low + 0.02, kind.name() + " only falls to " + least);
        assertTrue(Double.isInfinite(high) ? most > 10 : most > high - 0.02, kind.name() + " only rises to " + most);
    }

    /** The difference quotients from the left and from the right differ at the kinks that help names, and nowhere else. */
    @ParameterizedTest
    @MethodSource("functions")
    void kinksAreTrue(Kind kind) {
        String said = PROSE.get("activation").of(kind.name()).text(Field.KINKS);
        double h = 1e-4;
        List<Double> kinks = new ArrayList<>();
        double[] x = grid(-8, 8, 161);
        double[] left = curve(kind).at(Arrays.stream(x).map(at -> at - h).toArray())[0];
        double[] here = curve(kind).at(x)[0];
        double[] right = curve(kind).at(Arrays.stream(x).map(at -> at + h).toArray())[0];
        for (int i = 0; i < x.length; i++) {
            double bend = Math.abs((right[i] - here[i]) / h - (here[i] - left[i]) / h);
            double size = Math.max(1, Math.abs(right[i] - left[i]) / h);
            if (bend > 0.02 * size) {
                kinks.add(x[i]);
            }
        }
        List<Double> expected = said.equals("none")
                ? List.of()
                : Arrays.stream(said.split(", ")).map(Double::valueOf).toList();
        assertEquals(expected, kinks, kind.name());
    }

    private static Curve curve(Kind kind) {
        Choice choice = kind.choice();
        return choice.curve().orElseThrow();
    }

    private static double[] grid(double from, double to, int count) {
        double[] grid = new double[count];
        Arrays.setAll(grid, i -> Math.rint(1000 * (from + (to - from) * i / (count - 1))) / 1000);
        return grid;
    }

    private static double number(String end) {
        return end.endsWith("inf")
                ? end.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
                : Double.parseDouble(end);
    }

    /** As Keras' own reference has it. */
    @Test
    void signaturesAreThoseOfKeras() {
        assertEquals("keras.activations.relu(x, negative_slope=0.0, max_value=None, threshold=0.0)", signature("relu"));
        assertEquals("keras.layers.Dropout(rate)", signature("Dropout"));
        assertEquals("keras.losses.huber(y_true, y_pred, delta=1.0)", signature("huber"));
        assertEquals(
                "keras.optimizers.Adam(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7)",
                signature("Adam"));
        assertEquals("keras.initializers.GlorotUniform()", signature("glorot_uniform"));
        assertEquals("keras.regularizers.L2(l2=0.01)", signature("L2"));
        assertEquals("keras.callbacks.CSVLogger(\"training.csv\", separator=\",\")", signature("CSVLogger"));
        assertEquals("heaviside(x, update=\"gradient\")", signature("heaviside"));
        assertEquals("formula(x, formula)", signature("formula"));
    }

    private static String signature(String name) {
        for (Family family : Family.values()) {
            if (family.kind(name).isPresent()) {
                return KerasSignature.of(family, family.kind(name).get());
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Test
    void formulasAreTypeset() {
        assertEquals(
                "<math><mrow><mi>y</mi><mo>=</mo><mfrac><mrow><mi>x</mi></mrow><mn>2</mn></mfrac></mrow></math>",
                Tex.inline("y = \\frac{x}2"));
        assertEquals(
                "<math><mrow><munder><mo>∑</mo><mi>i</mi></munder><msubsup><mi>x</mi><mi>i</mi><mrow><mn>2</mn></mrow></msubsup></mrow></math>",
                Tex.inline("\\sum_i x_i^2"));
    }

    @Test
    void knobsOfEveryKindHaveWords() {
        for (Family family : Family.values()) {
            for (Kind kind : family.kinds()) {
                for (Knob<?> knob : kind.all()) {
                    assertFalse(DomainWords.of(knob.domain()).isBlank(), kind.name() + " " + knob.name());
                }
            }
        }
    }
}
