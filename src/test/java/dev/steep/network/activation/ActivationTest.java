package dev.steep.network.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.math.Random;
import dev.steep.math.expr.Expr;
import dev.steep.network.Sketch;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {
    private static final double[] AT = {-4, -1, -0.25, 0, 0.75, 3.5};

    /** The formulas of Keras' documentation, evaluated in Python. */
    private static final String[] GOLDEN = {
        "linear: -4 -1 -0.25 0 0.75 3.5",
        "relu: 0 0 0 0 0.75 3.5",
        "relu(0.1,2,0.5): -0.45 -0.15 -0.075 -0.05 0.75 2",
        "leaky_relu: -0.8 -0.2 -0.05 0.0 0.75 3.5",
        "relu6: 0 0 0 0 0.75 3.5",
        "elu: -0.981684361111 -0.632120558829 -0.221199216929 0.0 0.75 3.5",
        "elu(0.5): -0.490842180556 -0.316060279414 -0.110599608464 0.0 0.75 3.5",
        "selu: -1.72589862819 -1.111330737813 -0.388890197478 0.0 0.788025740517 3.677453455744",
        "celu(2): -1.729329433527 -0.786938680575 -0.235006194831 0 0.75 3.5",
        "sigmoid: 0.017986209962 0.26894142137 0.437823499114 0.5 0.679178699175 0.970687769249",
        "tanh: -0.999329299739 -0.761594155956 -0.244918662404 0.0 0.635148952387 0.998177897611",
        "softplus: 0.018149927918 0.313261687518 0.575939419879 0.69314718056 1.136871006115 3.529750418273",
        "softsign: -0.8 -0.5 -0.2 0.0 0.428571428571 0.777777777778",
        "exponential: 0.018315638889 0.367879441171 0.778800783071 1.0 2.117000016613 33.115451958692",
        "hard_sigmoid: 0 0.333333333333 0.458333333333 0.5 0.625 1",
        "hard_sigmoid(version=keras2): 0 0.3 0.45 0.5 0.65 1",
        "gelu: -0.000126684967 -0.158655253931 -0.100323418579 0.0 0.580029485717 3.499185798223",
        "gelu(true): -7.0245948e-05 -0.158808009392 -0.100324649298 0.0 0.579960555166 3.499383802345",
        "silu: -0.071944839848 -0.26894142137 -0.109455874779 0.0 0.509384024382 3.39740719237",
        "mish: -0.072591740792 -0.303401461374 -0.129926963679 0.0 0.610018335218 3.493990715118",
        "hard_silu: 0 -0.333333333333 -0.114583333333 0.0 0.46875 3.5",
        "hard_tanh: -1 -1 -0.25 0 0.75 1",
        "hard_shrink: -4 -1 0 0 0.75 3.5",
        "soft_shrink: -3.5 -0.5 0 0 0.25 3.0",
        "tanh_shrink: -3.000670700261 -0.238405844044 -0.005081337596 0.0 0.114851047613 2.501822102389",
        "squareplus: 0.2360679775 0.61803398875 0.882782218537 1.0 1.443000468165 3.765564437075",
        "log_sigmoid: -4.018149927918 -1.313261687518 -0.825939419879 -0.69314718056 -0.386871006115 -0.029750418273",
        "sparse_plus: 0 0 0.140625 0.25 0.765625 3.5",
        "threshold(1,-2): -2 -2 -2 -2 -2 3.5",
        "heaviside: 0 0 0 1 1 1",
        "formula: -0.00441472414 -0.154204234067 -0.0988003501 0.0 0.586390057535 3.490966553865",
        "formula('max(0, x) ^ 2'): 0 0 0 0 0.5625 12.25",
        "formula('sin(x) + x'): -3.243197504692 -1.841470984808 -0.497403959255 0.0 1.431638760023 3.14921677231"
    };

    static Stream<String> golden() {
        return Arrays.stream(GOLDEN);
    }

    static Stream<Choice> picks() {
        return golden().map(ActivationTest::pick);
    }

    private static Choice pick(String golden) {
        return Sketch.pick(Activation.kinds(), golden.substring(0, golden.indexOf(':')));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithKeras(String golden) {
        Expr formula = formula(pick(golden));
        String[] expected = golden.substring(golden.indexOf(':') + 2).split(" ");
        assertEquals(AT.length, expected.length);
        for (int i = 0; i < AT.length; i++) {
            assertEquals(Double.parseDouble(expected[i]), formula.evaluate(AT[i]), 1e-11, "at " + AT[i]);
        }
    }

    @Test
    void goldenValuesCoverEveryActivation() {
        Set<String> missing = new TreeSet<>();
        Activation.kinds().forEach(kind -> missing.add(kind.name()));
        picks().forEach(pick -> missing.remove(pick.kind().name()));
        assertEquals(Set.of("softmax", "log_softmax"), missing);
        assertTrue(
                Activation.SOFTMAX.formula(Activation.SOFTMAX.kind().choice()).isEmpty());
    }

    /** Kinks are left out: there the differences to either side differ. */
    @ParameterizedTest
    @MethodSource("picks")
    void slopeIsThatOfTheFormula(Choice pick) {
        Random random = new Random(5);
        double h = 1e-5;
        int checked = 0;
        for (int i = 0; i < 200; i++) {
            double x = random.uniform(-7, 7);
            double left = (value(pick, x) - value(pick, x - h)) / h;
            double right = (value(pick, x + h) - value(pick, x)) / h;
            double middle = (value(pick, x + h) - value(pick, x - h)) / (2 * h);
            if (Math.abs(left - right) < 1e-3 * (1 + Math.abs(middle))) {
                assertEquals(middle, slope(pick, x), 1e-6 * (1 + Math.abs(middle)), "at " + x);
                checked++;
            }
        }
        assertTrue(checked > 180, checked + " points are smooth");
    }

    @ParameterizedTest
    @MethodSource("picks")
    void isFiniteFarFromZero(Choice pick) {
        double[] far = {-1e3, 1e3, -88, 88};
        for (double x : far) {
            boolean overflows = pick.is(Activation.EXPONENTIAL.kind()) && x == 1e3;
            assertEquals(!overflows, Double.isFinite(value(pick, x)), "value at " + x + ": " + value(pick, x));
            assertEquals(!overflows, Double.isFinite(slope(pick, x)), "slope at " + x + ": " + slope(pick, x));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relu",
                "leaky_relu",
                "relu6",
                "elu",
                "selu",
                "celu",
                "sigmoid",
                "tanh",
                "softplus",
                "exponential",
                "hard_sigmoid",
                "hard_tanh",
                "log_sigmoid",
                "sparse_plus",
                "heaviside"
            })
    void infinityIsNoReasonForNaN(String name) {
        Choice pick = Sketch.pick(Activation.kinds(), name);
        for (double x : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            assertFalse(Double.isNaN(value(pick, x)), "value at " + x);
            assertFalse(Double.isNaN(slope(pick, x)), "slope at " + x);
        }
    }

    @ParameterizedTest
    @MethodSource("picks")
    void nanStaysNaN(Choice pick) {
        boolean hidden = List.of("heaviside").contains(pick.kind().name());
        assertEquals(!hidden, Double.isNaN(value(pick, Double.NaN)));
    }

    @Test
    void reluHasNoSlopeAtZero() {
        assertEquals(0, slope(Activation.RELU.kind().choice(), 0));
        assertEquals(0, slope(Activation.RELU.kind().choice(), -1));
        assertEquals(1, slope(Activation.RELU.kind().choice(), 1e-9));
    }

    @Test
    void onlyHeavisideIsFlat() {
        assertEquals(
                List.of("heaviside"),
                picks().filter(pick -> Activation.of(pick).flat(pick))
                        .map(pick -> pick.kind().name())
                        .toList());
    }

    private static Expr formula(Choice pick) {
        return Activation.of(pick).formula(pick).orElseThrow();
    }

    private static double value(Choice pick, double x) {
        return formula(pick).evaluate(x);
    }

    private static double slope(Choice pick, double x) {
        return Activation.of(pick).slope(pick).orElseThrow().evaluate(x, value(pick, x));
    }
}
