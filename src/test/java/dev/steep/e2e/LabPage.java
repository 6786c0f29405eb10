package dev.steep.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One open page of the lab, in a browser profile of its own. Closing it fails the test if the page wrote an error to
 * the console, threw one, or asked for something that is not there; the worker's errors count too.
 *
 * <pre>{@code
 * try (LabPage lab = LabPage.open(Build.WASM)) {
 *     lab.call("train", Map.of("steps", 10));
 *     lab.find("text=epoch 1");
 * }
 * }</pre>
 */
public final class LabPage implements AutoCloseable {
    private static final double TIMEOUT_MS = 20_000;

    /** The usual size of a window, in CSS pixels. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 800;

    /** Pages that wait for the next test, by build. */
    private static final Map<Build, LabPage> FREE = new EnumMap<>(Build.class);

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private boolean expected;
    private Build shared;
    private Object opening;

    private LabPage(NewContextOptions options) {
        context = Browsers.shared().newContext(options);
        context.setDefaultTimeout(TIMEOUT_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            console.add(message.text());
            if (message.type().equals("error")) {
                errors.add("console: " + message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(error -> errors.add("thrown: " + error));
        page.onRequestFailed(request -> errors.add("failed: " + request.url() + " " + request.failure()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                errors.add(response.status() + ": " + response.url());
            }
        });
    }

    /** The lab in one of its builds, started. */
    public static LabPage open(Build build) {
        return open(Site.shared(), "index.html?build=" + build.name);
    }

    /**
     * The same in a page that tests have one after the other: for those that ask nothing of how a page starts, and leave nothing in it but
     * what the lab itself holds, so no listeners. Each begins with the opening experiment, untrained. Closing it
     * gives it back, and fails for errors as ever; after these, the next test gets a new page.
     */
    public static LabPage lent(Build build) {
        LabPage waiting = FREE.remove(build);
        if (waiting != null && waiting.beginsAnew()) {
            return waiting;
        }
        LabPage lab = open(build);
        lab.shared = build;
        lab.opening = lab.eval("steep.ready.then(() => steep.recipe())");
        return lab;
    }

    /** The same with this experiment. */
    public static LabPage lent(Build build, String recipe) {
        LabPage lab = lent(build);
        lab.call("load", recipe);
        return lab;
    }

    /** Whether it could be brought to how it was at first. A page that a failed test has left may be in any state. */
    private boolean beginsAnew() {
        try {
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            page.setViewportSize(WIDTH, HEIGHT);
            call("pause");
            eval("document.querySelectorAll('.notice .btn-close').forEach(button => button.click()); 0");
            call("load", opening);
            call("reset");
            call("show", eval("steep.views().then(all => all[0].id)"));
            Locator selected = find(".layer-card.selected .layer-head");
            if (selected.count() > 0) {
                selected.first().click();
            }
            eval("scrollTo(0, 0); document.activeElement.blur(); 0");
            console.clear();
            return true;
        } catch (PlaywrightException e) {
            context.close();
            return false;
        }
    }

    /** A page of the site that starts the lab, such as {@code index.html?build=js#recipe}. Returns once it has started. */
    public static LabPage open(Site site, String address) {
        return open(site, address, WIDTH, HEIGHT);
    }

    /** The same on a screen of this size, in CSS pixels. */
    public static LabPage open(Site site, String address, int width, int height) {
        LabPage lab = blank(new NewContextOptions().setViewportSize(width, height));
        try {
            lab.start(site, address);
        } catch (Throwable e) {
            lab.context.close();
            throw e;
        }
        return lab;
    }

    /** An empty page with any browser settings (dark mode, touch, reduced motion), to be prepared before it starts. */
    public static LabPage blank(NewContextOptions options) {
        return new LabPage(options);
    }

    /** Goes to a page that starts the lab. Returns once it has started, or failed to and said so. */
    public void start(Site site, String address) {
        visit(site, address);
        try {
            waitFor("document.querySelector('html[data-build], #boot-error')");
        } catch (TimeoutError e) {
            throw new AssertionError("The lab did not start at " + site.url(address) + ". Errors: " + errors, e);
        }
    }

    /** Goes to any page of the site. */
    public void visit(Site site, String address) {
        page.navigate(site.url(address));
    }

    /** The build that runs: {@code wasm} or {@code js}. */
    public String build() {
        return page.locator("html").getAttribute("data-build");
    }

    /** Playwright's page, for everything that has no method here. */
    public Page page() {
        return page;
    }

    public Locator find(String selector) {
        return page.locator(selector);
    }

    /** The value of a JavaScript expression in the page; promises are awaited. */
    public Object eval(String expression) {
        return page.evaluate(expression);
    }

    /** Calls a function of {@code window.steep} and awaits its answer. */
    public Object call(String function, Object... arguments) {
        return page.evaluate("([f, a]) => steep[f](...a)", List.of(function, List.of(arguments)));
    }

    /** The value of a JavaScript expression that is a number. */
    public double number(String expression) {
        return ((Number) eval(expression)).doubleValue();
    }

    /** A fingerprint of all parameters, to the last bit: equal on every machine, in either build. */
    public String weights() {
        return (String) eval("""
                (async () => {
                    let hash = 0x811c9dc5;
                    const all = (await steep.tensors()).filter(t => t.role === 'parameter').map(t => t.name).sort();
                    for (const name of all) {
                        const {values} = await steep.tensor(name);
                        for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) {
                            hash = Math.imul(hash ^ byte, 0x01000193);
                        }
                    }
                    return all.length + ' tensors, ' + (hash >>> 0).toString(16);
                })()""");
    }

    /**
     * Everything that scripts can see, a line for each tensor with a fingerprint of its bits: weights, gradients, what the
     * optimizer remembers, outputs and masks; the loss of each step; the history; and what is predicted of two samples.
     */
    public String numbers() {
        return (String) eval("""
                (async () => {
                    const lines = [];
                    const add = (name, values) => {
                        let hash = 0x811c9dc5;
                        for (const byte of new Uint8Array(Float32Array.from(values).buffer)) {
                            hash = Math.imul(hash ^ byte, 0x01000193);
                        }
                        lines.push(`${name}: ${values.length}, ${(hash >>> 0).toString(16)}`);
                    };
                    for (const {name} of await steep.tensors()) {
                        add(name, (await steep.tensor(name)).values);
                    }
                    add('step losses', await steep.stepLosses());
                    for (const {epoch, step, loss, accuracy, val_loss, val_accuracy} of await steep.history()) {
                        lines.push(JSON.stringify([epoch, step, loss, accuracy, val_loss, val_accuracy]));
                    }
                    for (const [part, now] of Object.entries(await steep.evaluate())) {
                        lines.push(JSON.stringify([part, now.samples, now.loss, now.accuracy]));
                    }
                    const {shape} = await steep.tensor('input');
                    const size = shape.slice(1).reduce((product, length) => product * length, 1);
                    add('predictions', await steep.predict(Float32Array.from({length: 2 * size}, (_, i) => i % 256), 2));
                    return lines.join('\\n');
                })()""");
    }

    /** Gives files to the lab as dropping them does; returns what {@code loadFiles} answers. */
    public Object bring(FilePayload... files) {
        List<List<String>> parts = Arrays.stream(files)
                .map(file -> List.of(file.name, Base64.getEncoder().encodeToString(file.buffer)))
                .toList();
        return page.evaluate(
                "files => steep.loadFiles(files.map(([name, text]) =>"
                        + " ({name, blob: new Blob([Uint8Array.from(atob(text), c => c.charCodeAt(0))])})))",
                parts);
    }

    /** The button of this name, as a person or a screen reader finds it. */
    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /**
     * Waits until a JavaScript expression in the page is true. A promise is waited for, and counts as what it brings:
     * Playwright's own {@code waitForFunction} takes any promise for true.
     */
    public void waitFor(String condition) {
        long end = System.nanoTime() + (long) (TIMEOUT_MS * 1e6);
        while (!page.evaluate("async () => Boolean(await (" + condition + "))").equals(true)) {
            if (System.nanoTime() > end) {
                throw new TimeoutError("Still not true: " + condition + ". The page says: "
                        + page.evaluate("[...document.querySelectorAll('.problems, .notices')]"
                                + ".map(each => each.innerText).join(' | ')"));
            }
            page.waitForTimeout(20);
        }
    }

    /** Loads the page again, once the browser has written what it keeps, and waits for the program. */
    public void reload() {
        waitFor("!document.documentElement.dataset.keeping");
        page.reload();
        waitFor("document.querySelector('html[data-build]')");
        eval("steep.ready");
    }

    /** What page and worker wrote to the console so far. */
    public List<String> console() {
        return List.copyOf(console);
    }

    /** What went wrong so far. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** What went wrong so far. From now on errors are expected: those of a broken site may come at any time. */
    public List<String> takeErrors() {
        expected = true;
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        if (shared != null && !expected && errors.isEmpty()) {
            FREE.put(shared, this);
            return;
        }
        context.close();
        if (!expected && !errors.isEmpty()) {
            throw new AssertionError("The page reported errors:\n" + String.join("\n", errors));
        }
    }
}
