package dev.steep.site;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Worker;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import dev.steep.e2e.LabPage;
import dev.steep.e2e.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes {@code src/main/later.txt}, the list of what a first visit does not run, with {@code -Dlistings=write}: it has the whole program
 * make a mark in each function that runs, in page and worker, and visits the site as people do who come for the first time.
 */
@EnabledIfSystemProperty(named = "listings", matches = "write")
class FirstVisitIT {
    private static final Path LIST = Path.of("src/main/later.txt");

    /** What may run in a first visit at any time: it depends on numbers (the doctor), or on how fast the machine is. */
    private static final List<String> ANY_TIME = List.of(
            "dev.steep.ui.doctor.",
            "dev.steep.ui.element.",
            "dev.steep.ui.page.",
            "dev.steep.ui.recovery.",
            "dev.steep.ui.state.",
            "dev.steep.ui.training.",
            "dev.steep.protocol.Report",
            "dev.steep.data.Chain",
            "dev.steep.data.DataJob",
            "dev.steep.data.DataProgress");

    private static final String NAME = "ran";
    private static final int SET_GLOBAL = 0x24;
    private static final int NUMBER = 0x41;

    private static final String WATCH = """
            {
              const make = WebAssembly.instantiate;
              globalThis.made = [];
              WebAssembly.instantiate = async (...all) => {
                const instance = await make.call(WebAssembly, ...all);
                if (instance.exports?.ran0) made.push(instance.exports);
                return instance;
              };
            }
            """;
    private static final String RAN =
            "made.flatMap(all => Object.keys(all).filter(name => /^ran\\d/.test(name) && all[name].value)).map(name => name.slice(3)).join(' ')";
    private static final String DONE = "document.querySelector('.train').textContent.includes('more')";
    private static final String EXCEPTION = "made.forEach(all => { try { all['teavm.js.throwException']("
            + "all['teavm.js.wrapException'](new Error('tried'))); } catch { } }); 0";

    private final Set<Integer> ran = new TreeSet<>();

    @Test
    void whatIsNotRunComesLater(@TempDir Path folder) throws IOException {
        WasmFile module = WasmFile.of(Files.readAllBytes(Site.file("../whole.wasm")));
        watched(module, folder);
        try (Site site = Site.plain(folder)) {
            visit(site, new NewContextOptions(), "index.html");
            visit(site, new NewContextOptions().setViewportSize(390, 800).setHasTouch(true), "index.html");
            visit(
                    site,
                    new NewContextOptions()
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setColorScheme(ColorScheme.DARK),
                    "embed.html");
            fail(site);
        }
        Map<Integer, String> names = module.names();
        List<String> lines = Later.lines(
                names.values(),
                names.entrySet().stream()
                        .filter(each ->
                                ran.contains(each.getKey()) || ANY_TIME.stream().anyMatch(each.getValue()::startsWith))
                        .map(Map.Entry::getValue)
                        .toList());
        assertTrue(lines.size() > 100, lines.size() + " classes come later");
        Files.write(LIST, lines);
    }

    private static void watched(WasmFile module, Path folder) throws IOException {
        Path site = Site.file("index.html").getParent();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(site.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path worker = folder.resolve("worker.js");
        Files.writeString(worker, WATCH + Files.readString(worker));
        Files.write(
                folder.resolve("steep.wasm.lzma"),
                CodeStreams.pack(marking(module).withoutNames().bytes()));
    }

    /** The module in which each function sets a global of its own. */
    private static WasmFile marking(WasmFile module) {
        List<WasmFile.Global> globals = new ArrayList<>(module.globals());
        List<WasmFile.Export> exports = new ArrayList<>(module.exports());
        List<byte[]> functions = new ArrayList<>();
        int next = module.imported(WasmFile.GLOBAL) + globals.size();
        for (byte[] function : module.functions()) {
            WasmCode code = WasmCode.of(function);
            code.root().inside.add(0, new WasmCode.Node(NUMBER, (byte) 1));
            code.root().inside.add(1, new WasmCode.Node(SET_GLOBAL, WasmFile.number(next)));
            globals.add(new WasmFile.Global(new byte[] {0x7f, 1}, new byte[] {NUMBER, 0}));
            exports.add(new WasmFile.Export(NAME + functions.size(), WasmFile.GLOBAL, next++));
            functions.add(code.bytes());
        }
        return module.withFunctions(module.functionTypes(), functions, Map.of())
                .withGlobals(globals)
                .withExports(exports);
    }

    /** Opens the page, looks at it, trains, goes and comes back. */
    private void visit(Site site, NewContextOptions options, String page) {
        try (LabPage lab = LabPage.blank(options)) {
            lab.page().addInitScript(WATCH);
            open(lab, site, page);
            lab.eval(
                    "steep.on('step', () => 0)(); steep.on('epoch', () => window.epochs = (window.epochs || 0) + 1); 0");
            lab.page().setViewportSize(900, 700);
            lab.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            lab.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            lab.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
            lab.page().setViewportSize(1280, 800);
            train(lab);
            lab.waitFor("window.epochs > 1");
            train(lab);
            lab.eval("document.dispatchEvent(new Event('visibilitychange')); dispatchEvent(new Event('pagehide')); 0");
            train(lab);
            for (int i = 0; i < 600 && !Boolean.TRUE.equals(lab.eval(DONE)); i++) {
                lab.page().waitForTimeout(200); // to the end, slowly, and on
            }
            train(lab);
            lab.waitFor("!" + DONE);
            lab.page().keyboard().press("Space");
            lab.eval("new Promise(done => setTimeout(done, 3000))");
            take(lab);
            open(lab, site, page);
            take(lab);
        }
    }

    /** Trains or pauses, by mouse where there is the button. */
    private static void train(LabPage lab) {
        if (lab.find(".train").isVisible()) {
            lab.find(".train").click();
        } else {
            lab.page().keyboard().press("Space");
        }
    }

    private void open(LabPage lab, Site site, String page) {
        lab.start(site, page + "?build=wasm");
        lab.eval("steep.ready.then(() => new Promise(done => setTimeout(done, 3000)))");
    }

    /** What goes wrong is told by the first part, since the second may be what is missing. */
    private void fail(Site site) {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page().addInitScript(WATCH);
            open(lab, site, "index.html");
            lab.eval(EXCEPTION);
            lab.page().workers().forEach(worker -> worker.evaluate(EXCEPTION));
            lab.page()
                    .workers()
                    .forEach(
                            worker -> worker.evaluate(
                                    "for (const kind of [Float32Array, Int8Array]) kind.prototype.slice = () => { throw new Error('tried'); }; 0"));
            lab.page().keyboard().press("Space");
            lab.eval("new Promise(done => setTimeout(done, 3000))");
            take(lab);
            lab.eval(
                    "{ const set = Element.prototype.setAttribute; Element.prototype.setAttribute = () => { throw new Error('tried'); };"
                            + " try { document.querySelectorAll('[role=tab]')[1].click(); } finally { Element.prototype.setAttribute = set; } }");
            take(lab);
            lab.takeErrors();
        }
    }

    private void take(LabPage lab) {
        add(lab.eval(RAN));
        for (Worker worker : lab.page().workers()) {
            add(worker.evaluate(RAN));
        }
    }

    private void add(Object numbers) {
        for (String number : numbers.toString().split(" ")) {
            if (!number.isEmpty()) {
                ran.add(Integer.parseInt(number));
            }
        }
    }
}
