package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a training came to: its curves as one looks at them, and how well classes are told apart. */
class ResultsIT {
    private static final String RECIPE =
            "1/data=digits(300)/Flatten/Dense(64,relu)/Dense(10,softmax)/fit(epochs=20)/optimizer=Adam(0.01)";

    /** Counts the sounds that are made: a stand-in for Web Audio, put there before the button is pressed. */
    private static final String EAR = """
            () => { window.made = 0; window.heard = [];
                const level = pitch => ({value: 0, setValueAtTime() {}, setTargetAtTime(x) { if (pitch) heard.push(x); }});
                window.AudioContext = class { constructor() { made++; this.currentTime = 0; this.destination = {}; }
                    createOscillator() { return {frequency: level(true), connect() {}, start() {}}; }
                    createGain() { return {gain: level(false), connect() {}}; }
                    resume() {} suspend() {} }; }""";

    private static LabPage open(Build build) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RECIPE, 1400, 900);
        lab.eval("steep.ready");
        return lab;
    }

    private static void nothingIsWrong(LabPage lab) {
        Map<String, String> wrong = Map.of();
        for (int i = 0; i < 100; i++) {
            wrong = new Truth(lab, new Mirror()).wrong(Drawn.on(lab));
            if (wrong.isEmpty()) {
                return;
            }
            lab.page().waitForTimeout(30);
        }
        assertEquals(Map.of(), wrong);
    }

    /** Its axis turned to powers of ten while it still began at 0, and looked for the first of them for ever. */
    @ParameterizedTest
    @EnumSource
    void aLearningRateThatFallsFarWhileOneLooksDoesNotFreezeThePage(Build build) {
        try (LabPage lab = LabPage.lent(build, "1/data=circle(200)/Dense(2)/Dense(2,softmax)/optimizer=SGD(0.1)")) {
            lab.call("train", Map.of("epochs", 1));
            lab.call("load", "1/data=circle(200)/Dense(2)/Dense(2,softmax)/optimizer=SGD(0.01)");
            lab.call("train", Map.of("epochs", 1));
            lab.waitFor("[...document.querySelectorAll('#result-curves .chart')].filter(each => each.offsetWidth > 0"
                    + " && each.innerText.startsWith('Learning rate')).length === 1");
            lab.call("load", "1/data=circle(200)/Dense(2)/Dense(2,softmax)/optimizer=SGD(1e-4)");
            for (int epoch = 3; epoch <= 6; epoch++) {
                lab.call("train", Map.of("epochs", 1));
                lab.eval("new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then)))");
                assertEquals(epoch, lab.eval("steep.history().then(all => all.length)"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void curvesAreZoomedSmoothedAndHeard(Build build) {
        try (LabPage lab = open(build)) {
            lab.page().evaluate(EAR);
            lab.call("train");
            lab.waitFor("document.querySelector('.curves-said').textContent.startsWith('Best epoch: ')");
            @SuppressWarnings("unchecked") // of JavaScript, plain objects
            List<Number> best = (List<Number>)
                    lab.eval(
                            "steep.history().then(all => all.reduce((a, b) => b.val_loss < a.val_loss ? b : a)).then(e => [e.epoch, e.val_loss])");
            String said = lab.find(".curves-said").innerText();
            assertTrue(said.startsWith("Best epoch: " + best.get(0) + ", with a validation loss of 0."), said);

            lab.find("#result-curves .u-over").first().scrollIntoViewIfNeeded();
            BoundingBox plot = lab.find("#result-curves .u-over").first().boundingBox();
            Mouse mouse = lab.page().mouse();
            mouse.move(plot.x + plot.width / 4, plot.y + 50);
            mouse.down();
            mouse.move(plot.x + plot.width / 2, plot.y + 60);
            mouse.up();
            lab.waitFor("!document.querySelector('.chart-whole').hidden");
            lab.page().keyboard().press("Escape");
            lab.waitFor("document.querySelector('.chart-whole').hidden");
            assertEquals(20, ((Number) lab.eval("steep.history().then(all => all.length)")).intValue());

            lab.find(".chart-more").click();
            Locator smoothing = lab.find("#curves-smoothing");
            smoothing.focus();
            lab.page().keyboard().press("ArrowRight");
            assertEquals("0.01", lab.find(".curve-options output").innerText());

            assertEquals(0, lab.page().evaluate("window.made"), "there is a sound before anybody asked for it");
            lab.button("sound").click();
            lab.call("train", Map.of("epochs", 1));
            assertEquals(1, lab.page().evaluate("window.made"));
            assertTrue((Boolean) lab.page().evaluate("heard.length > 0 && heard.every(x => x >= 55 && x < 440)"));
            nothingIsWrong(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void classesAreToldApart(Build build) {
        try (LabPage lab = open(build)) {
            lab.call("show", "roc");
            lab.call("train", Map.of("epochs", 2));
            lab.waitFor("document.querySelector('.roc .confusion-note').textContent.includes('epoch 2')");
            nothingIsWrong(lab);
            String before = lab.find(".roc-words").innerText();
            lab.find("#roc-threshold").focus();
            lab.page().keyboard().press("ArrowRight");
            lab.waitFor(
                    "document.querySelector('.roc-words').textContent !== " + '"' + before.replace("\"", "\\\"") + '"');
            nothingIsWrong(lab);
            lab.find("#roc-class").selectOption("7");
            lab.find("#result-roc .segment").getByText("training").click();
            lab.find("#result-roc").getByText("table").click();
            lab.waitFor("document.querySelectorAll('#result-roc .roc-tables tbody tr').length > 15");
            nothingIsWrong(lab);

            lab.call("show", "pca");
            lab.waitFor(
                    "document.querySelector('#result-pca .pca-axis').textContent.includes('60 validation samples')");
            nothingIsWrong(lab);
            lab.find(".point-cloud[data-picture=pca]").focus();
            lab.page().keyboard().press("ArrowRight");
            lab.page().keyboard().press("ArrowUp");
            String pointed = lab.find("#result-pca .pca-pointed").innerText();
            lab.page().keyboard().press("Enter");
            String sample = pointed.substring(0, pointed.indexOf(':'));
            lab.waitFor("document.querySelector('.layer-head span').textContent === '" + sample + "'");
            nothingIsWrong(lab);
            lab.find("#pca-layer").selectOption("input");
            lab.call("train", Map.of("epochs", 1));
            lab.waitFor("document.querySelector('#result-pca .confusion-note').textContent.includes('epoch 3')");
            nothingIsWrong(lab);
            assertFalse(lab.find("#result-pca .pca-axis").innerText().isEmpty());
        }
    }

    /** Why, Try it and Draw: each tells of the present weights, by keyboard too. */
    @ParameterizedTest
    @EnumSource
    void aPredictionIsExplained(Build build) {
        try (LabPage lab = open(build)) {
            lab.call("show", "why");
            lab.call("train", Map.of("epochs", 1));
            lab.waitFor("document.querySelector('#result-why .confusion-note').textContent.includes('epoch 1')");
            nothingIsWrong(lab);
            lab.find("#why-class").selectOption("7");
            lab.waitFor(
                    "[...document.querySelectorAll('#result-why .why-said')].filter(e => e.textContent.includes('of 7')).length === 2");
            nothingIsWrong(lab);

            lab.call("show", "try");
            lab.waitFor("document.querySelector('#result-try .chart').textContent.includes('Confidence in')");
            String before = lab.find("#result-try .bars").innerText();
            lab.find("#try-3").focus();
            for (int i = 0; i < 12; i++) {
                lab.page().keyboard().press("ArrowRight");
            }
            lab.waitFor("document.querySelector('#result-try .bars').innerText !== "
                    + '"'
                    + before.replace("\n", "\\n")
                    + '"');
            lab.waitFor("document.querySelector('[for=try-3]~output, output[for=try-3]').textContent === '60°'");
            nothingIsWrong(lab);

            lab.call("show", "draw");
            lab.find(".pad-sheet").focus();
            lab.page().keyboard().press("Space");
            for (int i = 0; i < 8; i++) {
                lab.page().keyboard().press("ArrowDown");
            }
            lab.waitFor("document.querySelector('#result-draw b').textContent === 'your drawing'");
            lab.waitFor("document.querySelector('.layer-head span').textContent === 'your drawing'");
            lab.waitFor(
                    "document.querySelector('#result-draw .best .bar-figure').textContent"
                            + " === document.querySelector('.network .best .bar-figure, .layer-card .best .bar-figure').textContent");
        }
    }
}
