package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import dev.steep.engine.Backend;
import dev.steep.kernels.GraalHost;
import dev.steep.kernels.Kernels;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Letters;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.reference.Reference;
import dev.steep.worker.Lab;
import dev.steep.worker.Machinery;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training in the browser: it learns, gives the same numbers everywhere, and leaves the page and its buttons quick. */
class TrainingIT {
    private static final String SMALL =
            "1/data=digits(300)/Conv2D(4,3,activation=relu)/MaxPooling2D/Flatten/Dropout(0.1)/Dense(10,softmax)/fit(20)";

    /** An answer of the worker to a click; a person notices nothing below 100 ms. A machine that tests is often busy. */
    private static final double SOON_MS = 300;

    private static final double LONG_TASK_MS = 200;

    @ParameterizedTest
    @EnumSource
    void learnsDigits(Build build) {
        try (LabPage lab = LabPage.open(build)) {
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
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", SMALL);
            lab.call("train", Map.of("steps", 50));
            assertEquals(Twin.weightsAfter(new Kernels(new GraalHost()), SMALL, 50), lab.weights());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAddressMayAskForTheReference(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?backend=reference&build=" + build.name)) {
            lab.call("load", SMALL);
            lab.call("train", Map.of("steps", 50));
            assertEquals(Twin.weightsAfter(new Reference(), SMALL, 50), lab.weights());
        }
    }

    @ParameterizedTest
    @EnumSource
    void resetGoesBackToTheVerySameStart(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", SMALL);
            String start = lab.weights();
            lab.call("train", Map.of("steps", 5));
            String after = lab.weights();
            lab.call("reset");
            assertEquals(start, lab.weights());
            lab.call("train", Map.of("steps", 2));
            lab.call("step");
            lab.call("train", Map.of("steps", 2));
            assertEquals(after, lab.weights());
        }
    }

    @ParameterizedTest
    @EnumSource
    void pausesAtOnce(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", SMALL.replace("digits(300)", "digits(2000)"));
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                times.add(lab.number("(async () => { const run = steep.train();"
                        + "await new Promise(then => setTimeout(then, 150)); const start = performance.now();"
                        + "await steep.pause(); const ms = performance.now() - start; await run; return ms; })()"));
            }
            times.sort(null);
            System.out.println("Pause answers, " + build.name + ": " + times + " ms");
            assertTrue(times.get(2) < SOON_MS, "Pause takes " + times + " ms");
            assertEquals(
                    "paused",
                    lab.eval("new Promise(then => { steep.on('state', s => then(s.state));"
                            + " steep.step(); }).then(() => 'paused')"));
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
                    + "watch.disconnect(); return tasks; })()");
            System.out.println("Tasks above 50 ms while training, " + build.name + ": " + longest);
            for (Object each : (List<?>) longest) {
                assertTrue(((Number) each).doubleValue() < LONG_TASK_MS, "The page was busy for " + each + " ms");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherLearningRateDoesNotStartAnew(Build build) {
        String recipe = SMALL + "/optimizer=SGD(learning_rate=0.1)";
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", recipe);
            lab.eval("window.kernel = async () => (await steep.tensor('dense/kernel')).values;"
                    + "window.way = (a, b) => a.reduce((sum, x, i) => sum + Math.abs(x - b[i]), 0); 0");
            double quick = lab.number("(async () => { const before = await kernel();"
                    + "await steep.train({steps: 10}); return way(before, await kernel()); })()");
            lab.eval("window.run = steep.train({steps: 60}); 0");
            lab.call("load", recipe.replace("0.1)", "1e-7)"));
            double slow =
                    lab.number("(async () => { const before = await kernel(); const done = await steep.stepLosses();"
                            + "await run; return done.length < 65 ? way(before, await kernel()) : 0; })()");
            assertEquals(70, lab.eval("steep.stepLosses().then(losses => losses.length)"), "It started anew.");
            assertTrue(
                    slow < quick / 1000, "The weights went " + quick + " in 10 steps, then " + slow + " in the rest.");
        }
    }

    /** The same worker on the JVM. */
    private static final class Twin {
        private final List<Report> answers = new ArrayList<>();
        private final Lab lab;

        private Twin(Backend backend) {
            lab = new Lab(Machinery.only(backend), (id, report) -> answers.add(report), () -> System.nanoTime() / 1e6);
        }

        static String weightsAfter(Backend backend, String recipe, int steps) {
            Twin twin = new Twin(backend);
            twin.ask(new Request.Open(recipe));
            twin.ask(new Request.Train(steps, 0, 0));
            return twin.weights();
        }

        private Report ask(Request request) {
            lab.receive(Letters.pack(1, request));
            while (lab.turn()) {}
            return answers.get(answers.size() - 1);
        }

        /** As {@link LabPage#weights}. */
        private String weights() {
            List<String> names = new ArrayList<>();
            Json.parse(((Report.Text) ask(new Inquiry.Names())).text())
                    .asArray()
                    .forEach(value -> names.add(value.asObject().getString("name", "")));
            names.removeIf(name -> !name.matches(".*/(kernel|bias)"));
            names.sort(null);
            int hash = 0x811c9dc5;
            for (String name : names) {
                float[] values = ((Report.Numbers) ask(new Inquiry.Read(name))).values();
                ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values);
                for (byte each : bytes.array()) {
                    hash = (hash ^ (each & 255)) * 0x01000193;
                }
            }
            return names.size() + " tensors, " + Integer.toHexString(hash);
        }
    }
}
