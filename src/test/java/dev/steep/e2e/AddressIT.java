package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The address follows the experiment at a pace that every browser stands: WebKit throws after 100 calls in 30 seconds. */
class AddressIT {
    private static final String XOR = "1/data=xor/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy";

    private static LabPage counted(Build build) {
        LabPage lab = LabPage.blank(new NewContextOptions());
        lab.page()
                .addInitScript("window.calls = 0; for (const name of ['pushState', 'replaceState']) {"
                        + " const plain = history[name]; history[name] = function(...all) {"
                        + " calls++; return plain.apply(this, all); }; }");
        lab.start(Site.shared(), "index.html?build=" + build.name + "#" + XOR);
        lab.eval("steep.ready");
        return lab;
    }

    /** 150 movements of a slider, one each 10 ms or slower, before it is let go. */
    private static void slide(LabPage lab) {
        lab.eval("(async () => {"
                + "const slider = document.querySelector('.side-settings .knob-slider');"
                + "const before = await steep.recipe();"
                + "for (let i = 0; i < 150; i++) {"
                + "  slider.value = Number(slider.min) + (Number(slider.max) - slider.min) * ((i * 37 % 100) + 1) / 101;"
                + "  slider.dispatchEvent(new Event('input', {bubbles: true}));"
                + "  await new Promise(then => setTimeout(then, 10));"
                + "}"
                + "slider.dispatchEvent(new Event('change', {bubbles: true}));"
                + "if (await steep.recipe() === before) { throw new Error('the slider changes nothing'); }"
                + "})()");
    }

    private static void endsRight(LabPage lab) {
        lab.waitFor("steep.recipe().then(text => decodeURIComponent(location.hash) === '#' + text)");
    }

    @ParameterizedTest
    @EnumSource
    void aMovingSliderCallsAFewTimesASecond(Build build) {
        try (LabPage lab = counted(build)) {
            double began = lab.number("performance.now()");
            slide(lab);
            endsRight(lab);
            double seconds = (lab.number("performance.now()") - began) / 1000;
            double calls = lab.number("calls");
            assertTrue(calls > 2 && calls <= 3 + 2.6 * seconds, calls + " calls in " + seconds + " s");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBurstOfRecipesStaysBelowWhatWebKitAllows(Build build) {
        try (LabPage lab = counted(build)) {
            lab.eval("for (let i = 1; i <= 200; i++) { steep.load('" + XOR + "/seed=' + i).catch(() => {}); }");
            endsRight(lab);
            assertEquals(XOR + "/seed=200", lab.call("recipe"));
            assertTrue(lab.number("calls") < 100, lab.number("calls") + " calls");
            lab.page().goBack();
            lab.waitFor("steep.recipe().then(text => text !== '" + XOR + "/seed=200')");
            endsRight(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChangedLastSurvivesReloading(Build build) {
        try (LabPage lab = counted(build)) {
            slide(lab);
            Object recipe = lab.call("recipe");
            lab.reload();
            assertEquals(recipe, lab.call("recipe"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void backGoesToTheLastPlaceOfTheSlider(Build build) {
        try (LabPage lab = counted(build)) {
            slide(lab);
            Object recipe = lab.call("recipe");
            lab.call("load", XOR + "/seed=7");
            endsRight(lab);
            lab.page().goBack();
            lab.waitFor("steep.recipe().then(text => text === '" + recipe + "')");
            lab.page().goBack();
            lab.waitFor("steep.recipe().then(text => text !== '" + recipe + "')");
            lab.page().goForward();
            lab.page().goForward();
            lab.waitFor("steep.recipe().then(text => text === '" + XOR + "/seed=7')");
        }
    }
}
