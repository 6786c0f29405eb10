package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The lab's speed next to that of other libraries: the same training, in one browser, one thread each, and only one at work at
 * a time. They take turns in short slices, so that whatever else the machine does meets all of them; medians count.
 *
 * <p>What the others do is in {@code src/test/resources/peers}. Their batches are ready-made; the lab's are picked and
 * scaled at each step, as in all training.
 */
@Tag("peers")
class PeersIT {
    private static final int ROUNDS = 9;
    private static final int SLICE_MS = 300;

    /** The others' code is optimized by then. */
    private static final int WARM_UP_MS = 1000;

    private static final List<Duel> DUELS = List.of(
            new Duel("w1", "playground.js", "TensorFlow Playground's algorithm", 18),
            new Duel("w1", "convnetjs.js", "ConvNetJS", 0),
            new Duel("w1", "tfjs.js?cpu", "TensorFlow.js, cpu", 0),
            new Duel("w1", "tfjs.js?wasm", "TensorFlow.js, wasm", 0),
            new Duel("w2-sgd", "convnetjs.js", "ConvNetJS", 0),
            new Duel("w2-sgd", "tfjs.js?cpu", "TensorFlow.js, cpu", 0),
            new Duel("w2-sgd", "tfjs.js?wasm", "TensorFlow.js, wasm", 10),
            new Duel("w2-adam", "convnetjs.js", "ConvNetJS", 0),
            new Duel("w2-adam", "tfjs.js?cpu", "TensorFlow.js, cpu", 0),
            new Duel("w2-adam", "tfjs.js?wasm", "TensorFlow.js, wasm", 10),
            new Duel("w3", "convnetjs.js", "ConvNetJS", 50),
            new Duel("w3", "tfjs.js?cpu", "TensorFlow.js, cpu", 200));

    /**
     * A library's training of a workload.
     *
     * @param script its worker
     * @param least how many times as fast the lab must be
     */
    private record Duel(String workload, String script, String name, double least) {}

    /** Samples per second of each round. */
    private record Rates(List<Double> lab, List<Double> peer) {
        Rates() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        /** How many times as fast the lab was, round by round. */
        List<Double> times() {
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < lab.size(); i++) {
                times.add(lab.get(i) / peer.get(i));
            }
            return times.stream().sorted().toList();
        }
    }

    @Test
    void manyTimesAsFastAsOthers() throws URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(PeersIT.class.getResource("/peers")).toURI());
        try (Site site = Site.of(folder);
                LabPage lab = LabPage.open(Site.shared(), "bench.html");
                Page peers = Browsers.shared().newPage()) {
            lab.eval("steep.ready");
            peers.navigate(site.url("index.html"));
            for (Duel duel : DUELS) {
                Map<?, ?> begun = ask(peers, duel, WARM_UP_MS);
                double first = number(begun, "first");
                assertTrue(number(begun, "loss") < first, duel + " does not learn: " + begun);
            }
            Map<Duel, Rates> rates = new LinkedHashMap<>();
            for (int i = 0; i < ROUNDS; i++) {
                double own = 0;
                String workload = "";
                for (Duel duel : DUELS) {
                    if (!duel.workload().equals(workload)) {
                        workload = duel.workload();
                        own = labsRate(lab, workload);
                    }
                    Rates known = rates.computeIfAbsent(duel, each -> new Rates());
                    known.lab().add(own);
                    known.peer().add(number(ask(peers, duel, SLICE_MS), "samplesPerSecond"));
                }
            }
            System.out.println(table(rates));
            assertAll(rates.entrySet().stream().map(entry -> () -> keeps(entry.getKey(), entry.getValue())));
        }
    }

    private static void keeps(Duel duel, Rates rates) {
        double times = median(rates.times());
        assertTrue(
                times >= duel.least(),
                () -> duel.workload() + ": " + times + " times as fast as " + duel.name() + ", not " + duel.least());
    }

    /** Half of the lab's time goes to measuring the machine's peak. */
    private static double labsRate(LabPage lab, String workload) {
        return number(
                (Map<?, ?>) lab.call("bench", workload, Map.of("ms", 2 * SLICE_MS, "backend", "kernels")),
                "samplesPerSecond");
    }

    private static Map<?, ?> ask(Page peers, Duel duel, int milliseconds) {
        return (Map<?, ?>)
                peers.evaluate("a => ask(...a)", List.of(duel.script(), duel.workload(), (Object) milliseconds));
    }

    private static double number(Map<?, ?> answer, String name) {
        return ((Number) answer.get(name)).doubleValue();
    }

    private static String table(Map<Duel, Rates> rates) {
        var table = new StringBuilder("Samples per second of whole training steps, "
                + Browsers.shared().browserType().name() + " "
                + Browsers.shared().version() + ", medians of " + ROUNDS + " rounds:\n\n"
                + "| workload | peer | peer's | Steep's | times as fast | rounds from .. to | promised |\n"
                + "|---|---|---|---|---|---|---|\n");
        rates.forEach((duel, each) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | %.1f | %.1f .. %.1f | %s |%n",
                duel.workload(),
                duel.name(),
                median(each.peer()),
                median(each.lab()),
                median(each.times()),
                each.times().get(0),
                each.times().get(ROUNDS - 1),
                duel.least() > 0 ? String.format(Locale.ROOT, "%.0f", duel.least()) : "")));
        return table.toString();
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
