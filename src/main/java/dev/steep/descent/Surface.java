package dev.steep.descent;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.log;
import static dev.steep.math.expr.Expr.neg;
import static dev.steep.math.expr.Functions.power;
import static dev.steep.math.expr.Functions.sigmoid;
import static dev.steep.math.expr.Functions.softplus;
import static dev.steep.math.expr.Functions.square;

import dev.steep.math.expr.Expr;
import java.util.List;

/**
 * A loss over one or two weights. Its gradient is the derivative of its formula. To add one, add a constant: a formula, the part of
 * the plane that is shown, where a path begins unless told otherwise, and the minima.
 */
public enum Surface {
    BOWL_OF_ONE(
            "Bowl, one weight",
            "The slope grows with the distance from the minimum: at rate 1 one step is enough, above 2 each step ends farther away.",
            List.of("w"),
            square(w("w", 0)).over(2),
            new double[][] {{-4, 4}},
            new double[] {-3.4},
            new double[][] {{0}}),
    TWO_MINIMA_OF_ONE(
            "Two minima, one weight",
            "Where a path ends depends on where it starts; long steps or momentum may carry it over the hill.",
            List.of("w"),
            doubleWell(w("w", 0)),
            new double[][] {{-3.6, 3.6}},
            new double[] {3.2},
            new double[][] {{-2.1149075414767557}, {1.8608058531117035}}),
    BOWL(
            "Bowl",
            "Equally steep in every direction: the gradient points straight at the minimum.",
            List.of("w1", "w2"),
            square(w("w1", 0)).plus(square(w("w2", 1))).over(2),
            new double[][] {{-4, 4}, {-4, 4}},
            new double[] {-3.2, 2.2},
            new double[][] {{0, 0}}),
    VALLEY(
            "Narrow valley",
            "Twenty times as steep across as along: the rate that the steep direction stands is too small for the flat one.",
            List.of("w1", "w2"),
            square(w("w1", 0)).over(20).plus(square(w("w2", 1))),
            new double[][] {{-4, 4}, {-4, 4}},
            new double[] {-3.4, 2.4},
            new double[][] {{0, 0}}),
    SADDLE(
            "Saddle",
            "A minimum in one direction and a maximum in the other: near it the gradient is almost 0, and a path rests there.",
            List.of("w1", "w2"),
            square(w("w1", 0))
                    .over(2)
                    .plus(power(w("w2", 1), 4).over(8))
                    .minus(square(w("w2", 1)).over(2))
                    .plus(0.5),
            new double[][] {{-3, 3}, {-3, 3}},
            new double[] {-2.6, 0.02},
            new double[][] {{0, -1.4142135623730951}, {0, 1.4142135623730951}}),
    TWO_MINIMA(
            "Two minima",
            "Two valleys, one deeper than the other: nothing in the gradient tells which of them a path goes to.",
            List.of("w1", "w2"),
            doubleWell(w("w1", 0)).plus(square(w("w2", 1).minus(w("w1", 0).over(2)))),
            new double[][] {{-4, 4}, {-4, 4}},
            new double[] {3.2, -2},
            new double[][] {{-2.1149075414767557, -1.0574537707383778}, {1.8608058531117035, 0.9304029265558518}}),
    NEURON(
            "A neuron of two weights",
            "The mean loss of one sigmoid neuron over " + ORings.COUNT
                    + " real samples, launches of the space shuttle: x is how many times 7 °F it was warmer than 70 °F, t is 1 if a sealing ring of"
                    + " the boosters was damaged.",
            List.of("w", "b"),
            ORings.meanLoss(),
            new double[][] {{-5, 3}, {-5, 3}},
            new double[] {2.2, 1.8},
            new double[][] {{-1.6251392095301753, -1.2084904475993123}}) {
        @Override
        public List<Equation> written() {
            Expr p = Expr.input(2, "p");
            Expr t = Expr.input(3, "t");
            Expr z = w("w", 0).times(Expr.input(2, "x")).plus(w("b", 1));
            return List.of(
                    new Equation("p", sigmoid(z)),
                    new Equation("l", neg(t.times(log(p))).minus(c(1).minus(t).times(log(c(1).minus(p))))));
        }
    };

    /** A line of the formula: {@code name = right}. */
    public record Equation(String name, Expr right) {}

    private final String title;
    private final String about;
    private final List<String> names;
    private final Expr formula;
    private final double[][] edges;
    private final double[] start;
    private final double[][] minima;

    Surface(
            String title,
            String about,
            List<String> names,
            Expr formula,
            double[][] edges,
            double[] start,
            double[][] minima) {
        this.title = title;
        this.about = about;
        this.names = names;
        this.formula = formula;
        this.edges = edges;
        this.start = start;
        this.minima = minima;
    }

    /** What a list of surfaces calls it. */
    public String title() {
        return title;
    }

    /** One sentence: what is to be seen on it. */
    public String about() {
        return about;
    }

    /** The names of its weights: one or two. */
    public List<String> names() {
        return names;
    }

    /** The same for plain text: w₁ and not w1. */
    public List<String> labels() {
        return names.stream()
                .map(name -> name.replace('1', '₁').replace('2', '₂'))
                .toList();
    }

    /** The loss, over the weights as inputs 0 and 1. */
    public Expr formula() {
        return formula;
    }

    /** The formula as a reader wants it: of what is a mean over samples, the loss l of one sample. */
    public List<Equation> written() {
        return List.of(new Equation("l", formula));
    }

    /** Lowest and highest number of each weight that is shown. */
    public double[][] edges() {
        return edges;
    }

    /** Where a path begins unless told otherwise. */
    public double[] start() {
        return start.clone();
    }

    /** All minima. */
    public double[][] minima() {
        return minima;
    }

    private static Expr w(String name, int index) {
        return Expr.input(index, name);
    }

    /** Minima of about 0.09 and 1.08, and a hill between them. */
    private static Expr doubleWell(Expr w) {
        return power(w, 4).over(16).minus(square(w).over(2)).plus(w.over(4)).plus(1.6);
    }

    /**
     * Damage of the sealing rings in 23 launches before the Challenger accident, over the temperature. Source: Report of the Presidential
     * Commission on the Space Shuttle Challenger Accident (1986); Dalal, Fowlkes and Hoadley, JASA 84 (1989).
     */
    private static final class ORings {
        static final int COUNT = 23;

        private static final int[] FAHRENHEIT = {
            66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58
        };

        private static final int[] DAMAGED = {0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1};

        /** The binary crossentropy of σ(w x + b), as ln(1 + e^z) - t z, which is the same and does not overflow. */
        static Expr meanLoss() {
            Expr sum = c(0);
            for (int i = 0; i < COUNT; i++) {
                Expr z = w("w", 0).times((FAHRENHEIT[i] - 70) / 7.0).plus(w("b", 1));
                Expr loss = DAMAGED[i] == 1 ? softplus(neg(z)) : softplus(z);
                sum = sum.plus(loss);
            }
            return sum.over(COUNT);
        }
    }
}
