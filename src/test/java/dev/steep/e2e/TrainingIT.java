package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import dev.steep.engine.Backend;
import dev.steep.kernels.GraalHost;
import dev.steep.kernels.Kernels;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.reference.Reference;
import dev.steep.worker.Dispatcher;
import dev.steep.worker.experiment.Backends;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training in the browser: it learns, gives the same numbers everywhere, and leaves the page and its buttons quick. */
@Tag("alone")
class TrainingIT {
    private static final String SMALL =
            "1/data=digits(300)/Conv2D(4,3,activation=relu)/MaxPooling2D/Flatten/Dropout(0.1)/Dense(10,softmax)/fit(20)";

    private static final String STEPS = "steep.stepLosses().then(losses => losses.length)";

    /** An answer of the worker to a click; a person notices nothing below 100 ms. A machine that tests is often busy. */
    private static final double SOON_MS = 300;

    private static final double LONG_TASK_MS = 200;

    @ParameterizedTest
    @EnumSource
    void learnsDigits(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.call("load", SMALL + "/optimizer=Adam(0.01)");
            String before = lab.weights();
            lab.call("train", Map.of("epochs", 3));
            assertNotEquals(before, lab.weights());
            assertEquals(List.of(1, 2, 3), lab.eval("steep.history().then(h => h.map(e => e.epoch))"));
            double first = lab.number("steep.history().then(h => h[0].loss)");
            double last = lab.number("steep.history().then(h => h[2].loss)");
            assertTrue(last < 0.8 * first, "loss " + first + " -> " + last);
            assertTrue(lab.number("steep.history().then(h => h[2].val_accuracy)") > 0.2);
            assertEquals(36, lab.eval("steep.stepLosses().then(losses => losses.length)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameRecipeGivesTheSameBitsAsTheJvm(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.call("load", SMALL);
            lab.call("train", Map.of("steps", 50));
            assertEquals(Twin.numbersAfter(new Kernels(new GraalHost()), SMALL, 50), lab.numbers());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAddressMayAskForTheReference(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?backend=reference&build=" + build.name)) {
            lab.call("load", SMALL);
            lab.call("train", Map.of("steps", 50));
            assertEquals(Twin.numbersAfter(new Reference(), SMALL, 50), lab.numbers());
        }
    }

    @ParameterizedTest
    @EnumSource
    void resetGoesBackToTheVerySameStart(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.call("load", SMALL);
            String start = lab.weights();
            lab.call("train", Map.of("steps", 5));
            String after = lab.numbers();
            lab.call("reset");
            assertEquals(start, lab.weights());
            lab.call("train", Map.of("steps", 2));
            lab.call("step");
            lab.call("train", Map.of("steps", 2));
            assertEquals(after, lab.numbers());
        }
    }

    @ParameterizedTest
    @EnumSource
    void pausesAtOnce(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", SMALL.replace("digits(300)", "digits(2000)").replace("fit(20)", "fit(20,10000)"));
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                times.add(lab.number("(async () => { const run = steep.train();"
                        + "await new Promise(then => setTimeout(then, 150)); const start = performance.now();"
                        + "await steep.pause(); const ms = performance.now() - start; await run; return ms; })()"));
            }
            times.sort(null);
            System.out.println("Pause answers, " + build.name + ": " + times + " ms");
            assertTrue(times.get(2) < SOON_MS, "Pause takes " + times + " ms");
            int steps = (int) lab.number(STEPS);
            lab.eval("window.states = []; steep.on('state', s => states.push(s.state + ' at ' + s.step)); 0");
            lab.eval("new Promise(then => setTimeout(then, 100))");
            assertEquals(steps, lab.eval(STEPS), "It goes on after the pause.");
            lab.call("step");
            assertEquals(steps + 1, lab.eval(STEPS));
            lab.waitFor("states.at(-1) === 'paused at " + (steps + 1) + "'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageStaysFreeWhileTraining(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", SMALL);
            lab.call("train", Map.of("seconds", 0.5));
            Object longest = lab.eval("(async () => { const tasks = [];"
                    + "const watch = new PerformanceObserver(l => tasks.push(...l.getEntries().map(e => e.duration)));"
                    + "watch.observe({entryTypes: ['longtask']});"
                    + "await steep.train({seconds: 2, epochs: 1000}); await new Promise(then => setTimeout(then, 100));"
                    + "const found = [...tasks];"
                    + "setTimeout(() => { const end = performance.now() + 80; while (performance.now() < end) {} });"
                    + "await new Promise(then => setTimeout(then, 300)); watch.disconnect();"
                    + "if (tasks.length === found.length) throw new Error('A long task is not seen here.');"
                    + "return found; })()");
            System.out.println("Tasks above 50 ms while training, " + build.name + ": " + longest);
            assertTrue(lab.number(STEPS) > 20, "Hardly anything was trained.");
            List<Double> times = new ArrayList<>();
            for (Object each : (List<?>) longest) {
                times.add(((Number) each).doubleValue());
            }
            long tooLong = times.stream().filter(ms -> ms >= LONG_TASK_MS).count();
            assertTrue(tooLong < 3, "The page was busy for " + times + " ms"); // one or two may have been interrupted
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherLearningRateDoesNotStartAnew(Build build) {
        String recipe = SMALL.replace("fit(20)", "fit(20,10000)") + "/optimizer=SGD(learning_rate=0.1)";
        try (LabPage lab = LabPage.lent(build)) {
            lab.call("load", recipe);
            lab.eval("window.kernel = async () => (await steep.tensor('dense/kernel')).values;"
                    + "window.way = (a, b) => a.reduce((sum, x, i) => sum + Math.abs(x - b[i]), 0); 0");
            double quick = lab.number("(async () => { const before = await kernel();"
                    + "await steep.train({steps: 10}); return way(before, await kernel()); })()");
            lab.eval("window.run = steep.train(); 0");
            lab.waitFor(STEPS + ".then(steps => steps > 20)");
            lab.call("load", recipe.replace("0.1)", "1e-7)"));
            lab.eval(
                    "(async () => { window.middle = await kernel(); window.steps = (await steep.stepLosses()).length; })()");
            assertTrue(lab.number("steps") > 20, "It started anew.");
            lab.waitFor(STEPS + ".then(now => now >= steps + 10)");
            lab.call("pause");
            double slow = lab.number("(async () => way(middle, await kernel()))()");
            double perStep = slow / (lab.number(STEPS) - lab.number("steps"));
            assertTrue(
                    perStep > 0 && perStep < quick / 10 / 1000,
                    "The weights went " + quick + " in 10 steps, then " + perStep + " in each.");
        }
    }

    /** The same worker on the JVM. */
    private static final class Twin {
        private final List<Report> answers = new ArrayList<>();
        private final Dispatcher lab;

        private Twin(Backend backend) {
            lab = new Dispatcher(
                    Backends.only(backend), (id, report) -> answers.add(report), () -> System.nanoTime() / 1e6);
        }

        static String numbersAfter(Backend backend, String recipe, int steps) {
            Twin twin = new Twin(backend);
            twin.ask(new Request.Open(recipe));
            twin.ask(new Request.Train(steps, 0, 0));
            return twin.numbers();
        }

        private Report ask(Request request) {
            lab.receive(Messages.pack(1, request));
            while (lab.turn()) {}
            return answers.get(answers.size() - 1);
        }

        /** As {@link LabPage#numbers}. */
        private String numbers() {
            List<String> lines = new ArrayList<>();
            for (JsonValue each : json(new Inquiry.Names()).asArray()) {
                String name = each.asObject().getString("name", "");
                lines.add(line(name, ((Report.Numbers) ask(new Inquiry.Read(name))).values()));
            }
            lines.add(line("step losses", ((Report.Numbers) ask(new Inquiry.StepLosses())).values()));
            for (JsonValue epoch : json(new Inquiry.History()).asArray()) {
                lines.add(list(epoch, "epoch", "step", "loss", "accuracy", "val_loss", "val_accuracy"));
            }
            for (JsonObject.Member part : json(new Inquiry.Evaluate()).asObject()) {
                String found = list(part.getValue(), "samples", "loss", "accuracy");
                lines.add("[\"" + part.getName() + "\"," + found.substring(1));
            }
            int size = ((Report.Numbers) ask(new Inquiry.Read("input"))).values().length;
            float[] samples = new float[2 * size];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = i % 256;
            }
            lines.add(line("predictions", ((Report.Numbers) ask(new Inquiry.Predict(samples, 2))).values()));
            return String.join("\n", lines);
        }

        private JsonValue json(Inquiry inquiry) {
            return Json.parse(((Report.Text) ask(inquiry)).text());
        }

        /** As JavaScript writes a list of these numbers. */
        private static String list(JsonValue object, String... names) {
            return Stream.of(names)
                    .map(name -> object.asObject().get(name))
                    .map(value -> value == null ? "null" : number(value.asDouble()))
                    .collect(Collectors.joining(",", "[", "]"));
        }

        private static String number(double number) {
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }

        private static String line(String name, float[] values) {
            int hash = 0x811c9dc5;
            ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            for (byte each : bytes.array()) {
                hash = (hash ^ (each & 255)) * 0x01000193;
            }
            return name + ": " + values.length + ", " + Integer.toHexString(hash);
        }
    }
}
