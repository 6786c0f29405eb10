package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.recipe.RecipeText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code window.steep} promises: each call does what it says, and a wrong one is refused with a sentence. */
class ScriptIT {
    private static final String TINY = "1/data=digits(100)/Flatten/Dense(10,activation=softmax)/fit(batch_size=20)";

    /** Calls that are wrong, each with what its sentence must name. */
    private static final Map<String, String> WRONG = Map.ofEntries(
            Map.entry("steep.load()", "a recipe"),
            Map.entry("steep.load(7)", "a recipe"),
            Map.entry("steep.recipe('yaml')", "'object'"),
            Map.entry("steep.train({steps: -1})", "steps must be a whole number"),
            Map.entry("steep.train({epochs: 1.5})", "epochs must be a whole number"),
            Map.entry("steep.train({seconds: 'x'})", "seconds must be a number"),
            Map.entry("steep.train({hours: 1})", "{steps}"),
            Map.entry("steep.train('all')", "{steps}"),
            Map.entry("steep.loadFile('flowers.csv')", "a Blob or File"),
            Map.entry("steep.loadFile(new Blob(['a']))", "needs a name"),
            Map.entry("steep.loadFiles([])", "empty"),
            Map.entry("steep.loadFiles([{name: 'a.csv'}])", "item 1"),
            Map.entry("steep.loadFiles({})", "a list of Files"),
            Map.entry("steep.setData()", "{x, xShape"),
            Map.entry("steep.setData({x: [1, 2], xShape: [3, 1], y: [0, 1]})", "xShape"),
            Map.entry("steep.setData({x: [1, 2], xShape: [2], y: [0, 1]})", "number of samples first"),
            Map.entry("steep.setData({x: [1, 2], xShape: [2, 1], y: [0, 1, 1]})", "x has 2 samples"),
            Map.entry("steep.setData({x: 'abc', xShape: [3, 1], y: [0]})", "x must be a Float32Array"),
            Map.entry("steep.tensor()", "the tensor's name"),
            Map.entry("steep.tensor('nonesuch/kernel')", "nonesuch/kernel"),
            Map.entry("steep.setTensor('dense/kernel')", "the tensor's numbers"),
            Map.entry("steep.setTensor('dense/kernel', new Float32Array(3))", "3"),
            Map.entry("steep.predict(new Float32Array(784), 0)", "whole number"),
            Map.entry("steep.predict(new Float32Array(3), 1)", "3"),
            Map.entry("Promise.resolve().then(() => steep.on('epcoh', () => {}))", "epoch"),
            Map.entry("Promise.resolve().then(() => steep.on('epoch', 1))", "function"));

    @ParameterizedTest
    @EnumSource
    void aWrongCallIsRefusedAndTrainingIsKept(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            lab.call("load", TINY);
            lab.call("train", Map.of("steps", 3));
            String before = lab.weights();
            WRONG.forEach((call, words) -> {
                String answer = (String)
                        lab.eval(
                                "(async () => { try { await " + call
                                        + "; return 'accepted'; } catch (e) { return e instanceof Error ? e.message : 'not an Error'; } })()");
                assertTrue(answer.contains(words), call + " answers: " + answer);
                assertFalse(answer.contains("Exception") || answer.contains("java."), call + " answers: " + answer);
            });
            assertEquals(before, lab.weights());
            assertEquals(3, lab.eval("steep.stepLosses().then(losses => losses.length)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothFormsOfARecipeAreOneExperiment(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.call("load", TINY);
            Object object = lab.call("recipe", "object");
            lab.call(
                    "load", "1/data=xor/Dense(3,activation=tanh)/Dense(1,activation=sigmoid)/loss=binary_crossentropy");
            Map<?, ?> outcome = (Map<?, ?>) lab.call("load", object);
            assertEquals(List.of(), outcome.get("notices"));
            assertEquals(List.of(), outcome.get("problems"));
            String text = RecipeText.read(TINY).recipe().toString();
            assertEquals(text, lab.call("recipe"));
            assertTrue(lab.page().url().endsWith("#" + text), lab.page().url());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTensorIsReadAndSet(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.call("load", TINY);
            assertEquals(List.of(784, 10), lab.eval("steep.tensor('dense/kernel').then(t => t.shape)"));
            assertEquals(
                    true,
                    lab.eval("(async () => {"
                            + "const ours = Float32Array.from({length: 7840}, (_, i) => Math.fround(i / 7 - 300));"
                            + "await steep.setTensor('dense/kernel', ours);"
                            + "const {values} = await steep.tensor('dense/kernel');"
                            + "return values instanceof Float32Array && values.every((v, i) => v === ours[i]);"
                            + "})()"));
            assertEquals(
                    true,
                    lab.eval(
                            "steep.tensors().then(all => all.some(t => t.name === 'dense/bias' && t.shape[0] === 10))"));
        }
    }

    /** One dense layer is written out by hand here: w x + b. */
    @ParameterizedTest
    @EnumSource
    void predictsFromNumbersOfAScript(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.setData({x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], xShape: [10, 1],"
                    + " y: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]})");
            String recipe = (String) lab.call("recipe");
            String data = recipe.substring(0, recipe.indexOf('/', 2));
            lab.call("load", data + "/prepare(scale=none)/Dense(1)/loss=mean_squared_error");
            lab.eval("steep.setTensor('dense/kernel', [2])");
            lab.eval("steep.setTensor('dense/bias', [1])");
            assertEquals(
                    List.of(7, 201), lab.eval("steep.predict(new Float32Array([3, 100]), 2).then(y => Array.from(y))"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void dataOfAScriptIsLearned(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            Object outcome = lab.eval("steep.setData({"
                    + "x: Float32Array.from({length: 400}, (_, i) => Math.sin(i * 12.9898)), xShape: [200, 2],"
                    + "y: Array.from({length: 200}, (_, i) => Math.sin(2 * i * 12.9898) > 0 ? 1 : 0),"
                    + "classes: ['low', 'high']})");
            Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) outcome).get("data");
            assertEquals(List.of("low", "high"), data.get("classes"));
            assertEquals(List.of(2), data.get("shape"));
            lab.call("train", Map.of("epochs", 20));
            double accuracy = lab.number("steep.history().then(h => h.at(-1).accuracy)");
            assertTrue(accuracy > 0.85, "accuracy " + accuracy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsTellOfTrainingUntilUnsubscribed(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", TINY);
            lab.eval("window.heard = {epoch: [], step: 0, state: []};"
                    + "window.stop = steep.on('epoch', log => heard.epoch.push(log.epoch));"
                    + "steep.on('step', now => heard.step += now.losses.length);"
                    + "steep.on('state', now => heard.state.push(now.state)); 0");
            lab.call("train", Map.of("epochs", 2));
            lab.waitFor("heard.step === 8 && heard.state.at(-1) === 'paused'");
            assertEquals(List.of(1, 2), lab.eval("heard.epoch"));
            assertTrue((Boolean) lab.eval("heard.state.includes('training')"));
            lab.eval("stop()");
            lab.call("train", Map.of("epochs", 1));
            lab.waitFor("heard.step === 12");
            assertEquals(List.of(1, 2), lab.eval("heard.epoch"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatThrowsHarmsNobody(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", TINY);
            lab.eval("window.heard = 0; steep.on('epoch', () => { throw new Error('mine'); });"
                    + "steep.on('epoch', () => heard++); 0");
            lab.call("train", Map.of("epochs", 1));
            lab.waitFor("heard === 1");
            List<String> errors = lab.takeErrors();
            assertEquals(1, errors.size(), errors.toString());
            assertTrue(errors.get(0).contains("mine"), errors.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatDivergesSaysSo(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.call(
                    "load",
                    TINY.replace("softmax)", "softmax)/optimizer=SGD(learning_rate=1000)")
                            .replace("activation=softmax", "activation=linear")
                            .concat("/loss=mean_squared_error"));
            lab.eval("window.said = []; window.states = []; steep.on('error', e => said.push(e.message));"
                    + "steep.on('state', s => states.push(s.state)); 0");
            lab.call("train", Map.of("steps", 300));
            lab.waitFor("states.at(-1) === 'diverged'");
            lab.waitFor("said.length > 0");
            String sentence = (String) lab.eval("said[0]");
            assertTrue(sentence.contains("learning rate"), sentence);
            lab.call("reset");
            lab.waitFor("states.at(-1) === 'paused'");
        }
    }
}
