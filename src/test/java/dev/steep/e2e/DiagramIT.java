package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network as a diagram: its numbers are the engine's, and are changed by hand. */
class DiagramIT {
    private static final String PLANE = "#1/data=circle(100)/prepare(signed)/Dense(6,tanh)/Dropout(0.5)/Dense(3,tanh)"
            + "/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.02)/fit(10,60)";
    private static final String IMAGES = "#1/data=digits(60)/Conv2D(3,3,padding=same,activation=relu)/MaxPooling2D"
            + "/Flatten/Dense(12,relu)/Dense(10,softmax)/fit(10,3)";

    private static LabPage open(Build build, String experiment) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + experiment, 1400, 1000);
        lab.eval("steep.ready");
        lab.find(".panel-choice .segment[data-word=diagram]").click();
        lab.find(".diagram-surface .diagram-head").first().waitFor();
        return lab;
    }

    /** Everything that the page shows is what it should show for the numbers of now. */
    private static void isTrue(LabPage lab) {
        Map<String, String> wrong = Map.of();
        for (int tries = 0; tries < 50; tries++) {
            wrong = new Truth(lab, new Mirror()).wrong(Drawn.on(lab));
            if (wrong.isEmpty()) {
                return;
            }
            lab.page().waitForTimeout(100);
        }
        assertEquals(Map.of(), wrong);
    }

    private static double number(LabPage lab, String expression) {
        return ((Number) lab.eval(expression)).doubleValue();
    }

    private static List<?> kinds(LabPage lab) {
        return Drawn.on(lab).pictures().stream().map(Drawn.Picture::kind).toList();
    }

    @ParameterizedTest
    @EnumSource
    void neuronsShowTheEnginesNumbersAndAreChangedByHand(Build build) {
        try (LabPage lab = open(build, PLANE)) {
            isTrue(lab);
            assertEquals( // a pointer may come before the first numbers do
                    "dense unit 2", lab.eval("""
                            new Promise(done => {
                                const surface = document.querySelector('.diagram-surface');
                                new MutationObserver((records, observer) => {
                                    observer.disconnect();
                                    const neuron = document.querySelector(".neuron[data-column='1'][data-unit='1']");
                                    neuron.dispatchEvent(new MouseEvent('pointerover', {bubbles: true}));
                                    done(neuron.ariaLabel);
                                }).observe(surface, {childList: true, subtree: true});
                                steep.set('data.noise', 0.2);
                            })"""));
            isTrue(lab);
            lab.eval("steep.train({epochs: 2})");
            isTrue(lab);
            assertTrue(
                    kinds(lab).containsAll(List.of("neuron-planes", "wires")),
                    kinds(lab).toString());

            assertEquals(
                    lab.eval("steep.tensor('dropout/mask').then(t => [...t.values].slice(0, 6).map(x => x === 0))"),
                    lab.eval("[...document.querySelectorAll(\".neuron[data-column='1']\")]"
                            + ".map(b => b.classList.contains('dropped'))"));

            lab.find(".neuron[data-column='2'][data-unit='1']").click();
            Locator weight = lab.find(".diagram-form [aria-label=weight]");
            lab.find(".diagram-form select").selectOption("dense unit 5");
            weight.fill("-4");
            weight.press("Enter");
            lab.waitFor("steep.tensor('dense_1/kernel').then(t => t.values[4 * 3 + 1] === -4)");
            lab.find(".diagram-form [aria-label=bias]").fill("0.25");
            lab.find(".diagram-form [aria-label=bias]").press("Enter");
            lab.waitFor("steep.tensor('dense_1/bias').then(t => t.values[1] === 0.25)");
            isTrue(lab);
            assertEquals(
                    5,
                    Double.parseDouble(lab.find(".wire.chosen").getAttribute("stroke-width")),
                    "the largest weight is the thickest line");

            lab.find(".wire-press[data-column='1'][data-index='8']").dispatchEvent("click");
            assertEquals("y", lab.find(".diagram-form select").evaluate("s => s.selectedOptions[0].textContent"));
            assertTrue(lab.find(".diagram-said").innerText().startsWith("dense unit 3 gives "));
            assertEquals(
                    number(lab, "steep.tensor('dense/kernel').then(t => t.values[8])"),
                    Double.parseDouble(weight.inputValue()),
                    1e-4);

            lab.find(".neuron[data-column='1'][data-unit='2']").focus();
            lab.page().keyboard().press("ArrowRight");
            lab.page().keyboard().press("ArrowLeft");
            lab.page().keyboard().press("ArrowUp");
            lab.page().keyboard().press("Enter");
            assertTrue(lab.find(".diagram-said").innerText().startsWith("dense unit "));
            lab.find(".neuron[data-column='1'][data-unit='2']").focus();
            lab.page().keyboard().press("ArrowDown");
            lab.page().keyboard().press("Enter");
            assertTrue(lab.find(".diagram-said").innerText().startsWith("dense unit 4 gives "));
            lab.button("How it comes about").click();
            lab.find("#result-backprop .pass-title").waitFor();
            lab.waitFor("document.querySelector('.pass-unit[aria-pressed=true]') !== null");
            assertTrue(
                    lab.find(".pass-unit[aria-pressed=true]")
                            .getAttribute("aria-label")
                            .contains("dense"),
                    lab.find(".pass-unit[aria-pressed=true]").getAttribute("aria-label"));

            lab.button("One more in dense_1").click();
            lab.waitFor("document.querySelectorAll(\".neuron[data-column='2']\").length === 4");
            assertTrue(lab.eval("steep.recipe()").toString().contains("Dense(4,tanh)"));
            isTrue(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void imagesAreVolumesWithTheWindowOverThem(Build build) {
        try (LabPage lab = open(build, IMAGES)) {
            lab.eval("steep.train({steps: 3})");
            isTrue(lab);
            assertTrue(
                    kinds(lab).containsAll(List.of("volume", "neurons", "wires", "units")),
                    kinds(lab).toString());
            assertEquals(4, lab.find(".diagram-window").count());
            double pixel = number(lab, "document.querySelector('.volume canvas').getBoundingClientRect().width / 28");
            assertEquals(
                    3 * pixel,
                    number(lab, "document.querySelector('.diagram-window').getBoundingClientRect().width"),
                    0.1);

            lab.find(".diagram-under")
                    .getByText("1–8 of 12", new Locator.GetByTextOptions().setExact(true))
                    .waitFor();
            lab.find("[aria-label='Units after of dense']").click();
            assertEquals("4", lab.find(".neuron[data-column='4']").first().getAttribute("data-unit"));
            isTrue(lab);

            lab.find(".volume").nth(1).click();
            lab.find("dialog[open] .number-grid, dialog[open] table").first().waitFor();
            lab.page().keyboard().press("Escape");
            lab.find(".panel-choice .segment[data-word=cards]").click();
            lab.find(".layer-card").first().waitFor();
            assertTrue(!kinds(lab).contains("volume"), "what is away asks for nothing");
        }
    }
}
