package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training begins at once, and goes on as fast as it began. */
@Tag("alone")
class PaceIT {
    private static final String CNN =
            "1/data=digits(640)/split(0)/Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dense(64,relu)/Dense(10,softmax)"
                    + "/optimizer=Adam/fit(32,10000)";

    /** An epoch of two steps takes less time than a busy machine gives a thread in one go. */
    private static final String MLP =
            "1/data=digits(64)/split(0)/Flatten/Dense(128,relu)/Dense(10,softmax)/optimizer=Adam/fit(32,10000)";

    private static final double AT_ONCE_MS = 150;

    /** Numbers too small to be normal cost 40 %. */
    private static final double SLOWER = 1.2;

    private static final int ROUNDS = 10;

    /** Which weights and moments hold numbers too small to be normal. */
    private static final String DENORMAL = """
            (async () => {
                const found = [];
                for (const {name} of (await steep.tensors()).filter(t => /parameter|slot/.test(t.role))) {
                    const {values} = await steep.tensor(name);
                    if (values.some(v => v !== 0 && Math.abs(v) < 1.17549435e-38)) {
                        found.push(name);
                    }
                }
                return JSON.stringify(found);
            })()""";

    @ParameterizedTest
    @EnumSource
    void theFirstStepIsSeenAtOnce(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.call("load", CNN);
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                lab.eval("window.first = new Promise(seen => { addEventListener('click', () => {"
                        + "const start = performance.now();"
                        + "const end = steep.on('step', () => { end(); seen(performance.now() - start); });"
                        + "}, {capture: true, once: true}); }); 0");
                lab.button("Train").first().click();
                times.add(lab.number("first"));
                lab.call("reset");
            }
            Collections.sort(times);
            System.out.println("From the click to the first step, " + build.name + ": " + times + " ms");
            assertTrue(times.get(3) < AT_ONCE_MS, "The first step comes after " + times + " ms");
        }
    }

    /**
     * By turns, so that whatever else the machine does meets both; and by the quicker epochs, since one that was interrupted
     * says nothing.
     */
    @Test
    void weightsAtRestDoNotSlowAdamDown() {
        try (LabPage fresh = LabPage.open(Build.WASM);
                LabPage old = LabPage.open(Build.WASM)) {
            restAfterSomeSteps(old);
            old.call("train", Map.of("steps", 4000));
            List<Double> early = new ArrayList<>();
            List<Double> late = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                restAfterSomeSteps(fresh);
                if (round % 2 == 0) {
                    early.addAll(times(fresh));
                }
                late.addAll(times(old));
                if (round % 2 == 1) {
                    early.addAll(times(fresh));
                }
            }
            double before = quarter(early);
            double after = quarter(late);
            System.out.println("Two steps of Adam at first " + before + " ms, and after 4,000 steps " + after + " ms");
            assertTrue(after <= SLOWER * before, "Two steps take " + before + " ms at first, later " + after + " ms");
            assertEquals("[]", old.eval(DENORMAL), "numbers too small to be normal");
        }
    }

    /** The time that a quarter of the epochs are quicker than. */
    private static double quarter(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 4);
    }

    /** No unit of the hidden layer answers any more, so nothing moves but what the optimizer remembers. */
    private static void restAfterSomeSteps(LabPage lab) {
        lab.call("load", MLP);
        lab.call("reset");
        lab.call("train", Map.of("steps", 300));
        lab.eval("steep.setTensor('dense/bias', new Float32Array(128).fill(-1000))");
    }

    /** Milliseconds, as the worker sees them, of each of a hundred epochs of two steps. */
    private static List<Double> times(LabPage lab) {
        List<?> times =
                (List<?>) lab.eval("steep.train({epochs: 100}).then(h => h.slice(-100).map(e => 1000 * e.seconds))");
        return times.stream().map(each -> ((Number) each).doubleValue()).toList();
    }
}
