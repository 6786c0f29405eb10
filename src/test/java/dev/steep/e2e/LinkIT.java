package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The address is the experiment: it survives reloading and going back, and a broken one still opens, and says so. */
class LinkIT {
    private static final String XOR = "1/data=xor/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy";
    private static final String DIGITS = "1/data=digits(100)/Flatten/Dense(10,softmax)";

    private static final List<String> HOSTILE = List.of(
            "%",
            "%E0%A4%A",
            "hello",
            "1/",
            "1/////",
            "999/Dense(3)",
            "1/Dense(99999999999)",
            "1/Dense(-1)",
            "1/Dense(NaN)/Dense(1e308)",
            "1/Gelux(3)/Dense(10,activation=nonesuch)",
            "1/data=digits(size=1e9)",
            "1/data=file(secret.csv)/Dense(1)",
            "1/((((((((((",
            "1/Dense(10))))))",
            "1/__proto__/constructor=3/toString",
            "1/Dense(<img src=x onerror=alert(1)>)",
            "1/data=xor/Dense(4,formula('<img src=x onerror=alert(1)>'))/Dense(1,sigmoid)",
            "1/data=xor/Dense(4,formula('" + "(".repeat(900) + "'))/Dense(1,sigmoid)",
            "1/data=xor/Dense(4,formula('" + "x*".repeat(499) + "x'))/Dense(1,sigmoid)",
            "1/data=xor/Dense(4,formula(max(0,x)^2))/Dense(1,sigmoid)",
            "1/data=%3Cscript%3Ealert(1)%3C/script%3E",
            "1/" + "Dense(3)/".repeat(300),
            "1/" + "(".repeat(15_000),
            "1/loss=/optimizer=/fit(/seed=x",
            "1/%00%01%F0%9F%8D%B5");

    @ParameterizedTest
    @EnumSource
    void hostileLinksOpenWithNotices(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.page().onDialog(dialog -> {
                throw new AssertionError("The link ran a script: " + dialog.message());
            });
            lab.eval("window.said = []; steep.on('error', e => said.push(e.message));"
                    + "steep.on('notice', e => said.push(e.message)); 0");
            for (String link : HOSTILE) {
                lab.eval("said.length = 0; location.hash = " + quoted(link) + "; 0");
                lab.eval("steep.ready.then(() => steep.history())");
                Object recipe = lab.call("recipe");
                assertTrue(String.valueOf(recipe).startsWith("1/data="), link + " became " + recipe);
                assertTrue(lab.find("body").innerText().length() > 20, link + " leaves nothing to see");
            }
            lab.call("load", DIGITS);
            assertEquals(4, lab.eval("steep.train({steps: 4}).then(() => steep.stepLosses()).then(l => l.length)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownLayerIsNamed(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            Map<?, ?> outcome =
                    (Map<?, ?>) lab.call("load", "1/data=xor/Gelux(3)/Dense(1,sigmoid)/loss=binary_crossentropy");
            assertTrue(String.valueOf(outcome.get("notices")).contains("Gelux"), outcome.toString());
            assertEquals(List.of(), outcome.get("problems"));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @ParameterizedTest
    @EnumSource
    void reloadingRestoresTheExperiment(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + XOR)) {
            lab.eval("steep.ready");
            assertEquals(XOR, lab.call("recipe"));
            lab.call("load", DIGITS);
            lab.page().reload();
            lab.waitFor("document.querySelector('html[data-build]')");
            lab.eval("steep.ready");
            assertEquals(DIGITS, lab.call("recipe"));
            assertEquals(List.of(784, 10), lab.eval("steep.tensor('dense/kernel').then(t => t.shape)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void backAndForwardWork(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + XOR)) {
            lab.eval("steep.ready");
            lab.call("load", DIGITS);
            lab.eval("history.back()");
            lab.waitFor("steep.recipe().then(text => text === " + quoted(XOR) + ")");
            assertEquals(List.of(2, 4), lab.eval("steep.tensor('dense/kernel').then(t => t.shape)"));
            lab.eval("history.forward()");
            lab.waitFor("steep.recipe().then(text => text === " + quoted(DIGITS) + ")");
            assertEquals(List.of(784, 10), lab.eval("steep.tensor('dense/kernel').then(t => t.shape)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotUnderstoodIsSaidEvenIfNothingChanges(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + XOR)) {
            lab.eval("steep.ready");
            lab.eval("location.hash = " + quoted("#" + XOR + "/Nonesuch(3)"));
            lab.page().getByText("Nonesuch").first().waitFor();
            assertEquals(XOR, lab.eval("steep.recipe()"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKernelLargerThanItsImageSaysSo(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            Map<?, ?> outcome =
                    (Map<?, ?>) lab.call("load", "1/data=digits(100)/Conv2D(4,29)/Flatten/Dense(10,softmax)");
            String problem = String.valueOf(outcome.get("problems"));
            assertTrue(problem.contains("29") && problem.contains("28"), problem);
            String refused = (String) lab.eval("steep.train({steps: 1}).then(() => '', e => e.message)");
            assertFalse(refused.isEmpty());
            assertTrue(problem.contains(refused), refused);
            lab.page().getByText("28").first().waitFor();
            String page = lab.find("body").innerText();
            assertTrue(page.contains(refused), "The page does not show: " + refused);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageAroundAFrameCallsByMessages(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("window.heard = []; addEventListener('message', e => e.data.steep && heard.push(e.data.steep));"
                    + "window.frame = document.createElement('iframe');"
                    + "frame.src = 'embed.html?build=" + build.name + "#" + DIGITS
                    + "'; document.body.append(frame); 0");
            lab.waitFor("heard.some(m => m.event === 'ready') && heard.some(m => m.event === 'height')");
            assertTrue(lab.number("heard.find(m => m.event === 'height').value.height") > 0);
            lab.eval("frame.contentWindow.postMessage({steep: {id: 'a', call: 'train', args: [{epochs: 1}]}}, '*')");
            lab.waitFor("heard.some(m => m.id === 'a')");
            assertEquals(1, lab.eval("heard.find(m => m.id === 'a').result.length"));
            assertEquals(1, lab.eval("heard.find(m => m.event === 'epoch').value.epoch"));
            lab.eval("frame.contentWindow.postMessage({steep: {id: 'b', call: 'tensor', args: ['no']}}, '*')");
            lab.waitFor("heard.some(m => m.id === 'b' && typeof m.error === 'string')");
            lab.eval("frame.contentWindow.postMessage({steep: {id: 'c', call: 'constructor'}}, '*')");
            lab.waitFor("heard.some(m => m.id === 'c' && m.error.includes('constructor'))");
        }
    }
}
