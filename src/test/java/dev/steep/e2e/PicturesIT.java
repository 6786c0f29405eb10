package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.steep.protocol.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After every kind of change, every picture on the page shows what {@code steep.tensor} says: pixel for pixel, figure for figure.
 * Pictures are found by their attributes; a canvas without one fails.
 */
class PicturesIT {
    private static final double SOON_MS = 5000;

    /**
     * A network to look at.
     *
     * @param tab which results are looked at
     * @param kinds of the pictures that must be there
     */
    private enum Scene {
        DIGITS_AND_CURVES(
                Scene.CNN, "Curves", "image draws kernels maps kept units zeros bars probabilities predictions"),
        DIGITS_AND_PREDICTIONS(Scene.CNN, "Predictions", "predictions"),
        DIGITS_AND_CONFUSION(Scene.CNN, "Confusion", "confusion"),
        CIRCLE_AND_BOUNDARY(
                "1/data=circle(60)/Dense(4,activation=tanh)/Dropout(0.1)/Dense(1,activation=sigmoid)/loss=binary_crossentropy/fit(12,epochs=100000)",
                "Boundary",
                "plane unit-planes weights bars kept probabilities"),
        SINE_AND_FIT(
                "1/data=sine(80)/Dense(4,activation=tanh)/Dropout(0.1)/Dense(1)/loss=mean_squared_error/fit(16,epochs=100000)/optimizer=Adam(0.02)",
                "Fit",
                "fit bars answer weights");

        private static final String CNN =
                "1/data=digits(120)/RandomRotation(0.05)/Conv2D(3,3,activation=tanh)/MaxPooling2D(3)/Flatten"
                        + "/Dense(40,activation=relu)/Dropout(0.3)/Dense(8)/Dense(10,softmax)/fit(24,epochs=100000)";

        private final String recipe;
        private final String tab;
        private final List<String> kinds;

        Scene(String recipe, String tab, String kinds) {
            this.recipe = recipe;
            this.tab = tab;
            this.kinds = List.of(kinds.split(" "));
        }
    }

    /** Something that a student or a script does. */
    private interface Change {
        void on(LabPage lab);
    }

    private static final Map<String, Change> CHANGES = new LinkedHashMap<>();

    static {
        CHANGES.put("another sample", lab -> tile(lab, 2).click());
        CHANGES.put(
                "many samples, quickly",
                lab -> lab.eval(
                        "[1, 2, 0, 2, 1].forEach(i => document.querySelectorAll('.tile, .tile-row')[i].click())"));
        CHANGES.put("a step", lab -> lab.call("step"));
        CHANGES.put("a sample after a step", lab -> tile(lab, 0).click());
        CHANGES.put("an epoch", lab -> lab.call("train", Map.of("epochs", 1)));
        CHANGES.put("samples while training", lab -> {
            lab.button("Train").click();
            for (int i = 0; i < 4; i++) {
                tile(lab, i % 3).click();
                lab.page().waitForTimeout(40);
            }
            lab.call("pause"); // a small network may have finished
            lab.button("Train").waitFor();
        });
        CHANGES.put("reset", lab -> lab.button("Reset").click());
        CHANGES.put(
                "steps, then reset by a script", lab -> lab.eval("steep.train({steps: 3}).then(() => steep.reset())"));
        CHANGES.put("tensors set", lab -> lab.eval("""
                (async () => {
                    for (const t of await steep.tensors()) if (t.role === 'parameter') {
                        const v = (await steep.tensor(t.name)).values;
                        await steep.setTensor(t.name, v.map((x, i) => x / 2 + Math.sin(i) / 5));
                    }
                })()"""));
        CHANGES.put("a learning rate moved while training", lab -> {
            lab.button("Train").click();
            load(lab, "/optimizer=Adam(0.003)");
            lab.call("pause"); // a small network may have finished
            lab.button("Train").waitFor();
        });
        CHANGES.put("another activation", lab -> replace(lab, "tanh", "elu"));
        CHANGES.put("another activation and a step", lab -> {
            replace(lab, "elu)", "softsign)", "elu,", "softsign,");
            lab.call("step");
        });
        CHANGES.put("more units", lab -> replace(lab, "Dense(4,", "Dense(5,", "Dense(40", "Dense(30"));
        CHANGES.put("another kernel", lab -> replace(lab, "Conv2D(3,3", "Conv2D(4,5", "Dense(5,", "Dense(6,"));
        CHANGES.put("a layer added", lab -> {
            lab.find(".layer-add").nth(lab.find(".layer-add").count() - 2).click();
            lab.find(".palette-item")
                    .filter(new Locator.FilterOptions().setHasText("Dense"))
                    .first()
                    .click();
        });
        CHANGES.put("a layer moved", lab -> lab.find(".layer-card:not(:first-child) [aria-label$='to the left']")
                .nth(lab.find(".layer-card").count() - 3)
                .click());
        CHANGES.put("a layer removed", lab -> lab.find(".layer-card [aria-label^='Remove']")
                .nth(lab.find(".layer-card").count() - 4)
                .click());
        CHANGES.put("back", lab -> lab.page().goBack());
        CHANGES.put("back and forward", lab -> {
            lab.page().goBack();
            lab.page().goForward();
        });
        CHANGES.put(
                "a network with a problem",
                lab -> replace(lab, "Dense(10,", "Dense(11,", "Dense(1,", "Dense(3,", "Dense(1)", "Dense(3)"));
        CHANGES.put("a sample for it", lab -> tile(lab, 1).click());
        CHANGES.put("the problem mended", lab -> lab.page().goBack());
        CHANGES.put("no layers", lab -> lab.call("load", "1/" + data(lab)));
        CHANGES.put("layers again", lab -> lab.page().goBack());
        CHANGES.put("another seed", lab -> load(lab, "/seed=7"));
        CHANGES.put("another split", lab -> load(lab, "/split(0.4)"));
        CHANGES.put("a split of the same sizes", lab -> load(lab, "/split(0.4,order=last)"));
        CHANGES.put("another preparation", lab -> load(lab, "/prepare(signed)"));
        CHANGES.put(
                "other data",
                lab -> lab.call("load", "1/data=xor(90)/Dense(3,relu)/Dense(1,sigmoid)/loss=binary_crossentropy"));
        CHANGES.put("the data before", lab -> lab.page().goBack());
        CHANGES.put("another tab, a step, and back", lab -> {
            String tab = lab.find("[role=tab][aria-selected=true]").innerText();
            lab.find("[role=tab]")
                    .filter(new Locator.FilterOptions().setHasText("Code"))
                    .click();
            lab.call("step");
            tile(lab, 1).click();
            lab.find("[role=tab]")
                    .filter(new Locator.FilterOptions().setHasText(tab))
                    .click();
        });
        CHANGES.put("dark or light", lab -> lab.find(".theme-switch").click());
        CHANGES.put("dark or light, back", lab -> lab.find(".theme-switch").click());
        CHANGES.put("a narrow window", lab -> {
            lab.page().setViewportSize(390, 800);
            lab.waitFor("document.documentElement.scrollWidth <= 390");
        });
        CHANGES.put("a step in the narrow window", lab -> lab.call("step"));
        CHANGES.put("a wide window", lab -> lab.page().setViewportSize(1400, 900));
        CHANGES.put("a page in the background", lab -> {
            lab.eval("window.frames_ = []; window.frame_ = requestAnimationFrame;"
                    + "window.requestAnimationFrame = f => frames_.push(f); 0");
            tile(lab, 0).click();
            lab.call("train", Map.of("epochs", 1));
            tile(lab, 2).click();
            load(lab, "/optimizer=Adam(0.02)");
            lab.call("step");
            lab.page().waitForTimeout(100);
            lab.eval("window.requestAnimationFrame = frame_; frames_.forEach(f => requestAnimationFrame(f)); 0");
        });
        CHANGES.put(
                "weights that are NaN",
                lab -> lab.eval("steep.tensor('dense/bias').then(t => steep.setTensor(t.name, t.values.fill(NaN)))"));
        CHANGES.put("reset from them", lab -> lab.eval("steep.step().then(() => steep.reset())"));
    }

    private static Locator tile(LabPage lab, int place) {
        return lab.find(".tile, .tile-row").nth(place);
    }

    private static void replace(LabPage lab, String... pairs) {
        String recipe = (String) lab.call("recipe");
        String before = recipe;
        for (int i = 0; i < pairs.length; i += 2) {
            recipe = recipe.replace(pairs[i], pairs[i + 1]);
        }
        assertTrue(!recipe.equals(before), "nothing to replace in " + before);
        lab.call("load", recipe);
    }

    /** The recipe with another part. */
    private static void load(LabPage lab, String part) {
        String before = (String) lab.call("recipe");
        String name = part.replaceAll("[=(].*", "");
        String rest = Stream.of(before.split("/"))
                .filter(each -> !("/" + each).startsWith(name))
                .collect(Collectors.joining("/"));
        lab.call("load", rest + part);
        assertNotEquals(before, lab.call("recipe"));
    }

    private static String data(LabPage lab) {
        return ((String) lab.call("recipe")).split("/")[1];
    }

    /** All in the build that nearly everybody gets; what both have in common in the other one, too. */
    private static Stream<Arguments> scenes() {
        return Stream.concat(
                Stream.of(Scene.values()).map(scene -> Arguments.of(Build.WASM, scene)),
                Stream.of(Scene.DIGITS_AND_CURVES, Scene.CIRCLE_AND_BOUNDARY)
                        .map(scene -> Arguments.of(Build.JS, scene)));
    }

    /** Waits until everything is as it is; returns what is still wrong after a while. */
    private static Map<String, String> wrong(LabPage lab, Mirror mirror) {
        long end = System.nanoTime() + (long) (SOON_MS * 1e6);
        Map<String, String> wrong;
        do {
            lab.page().waitForTimeout(30);
            wrong = new Truth(lab, mirror).wrong(Drawn.on(lab));
        } while (!wrong.isEmpty() && System.nanoTime() < end);
        return wrong;
    }

    private static LabPage open(Build build, Scene scene) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + scene.recipe, 1400, 900);
        lab.eval("steep.ready");
        look(lab, scene);
        return lab;
    }

    private static LabPage lent(Build build, Scene scene) {
        LabPage lab = LabPage.lent(build, scene.recipe);
        lab.page().setViewportSize(1400, 900);
        look(lab, scene);
        return lab;
    }

    /** Other data may have no use for the tab, and then another is shown. */
    private static void look(LabPage lab, Scene scene) {
        lab.eval("(tab => tab.hidden || tab.ariaSelected === 'true' || tab.click())(document.getElementById('result-"
                + scene.tab.toLowerCase(Locale.ROOT) + "-tab'))");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyPictureShowsWhatIs(Build build, Scene scene) {
        List<String> faults = new ArrayList<>();
        try (LabPage lab = open(build, scene)) {
            Mirror mirror = new Mirror();
            wrong(lab, mirror).forEach((what, fault) -> faults.add("at first: " + what + " " + fault));
            lab.call("step");
            lab.page().waitForTimeout(100);
            var kinds =
                    Drawn.on(lab).pictures().stream().map(Drawn.Picture::kind).collect(Collectors.toSet());
            assertTrue(kinds.containsAll(scene.kinds), kinds + " are shown, not " + scene.kinds);
            CHANGES.forEach((name, change) -> {
                try {
                    change.on(lab);
                } catch (RuntimeException broken) {
                    throw new AssertionError("This could not be done: " + name + ". Before it: " + faults, broken);
                }
                look(lab, scene);
                wrong(lab, mirror).forEach((what, fault) -> faults.add("after " + name + ": " + what + " " + fault));
            });
        }
        assertEquals(List.of(), faults, faults.size() + " faults:\n" + String.join("\n", faults));
    }

    /** Frame by frame, while samples are chosen quickly and the network trains: each caption stands beside one picture only. */
    @ParameterizedTest
    @EnumSource
    void theSamplesCaptionIsThatOfItsPicture(Build build) {
        try (LabPage lab = lent(build, Scene.DIGITS_AND_CURVES)) {
            Object counts = lab.eval("""
                    (async () => {
                        const run = steep.train();
                        const seen = new Map();
                        for (let i = 0; i < 90 || i < 900 && seen.size < 6; i++) {
                            if (i % 3 === 0) document.querySelectorAll('.tile')[i * 7 % 12].click();
                            await new Promise(requestAnimationFrame);
                            const card = document.querySelector('.layer-card');
                            const caption = card.querySelector('.layer-head span').textContent;
                            if (!seen.has(caption)) seen.set(caption, new Set());
                            seen.get(caption).add(card.querySelector('canvas').toDataURL());
                        }
                        await steep.pause();
                        await run;
                        return [seen.size, new Set([...seen.values()].flatMap(s => [...s])).size,
                            Math.max(...[...seen.values()].map(s => s.size))];
                    })()""");
            List<?> three = (List<?>) counts;
            assertEquals(three.get(0), three.get(1), "captions, pictures");
            assertEquals(1, three.get(2), "pictures under one caption");
            assertTrue((Integer) three.get(0) > 3, three.get(0) + " samples were shown");
        }
    }

    /** The counts are those of the end of an epoch, and say so. */
    @ParameterizedTest
    @EnumSource
    void theConfusionSaysWhenItWasCounted(Build build) {
        try (LabPage lab = lent(build, Scene.DIGITS_AND_CONFUSION)) {
            Object wrong = lab.eval("""
                    (async () => {
                        const run = steep.train();
                        const said = new Set();
                        for (let i = 0; i < 60; i++) {
                            await new Promise(requestAnimationFrame);
                            said.add(document.querySelector('#result-confusion .confusion-note').textContent);
                        }
                        await steep.pause();
                        await run;
                        const steps = new Map((await steep.history()).map(e => [e.epoch, e.step]));
                        const read = [...said].map(s => s.replaceAll(',', '').match(/after (\\d+) steps? epoch (\\d+)/))
                            .filter(Boolean);
                        return [read.length, read.filter(r => steps.get(+r[2]) !== +r[1]).map(r => r[0])];
                    })()""");
            List<?> two = (List<?>) wrong;
            assertTrue((Integer) two.get(0) > 1, "said " + two.get(0) + " times");
            assertEquals(List.of(), two.get(1));
        }
    }

    /** Until the worker has answered, buttons of the network before are still there. */
    @ParameterizedTest
    @EnumSource
    void buttonsOfALayerThatIsGoneDoNothing(Build build) {
        try (LabPage lab = lent(build, Scene.CIRCLE_AND_BOUNDARY)) {
            lab.eval("(() => { const last = [...document.querySelectorAll('.layer-tools [aria-label^=Remove]')].at(-1);"
                    + "last.click(); last.click(); document.querySelectorAll('.layer-add')[3].click();"
                    + "const first = document.querySelectorAll('.layer-tools [aria-label^=Remove]')[0];"
                    + "first.click(); document.querySelector('.palette-item').click(); })()");
            lab.waitFor("document.querySelectorAll('.layer-card').length === 3");
            assertEquals(Map.of(), wrong(lab, new Mirror()));
        }
    }

    /** Two data sets that nothing tells apart but their numbers. */
    @ParameterizedTest
    @MethodSource("own")
    void otherNumbersOfTheSameShapeAreShown(Build build, int[] shape, String tab) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.page().setViewportSize(1400, 900);
            Mirror mirror = new Mirror();
            for (int seed = 1; seed <= 2; seed++) {
                int size = shape.length == 1 ? shape[0] : shape[0] * shape[1];
                float[] x = new float[40 * size];
                float[] y = new float[40];
                for (int i = 0; i < x.length; i++) {
                    x[i] = i < 2 * size ? i / size : (float) Math.abs(Math.sin(seed + i * i));
                }
                for (int i = 0; i < y.length; i++) {
                    y[i] = i % 2;
                }
                mirror.ownData(new Request.OwnData(x, shape, y, 0, List.of("a", "b")));
                lab.page()
                        .evaluate(
                                "([x, shape, y]) => steep.setData({x, xShape: shape, y, classes: ['a', 'b']})",
                                List.of(
                                        list(x),
                                        Stream.concat(
                                                        Stream.of(40),
                                                        Arrays.stream(shape).boxed())
                                                .toList(),
                                        list(y)));
                lab.eval("document.getElementById('result-" + tab + "-tab').click()");
                assertEquals(Map.of(), wrong(lab, mirror), "data set " + seed);
                tile(lab, 1).click();
                assertEquals(Map.of(), wrong(lab, mirror), "another sample of data set " + seed);
            }
        }
    }

    private static Stream<Arguments> own() {
        return Stream.of(Build.values())
                .flatMap(build -> Stream.of(
                        Arguments.of(build, new int[] {6, 6}, "curves"),
                        Arguments.of(build, new int[] {6, 6}, "predictions"),
                        Arguments.of(build, new int[] {2}, "boundary")));
    }

    private static List<Double> list(float[] values) {
        List<Double> list = new ArrayList<>();
        for (float value : values) {
            list.add((double) value);
        }
        return list;
    }
}
