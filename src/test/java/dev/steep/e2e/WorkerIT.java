package dev.steep.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Worker;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker that dies or hangs is replaced: what the student had is there again, and whoever waits is answered. */
class WorkerIT {
    private static final String DIGITS = "1/data=digits(200)/Flatten/Dense(10,softmax)";
    private static final String OTHER = "1/data=digits(200)/Flatten/Dense(11,relu)/Dense(10,softmax)";

    /** Ways to lose a worker. */
    private enum End {
        ERROR("throw new Error('out of luck')"),
        EXIT("self.close()"),
        HANG("while (true);");

        private final String script;

        End(String script) {
            this.script = script;
        }

        void of(LabPage lab) {
            List<Worker> workers = lab.page().workers();
            workers.get(workers.size() - 1).evaluate("setTimeout(() => { " + script + " }, 0)");
        }
    }

    private static LabPage open(Build build, String recipe) {
        LabPage lab = LabPage.blank(new NewContextOptions());
        lab.page().clock().install(); // goes as any other, until it is told to hurry
        lab.start(Site.shared(), "index.html?build=" + build.name + "#" + recipe);
        lab.eval("steep.ready");
        lab.eval("window.said = []; steep.on('error', e => said.push(e.message));"
                + "window.states = []; steep.on('state', s => states.push(s.state)); 0");
        return lab;
    }

    /** The page's clock runs on, tick by tick, for longer than the page bears with a silent worker. */
    private static void letTimePass(LabPage lab) {
        lab.page().clock().runFor(12_000);
    }

    /** Ends the worker and waits until the student is told. */
    private static String lose(LabPage lab, End end) {
        lab.eval("said.length = 0");
        end.of(lab);
        if (end != End.ERROR) { // an error is heard of at once
            letTimePass(lab);
        }
        lab.waitFor("said.length > 0");
        return (String) lab.eval("said[0]");
    }

    private static void assertOnlyOurErrors(LabPage lab) {
        for (String error : lab.takeErrors()) {
            assertTrue(error.contains("out of luck"), error);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCallIsAnsweredWhenTheWorkerHangs(Build build) {
        try (LabPage lab = open(build, DIGITS)) {
            End.HANG.of(lab);
            lab.eval("""
                    (() => {
                        const given = {
                            load: ['%s'], loadFile: [new Blob(['a,b\\n1,2\\n3,4\\n5,6']), 'a.csv'],
                            loadFiles: [[{blob: new Blob(['a,b\\n1,2\\n3,4']), name: 'b.csv'}]],
                            setData: [{x: [1, 2, 3], xShape: [3, 1], y: [1, 2, 3]}], tensor: ['dense/kernel'],
                            setTensor: ['dense/bias', new Float32Array(10)], predict: [new Float32Array(784), 1],
                            bench: ['w1', {ms: 10}], chain: ['dense/kernel', 0], branch: [0], histograms: ['dense/kernel'], show: ['curves'], get: ['fit.epochs'], set: ['fit.epochs', 3]};
                        window.names = Object.keys(steep).filter(name => typeof steep[name] === 'function' && name !== 'on');
                        window.settled = {};
                        for (const name of names) {
                            steep[name](...(given[name] ?? [])).then(() => settled[name] = 'done', e =>
                                settled[name] = e instanceof Error ? e.message : 'not an Error');
                        }
                    })()""".formatted(OTHER));
            letTimePass(lab);
            lab.waitFor("names.every(name => name in settled)");
            Map<?, ?> settled = (Map<?, ?>) lab.eval("settled");
            assertTrue(settled.size() >= 16, settled.toString());
            settled.forEach((call, answer) -> assertTrue(
                    List.of("recipe", "get", "views", "show", "runs").contains(call)
                            || answer.equals("You stopped reading these files.") // which "cancel" does
                            || answer.toString().contains("did not answer for 10 seconds"),
                    call + ": " + answer));
            lab.call("load", DIGITS + "/seed=5"); // the one that was to be opened is stopped
            assertEquals(4, lab.eval("steep.train({steps: 4}).then(() => steep.stepLosses()).then(l => l.length)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRunGoesOnFromWhereItWasKeptToTheLastBit(Build build) {
        String recipe = "1/data=digits(1000)/Conv2D(8,3,activation=relu)/Flatten/Dense(10,softmax)/fit(epochs=60)";
        try (LabPage lab = open(build, recipe)) {
            lab.call("step"); // at rest, each state is kept
            lab.eval("window.all = steep.train().then(h => h.length, e => e.message); 0");
            lab.waitFor("steep.history().then(h => h.length > 1)");
            String sentence = lose(lab, End.EXIT);
            assertTrue(sentence.contains("training goes on"), sentence);
            assertEquals(60, lab.eval("all"));
            assertEquals("60", lab.find(".epoch-now").innerText());
            String weights = lab.weights();
            Object losses = lab.eval("steep.history().then(h => h.map(e => e.loss))");
            lab.call("reset");
            lab.call("train");
            assertEquals(weights, lab.weights());
            assertEquals(losses, lab.eval("steep.history().then(h => h.map(e => e.loss))"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void trainedWeightsAreThereAgainAtRest(Build build) {
        try (LabPage lab = open(build, DIGITS)) {
            lab.call("train", Map.of("epochs", 2));
            String trained = lab.weights();
            for (End end : List.of(End.EXIT, End.ERROR)) {
                String sentence = lose(lab, end);
                assertTrue(sentence.contains("as it was after step"), sentence);
                lab.waitFor("states.at(-1) === 'paused'");
                assertEquals(trained, lab.weights());
                assertEquals("2", lab.find(".epoch-now").innerText());
                assertEquals(2, lab.eval("steep.train({epochs: 2}).then(h => h.length - 2)"));
                lab.call("reset");
                lab.call("train", Map.of("epochs", 2));
                assertEquals(trained, lab.weights());
            }
            assertOnlyOurErrors(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ownFilesAreThereAgain(Build build) {
        try (LabPage lab = open(build, DIGITS)) {
            StringBuilder text = new StringBuilder("length,width,kind\n");
            for (int i = 0; i < 90; i++) {
                text.append(i).append(',').append(i * i % 17).append(i % 3 == 0 ? ",iris\n" : ",rose\n");
            }
            lab.find("input[type=file]")
                    .first()
                    .setInputFiles(new FilePayload(
                            "mine.csv", "text/csv", text.toString().getBytes(UTF_8)));
            lab.waitFor("steep.recipe().then(recipe => recipe.includes('mine.csv'))");
            lab.eval("steep.train({epochs: 2})");
            Object recipe = lab.call("recipe");
            lose(lab, End.ERROR);
            assertEquals(recipe, lab.call("recipe"));
            assertEquals(4, lab.eval("steep.train({epochs: 2}).then(history => history.length)"));
            lab.call("load", DIGITS);
            lose(lab, End.ERROR); // of another experiment: the file is to be had all the same
            assertEquals(List.of(), ((Map<?, ?>) lab.call("load", recipe + "/seed=7")).get("problems"));
            assertOnlyOurErrors(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ownArraysAreThereAgain(Build build) {
        try (LabPage lab = open(build, DIGITS)) {
            lab.eval("steep.setData({x: Float32Array.from({length: 40}, (_, i) => i), xShape: [40, 1],"
                    + " y: Float32Array.from({length: 40}, (_, i) => 3 * i)})");
            String first = lab.weights();
            lose(lab, End.ERROR);
            assertEquals(first, lab.weights());
            assertEquals(1, lab.eval("steep.train({epochs: 1}).then(history => history.length)"));
            assertOnlyOurErrors(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theChosenSampleAndTheSelectedLayerStay(Build build) {
        String input = "steep.tensor('input').then(t => Array.from(t.values.slice(0, 784)))";
        try (LabPage lab = open(build, DIGITS)) {
            lab.find(".gallery .tile").nth(7).click();
            lab.find(".layer-head")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("dense"))
                    .first()
                    .click();
            Object caption = lab.find(".gallery-caption").innerText();
            Object seen = lab.eval(input);
            lose(lab, End.ERROR);
            lab.waitFor("states.at(-1) === 'paused'");
            assertEquals(seen, lab.eval(input));
            assertEquals(caption, lab.find(".gallery-caption").innerText());
            assertEquals(1, lab.find(".layer-card.selected").count());
            assertOnlyOurErrors(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDrawingStaysTheChosenSample(Build build) {
        String input = "steep.tensor('input').then(t => Array.from(t.values.slice(0, 784)))";
        try (LabPage lab = open(build, DIGITS)) {
            lab.call("show", "draw");
            lab.find(".pad-sheet").focus();
            lab.page().keyboard().press("Space");
            lab.page().keyboard().press("ArrowDown");
            lab.waitFor("document.querySelector('.layer-head span').textContent === 'your drawing'");
            Object drawing = lab.eval(input);
            lose(lab, End.ERROR);
            lab.waitFor("states.at(-1) === 'paused'");
            lab.waitFor("document.querySelector('.layer-head span').textContent === 'your drawing'");
            assertEquals(drawing, lab.eval(input));
            assertOnlyOurErrors(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecipeThatHangsOnOpeningOpensStoppedAndAnyway(Build build) {
        try (LabPage lab = open(build, DIGITS)) {
            End.HANG.of(lab);
            lab.eval("window.opened = steep.load('" + OTHER + "'); 0");
            letTimePass(lab);
            Map<?, ?> outcome = (Map<?, ?>) lab.eval("opened");
            String problem = outcome.get("problems").toString();
            assertTrue(problem.contains("open it anyway"), problem);
            assertStopped(lab);
            lab.reload();
            assertStopped(lab);
            lab.button("Open it anyway").click();
            lab.waitFor("document.querySelectorAll('.problem p').length === 1");
            assertEquals(1, lab.eval("steep.train({epochs: 1}).then(history => history.length)"));
            lab.reload();
            assertEquals(1, lab.eval("steep.train({epochs: 1}).then(history => history.length)"));
        }
    }

    private static void assertStopped(LabPage lab) {
        assertEquals(OTHER, lab.call("recipe"));
        lab.button("Open it anyway").waitFor();
        assertTrue(lab.button("Train").isDisabled());
        assertEquals(
                2,
                lab.find(".layer-card")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Dense"))
                        .count());
        String refused = (String) lab.eval("steep.train({steps: 1}).then(() => '', e => e.message)");
        assertTrue(refused.contains("open it anyway"), refused);
    }

    @ParameterizedTest
    @EnumSource
    void aRecipeThatKillsTwiceStopsAndAnyOtherOpens(Build build) {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page()
                    .addInitScript("Object.defineProperty(window, 'sessionStorage',"
                            + " {get() { throw new DOMException('not here', 'SecurityError'); }})");
            lab.start(Site.shared(), "index.html?build=" + build.name + "#" + DIGITS);
            lab.eval("steep.ready");
            lab.eval("window.said = []; steep.on('error', e => said.push(e.message)); 0");
            lose(lab, End.ERROR);
            assertEquals(1, lab.eval("steep.train({epochs: 1}).then(history => history.length)"));
            assertFalse(lab.button("Open it anyway").isVisible());
            lose(lab, End.ERROR);
            lab.button("Open it anyway").waitFor();
            Map<?, ?> again = (Map<?, ?>) lab.call("load", DIGITS);
            assertTrue(again.get("problems").toString().contains("open it anyway"), again.toString());
            Map<?, ?> other = (Map<?, ?>) lab.call("load", DIGITS + "/seed=3");
            assertEquals(List.of(), other.get("problems"));
            Map<?, ?> anyway = (Map<?, ?>) lab.call("load", DIGITS, Map.of("anyway", true));
            assertEquals(List.of(), anyway.get("problems"));
            assertEquals(1, lab.eval("steep.train({epochs: 1}).then(history => history.length)"));
            assertOnlyOurErrors(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void workersThatDieOneAfterTheOtherAreGivenUp(Build build) {
        try (LabPage lab = open(build, DIGITS)) {
            for (int i = 0; i < 4; i++) {
                lose(lab, End.ERROR);
                lab.eval("steep.pause()");
            }
            End.ERROR.of(lab);
            lab.button("Reload").waitFor();
            String refused = (String) lab.eval("steep.train().then(() => '', e => e.message)");
            assertTrue(refused.contains("Reload the page"), refused);
            assertTrue(lab.button("Train").isDisabled());
            assertOnlyOurErrors(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerThatDoesNotLoadAtOnceLoadsAtTheSecondTry(Build build) {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            List<String> asked = new ArrayList<>();
            lab.page().route("**/worker.js*", route -> {
                asked.add(route.request().url());
                if (asked.size() == 1) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            lab.start(Site.shared(), "index.html?build=" + build.name + "#" + DIGITS);
            lab.eval("steep.ready");
            assertEquals(1, lab.eval("steep.train({epochs: 1}).then(history => history.length)"));
            assertEquals(2, asked.size());
            lab.takeErrors();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsForTheFirstExperimentIsToldThatThereIsNone(Build build) {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page().route("**/worker.js*", Route::abort);
            lab.page()
                    .addInitScript("addEventListener('DOMContentLoaded', () =>"
                            + " window.waited = steep.ready.then(() => '', e => e.message))");
            lab.start(Site.shared(), "index.html?build=" + build.name);
            String sentence = (String) lab.eval("waited");
            assertTrue(sentence.contains("Reload the page"), sentence);
            lab.takeErrors();
        }
    }

    @ParameterizedTest
    @EnumSource
    void measuringGoesOnWithTheNextWorker(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "bench.html?build=" + build.name + "&ms=200")) {
            lab.eval("steep.ready");
            lab.button("Measure").click();
            lab.page()
                    .locator(".bench-table td")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("[0-9]")))
                    .first()
                    .waitFor();
            End.ERROR.of(lab);
            lab.page().waitForTimeout(200);
            lab.button("Stop").click();
            lab.page().getByText("has stopped").waitFor();
            assertTrue(lab.number("steep.bench('w1', {ms: 10}).then(b => b.samplesPerSecond)") > 0);
            assertOnlyOurErrors(lab);
        }
    }
}
