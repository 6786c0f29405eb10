package dev.steep.keras;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.Batches;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Supply;
import dev.steep.engine.Trainer;
import dev.steep.math.Random;
import dev.steep.network.Layers;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.PlannedLayer;
import dev.steep.network.Problem;
import dev.steep.network.loss.Loss;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.protocol.DataFacts;
import dev.steep.recipe.Experiments;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import dev.steep.reference.Reference;
import dev.steep.tape.Value;
import dev.steep.worker.Talk;
import dev.steep.worker.experiment.DatasetStore;
import dev.steep.worker.experiment.Experiment;
import dev.steep.worker.experiment.PreparedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Scripts in real Keras: each runs as it is, its layers have the lab's names, shapes and weights, and with the same weights it
 * predicts, and learns from the same batches, what the lab's reference does. {@code mvn verify -Pkeras} fetches Keras by pip and
 * runs it; {@code src/test/resources/keras/check.py} is the other half.
 */
@Tag("keras")
class KerasIT {
    private static final double CLOSE = 1e-5;
    private static final double LOSSES_CLOSE = 1e-4;
    /** As in check.py. */
    private static final int BATCH = 6;

    private static final int STEPS = 3;

    /** Faster learning makes much of the last bits. */
    private static final double FASTEST = 1;

    /** A larger loss comes of probabilities near 0, which Keras keeps from it and the lab does not: it begins from the logits. */
    private static final double WORST = 5;

    /** Larger networks take long, and say nothing more. */
    private static final double LARGEST = 3e6;

    private final Random random = new Random(2026);
    private final DatasetStore store = new DatasetStore();
    private final Map<String, PreparedData> prepared = new LinkedHashMap<>();

    @Test
    void scriptsComputeWhatTheLabComputes() throws IOException, InterruptedException {
        JsonArray cases = new JsonArray();
        for (Recipe recipe : recipes()) {
            theCase(recipe).ifPresent(cases::add);
        }
        Talk talk = new Talk();
        Recipe flowers = KerasScriptTest.recipeIn(
                Files.readString(KerasScriptTest.folder().resolve("flowers.py")));
        DataFacts facts = KerasScriptTest.data(talk, flowers);
        cases.add(new JsonObject()
                .add("name", "" + flowers)
                .add("script", KerasScript.text(KerasScript.of(flowers, facts)))
                .add("classes", 3)
                .add("parts", ints(facts.parts())));
        assertTrue(cases.size() > 100, cases.size() + " cases");
        JsonObject results = results(new JsonObject()
                .add("folder", "" + KerasScriptTest.folder())
                .add("cases", cases)
                .add("defaults", defaults()));
        report(results);
        assertAll(Stream.concat(
                        results.get("cases").asArray().values().stream().map(JsonValue::asObject),
                        results.get("defaults").asArray().values().stream().map(JsonValue::asObject))
                .map(each -> () -> judge(each)));
        assertAll(results.get("cases").asArray().values().stream()
                .map(JsonValue::asObject)
                .map(each -> () -> sameData(each)));
    }

    private static void judge(JsonObject result) {
        String name = result.getString("name", "");
        assertEquals("", result.getString("error", ""), name);
        assertTrue(result.getDouble("prediction", 0) <= CLOSE, () -> name + " predicts otherwise: " + result);
        assertTrue(result.getDouble("loss", 0) <= LOSSES_CLOSE, () -> name + " learns otherwise: " + result);
    }

    /** Numbers of one class: how many, about which mean, and how far from it. */
    private record Spread(int count, double mean, double deviation) {
        static Spread of(double[] numbers) {
            double mean = Arrays.stream(numbers).average().orElse(0);
            double squares =
                    Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
            return new Spread(numbers.length, mean, Math.sqrt(squares / Math.max(1, numbers.length)));
        }

        static Spread all(List<Spread> classes) {
            double count = classes.stream().mapToDouble(Spread::count).sum();
            double mean =
                    classes.stream().mapToDouble(each -> each.count * each.mean).sum() / count;
            double squares = classes.stream()
                    .mapToDouble(each -> each.count * (Math.pow(each.deviation, 2) + Math.pow(each.mean - mean, 2)))
                    .sum();
            return new Spread((int) count, mean, Math.sqrt(squares / count));
        }

        /** The same after the whole was moved and scaled to mean 0 and deviation 1. */
        Spread among(Spread all) {
            return new Spread(count, (mean - all.mean) / all.deviation, deviation / all.deviation);
        }
    }

    /**
     * Generated samples lie as the lab's do: per class as many, about the same mean and spread of what the network sees. To scale by the
     * lowest and the highest of other random numbers may move all of them together, by half a deviation at most.
     */
    private void sameData(JsonObject result) {
        String name = result.getString("name", "");
        PreparedData lab = prepared.get(name);
        if (lab == null || lab.data().isImage() || !(lab.data().y() instanceof Target.Classes classes)) {
            return;
        }
        int features = lab.data().x().size();
        List<Spread> own = new ArrayList<>();
        List<Spread> keras = new ArrayList<>();
        for (int each = 0; each < classes.names().size(); each++) {
            int c = each;
            own.add(Spread.of(IntStream.range(0, classes.count())
                    .filter(row -> classes.index()[row] == c)
                    .boxed()
                    .flatMapToDouble(row -> IntStream.range(0, features)
                            .mapToDouble(i -> lab.scale().apply(lab.data().x().at(row, i), i)))
                    .toArray()));
            JsonArray spread = result.get("spread").asArray().get(c).asArray();
            keras.add(new Spread(
                    spread.get(2).asInt() * features,
                    spread.get(0).asDouble(),
                    spread.get(1).asDouble()));
        }
        Spread ownAll = Spread.all(own);
        Spread kerasAll = Spread.all(keras);
        assertEquals(ownAll.mean, kerasAll.mean, 0.5 * ownAll.deviation, name + ": mean");
        for (int c = 0; c < own.size(); c++) {
            Spread one = own.get(c).among(ownAll);
            Spread other = keras.get(c).among(kerasAll);
            assertEquals(one.count, other.count, features, name + " has another number of class " + c);
            double error = 6 * one.deviation / Math.sqrt(one.count) + 0.02 * one.deviation;
            assertEquals(one.mean, other.mean, 2 * error, name + ": mean of class " + c);
            assertEquals(one.deviation, other.deviation, 2 * error, name + ": spread of class " + c);
        }
    }

    private static void report(JsonObject results) {
        List<JsonObject> cases = results.get("cases").asArray().values().stream()
                .map(JsonValue::asObject)
                .toList();
        System.out.printf(
                Locale.ROOT,
                "Keras %s on %s: %d scripts, %d of them with errors; predictions of %d differ by %.1e at most, losses of %d by"
                        + " %.1e; %d defaults.%n",
                results.getString("keras", ""),
                results.getString("backend", ""),
                cases.size(),
                cases.stream().filter(each -> each.get("error") != null).count(),
                cases.stream().filter(each -> each.get("prediction") != null).count(),
                cases.stream()
                        .mapToDouble(each -> each.getDouble("prediction", 0))
                        .max()
                        .orElse(0),
                cases.stream().filter(each -> each.get("loss") != null).count(),
                cases.stream()
                        .mapToDouble(each -> each.getDouble("loss", 0))
                        .max()
                        .orElse(0),
                results.get("defaults").asArray().size());
    }

    /** All old links, and small networks for all layers, losses and optimizers. */
    private List<Recipe> recipes() throws IOException {
        Set<Recipe> recipes = new LinkedHashSet<>();
        for (String file : List.of("presets.txt", "catalog.txt", "history.txt")) {
            try (Stream<String> lines =
                    Files.lines(KerasScriptTest.folder().resolveSibling("links").resolve(file))) {
                List<String> links = lines.filter(line -> line.startsWith("1/")).toList();
                int step = file.equals("history.txt") ? 4 : 1; // there, many are alike
                for (int i = 0; i < links.size(); i += step) {
                    recipes.add(RecipeText.read(links.get(i)).recipe());
                }
            }
        }
        String digits = "1/data=digits(100)/Conv2D(3,4,strides=3,activation=tanh)/";
        for (Layers layer : Layers.values()) {
            for (int i = 0; i < 4; i++) {
                Choice choice = i == 0 ? layer.kind().choice() : Experiments.any(layer.kind(), random);
                for (String between : List.of("", "Flatten/")) {
                    String before = choice.is(Layers.DENSE.kind()) ? digits + "Flatten/" : digits;
                    recipes.add(RecipeText.read(before + choice + "/" + between + "Dense(10,softmax)/fit(16)")
                            .recipe());
                }
            }
        }
        for (Kind loss : Loss.kinds()) {
            for (String network : List.of(
                    "digits(100)/Flatten/Dense(10,softmax)",
                    "digits(100)/Flatten/Dense(10,hard_sigmoid)",
                    "xor(100)/Dense(4,tanh)/Dense(1,sigmoid)",
                    "xor(100)/Dense(4,tanh)/Dense(1)",
                    "sine(100)/Dense(4,tanh)/Dense(1)",
                    "sine(100)/Dense(4,tanh)/Dense(1,softplus)")) {
                recipes.add(RecipeText.read("1/data=" + network + "/loss=" + loss.name())
                        .recipe());
            }
        }
        for (Kind optimizer : Optimizer.kinds()) {
            for (int i = 0; i < 2; i++) {
                Choice choice = slow(i == 0 ? optimizer.choice() : Experiments.any(optimizer, random));
                recipes.add(RecipeText.read("1/data=gauss(100)/Dense(4,tanh)/BatchNormalization/Dense(2,softmax)")
                        .recipe()
                        .withOptimizer(choice));
            }
        }
        return List.copyOf(recipes);
    }

    private Optional<JsonObject> theCase(Recipe asked) {
        Recipe recipe = asked.withFit(asked.fit().with(Settings.SHUFFLE, false));
        Optional<PreparedData> data =
                recipe.data().is(Settings.FILE) ? Optional.empty() : store.material(recipe, notice -> {});
        if (data.isEmpty()) {
            return Optional.empty();
        }
        Plan plan = Plan.of(Experiment.design(recipe, data.get()));
        for (int i = 0;
                i < 3 && !plan.sound();
                i++) { // old links need not be sound; what the lab would make of them is
            Optional<Problem.Fix> fix = plan.problems().get(0).fix();
            if (fix.isPresent()) {
                recipe =
                        recipe.withLayers(fix.get().layers()).withLoss(fix.get().loss());
                plan = Plan.of(Experiment.design(recipe, data.get()));
            }
        }
        boolean validates = recipe.split().get(Settings.VALIDATION) > 0;
        boolean checked = !validates || data.get().split().validation().length > 0;
        if (!plan.sound() || !checked || plan.parameters() > LARGEST / 10 || plan.multiplyAdds() > LARGEST) {
            return Optional.of(new JsonObject()
                    .add("name", "" + asked)
                    .add("script", KerasScript.text(KerasScript.of(asked, facts(data.get())))));
        }
        prepared.put("" + recipe, data.get());
        JsonObject all = new JsonObject()
                .add("name", "" + recipe)
                .add("script", KerasScript.text(KerasScript.of(recipe, facts(data.get()))))
                .add(
                        "classes",
                        data.get().data().y() instanceof Target.Classes classes
                                ? classes.names().size()
                                : 0)
                .add("parts", ints(new int[] {
                    data.get().split().training().length,
                    data.get().split().validation().length,
                    data.get().split().test().length
                }))
                .add("total", plan.parameters());
        JsonArray layers = new JsonArray();
        for (PlannedLayer layer : plan.layers()) {
            layers.add(new JsonObject()
                    .add("name", layer.name())
                    .add("shape", ints(layer.extent().orElseThrow().output().lengths()))
                    .add("parameters", layer.extent().orElseThrow().parameters()));
        }
        numbers(all.add("layers", layers), Model.of(plan), data.get());
        return Optional.of(all);
    }

    private static DataFacts facts(PreparedData data) {
        boolean classes = data.data().y() instanceof Target.Classes;
        return new DataFacts(
                data.data().name(),
                data.data().shape().lengths(),
                classes ? data.data().y().names() : List.of(),
                classes ? List.of() : data.data().y().names(),
                data.data().features(),
                data.given().features(),
                new double[0],
                new int[3],
                0,
                0,
                List.of(),
                new int[0],
                "",
                List.of(),
                data.reconstructs());
    }

    /** The lab's weights, samples, predictions, and losses of some steps, as the reference has them. */
    private void numbers(JsonObject all, Model model, PreparedData data) {
        int count = Math.min(data.split().training().length, BATCH * STEPS);
        int[] rows = Arrays.copyOf(data.split().training(), count);
        Batches batches = new Batches(rows, BATCH, false, random);
        Supply supply = new Supply(data.given().x(), data.scale(), data.asked());
        Trainer trainer =
                new Trainer(new Reference(), model, supply, new Split(rows, new int[0], new int[0]), batches, () -> 0);
        JsonObject weights = new JsonObject();
        for (Value value : model.weights()) {
            float[] initial = model.initial(value);
            if (value.name().endsWith("bias")
                    || value.name().endsWith("beta")
                    || value.name().endsWith("moving_mean")) {
                for (int i = 0; i < initial.length; i++) {
                    initial[i] += (float) random.uniform(-0.1, 0.1); // zeros would hide what becomes of them
                }
            }
            trainer.machine().write(value, initial);
            weights.add(value.name(), floats(initial));
        }
        double[] x = new double[count * data.data().x().size()];
        data.data().x().gather(rows, 0, count, data.scale(), x);
        int width = model.plan().targetWidth();
        double[] y = new double[count * data.asked().width()];
        data.asked().gather(rows, 0, count, y);
        if (data.asked() instanceof Target.Classes classes && width == 1) {
            y = Arrays.stream(rows).mapToDouble(row -> classes.index()[row]).toArray();
        }
        var prediction = model.program().prediction();
        int most = trainer.machine().predictionRows();
        JsonArray predictions = new JsonArray();
        for (int from = 0; from < count; from += most) {
            int size = Math.min(most, count - from);
            trainer.machine().evaluate(new Batch(rows, from, size, 0, model.scalars(prediction, 1, size)));
            floats(trainer.machine().read(model.program().predict().output())).forEach(predictions::add);
        }
        all.add("weights", weights)
                .add("inputs", doubles(x))
                .add("targets", doubles(y))
                .add("predictions", predictions);
        JsonArray losses = new JsonArray();
        boolean fixed = model.layers().stream()
                .noneMatch(layer -> layer.planned().layer().draws());
        if (fixed) {
            trainer.advance(batches.perEpoch(), 1e9);
            boolean tame = learningRate(model) <= FASTEST && max(trainer.losses()) <= WORST;
            if (trainer.trouble().isEmpty() && tame) {
                losses = floats(trainer.losses());
            }
        }
        all.add("losses", losses);
    }

    @SuppressWarnings("unchecked") // learning rates are numbers
    private static Choice slow(Choice optimizer) {
        Knob<Double> rate =
                (Knob<Double>) optimizer.kind().knob("learning_rate").orElseThrow();
        return optimizer.get(rate) > FASTEST ? optimizer.with(rate, 0.02) : optimizer;
    }

    private static double learningRate(Model model) {
        Choice optimizer = model.plan().design().optimizer();
        return (Double) optimizer.get(optimizer.kind().knob("learning_rate").orElseThrow());
    }

    private static double max(float[] numbers) {
        double max = Double.NEGATIVE_INFINITY;
        for (float number : numbers) {
            max = Math.max(max, number);
        }
        return max;
    }

    /** Every setting that a script leaves out at its default, with the function that is called. */
    private static JsonArray defaults() {
        JsonArray defaults = new JsonArray();
        for (Kind kind : Experiments.kinds()) {
            String code = kind.knobs().isEmpty() ? "" : changed(kind).inKeras(new Python());
            int start = code.indexOf("keras.") >= 0 && !code.startsWith("layers.") ? code.indexOf("keras.") : 0;
            if (code.startsWith("layers.") || code.startsWith("keras.") || code.startsWith("lambda x: keras.")) {
                for (Knob<?> knob : kind.knobs()) {
                    defaults.add(new JsonObject()
                            .add("function", code.substring(start, code.indexOf('(', start)))
                            .add("name", knob.name())
                            .add("value", new Python().value(knob.preset()))
                            .add("required", knob.always()));
                }
            }
        }
        assertTrue(defaults.size() > 60, defaults.size() + " defaults");
        return defaults;
    }

    /** A pick that cannot be said by its name alone. */
    private static Choice changed(Kind kind) {
        Random random = new Random(5);
        Choice choice = kind.choice();
        while (choice.settings().isEmpty()) {
            choice = Experiments.any(kind, random);
        }
        return choice;
    }

    /** Several processes share the cases: most of the time is XLA's, compiling on one thread. */
    private static JsonObject results(JsonObject work) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "keras"));
        int count = Runtime.getRuntime().availableProcessors();
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonArray cases = new JsonArray();
            for (int k = i; k < work.get("cases").asArray().size(); k += count) {
                cases.add(work.get("cases").asArray().get(k));
            }
            JsonArray defaults = i == 0 ? work.get("defaults").asArray() : new JsonArray();
            JsonObject share = new JsonObject()
                    .add("folder", work.get("folder"))
                    .add("cases", cases)
                    .add("defaults", defaults);
            Files.writeString(folder.resolve("cases-" + i + ".json"), share.toString());
            Files.deleteIfExists(folder.resolve("results-" + i + ".json"));
            running.add(new ProcessBuilder(
                            System.getProperty("steep.python", "" + folder.resolve("venv/bin/python")),
                            "" + KerasScriptTest.folder().resolve("check.py"),
                            "" + folder.resolve("cases-" + i + ".json").toAbsolutePath(),
                            "" + folder.resolve("results-" + i + ".json").toAbsolutePath())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log-" + i + ".txt").toFile())
                    .start());
        }
        JsonObject all = new JsonObject();
        JsonArray cases = new JsonArray();
        for (int i = 0; i < count; i++) {
            assertEquals(0, running.get(i).waitFor(), "See the logs in target/keras");
            JsonObject results = Json.parse(Files.readString(folder.resolve("results-" + i + ".json")))
                    .asObject();
            results.get("cases").asArray().forEach(cases::add);
            all = i == 0 ? results : all;
        }
        return all.set("cases", cases);
    }

    private static JsonArray ints(int[] numbers) {
        JsonArray array = new JsonArray();
        Arrays.stream(numbers).forEach(array::add);
        return array;
    }

    private static JsonArray floats(float[] numbers) {
        JsonArray array = new JsonArray();
        for (float number : numbers) {
            array.add(
                    Float.isFinite(number)
                            ? Json.value(number)
                            : Json.parse(number > 0 ? "1e999" : number < 0 ? "-1e999" : "null"));
        }
        return array;
    }

    private static JsonArray doubles(double[] numbers) {
        JsonArray array = new JsonArray();
        Arrays.stream(numbers).forEach(array::add);
        return array;
    }
}
