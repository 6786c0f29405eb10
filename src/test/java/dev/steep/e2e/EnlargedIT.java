package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures opened large: every number in their tables is that of the tensor. */
class EnlargedIT {
    private static final String RECIPE = "#1/data=digits(60)/Conv2D(3,3,activation=relu)/Conv2D(2,3)/BatchNormalization"
            + "/MaxPooling2D/Dropout(0.5)/Flatten/Dense(30,tanh)/Dense(10,softmax)/seed=3";

    /**
     * Chooses every tile and channel of the picture that is open, and compares each number with those of the tensor, which are given row
     * by row; counts them.
     */
    private static final String COMPARE = """
            (async () => {
                const dialog = document.querySelector('.enlarged');
                const read = text => text.trim() === '' ? NaN : Number(text.replace('−', '-').replaceAll(',', ''));
                const name = dialog.querySelector('.grid-table').dataset.wish.slice('tensor '.length);
                const {shape, values} = await steep.tensor(name);
                const batched = /kernel|bias|gamma|beta|moving/.test(name) ? 1 : shape[0];
                const numbers = [...values.subarray(0, values.length / batched)];
                const shown = [];
                const tiles = [...dialog.querySelectorAll('.grid-tile')];
                const channels = [...dialog.querySelectorAll('select[aria-label=Channel] option')];
                for (let tile = 0; tile < Math.max(1, tiles.length); tile++) {
                    tiles[tile]?.click();
                    for (let channel = 0; channel < Math.max(1, channels.length); channel++) {
                        const select = dialog.querySelector('select[aria-label=Channel]');
                        select.selectedIndex = channel;
                        select.dispatchEvent(new Event('change'));
                        const rows = [...dialog.querySelectorAll('tbody tr')];
                        const end = Date.now() + 10000;
                        while (!rows[0].querySelector('td').textContent) {
                            if (Date.now() > end) throw new Error(name + ': no numbers');
                            await new Promise(requestAnimationFrame);
                        }
                        shown.push(rows.map(row => [...row.querySelectorAll('td')].map(cell => read(cell.textContent))));
                    }
                }
                const flat = shown.flat(2).filter(each => !Number.isNaN(each));
                const close = (a, b) => Math.abs(a - b) <= Math.max(6e-5, 0.006 * Math.abs(b));
                const sorted = all => [...all].sort((a, b) => a - b);
                const one = sorted(flat), other = sorted(numbers);
                if (one.length !== other.length) return name + ': ' + one.length + ' numbers, not ' + other.length;
                const wrong = one.findIndex((each, i) => !close(each, other[i]));
                return wrong < 0 ? '' : name + ': ' + one[wrong] + ', not ' + other[wrong];
            })()""";

    @ParameterizedTest
    @EnumSource
    void everyPictureOpensLargeWithItsNumbers(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + RECIPE)) {
            lab.eval("steep.ready.then(() => steep.train({steps: 3}))");
            lab.waitFor("document.querySelectorAll('.glimpse.unknown').length === 0");
            Set<String> seen = new HashSet<>();
            for (Locator open : lab.find(".glimpse-open").all()) {
                open.evaluate("button => button.click()");
                lab.find(".enlarged .number-table").waitFor();
                seen.add(lab.find(".enlarged .grid-table").getAttribute("data-wish").substring("tensor ".length()));
                assertEquals("", lab.eval(COMPARE));
                assertTrue(lab.find(".enlarged-moment").innerText().startsWith("epoch 0, step 3"));
                lab.page().keyboard().press("Escape");
                lab.find(".enlarged").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            }
            assertTrue(
                    seen.containsAll(List.of("conv2d/kernel", "conv2d_1/kernel", "dense_1/kernel")), seen.toString());
            assertTrue(seen.size() >= 10, seen.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void byMouseAndKeyboardAndLiveWhileItTrains(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + RECIPE)) {
            lab.eval("steep.ready");
            Keyboard keys = lab.page().keyboard();
            lab.find(".layer-head").nth(1).focus();
            keys.press("ArrowDown");
            assertEquals("kernels of conv2d, large with its numbers", lab.eval("document.activeElement.ariaLabel"));
            keys.press("Enter");
            lab.find(".enlarged .number-table td").last().waitFor();
            String before = lab.find(".enlarged .number-table").innerText();
            lab.eval("steep.train({steps: 5})");
            lab.find(".enlarged-moment").getByText("step 5").waitFor();
            assertTrue(!before.equals(lab.find(".enlarged .number-table").innerText()));
            lab.find(".enlarged .grid-tile").first().focus();
            keys.press("ArrowRight");
            keys.press("Enter");
            lab.find(".enlarged .grid-place").getByText("kernel 2").waitFor();
            keys.press("Escape");
            lab.waitFor("document.activeElement.matches('.glimpse-open')");
            keys.press("ArrowUp");
            assertEquals("layer0", lab.eval("document.activeElement.dataset.focus"));
            lab.find(".glimpse canvas").nth(2).click();
            lab.find(".enlarged .dialog-title")
                    .getByText("feature maps of conv2d")
                    .waitFor();
        }
    }
}
