package dev.steep.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page of another origin around the lab learns nothing of data that the student opened, unless the student agrees. */
class FramesIT {
    private static final String XOR =
            "1/data=xor/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(10,epochs=2)";

    private static final String ENDLESS =
            "1/data=digits(1000)/Conv2D(8,3,activation=relu)/Flatten/Dense(10,softmax)/fit(10,epochs=10000)";

    /** Posts calls to any window and collects whatever comes. */
    private static final String STRANGER = """
            <!doctype html><title>Course</title><link rel="icon" href="data:,"><body><script>
            const heard = [];
            addEventListener('message', e => heard.push(e.data?.steep ?? {other: e.data}));
            let last = 0;
            function ask(target, patience, call, ...args) {
                const id = 'q' + ++last;
                target.postMessage({steep: {id, call, args}}, '*');
                return new Promise(done => {
                    const began = Date.now();
                    const timer = setInterval(() => {
                        const answer = heard.find(m => m.id === id);
                        if (answer || Date.now() - began > patience) {
                            clearInterval(timer);
                            done(!answer ? 'no answer' : 'error' in answer ? answer.error : 'result ' + JSON.stringify(answer.result ?? null));
                        }
                    }, 10);
                });
            }
            function show(src) {
                const frame = document.createElement('iframe');
                frame.width = 1000;
                frame.height = 700;
                frame.src = src;
                document.body.append(frame);
            }
            </script>""";

    /** What a call is asked with, so that it would answer. Others are asked without arguments. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            "load", "'#1/data=file(secret.csv,label=marker_kind)/Dense(2,softmax)'",
            "tensor", "'dense/kernel'",
            "setTensor", "'dense/bias', [1, 2]",
            "predict", "[1, 2], 1",
            "branch", "0",
            "bench", "'w1', {ms: 1}");

    /** Calls that a stranger may make at any time; they answer nothing of what is open. */
    private static final Set<String> HARMLESS =
            Set.of("pause", "reset", "at", "branch", "bench", "setData", "loadFile", "loadFiles");

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeThePage() throws IOException {
        Files.writeString(folder.resolve("index.html"), STRANGER);
    }

    private static FilePayload secret(String name) {
        StringBuilder text = new StringBuilder("marker_a,marker_b,marker_kind\n");
        for (int i = 0; i < 60; i++) {
            text.append(i * 7 % 60 + 0.125)
                    .append(',')
                    .append(i + 0.0625)
                    .append(i % 2 == 0 ? ",marker_x\n" : ",marker_y\n");
        }
        return new FilePayload(name, "text/csv", text.toString().getBytes(UTF_8));
    }

    /** The lab in a frame of a page of another origin, its first experiment open. */
    private static LabPage framed(Site lab, Site stranger, String address) {
        LabPage page = LabPage.blank(new NewContextOptions());
        page.visit(stranger, "");
        page.eval("show('" + lab.url(address) + "')");
        return page;
    }

    private static String ask(LabPage page, String call, String arguments) {
        return (String)
                page.eval("ask(frames[0], 20000, '" + call + "'" + (arguments.isEmpty() ? "" : ", " + arguments) + ")");
    }

    private static FrameLocator frame(LabPage page) {
        return page.page().frameLocator("iframe");
    }

    /** Has the student open a file in the lab, and waits until it is there. */
    private static void drop(LabPage page, FilePayload file) {
        open(lab(page), file);
    }

    private static Frame lab(LabPage page) {
        return page.page().frames().stream()
                .filter(frame -> frame.url().startsWith("http") && frame.url().contains("embed.html"))
                .findFirst()
                .orElseThrow();
    }

    private static void open(Frame lab, FilePayload file) {
        lab.locator("input[type=file]").first().setInputFiles(file);
        waitFor(lab, "steep.recipe().then(text => text.includes('" + file.name + "'))");
    }

    private static void waitFor(Frame frame, String condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!frame.evaluate("async () => Boolean(await (" + condition + "))").equals(true)) {
            assertTrue(System.nanoTime() < end, "Still not true: " + condition);
            frame.page().waitForTimeout(20);
        }
    }

    private static List<String> calls(LabPage page) {
        String all = ask(page, "nonesuch", "");
        assertTrue(all.contains("it has "), all);
        return Arrays.asList(
                all.substring(all.indexOf("it has ") + 7, all.length() - 1).split(", "));
    }

    private static void hasHeardNothingOf(LabPage page, String... secrets) {
        String all = (String) page.eval("JSON.stringify(heard)");
        for (String secret : secrets) {
            assertFalse(all.contains(secret), secret + " in " + all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void dataOfTheStudentAreForTheStudent(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = framed(lab, stranger, "embed.html?build=" + build.name + "#" + XOR)) {
            page.waitFor("heard.some(m => m.event === 'ready')");
            List<String> calls = calls(page);
            assertTrue(calls.size() > 10 && calls.containsAll(HARMLESS), calls.toString());
            assertTrue(ask(page, "train", "").contains("loss"));
            page.waitFor("heard.some(m => m.event === 'epoch')");
            page.eval("heard.length = 0");
            drop(page, secret("secret.csv"));
            for (String call : calls) {
                if (!Set.of("setData", "loadFile", "loadFiles").contains(call)) {
                    String answer = ask(page, call, ARGUMENTS.getOrDefault(call, ""));
                    if (HARMLESS.contains(call)) {
                        assertTrue(answer.startsWith("result "), call + ": " + answer);
                    } else {
                        assertTrue(answer.contains("are the student's own"), call + ": " + answer);
                    }
                }
            }
            assertEquals(ask(page, "load", ARGUMENTS.get("load")), ask(page, "load", "{data: {file: 'other.csv'}}"));
            frame(page)
                    .getByRole(
                            AriaRole.BUTTON,
                            new FrameLocator.GetByRoleOptions().setName("Epoch").setExact(true))
                    .click();
            waitFor(lab(page), "steep.history().then(all => all.length === 1)");
            page.page().waitForTimeout(300);
            hasHeardNothingOf(page, "marker", "secret", "loss", "epoch\"");
            assertTrue(ask(page, "load", "'" + XOR + "'").startsWith("result "));
            assertTrue(ask(page, "train", "").contains("loss"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStudentMayAgreeAndTakeItBack(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = framed(lab, stranger, "embed.html?build=" + build.name + "#" + XOR)) {
            page.waitFor("heard.some(m => m.event === 'ready')");
            drop(page, secret("secret.csv"));
            Locator bar = frame(page).locator(".consent");
            assertFalse(bar.isVisible());
            ask(page, "tensors", "");
            bar.waitFor();
            assertTrue(bar.innerText().contains("(" + stranger.origin() + ")"), bar.innerText());
            Locator allow = bar.getByRole(AriaRole.BUTTON).first();
            assertTrue(allow.isDisabled());
            allow.click();
            page.waitFor("heard.some(m => m.event === 'allowed')");
            assertTrue(ask(page, "recipe", "").contains("secret.csv"));
            assertTrue(ask(page, "step", "").startsWith("result "));
            drop(page, secret("second.csv"));
            assertTrue(ask(page, "recipe", "").contains("are the student's own"));
            bar.getByRole(AriaRole.BUTTON).last().press("Enter");
            assertFalse(bar.isVisible());
            assertTrue(ask(page, "recipe", "").contains("are the student's own"));
            assertFalse(bar.isVisible());
            hasHeardNothingOf(page, "second");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageKeepsDataThatItBrought(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = framed(lab, stranger, "embed.html?build=" + build.name + "#" + XOR)) {
            page.waitFor("heard.some(m => m.event === 'ready')");
            String data = "{x: [0, 1, 2, 3, 4, 5, 6, 7], xShape: [8, 1], y: [0, 2, 4, 6, 8, 10, 12, 14]}";
            assertTrue(ask(page, "setData", data).startsWith("result "));
            assertTrue(ask(page, "tensors", "").contains("dense/kernel"));
            drop(page, secret("secret.csv"));
            assertTrue(ask(page, "tensors", "").contains("are the student's own"));
            assertTrue(ask(page, "setData", data).startsWith("result "));
            assertTrue(ask(page, "tensors", "").contains("dense/kernel"));
            String rows = "Array.from({length: 40}, (_, i) => i + ',' + i * i).join('\\n')";
            String answer = ask(page, "loadFile", "new Blob(['a,b\\n' + " + rows + "]), 'mine.csv'");
            assertTrue(answer.startsWith("result "), answer);
            assertTrue(ask(page, "recipe", "").contains("mine.csv"));
        }
    }

    /** Written out, this array has 2^30 commas; a message may hold it all the same. */
    @ParameterizedTest
    @EnumSource
    void aCallThatIsNoTextIsRefusedAtOnce(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = framed(lab, stranger, "embed.html?build=" + build.name + "#" + XOR)) {
            page.waitFor("heard.some(m => m.event === 'ready')");
            page.eval("window.nested = []; for (let i = 0; i < 30; i++) nested = [nested, nested]; 0");
            String answer = (String) page.eval("ask(frames[0], 10000, nested)");
            assertTrue(answer.startsWith("steep has no call"), answer);
            assertTrue(ask(page, "tensors", "").contains("dense/kernel"));
        }
    }

    /** The calls are sent before the student's file has been read, and answered after. */
    @ParameterizedTest
    @EnumSource
    void callsThatWaitWhileTheDataComeAreRefused(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = framed(lab, stranger, "embed.html?build=" + build.name + "#" + ENDLESS)) {
            page.waitFor("heard.some(m => m.event === 'ready')");
            page.eval("window.waits = ask(frames[0], 20000, 'train'); window.asking = setInterval(() =>"
                    + " ['tensors', 'evaluate', 'recipe'].forEach(call => ask(frames[0], 0, call)), 2); 0");
            drop(page, secret("secret.csv"));
            String answer = (String) page.eval("waits");
            assertTrue(answer.contains("are the student's own"), answer);
            page.eval("clearInterval(asking)");
            hasHeardNothingOf(page, "marker", "secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyThePageAroundTheFrameIsAnswered(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = framed(lab, stranger, "embed.html?build=" + build.name + "#" + XOR)) {
            page.waitFor("heard.some(m => m.event === 'ready')");
            page.eval("show('" + stranger.url("") + "')");
            page.waitFor("frames.length === 2");
            Frame sibling = page.page().frames().get(2);
            waitFor(sibling, "typeof ask === 'function'");
            Object answer = sibling.evaluate("ask(parent.frames[0], 1500, 'recipe')");
            assertEquals("no answer", answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLabItselfIsNotForFrames(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = framed(lab, stranger, "index.html?build=" + build.name + "#" + XOR)) {
            frame(page).locator("html[data-build]").waitFor();
            frame(page).locator(".train").waitFor();
            assertEquals("no answer", page.eval("ask(frames[0], 1500, 'recipe')"));
            assertEquals(List.of(), page.eval("heard"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatOpenedTheLabGetsNothing(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = LabPage.blank(new NewContextOptions())) {
            for (String file : List.of("index.html", "embed.html")) {
                page.visit(stranger, "");
                Page opened = page.page()
                        .waitForPopup(() ->
                                page.eval("window.lab = open('" + lab.url(file + "?build=" + build.name) + "'); 0"));
                opened.locator("html[data-build]").waitFor();
                open(opened.mainFrame(), secret("secret.csv"));
                assertEquals("no answer", page.eval("ask(lab, 1500, 'recipe')"));
                assertEquals(List.of(), page.eval("heard"));
                opened.close();
            }
        }
    }

    /** A page at a data: address has no origin that could be named. */
    @ParameterizedTest
    @EnumSource
    void aPageWithoutAnOriginIsAStrangerToo(Build build) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = LabPage.blank(new NewContextOptions())) {
            page.visit(stranger, "");
            page.eval("src => show('data:text/html,' + encodeURIComponent(`"
                    + STRANGER.replace("</script>", "<\\/script>")
                    + "` + '<script>show(' + JSON.stringify('" + lab.url("embed.html?build=" + build.name + "#" + XOR)
                    + "') + ')<' + '/script>'))");
            page.waitFor("document.querySelector('iframe') !== null");
            FrameLocator inner = frame(page).frameLocator("iframe");
            inner.locator("html[data-build]").waitFor();
            var around = page.page().frames().get(1);
            waitFor(around, "heard.some(m => m.event === 'ready')");
            assertTrue(((String) around.evaluate("ask(frames[0], 20000, 'recipe')")).contains("data=xor"));
            drop(page, secret("secret.csv"));
            assertTrue(((String) around.evaluate("ask(frames[0], 20000, 'recipe')")).contains("are the student's own"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfTheSameOriginKeepsEverything(Build build) {
        try (LabPage page = LabPage.open(build)) {
            page.eval("window.heard = []; addEventListener('message', e => e.data.steep && heard.push(e.data.steep));"
                    + "window.frame = document.createElement('iframe'); frame.src = 'embed.html?build=" + build.name
                    + "#"
                    + XOR + "'; document.body.append(frame); 0");
            page.waitFor("heard.some(m => m.event === 'ready')");
            drop(page, secret("secret.csv"));
            page.eval("frame.contentWindow.postMessage({steep: {id: 1, call: 'recipe'}}, '*')");
            page.waitFor("heard.some(m => m.id === 1 && m.result.includes('secret.csv'))");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionFitsOnAPhone(ColorScheme scheme) {
        try (Site lab = Site.under("/", Map.of());
                Site stranger = Site.plain(folder);
                LabPage page = LabPage.blank(
                        new NewContextOptions().setViewportSize(420, 800).setColorScheme(scheme))) {
            page.visit(stranger, "");
            page.eval("show('" + lab.url("embed.html#" + XOR) + "'); document.querySelector('iframe').width = 390; 0");
            page.waitFor("heard.some(m => m.event === 'ready')");
            drop(page, secret("secret.csv"));
            ask(page, "tensors", "");
            frame(page).locator(".consent").waitFor();
            assertEquals(390, page.page().frames().get(1).evaluate("document.documentElement.scrollWidth"));
            if (System.getProperty("steep.screenshots") != null) {
                page.page()
                        .screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of(
                                        System.getProperty("steep.screenshots"), "consent-" + scheme + ".png")));
            }
        }
    }
}
