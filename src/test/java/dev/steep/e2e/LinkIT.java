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

    /** A link, and what the page has to say of it; nothing if all of it means something. */
    private record Hostile(String link, String said) {}

    private static final List<Hostile> HOSTILE = List.of(
            new Hostile("%", "it should begin with \"1/\""),
            new Hostile("%E0%A4%A", "it should begin with \"1/\""),
            new Hostile("hello", "not with \"hello\""),
            new Hostile("1/", ""),
            new Hostile("1/////", ""),
            new Hostile("999/Dense(3)", "version \"999\""),
            new Hostile("1/Dense(99999999999)", "\"99999999999\""),
            new Hostile("1/Dense(-1)", "\"-1\""),
            new Hostile("1/Dense(NaN)/Dense(1e308)", "\"1e308\""),
            new Hostile("1/Gelux(3)/Dense(10,activation=nonesuch)", "\"Gelux(3)\""),
            new Hostile("1/data=digits(size=1e9)", "\"1e9\""),
            new Hostile("1/data=file(secret.csv)/Dense(1)", ""),
            new Hostile("1/((((((((((", "10 opening brackets are never closed"),
            new Hostile("1/Dense(10))))))", "\")))))\" after \"Dense(10)\""),
            new Hostile("1/__proto__/constructor=3/toString", "\"constructor=3\""),
            new Hostile("1/Dense(<img src=x onerror=alert(1)>)", "\"<img src=x onerror\" of Dense"),
            new Hostile("1/data=xor/Dense(4,formula('<img src=x onerror=alert(1)>'))/Dense(1,sigmoid)", "\"<img src=x"),
            new Hostile("1/data=xor/Dense(4,formula('" + "(".repeat(900) + "'))/Dense(1,sigmoid)", "goes wrong at"),
            new Hostile("1/data=xor/Dense(4,formula('" + "x*".repeat(499) + "x'))/Dense(1,sigmoid)", ""),
            new Hostile("1/data=xor/Dense(4,formula(max(0,x)^2))/Dense(1,sigmoid)", "stands in apostrophes"),
            new Hostile("1/data=%3Cscript%3Ealert(1)%3C/script%3E", "There is no data set \"<script>alert(1)\""),
            new Hostile("1/" + "Dense(3)/".repeat(300), "236 parts of the experiment are not used"),
            new Hostile("1/" + "(".repeat(15_000), "opening brackets are never closed"),
            new Hostile("1/loss=/optimizer=/fit(/seed=x", "The seed \"x\""),
            new Hostile("1/%00%01%F0%9F%8D%B5", "There is no layer \"\uFFFD\uFFFD\ud83c\udf75\""));

    @ParameterizedTest
    @EnumSource
    void hostileLinksOpenWithNotices(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.page().onDialog(dialog -> {
                throw new AssertionError("The link ran a script: " + dialog.message());
            });
            lab.eval("window.said = []; steep.on('error', e => said.push(e.message));"
                    + "steep.on('notice', e => said.push(e.message)); 0");
            for (Hostile hostile : HOSTILE) {
                lab.eval("said.length = 0; location.hash = " + quoted(hostile.link) + "; 0");
                lab.eval("steep.ready.then(() => steep.history())");
                Object recipe = lab.call("recipe");
                String said = String.valueOf(lab.eval("said.join(' ')"));
                assertTrue(said.contains(hostile.said), hostile.link + " should say " + hostile.said + ": " + said);
                assertTrue(said.length() < 3000, hostile.link + " says too much: " + said);
                assertEquals(
                        true, lab.eval("said.length === new Set(said).size"), hostile.link + " says twice: " + said);
                assertTrue(String.valueOf(recipe).startsWith("1/data="), hostile.link + " became " + recipe);
                assertTrue(lab.find("body").innerText().length() > 20, hostile.link + " leaves nothing to see");
            }
            lab.call("load", DIGITS);
            assertEquals(4, lab.eval("steep.train({steps: 4}).then(() => steep.stepLosses()).then(l => l.length)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownLayerIsNamed(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
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
            lab.reload();
            assertEquals(DIGITS, lab.call("recipe"));
            assertEquals(List.of(784, 10), lab.eval("steep.tensor('dense/kernel').then(t => t.shape)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void backAndForwardWork(Build build) {
        try (LabPage lab = LabPage.lent(build, XOR)) {
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
        try (LabPage lab = LabPage.lent(build, XOR)) {
            lab.eval("location.hash = " + quoted("#" + XOR + "/Nonesuch(3)"));
            lab.page().getByText("Nonesuch").first().waitFor();
            assertEquals(XOR, lab.eval("steep.recipe()"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKernelLargerThanItsImageSaysSo(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
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
