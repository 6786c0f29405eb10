package dev.steep.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.keras.KerasScript.Line;
import dev.steep.math.Random;
import dev.steep.network.loss.Task;
import dev.steep.network.metric.Metric;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Experiments;
import dev.steep.recipe.KnobPath;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import dev.steep.worker.Talk;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Scripts say all of an experiment. That they run, and compute what the lab computes, {@link KerasIT} finds out. */
class KerasScriptTest {
    /** What the sections of a script write themselves. */
    private static final List<Kind> SETTINGS = List.of(
            Settings.PREPARE, Settings.ONE_FEATURE, Settings.MADE_FEATURE, Settings.SPLIT, Settings.FIT, Settings.FILE);

    private static final Random RANDOM = new Random(12);

    private final Talk talk = new Talk();

    @TestFactory
    Stream<DynamicTest> everyKindSaysItselfInKeras() {
        return Experiments.kinds().stream()
                .filter(kind ->
                        SETTINGS.stream().noneMatch(setting -> setting.name().equals(kind.name())))
                .map(kind -> dynamicTest(
                        kind.name(),
                        () -> assertTrue(
                                kind.keras().isPresent(),
                                () -> "Nothing says how " + kind.name()
                                        + " is written in a Keras script. Where the kind is"
                                        + " declared, add .inKeras(KerasForm.call(\"its.function\")), or a form of its"
                                        + " own that says in a note what Keras has instead.")));
    }

    /** Every setting of everything that can be picked changes the script; what Keras has not is in a comment. */
    @TestFactory
    Stream<DynamicTest> everySettingIsInTheScript() {
        DataFacts plain = talk.open(
                        Experiments.with(Experiments.kinds().get(1).choice()).toString())
                .data();
        List<DynamicTest> tests = new ArrayList<>();
        for (Kind kind : Experiments.kinds()) {
            for (Knob<?> knob : kind.all()) {
                Choice before = kind.choice();
                Choice after = changed(before, knob);
                boolean data = Experiments.with(before).data().is(kind)
                        || Experiments.with(before).usesFiles()
                        || asksMore(before);
                tests.add(dynamicTest(
                        kind.name() + " " + knob.name(),
                        () -> assertNotEquals(
                                code(before, data ? DataFacts.NONE : plain),
                                code(after, data ? DataFacts.NONE : plain),
                                after.toString())));
            }
        }
        assertTrue(tests.size() > 60, tests.size() + " settings");
        return tests.stream();
    }

    /** Whether it is a metric that means nothing for a single output: with data that are known it is left out. */
    private static boolean asksMore(Choice choice) {
        return Metric.kinds().stream().anyMatch(choice::is)
                && !Metric.of(choice).suits(new Task.Classification(List.of("0", "1")), 1);
    }

    /** The script without its comment for the lab, which holds the whole recipe. */
    private static String code(Choice choice, DataFacts data) {
        return KerasScript.of(Experiments.with(choice), data).stream()
                .map(Line::text)
                .filter(line -> !line.startsWith("# In the lab"))
                .collect(Collectors.joining("\n"));
    }

    private static <T> Choice changed(Choice choice, Knob<T> knob) {
        for (int i = 0; i < 1000; i++) {
            Choice other = choice.with(knob, other(knob, choice.get(knob)));
            if (!other.equals(choice)) {
                return other;
            }
        }
        throw new AssertionError("No other value is known for " + knob);
    }

    /** Texts that mean something. */
    private static final Map<String, String> TEXTS = Map.of("points", "EAAAGAAA", "start", "a=2,b=3");

    @SuppressWarnings("unchecked") // a word of a list of words; a name
    private static <T> T other(Knob<T> knob, T value) {
        Domain<T> domain = knob.domain();
        if (TEXTS.containsKey(knob.name())) {
            return (T) TEXTS.get(knob.name());
        }
        if (domain instanceof Domain.Name) {
            return (T) "another_name";
        }
        return domain instanceof Domain.Word word
                ? (T) word.words()
                        .get((word.words().indexOf(value) + 1) % word.words().size())
                : Experiments.any(domain, RANDOM);
    }

    @TestFactory
    Stream<DynamicTest> scriptsAreAsTheyWere() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .filter(file -> file.toString().endsWith(".py") && !file.endsWith("check.py"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                        String expected = Files.readString(file);
                        String script = KerasScript.text(script(recipeIn(expected)));
                        assertEquals(
                                expected, script, () -> "If it should be so, write this into " + file + ":\n" + script);
                    }));
        }
    }

    /** Every line is of a part that there is, so that the page can find it; and every layer has a line. */
    @TestFactory
    Stream<DynamicTest> linesNameTheirParts() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .filter(file -> file.toString().endsWith(".py") && !file.endsWith("check.py"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                        Recipe recipe = recipeIn(Files.readString(file));
                        Set<String> parts = script(recipe).stream()
                                .map(Line::part)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.toSet());
                        for (String part : parts) {
                            assertFalse(KnobPath.read(part).in(recipe) instanceof KnobPath.Missing, part);
                        }
                        long layers = parts.stream()
                                .filter(part -> part.startsWith("layers."))
                                .count();
                        assertEquals(recipe.layers().size(), layers);
                        assertTrue(parts.containsAll(List.of("data", "split", "loss", "optimizer", "fit", "seed")));
                    }));
        }
    }

    @Test
    void networkWithAProblemSaysSo() {
        String script = script("1/data=digits(100)/Dense(10,softmax)");
        assertTrue(script.contains("# This network cannot be trained yet. Dense looks at numbers in a row"), script);
        assertTrue(script.contains("    layers.Dense(10, activation=\"softmax\"),\n"), script);
    }

    @Test
    void fileThatIsNotHereHasAScript() {
        String script = script("1/data=file(a \"b\".csv,kind)/Dense(3,relu)/Dense(2,softmax)");
        assertTrue(script.contains("table = pd.read_csv(\"a \\\"b\\\".csv\", "), script);
        assertTrue(script.contains("label = \"kind\"\n"), script);
        assertTrue(script.contains("keras.Input(shape=x.shape[1:])"), script);
    }

    @Test
    void noTextOfALearnerEndsItsCommentOrString() {
        String nasty = "a\nimport os\r\u2028\u0085\\\"'''.csv";
        Recipe recipe = Recipe.PLAIN.withData(
                Settings.FILE.choice().with(Settings.FILE_NAME, nasty).with(Settings.LABEL, nasty));
        for (Line line : KerasScript.of(recipe, DataFacts.NONE)) {
            assertFalse(line.text().startsWith("import os"), line.text());
            assertTrue(line.text().chars().noneMatch(c -> c < ' ' || c == 0x85 || c == 0x2028), line.text());
        }
    }

    @Test
    void oneTypedFormulaIsOneFunction() {
        String script = script("1/data=xor/Dense(4,formula('x^3'))/Dense(4,formula('x^3'))/Dense(4,formula('3'))"
                + "/Dense(1,sigmoid)/loss=binary_crossentropy");
        assertEquals(2, script.split("def formula", -1).length - 1, script);
        assertEquals(2, script.split("activation=formula\\)", -1).length - 1, script);
        assertTrue(script.contains("def formula_1(x):\n    # 3\n    return ops.full_like(x, 3.0)\n"), script);
    }

    /** A formula whose tree has more nodes than there is memory. */
    @Test
    void partsOfALargeFormulaHaveNames() {
        String large = "(".repeat(30) + "x+1" + ")²".repeat(30);
        String script =
                script("1/data=xor/Dense(4,formula('" + large + "'))/Dense(1,sigmoid)/loss=binary_crossentropy");
        assertTrue(script.contains("    t1 = "), script);
        assertTrue(script.lines().allMatch(line -> line.length() < 1000), script);
    }

    @Test
    void graphUsesTheFunctionalInterface() {
        ScriptWriter writer = new ScriptWriter(
                RecipeText.read("1/data=xor").recipe(), talk.open("1/data=xor").data());
        NetworkSection.write(
                writer,
                List.of(
                        new NetworkSection.Node(
                                "dense", "layers.Dense(4)", List.of(), List.of(NetworkSection.INPUT), false),
                        new NetworkSection.Node("my-dense", "layers.Dense(4)", List.of("A note."), List.of(0), false),
                        new NetworkSection.Node("add", "layers.Add()", List.of(), List.of(1, 0), true)));
        assertEquals("""
                inputs = keras.Input(shape=(2,))
                layer_dense = layers.Dense(4)(inputs)
                # A note.
                layer_my_dense = layers.Dense(4)(layer_dense)
                layer_add = layers.Add()([layer_my_dense, layer_dense])
                model = keras.Model(inputs, layer_add)
                """, KerasScript.text(writer.lines()));
    }

    @Test
    void layersAreNamedWhereKerasWouldNameThemOtherwise() {
        AutomaticNames names = new AutomaticNames();
        assertEquals("layers.Dense(3)", names.named("layers.Dense(3)", "dense"));
        assertEquals("layers.Dense(3, name=\"head\")", names.named("layers.Dense(3)", "head"));
        assertEquals("layers.Dense(3)", names.named("layers.Dense(3)", "dense_1"));
        assertEquals("layers.ReLU(name=\"activation\")", names.named("layers.ReLU()", "activation"));
        assertEquals("layers.LeakyReLU()", names.named("layers.LeakyReLU()", "leaky_re_lu"));
        assertEquals("layers.MaxPooling2D()", names.named("layers.MaxPooling2D()", "max_pooling2d"));
    }

    private String script(String recipe) {
        return KerasScript.text(script(RecipeText.read(recipe).recipe()));
    }

    private List<Line> script(Recipe recipe) {
        return KerasScript.of(recipe, data(talk, recipe));
    }

    /** What the lab knows of a recipe's data; a file is opened if it is in the folder of the scripts. */
    static DataFacts data(Talk talk, Recipe recipe) {
        if (recipe.data().is(Settings.FILE)) {
            Path file = folder().resolve(recipe.data().get(Settings.FILE_NAME).replace("\"", ""));
            if (Files.isRegularFile(file)) {
                talk.ask(
                        Report.Opened.class,
                        new Request.OpenFiles(List.of(
                                new Request.OpenFiles.File(file.getFileName().toString(), bytes(file)))));
            }
        }
        return talk.open(recipe.toString()).data();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    static Recipe recipeIn(String script) {
        String mark = "# In the lab: #";
        int start = script.indexOf(mark) + mark.length();
        return RecipeText.read(script.substring(start, script.indexOf('\n', start)))
                .recipe();
    }

    static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(KerasScriptTest.class.getResource("/keras"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
