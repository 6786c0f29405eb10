package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2,
        -2,
        3,
        -3,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        709.782712893384,
        709.7827128933841,
        -708.4,
        -745.13,
        -745.14,
        1e-310,
        -1e-310,
        Math.nextUp(-1.0),
        Math.nextDown(-1.0),
        -1 + 1e-10,
        -37.4,
        -37.5,
        9007199254740993.0,
        1e300,
        INFINITY,
        -INFINITY,
        Double.NaN
    };

    /** {x, erf(x)}, from 2400-bit arithmetic. */
    private static final double[][] ERF = {
        {1e-300, 1.1283791670955126e-300},
        {1e-10, 1.1283791670955126e-10},
        {0.1, 0.1124629160182849},
        {0.3749999, 0.40411681139953765},
        {0.375, 0.4041169094348223},
        {0.6249, 0.6231645274630255},
        {0.625, 0.623240882188418},
        {1.0, 0.8427007929497149},
        {1.3, 0.9340079449406524},
        {2.2, 0.9981371537020182},
        {-2.9, -0.9999589021219005},
        {3.87, 0.9999999557536089},
        {-4.4, -0.999999999510829},
        {5.5, 0.9999999999999927},
        {5.87, 0.9999999999999999},
        {0.84375, 0.7672256612323416},
        {-0.25, -0.27632639016823696},
    };

    /** {x, sin(x)}, from 2400-bit arithmetic; among them the doubles nearest to a multiple of a quarter turn. */
    private static final double[][] SIN = {
        {1e+22, -0.8522008497671888},
        {5.319372648326541e+255, 1.0},
        {1e+308, 0.4533964905016491},
        {1048576.5, 0.7425208640927718},
        {-1048575.3, 0.3552429645743519},
        {3.141592653589793, 1.2246467991473532e-16},
        {710.0, 6.0288706691585265e-05},
        {1000000.0, -0.34999350217129294},
        {-1000000000000000.0, -0.8582727931702359},
        {2.5e-09, 2.5e-09},
        {884279719003555.0, -0.034463916791796556},
    };

    @Test
    void expIsWithinOneUnitInTheLastPlace() {
        agrees("exp", Elementary::exp, StrictMath::exp, 1);
    }

    @Test
    void expm1IsWithinTwoUnitsInTheLastPlace() {
        agrees("expm1", Elementary::expm1, StrictMath::expm1, 2);
    }

    @Test
    void logIsWithinOneUnitInTheLastPlace() {
        agrees("log", Elementary::log, StrictMath::log, 1);
    }

    @Test
    void log1pIsWithinOneUnitInTheLastPlace() {
        agrees("log1p", Elementary::log1p, StrictMath::log1p, 1);
    }

    @Test
    void tanhIsWithinThreeUnitsInTheLastPlace() {
        agrees("tanh", Elementary::tanh, StrictMath::tanh, 3);
    }

    @Test
    void sinIsWithinOneUnitInTheLastPlace() {
        agrees("sin", Elementary::sin, StrictMath::sin, 1);
    }

    @Test
    void cosIsWithinOneUnitInTheLastPlace() {
        agrees("cos", Elementary::cos, StrictMath::cos, 1);
    }

    @Test
    void anglesNearQuarterTurnsKeepTheirPrecision() {
        for (int i = 0; i < 50_000; i++) {
            double x = i * (Math.PI / 2);
            within("sin", x, Elementary.sin(x), StrictMath.sin(x), 1);
            within("cos", x, Elementary.cos(x), StrictMath.cos(x), 1);
        }
    }

    @Test
    void hugeAnglesAreReducedExactly() {
        for (double[] row : SIN) {
            within("sin", row[0], Elementary.sin(row[0]), row[1], 1);
        }
    }

    @Test
    void erfIsWithinOneUnitInTheLastPlace() {
        for (double[] row : ERF) {
            within("erf", row[0], Elementary.erf(row[0]), row[1], 1);
        }
        assertEquals(1, Elementary.erf(INFINITY));
        assertEquals(-1, Elementary.erf(-INFINITY));
        assertEquals(Double.NaN, Elementary.erf(Double.NaN));
        assertEquals(-0.0, Elementary.erf(-0.0));
        assertEquals(Elementary.erf(Double.MIN_VALUE), Double.MIN_VALUE);
    }

    @Test
    void erfRisesEverywhere() {
        for (double x = -6; x < 6; x += 1e-3) {
            assertTrue(Elementary.erf(x) <= Elementary.erf(x + 1e-3), "erf falls after " + x);
        }
    }

    @Test
    void powersWithWholeExponentsAgreeWithExactArithmetic() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            double x = random.uniform(-10, 10);
            int n = random.below(200);
            double exact = new BigDecimal(x).pow(n, new MathContext(40)).doubleValue();
            within("pow " + n, x, Elementary.pow(x, n), exact, 1);
        }
    }

    @Test
    void powersNearOneWithLargeExponentsAgreeWithExactArithmetic() {
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            double x = 1 + random.uniform(-1, 1) * 1e-6;
            int n = random.below(500_000_000);
            double exact = new BigDecimal(x).pow(n, new MathContext(60)).doubleValue();
            within("pow " + n, x, Elementary.pow(x, n), exact, 1);
        }
    }

    @Test
    void powersWithRealExponentsAgreeWithStrictMath() {
        Random random = new Random(9);
        for (int i = 0; i < 200_000; i++) {
            double x = i % 2 == 0 ? random.uniform(0, 10) : StrictMath.pow(2, random.uniform(-1074, 1024));
            double y = i % 3 == 0 ? random.uniform(-3, 3) : random.uniform(-800, 800) / StrictMath.log(x);
            within("pow " + y, x, Elementary.pow(x, y), StrictMath.pow(x, y), 1);
        }
    }

    @Test
    void specialPowersAgreeWithStrictMath() {
        for (double x : SPECIAL) {
            for (double y : SPECIAL) {
                within("pow " + y, x, Elementary.pow(x, y), StrictMath.pow(x, y), 1);
            }
        }
    }

    @Test
    void everyBitIsFixed() {
        Random random = new Random(1);
        int hash = 0;
        for (int i = 0; i < 20_000; i++) {
            double x = random.normal() * 10;
            double size = Math.abs(x);
            double[] all = {
                Elementary.exp(x), Elementary.expm1(x), Elementary.log(size), Elementary.log1p(size),
                Elementary.tanh(x), Elementary.sin(x), Elementary.cos(x), Elementary.erf(x / 5),
                Elementary.pow(size, x), Elementary.sin(x * 1e20)
            };
            for (double y : all) {
                hash = Random.mix(hash + Double.hashCode(y));
            }
        }
        assertEquals(-1228839133, hash, "a change of the last bit changes what shared links show");
    }

    private static void agrees(String name, DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double ulps) {
        Random random = new Random(5);
        for (double x : SPECIAL) {
            within(name, x, ours.applyAsDouble(x), theirs.applyAsDouble(x), ulps);
        }
        for (int i = 0; i < 200_000; i++) {
            double x =
                    switch (i % 4) {
                        case 0 -> random.uniform(-750, 750);
                        case 1 -> random.normal();
                        case 2 -> random.uniform(-1, 1) * StrictMath.pow(2, random.below(2000) - 1000);
                        default ->
                            (random.below(2) == 0 ? 1 : -1)
                                    + random.uniform(-1, 1) * StrictMath.pow(2, -random.below(50));
                    };
            within(name, x, ours.applyAsDouble(x), theirs.applyAsDouble(x), ulps);
        }
    }

    /** Same bits, or finite and at most this many units in the last place apart. */
    private static void within(String name, double x, double actual, double expected, double ulps) {
        if (Double.compare(actual, expected) != 0) {
            boolean near = actual != expected && Math.abs(actual - expected) <= ulps * Math.ulp(expected);
            assertTrue(near && Double.isFinite(actual), name + " at " + x + ": " + actual + ", not " + expected);
        }
    }
}
