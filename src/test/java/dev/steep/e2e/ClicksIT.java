package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.Random;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever somebody clicks, and in whatever order, what stands on the page is what {@code steep} says: seeded random clicks, some at a
 * time, and then a look. {@code -Dclicks.seconds=300 -Dclicks.seed=7} goes on for longer, and elsewhere.
 */
class ClicksIT {
    private static final double SECONDS = Double.parseDouble(System.getProperty("clicks.seconds", "8"));
    private static final int SEED = Integer.getInteger("clicks.seed", 1);
    private static final double SOON_MS = 5000;

    private static final List<String> RECIPES = List.of(
            "1/data=circle(60)/split(0.2,0.1)/Dense(4,tanh)/Dropout(0.1)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(12,6)",
            "1/data=digits(80)/Conv2D(3,3,activation=tanh)/MaxPooling2D(3)/Flatten/Dense(8,relu)/Dense(10,softmax)/fit(16,4)",
            "1/data=sine(60)/Dense(4,tanh)/Dense(1)/loss=mean_squared_error/fit(16,5)/optimizer=Adam(0.02)");

    /** Presses the n-th of what can be pressed here, and says what that was. */
    private static final String PRESS = """
            ([selector, n]) => {
                const all = [...document.querySelectorAll(selector)]
                    .filter(e => e.getClientRects().length && !e.disabled && e.getAttribute('aria-disabled') !== 'true');
                if (!all.length) return '';
                const it = all[n % all.length];
                it.click();
                return it.ariaLabel || it.title || it.textContent;
            }""";

    /** Sets the n-th of these to a value that depends on m, as a person does. */
    private static final String SET = """
            ([selector, n, m]) => {
                const all = [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length && !e.disabled);
                if (!all.length) return '';
                const it = all[n % all.length];
                if (it.options) it.value = it.options[m % it.options.length].value;
                else it.value = String(+it.min + m % (it.max - it.min + 1));
                it.dispatchEvent(new Event('input', {bubbles: true}));
                it.dispatchEvent(new Event('change', {bubbles: true}));
                return (it.ariaLabel || it.title) + ' to ' + it.value;
            }""";

    /** What can be pressed, by how often it is. */
    private static final Map<String, Integer> PRESSED = new LinkedHashMap<>();

    static {
        PRESSED.put(".train", 6);
        PRESSED.put("[aria-label=Step]", 2);
        PRESSED.put("[aria-label=Epoch]", 3);
        PRESSED.put("[aria-label=Reset]", 2);
        PRESSED.put("[aria-label=Undo]", 4);
        PRESSED.put("[aria-label=Redo]", 2);
        PRESSED.put(".notice-undo", 1);
        PRESSED.put(".tile, .tile-row, .prediction", 4);
        PRESSED.put("[role=tab]:not(#result-code-tab, #result-compiled-tab)", 4);
        PRESSED.put(".result-choice .segment", 1);
        PRESSED.put(".layer-tool", 3);
        PRESSED.put(".panel-choice .segment", 2);
        PRESSED.put(".neuron, .diagram-turn, .diagram-layer", 2);
        PRESSED.put(".epoch-slider .btn:not(.epoch-play)", 2);
        PRESSED.put(".side-settings .segment, .side-data .segment", 1);
        PRESSED.put(".chart-earlier", 1);
        PRESSED.put(".test-open", 1);
    }

    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void whatStandsOnThePageIsSo(Build build) {
        Random random = new Random(SEED + build.ordinal());
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        int looks = 0;
        try (LabPage lab =
                LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RECIPES.get(0), 1400, 900)) {
            lab.eval("steep.ready");
            Mirror mirror = new Mirror();
            while (System.nanoTime() < end) {
                for (int i = 1 + random.below(4); i > 0; i--) {
                    act(lab, random);
                }
                rest(lab);
                assertEquals(Map.of(), wrong(lab, mirror), () -> "seed " + SEED + ", after " + last());
                looks++;
            }
        }
        System.out.println(looks + " looks after " + done.size() + " clicks, " + build.name);
    }

    private List<String> last() {
        return done.subList(Math.max(0, done.size() - 25), done.size());
    }

    private void act(LabPage lab, Random random) {
        int which = random.below(100);
        if (which < 6) {
            done.add("slider " + lab.page().evaluate(SET, List.of(".epoch-range", 0, random.below(50))));
        } else if (which < 12) {
            String menus = ".pace, .side-settings select, .metric-menu, .histogram-layer";
            done.add("menu " + lab.page().evaluate(SET, List.of(menus, random.below(50), random.below(50))));
        } else if (which < 17) {
            String sliders = ".side-settings .knob-slider";
            done.add("knob " + lab.page().evaluate(SET, List.of(sliders, random.below(50), random.below(50))));
        } else if (which < 21) {
            add(lab, random);
        } else if (which < 24) {
            String recipe = RECIPES.get(random.below(RECIPES.size()));
            done.add("load " + recipe);
            lab.page().evaluate("r => { steep.load(r).catch(() => 0); }", recipe);
        } else if (which < 26) {
            done.add("back");
            lab.eval(
                    "navigation.entries()[navigation.currentEntry.index - 1]?.url.includes('index.html') && history.back()");
        } else {
            press(lab, random);
        }
        lab.page().waitForTimeout(random.below(3) == 0 ? random.below(120) : 0);
    }

    private void press(LabPage lab, Random random) {
        int all = PRESSED.values().stream().mapToInt(Integer::intValue).sum();
        int place = random.below(all);
        for (Map.Entry<String, Integer> each : PRESSED.entrySet()) {
            place -= each.getValue();
            if (place < 0) {
                done.add("" + lab.page().evaluate(PRESS, List.of(each.getKey(), random.below(100))));
                return;
            }
        }
    }

    private void add(LabPage lab, Random random) {
        lab.page().evaluate(PRESS, List.of(".layer-add", random.below(20)));
        done.add("add " + lab.page().evaluate(PRESS, List.of(".palette-item", random.below(40))));
    }

    /** Nothing is under way any more. */
    private static void rest(LabPage lab) {
        lab.eval("steep.pause().then(() => steep.history())");
        lab.waitFor("document.querySelector('.train-word').textContent === 'Train'"
                + " && document.querySelector('.opening-note').hidden");
    }

    private static Map<String, String> wrong(LabPage lab, Mirror mirror) {
        long end = System.nanoTime() + (long) (SOON_MS * 1e6);
        Map<String, String> wrong;
        do {
            lab.page().waitForTimeout(20);
            wrong = new Truth(lab, mirror).wrong(Drawn.on(lab));
        } while (!wrong.isEmpty() && System.nanoTime() < end);
        return wrong;
    }
}
