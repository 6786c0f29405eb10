package dev.steep.tape;

import dev.steep.math.expr.Expr;
import java.util.List;

/**
 * Random numbers, drawn anew in each step for each number of each sample: a mask, an error, an angle. Number i of the batch is the
 * formula of its distribution over draws of 24 bits, evenly spread over [0, 1): of n draws, the j-th is the top 24 bits of
 * {@code Random.mix((n i + j) ^ key)} as a fraction of 2^24, where the key is {@code Random.mix(seed + stream * 0x9E3779B9)} for
 * the batch's seed. So the numbers depend on nothing but seed, stream, place and parameters, and every back end draws the same.
 *
 * @param parameters of the distribution: scalars
 * @param stream tells these numbers from the others of the tape
 * @param output batch x shape
 */
public record Noise(Distribution kind, List<Value> parameters, int stream, Value output) implements Step {
    private static final double TWO_TO_24 = 1 << 24;

    /** How the numbers are spread. One that is added is a formula, and nothing else. */
    public enum Distribution {
        /** 0 with a probability, else a factor. Parameters: {@link Noise#probability} and factor. */
        BERNOULLI(1, Expr.select(Expr.less(u(0), p(1, "rate")), Expr.c(0), p(2, "kept"))) {
            @Override
            String words(List<String> of) {
                return "0 with probability " + of.get(0) + ", else " + of.get(1);
            }
        },

        /** Evenly between two numbers. Parameters: low and high. */
        UNIFORM(1, p(1, "low").plus(p(2, "high").minus(p(1, "low")).times(u(0)))) {
            @Override
            String words(List<String> of) {
                return "random between " + of.get(0) + " and " + of.get(1);
            }
        },

        /** Normal around 0 (G. Box and M. Muller, 1958). Parameter: standard deviation. */
        NORMAL(
                2,
                Expr.sqrt(Expr.log(Expr.c(1).minus(u(0))).times(-2))
                        .times(Expr.cos(u(1).times(2 * Math.PI)))
                        .times(p(2, "stddev"))) {
            @Override
            String words(List<String> of) {
                return "random, normal with standard deviation " + of.get(0);
            }
        };

        private final int draws;
        private final Expr formula;

        Distribution(int draws, Expr formula) {
            this.draws = draws;
            this.formula = formula;
        }

        private static Expr u(int draw) {
            return Expr.input(draw, "u");
        }

        private static Expr p(int input, String name) {
            return Expr.input(input, name);
        }

        /** How many draws a number takes. */
        public int draws() {
            return draws;
        }

        /** A number as a formula over its draws, followed by the parameters. */
        public Expr formula() {
            return formula;
        }

        /** The same in words, over the names of the parameters. */
        abstract String words(List<String> of);
    }

    public Noise {
        parameters = List.copyOf(parameters);
    }

    /**
     * The next probability from p on that draws of 24 bits can have. Float32 holds it as it is, so that no back end decides a draw
     * otherwise than another.
     */
    public static double probability(double p) {
        return Math.ceil(p * TWO_TO_24) / TWO_TO_24;
    }

    @Override
    public List<Value> inputs() {
        return parameters;
    }

    /** Random numbers are constants to the derivative. */
    @Override
    public void backward(Value dy, Gradients gradients) {}

    @Override
    public String words() {
        return kind.words(parameters.stream().map(Value::name).toList());
    }

    @Override
    public double work(int samples) {
        return (kind.draws * Cost.DRAW + Cost.of(kind.formula)) * output.count(samples);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.noise(this);
    }
}
