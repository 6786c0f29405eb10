package dev.steep.ui.bench;

import dev.steep.browser.Address;
import dev.steep.catalog.Numbers;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.page.Brand;
import dev.steep.ui.page.ThemeSwitch;
import dev.steep.ui.state.Lab;
import elemental2.core.Global;
import elemental2.core.JsArray;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** The page that measures how fast training goes on this very machine. */
public final class BenchPage implements Lab.Listener {
    private static final int ROUNDS = 3;
    private static final double MILLISECONDS = 300;
    private static final double LONGEST = 10_000;
    private static final List<String> BACKENDS = List.of("kernels", "reference");

    private final Lab lab;
    private final List<BenchRow> rows = List.of(
            new BenchRow("gemm", "Matrix products", "32 × 128 × 784 and back, nothing else"),
            new BenchRow("w1", "Small MLP", "2 – 8 – 8 – 1, tanh; mse, SGD, batches of 10"),
            new BenchRow("w2-sgd", "MLP on images", "784 – 128 – 10, relu; cross-entropy, SGD, batches of 32"),
            new BenchRow("w2-adam", "The same with Adam", "784 – 128 – 10, relu; cross-entropy, Adam, batches of 32"),
            new BenchRow("w3", "CNN", "conv 8, pool, conv 16, pool, 64, 10; cross-entropy, Adam, batches of 32"));
    private final HTMLButtonElement start =
            Html.button("btn btn-primary", "Measure", this::toggle).asButton();
    private final HTMLButtonElement copy =
            Html.button("btn bar-button", "Copy as JSON", this::copy).asButton();
    private final HTMLElement bar = Html.of("div", "progress-bar").element();
    private final HTMLElement progress = Html.of("div", "progress")
            .attribute("role", "progressbar")
            .attribute("aria-label", "Measuring")
            .attribute("aria-valuemin", "0")
            .attribute("aria-valuemax", "100")
            .add(bar)
            .element();
    private final HTMLElement status =
            Html.of("p", "bench-status").attribute("role", "status").element();
    private final Deque<Inquiry.Bench> left = new ArrayDeque<>();
    private final List<Object> results = new ArrayList<>();
    private int all;
    private int asked;
    private boolean measuring;
    private boolean dead;
    private Optional<String> trouble = Optional.empty();

    private BenchPage(Lab lab) {
        this.lab = lab;
        copy.disabled = true;
        progress.hidden = true;
        Html head = Html.of("header", "top-bar")
                .add(Brand.on(Html.of("a", "brand").attribute("href", "./")))
                .add(Html.of("div", "bar-end").add(new ThemeSwitch().element()));
        Html table = Html.of("table", "bench-table")
                .add(Html.of("thead", "")
                        .add(Html.of("tr", "")
                                .add(column("Training"), column("Samples per second"))
                                .add(column("Share of peak"), column("Plain Java"), column("Faster by"))));
        Html body = Html.of("tbody", "");
        rows.forEach(row -> body.add(row.element()));
        Html main = Html.of("main", "bench-page")
                .add(Html.of("h1", "").text("How fast is it on this machine?"))
                .add(
                        Html.of("p", "bench-about")
                                .text(
                                        "Steep compiles every network to WebAssembly vector code while you watch. Here bare matrix "
                                                + "products and four networks run, one after the other, on one thread of your processor: "
                                                + "forward, backward and update, through the same engine as in the lab. The peak is what that thread's vector units "
                                                + "can multiply and add at the most, measured in between. Nothing is sent anywhere."))
                .add(
                        Html.of("div", "bench-bar").add(start, copy).add(progress),
                        Html.of("div", "").add(status))
                .add(table.add(body))
                .add(Html.of("p", "bench-about")
                        .text("Medians of " + ROUNDS
                                + " rounds. For quiet numbers close other programs, and plug a laptop in. The small MLP cannot"
                                + " come near the peak: its layers are too narrow to keep the vector units busy."));
        DomGlobal.document.body.append(head.element(), main.element());
        lab.listen(this);
    }

    @Override
    public void died(String sentence) {
        dead = true;
        trouble = Optional.of(sentence);
        left.clear();
        start.disabled = true;
        status.textContent = sentence;
    }

    /** Puts the page in place. */
    public static void show(Lab lab) {
        new BenchPage(lab);
    }

    private static Html column(String text) {
        return Html.of("th", "").attribute("scope", "col").text(text);
    }

    private void toggle() {
        if (measuring) {
            left.clear(); // what is being measured comes to its end
            start.disabled = true;
        } else {
            begin();
        }
    }

    /** Round after round, so that whatever else the machine does meets all of them alike. */
    private void begin() {
        left.clear();
        results.clear();
        rows.forEach(BenchRow::clear);
        for (int round = 0; round < ROUNDS; round++) {
            for (BenchRow row : rows) {
                for (String backend : BACKENDS) {
                    left.add(new Inquiry.Bench(row.workload(), backend, milliseconds()));
                }
            }
        }
        all = left.size();
        asked = 0;
        trouble = Optional.empty();
        measuring = true;
        start.textContent = "Stop";
        copy.disabled = true;
        progress.hidden = false;
        next();
    }

    /** The address may ask for a shorter look: {@code bench.html?ms=50}. */
    private static double milliseconds() {
        double wanted = Numbers.read(Address.query("ms"));
        return wanted >= 1 && wanted <= LONGEST ? wanted : MILLISECONDS;
    }

    private void next() {
        int done = 100 * asked / all;
        bar.style.setProperty("width", done + "%");
        progress.setAttribute("aria-valuenow", "" + done);
        if (left.isEmpty()) {
            measuring = false;
            start.disabled = dead;
            start.textContent = "Measure again";
            copy.disabled = results.isEmpty();
            progress.hidden = true;
            status.textContent = trouble.orElseGet(() -> outcome(done));
            return;
        }
        Inquiry.Bench bench = left.remove();
        asked++;
        BenchRow row = rows.stream()
                .filter(each -> each.workload().equals(bench.workload()))
                .findFirst()
                .orElseThrow();
        status.textContent =
                "Measuring: " + row.name() + (bench.backend().equals("kernels") ? ", compiled" : ", plain Java") + "…";
        lab.ask(bench, report -> {
            if (report instanceof Report.Text text) {
                Object result = Global.JSON.parse(text.text());
                results.add(result);
                row.add(Js.uncheckedCast(result));
            } else if (report instanceof Report.Refused refused) {
                trouble = Optional.of(refused.sentence());
                row.refuse(bench.backend());
            }
            next();
        });
    }

    private String outcome(int percent) {
        return (percent < 100
                        ? "Stopped after " + results.size() + " of " + Numbers.count(all, "measurement") + "."
                        : "Done.")
                + peak();
    }

    /** The peak in words, if it was measured. */
    private String peak() {
        List<Double> peaks = new ArrayList<>();
        for (Object result : results) {
            JsPropertyMap<Object> each = Js.uncheckedCast(result);
            if (each.get("peakGflops") instanceof Double known) {
                peaks.add(known);
            }
        }
        return peaks.isEmpty()
                ? ""
                : " The peak of one thread here: " + Figures.of(Figures.median(peaks)) + " GFLOP/s.";
    }

    private void copy() {
        JsPropertyMap<Object> whole = JsPropertyMap.of();
        JsArray<Object> list = new JsArray<>();
        results.forEach(each -> list.push(each));
        whole.set("browser", DomGlobal.navigator.userAgent);
        whole.set("results", list);
        if (DomGlobal.navigator.clipboard == null) {
            status.textContent = "The browser does not let a page without https copy.";
            return;
        }
        DomGlobal.navigator
                .clipboard
                .writeText(Global.JSON.stringify(whole))
                .then(
                        done -> {
                            status.textContent = "Copied.";
                            return null;
                        },
                        failure -> {
                            status.textContent = "The browser did not let it be copied.";
                            return null;
                        });
    }
}
