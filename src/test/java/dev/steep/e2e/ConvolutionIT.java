package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import dev.steep.ui.results.LectureConvolution;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Convolutions that can be followed number by number: the lecture's, and those of one's own network. */
class ConvolutionIT {
    private static final String NETWORK =
            "#1/data=digits(60)/Conv2D(3,3,strides=2,padding=same,activation=relu)/Conv2D(2,(2,3))/MaxPooling2D/Flatten"
                    + "/Dense(10,softmax)/seed=3";

    private static float[] result(LabPage lab) {
        List<?> texts = (List<?>) lab.eval(
                "[...document.querySelectorAll('.convolution .grid-table td')].map(e => e.textContent).filter(e => /^[−0-9]/.test(e))");
        return LectureConvolution.numbers(String.join(" ", texts.toArray(new String[0])).replace('−', '-'));
    }

    @ParameterizedTest
    @EnumSource
    void theLecturesTablesComeOutOnScreenAndCanBeChanged(Build build) {
        try (LabPage lab =
                LabPage.open(Site.shared(), "index.html?view=convolution&build=" + build.name + NETWORK, 1400, 900)) {
            lab.eval("steep.ready");
            lab.find(".convolution .grid-table td").last().waitFor();
            assertArrayEquals(LectureConvolution.numbers(LectureConvolution.RESULTS.get(0)), result(lab));
            lab.find(".convolution select[aria-label=Kernel]").selectOption("corners (lecture's second)");
            assertArrayEquals(LectureConvolution.numbers(LectureConvolution.RESULTS.get(1)), result(lab));

            Keyboard keys = lab.page().keyboard();
            lab.find(".convolution .grid-table").focus();
            keys.press("ArrowRight");
            keys.press("ArrowDown");
            String words = lab.find(".convolution-words").innerText();
            assertEquals("Row 2, column 2: 0·1 + 2·1 + 2·1 + 2·1 = 6.00", words);
            assertEquals(9, lab.find(".convolution .sheet-number.picked").count());

            Locator first = lab.find(".convolution .sheet-number").first();
            first.fill("7");
            assertEquals(9, result(lab)[0]);
            first.fill("seven");
            assertEquals("true", first.getAttribute("aria-invalid"));
            assertEquals(9, result(lab)[0]);

            lab.button("Lecture's image").click();
            lab.button("max pooling").click();
            assertEquals(49, result(lab).length);
            lab.find("[data-setting=Strides]").getByText("2").click();
            assertEquals(16, result(lab).length);
            float[] before = result(lab);
            lab.button("Shift by a pixel →").click();
            float[] after = result(lab);
            int same = 0;
            for (int i = 0; i < 16; i++) {
                same += before[i] == after[i] ? 1 : 0;
            }
            assertTrue(lab.find(".convolution .grid-note").last().innerText().startsWith(same + " of 16"));
        }
    }

    /** For a number of a map: the sum and the bias that the page names make the tensor's number. */
    @ParameterizedTest
    @EnumSource
    void everyNumberOfAMapIsExplained(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + NETWORK, 1400, 900)) {
            lab.eval("steep.ready.then(() => steep.train({steps: 5}))");
            lab.waitFor("document.querySelectorAll('.glimpse.unknown').length === 0");
            for (int[] place : new int[][] {{0, 0, 0}, {1, 4, 5}, {1, 12, 11}}) {
                follow(lab, "conv2d_1", 2, place);
                assertTrue(lab.find(".lens-channel").count() == 3, "one line for each channel");
            }
            follow(lab, "conv2d", 3, new int[] {2, 13, 13});
            assertTrue(lab.find(".lens-table td.padding").count() > 0, "padding is drawn");
            follow(lab, "max_pooling2d", 2, new int[] {1, 2, 3});
            assertEquals(1, lab.find(".lens-table td.counts").count());
        }
    }

    private static void follow(LabPage lab, String layer, int maps, int[] place) {
        lab.find("[aria-label='feature maps of " + layer + ", large with its numbers']")
                .evaluate("button => button.click()");
        lab.find(".enlarged .grid-table td").last().waitFor();
        lab.find(".enlarged .grid-tile").nth(place[0]).click();
        lab.find(".enlarged .grid-table tbody tr")
                .nth(place[1])
                .locator("td")
                .nth(place[2])
                .click();
        lab.find(".lens-title")
                .getByText("Row " + (place[1] + 1) + ", column " + (place[2] + 1) + " of map " + (place[0] + 1))
                .waitFor();
        String fault = (String) lab.eval("(async () => {"
                + "const {shape, values} = await steep.tensor((await steep.tensors()).map(t => t.name)"
                + ".filter(name => name === '" + layer + "/output' || name === '" + layer + "/activation')[0]);"
                + "const width = shape.at(-2);"
                + "const value = values[(" + place[1] + " * width + " + place[2] + ") * " + maps + " + " + place[0] + "];"
                + "const words = document.querySelector('.lens-sum').textContent.replaceAll('−', '-');"
                + "const numbers = words.match(/-?[0-9.]+(e-?[0-9]+)?/g).map(Number);"
                + "const close = (a, b) => Math.abs(a - b) <= Math.max(2e-4, 0.011 * Math.abs(b));"
                + "const said = numbers.at(-1);"
                + "const sum = words.includes('bias') ? numbers.at(words.includes('→') ? -2 : -1) : said;"
                + "const real = words.includes('relu') ? Math.max(0, sum) : sum;"
                + "return close(said, value) && close(real, value) ? '' : words + ', is ' + value; })()");
        assertEquals("", fault);
        lab.page().keyboard().press("Escape");
    }
}
