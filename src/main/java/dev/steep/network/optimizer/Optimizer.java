package dev.steep.network.optimizer;

import static dev.steep.math.expr.Expr.abs;
import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.max;
import static dev.steep.math.expr.Expr.sqrt;
import static dev.steep.math.expr.Functions.clip;
import static dev.steep.math.expr.Functions.power;
import static dev.steep.math.expr.Functions.square;
import static dev.steep.network.formula.Letters.G;
import static dev.steep.network.formula.Letters.W;
import static dev.steep.network.optimizer.OptimizerKnobs.AMSGRAD;
import static dev.steep.network.optimizer.OptimizerKnobs.BETA;
import static dev.steep.network.optimizer.OptimizerKnobs.BETA_1;
import static dev.steep.network.optimizer.OptimizerKnobs.BETA_2;
import static dev.steep.network.optimizer.OptimizerKnobs.CENTERED;
import static dev.steep.network.optimizer.OptimizerKnobs.CLIPNORM;
import static dev.steep.network.optimizer.OptimizerKnobs.CLIPVALUE;
import static dev.steep.network.optimizer.OptimizerKnobs.DECAY;
import static dev.steep.network.optimizer.OptimizerKnobs.EPSILON;
import static dev.steep.network.optimizer.OptimizerKnobs.GLOBAL_CLIPNORM;
import static dev.steep.network.optimizer.OptimizerKnobs.INITIAL_ACCUMULATOR_VALUE;
import static dev.steep.network.optimizer.OptimizerKnobs.L1_REGULARIZATION_STRENGTH;
import static dev.steep.network.optimizer.OptimizerKnobs.L2_REGULARIZATION_STRENGTH;
import static dev.steep.network.optimizer.OptimizerKnobs.L2_SHRINKAGE_REGULARIZATION_STRENGTH;
import static dev.steep.network.optimizer.OptimizerKnobs.LEARNING_RATE;
import static dev.steep.network.optimizer.OptimizerKnobs.LEARNING_RATE_POWER;
import static dev.steep.network.optimizer.OptimizerKnobs.MOMENTUM;
import static dev.steep.network.optimizer.OptimizerKnobs.NESTEROV;
import static dev.steep.network.optimizer.OptimizerKnobs.RHO;
import static dev.steep.network.optimizer.OptimizerKnobs.SCHEDULE;
import static dev.steep.network.optimizer.OptimizerKnobs.WEIGHT_DECAY;
import static dev.steep.network.optimizer.OptimizerKnobs.pow;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Functions;
import dev.steep.network.formula.Kinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How weights follow their gradients downhill. To add one, add a constant with its knobs and its update rule: formulas
 * over a weight w and its gradient g. Source of names, defaults and arithmetic: Keras 3, {@code keras.optimizers}.
 */
public enum Optimizer {
    SGD(
            "SGD",
            "Gradient descent",
            "A step down the slope, w ← w - rate × gradient; with momentum, steps in the same direction add up.",
            List.of(LEARNING_RATE, MOMENTUM, NESTEROV),
            Optimizer::sgd),
    ADAM(
            "Adam",
            "Adam",
            "A good first pick: momentum, and for each weight a step size of its own, so that all move about equally fast.",
            List.of(LEARNING_RATE.preset(0.001), BETA_1, BETA_2, EPSILON),
            choice -> adam(choice, 0)),
    ADAMW(
            "AdamW",
            "AdamW",
            "Adam that also shrinks every weight a little in each step, apart from the gradient.",
            List.of(LEARNING_RATE.preset(0.001), WEIGHT_DECAY, BETA_1, BETA_2, EPSILON),
            choice -> adam(choice, choice.get(WEIGHT_DECAY))),
    NADAM(
            "Nadam",
            "Nadam",
            "Adam with Nesterov's look ahead: it steps with the momentum that the next step will have.",
            List.of(LEARNING_RATE.preset(0.001), BETA_1, BETA_2, EPSILON),
            Optimizer::nadam),
    ADAMAX(
            "Adamax",
            "Adamax",
            "Adam that divides by the largest recent gradient instead of a mean.",
            List.of(LEARNING_RATE.preset(0.001), BETA_1, BETA_2, EPSILON),
            Optimizer::adamax),
    RMSPROP(
            "RMSprop",
            "RMSprop",
            "Divides each weight's gradient by its usual size, so that all weights move about equally fast.",
            List.of(LEARNING_RATE.preset(0.001), RHO, MOMENTUM, EPSILON, CENTERED),
            Optimizer::rmsprop),
    ADAGRAD(
            "Adagrad",
            "Adagrad",
            "Divides by the sum of all past gradients, so that steps grow smaller and smaller.",
            List.of(LEARNING_RATE.preset(0.001), INITIAL_ACCUMULATOR_VALUE, EPSILON),
            Optimizer::adagrad),
    ADADELTA(
            "Adadelta",
            "Adadelta",
            "Chooses its own step size from how far weights moved recently; use a learning rate of 1 for the original.",
            List.of(LEARNING_RATE.preset(0.001), RHO.preset(0.95), EPSILON),
            Optimizer::adadelta),
    FTRL(
            "Ftrl",
            "FTRL",
            "Follows all gradients so far at once, and sets weights that matter little to exactly 0 if asked to.",
            List.of(
                    LEARNING_RATE.preset(0.001),
                    LEARNING_RATE_POWER,
                    INITIAL_ACCUMULATOR_VALUE,
                    L1_REGULARIZATION_STRENGTH,
                    L2_REGULARIZATION_STRENGTH,
                    L2_SHRINKAGE_REGULARIZATION_STRENGTH,
                    BETA),
            Optimizer::ftrl),
    LION(
            "Lion",
            "Lion",
            "Moves every weight by the same amount, the rate, in the direction of its momentum; use a smaller rate than Adam's.",
            List.of(LEARNING_RATE.preset(0.001), BETA_1, BETA_2.preset(0.99)),
            Optimizer::lion);

    private final Kind kind;
    private final Function<Choice, UpdateRule> rule;

    Optimizer(String name, String title, String about, List<Knob<?>> knobs, Function<Choice, UpdateRule> rule) {
        this.kind = new Kind(name, title, about, knobs)
                .withOptions(options(name))
                .inKeras((choice, script) -> inKeras("keras.optimizers." + name, choice, script));
        this.rule = rule;
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Optimizer::kind).toList();
    }

    /** Parameters that Keras' optimizers have besides, all off at first. */
    private static Knob<?>[] options(String name) {
        List<Knob<?>> options = new ArrayList<>(List.of(SCHEDULE));
        if (name.equals("Adam") || name.equals("AdamW")) {
            options.add(AMSGRAD);
        }
        if (!name.equals("AdamW")) {
            options.add(DECAY);
        }
        options.addAll(List.of(CLIPNORM, CLIPVALUE, GLOBAL_CLIPNORM));
        return options.toArray(new Knob<?>[0]);
    }

    /** How the picked optimizer changes a weight, by a gradient that its {@link Clipping} leaves. */
    public static UpdateRule rule(Choice choice) {
        return Kinds.find(values(), Optimizer::kind, choice).rule.apply(choice);
    }

    /** An empty rule; or one that first takes a part of each weight away, as Keras does before the step of any optimizer. */
    private static UpdateRule begin(Choice choice) {
        UpdateRule rule = new UpdateRule();
        if (!choice.is(ADAMW.kind)) {
            choice.get(DECAY).ifPresent(decay -> shrink(rule, choice, decay));
        }
        return rule;
    }

    private static void shrink(UpdateRule rule, Choice choice, double decay) {
        rule.set(W, W.minus(W.times(decay).times(learningRate(rule, choice))));
    }

    /** Keras takes a schedule in place of the learning rate. */
    private static String inKeras(String function, Choice choice, Python script) {
        Optional<Choice> schedule = choice.get(SCHEDULE);
        Choice plain = schedule.isPresent() ? choice.with(LEARNING_RATE, preset(choice)) : choice;
        String call = KerasForm.call(function).of(plain.with(SCHEDULE, Optional.empty()), script);
        if (schedule.isEmpty()) {
            return call;
        }
        String others = call.substring(function.length() + 1);
        return function + "(learning_rate=" + script.value(schedule.get()) + (others.equals(")") ? "" : ", ") + others;
    }

    private static double preset(Choice choice) {
        return choice.kind().choice().get(LEARNING_RATE);
    }

    private static Expr learningRate(UpdateRule rule, Choice choice) {
        return rule.rate("learning_rate", LearningRate.of(choice));
    }

    /** v = momentum v - rate g; w += v, or with Nesterov w += momentum v - rate g. */
    private static UpdateRule sgd(Choice choice) {
        UpdateRule rule = begin(choice);
        Expr step = learningRate(rule, choice).times(G);
        double momentum = choice.get(MOMENTUM);
        if (momentum == 0) {
            rule.set(W, W.minus(step));
            return rule;
        }
        Expr v = rule.slot("momentum", 0);
        rule.set(v, v.times(momentum).minus(step));
        rule.set(W, choice.get(NESTEROV) ? W.plus(v.times(momentum).minus(step)) : W.plus(v));
        return rule;
    }

    /** m and v: running means of g and g²; w -= a m / (sqrt(v) + epsilon) with a = rate sqrt(1 - b2^t) / (1 - b1^t). */
    private static UpdateRule adam(Choice choice, double decay) {
        UpdateRule rule = begin(choice);
        LearningRate rate = LearningRate.of(choice);
        double b1 = choice.get(BETA_1);
        double b2 = choice.get(BETA_2);
        Expr a = rule.rate(
                "corrected_rate", now -> rate.at(now) * Math.sqrt(1 - pow(b2, now.step())) / (1 - pow(b1, now.step())));
        Expr m = mean(rule, "momentum", G, b1);
        Expr v = mean(rule, "velocity", square(G), b2);
        if (decay != 0) {
            shrink(rule, choice, decay);
        }
        Expr size = v;
        if (choice.get(AMSGRAD)) {
            size = rule.slot("velocity_hat", 0);
            rule.set(size, max(size, v));
        }
        rule.set(W, W.minus(m.times(a).over(sqrt(size).plus(choice.get(EPSILON)))));
        return rule;
    }

    /** Adam whose momentum follows the schedule u(t) = b1 (1 - 0.96^t / 2), one step ahead. */
    private static UpdateRule nadam(Choice choice) {
        UpdateRule rule = begin(choice);
        LearningRate rate = LearningRate.of(choice);
        double b2 = choice.get(BETA_2);
        Nesterov u = new Nesterov(choice.get(BETA_1));
        Expr ahead = rule.rate(
                "momentum_rate", step -> rate.at(step) * u.at(step.step() + 1) / (1 - u.product(step.step() + 1)));
        Expr now = rule.rate(
                "gradient_rate", step -> rate.at(step) * (1 - u.at(step.step())) / (1 - u.product(step.step())));
        Expr correction = rule.rate("velocity_correction", step -> 1 / (1 - pow(b2, step.step())));
        Expr m = mean(rule, "momentum", G, choice.get(BETA_1));
        Expr v = mean(rule, "velocity", square(G), b2);
        Expr step = ahead.times(m).plus(now.times(G));
        rule.set(W, W.minus(step.over(sqrt(v.times(correction)).plus(choice.get(EPSILON)))));
        return rule;
    }

    /** u: the largest recent |g|; w -= rate / (1 - b1^t) m / (u + epsilon). */
    private static UpdateRule adamax(Choice choice) {
        UpdateRule rule = begin(choice);
        LearningRate rate = LearningRate.of(choice);
        double b1 = choice.get(BETA_1);
        Expr a = rule.rate("corrected_rate", now -> rate.at(now) / (1 - pow(b1, now.step())));
        Expr m = mean(rule, "momentum", G, b1);
        Expr u = rule.slot("norm", 0);
        rule.set(u, max(u.times(choice.get(BETA_2)), abs(G)));
        rule.set(W, W.minus(m.times(a).over(u.plus(choice.get(EPSILON)))));
        return rule;
    }

    /** v: running mean of g²; w -= rate g / sqrt(v + epsilon), or with momentum that step accumulated. */
    private static UpdateRule rmsprop(Choice choice) {
        UpdateRule rule = begin(choice);
        Expr rate = learningRate(rule, choice);
        double rho = choice.get(RHO);
        double momentum = choice.get(MOMENTUM);
        Expr v = mean(rule, "velocity", square(G), rho);
        Expr variance = choice.get(CENTERED) ? v.minus(square(mean(rule, "average_gradient", G, rho))) : v;
        Expr step = rate.times(G).over(sqrt(variance.plus(choice.get(EPSILON))));
        if (momentum == 0) {
            rule.set(W, W.minus(step));
            return rule;
        }
        Expr total = rule.slot("momentum", 0);
        rule.set(total, total.times(momentum).plus(step));
        rule.set(W, W.minus(total));
        return rule;
    }

    /** s: the sum of g² so far; w -= rate g / sqrt(s + epsilon). */
    private static UpdateRule adagrad(Choice choice) {
        UpdateRule rule = begin(choice);
        Expr rate = learningRate(rule, choice);
        Expr s = rule.slot("accumulator", choice.get(INITIAL_ACCUMULATOR_VALUE));
        rule.set(s, s.plus(square(G)));
        rule.set(W, W.minus(rate.times(G).over(sqrt(s.plus(choice.get(EPSILON))))));
        return rule;
    }

    /** d = g sqrt(moved + epsilon) / sqrt(s + epsilon), where s and moved are running means of g² and d²; w -= rate d. */
    private static UpdateRule adadelta(Choice choice) {
        UpdateRule rule = begin(choice);
        Expr rate = learningRate(rule, choice);
        double rho = choice.get(RHO);
        double epsilon = choice.get(EPSILON);
        Expr s = mean(rule, "accumulated_gradient", square(G), rho);
        Expr moved = rule.slot("accumulated_change", 0);
        Expr d = sqrt(moved.plus(epsilon)).times(G).over(sqrt(s.plus(epsilon)));
        rule.set(W, W.minus(rate.times(d)));
        rule.set(moved, moved.times(rho).plus(square(d).times(1 - rho)));
        return rule;
    }

    /**
     * n: the sum of g² so far; z: the sum of g - (n^p - n_before^p) / rate w; w = (clip(z, -l1, l1) - z) / (n^p / rate + 2 l2), where p is
     * minus learning_rate_power (McMahan et al., Ad click prediction, 2013).
     */
    private static UpdateRule ftrl(Choice choice) {
        UpdateRule rule = begin(choice);
        Expr rate = learningRate(rule, choice);
        double p = -choice.get(LEARNING_RATE_POWER);
        double l1 = choice.get(L1_REGULARIZATION_STRENGTH);
        Expr n = rule.slot("accumulator", choice.get(INITIAL_ACCUMULATOR_VALUE));
        Expr z = rule.slot("linear", 0);
        Expr g = G.plus(W.times(2 * choice.get(L2_SHRINKAGE_REGULARIZATION_STRENGTH)));
        Expr more = n.plus(square(G));
        Expr grown = p == 0.5 // no difference of nearly equal roots
                ? square(G).over(sqrt(more).plus(sqrt(n)))
                : power(more, p).minus(power(n, p));
        rule.set(z, z.plus(g).minus(grown.over(rate).times(W)));
        rule.set(n, more);
        Expr l2 = c(choice.get(BETA)).over(rate).plus(2 * choice.get(L2_REGULARIZATION_STRENGTH));
        rule.set(W, clip(z, -l1, l1).minus(z).over(power(n, p).over(rate).plus(l2)));
        return rule;
    }

    /** w -= rate sign(b1 m + (1 - b1) g), then m = b2 m + (1 - b2) g (Chen et al., Symbolic discovery, 2023). */
    private static UpdateRule lion(Choice choice) {
        UpdateRule rule = begin(choice);
        Expr rate = learningRate(rule, choice);
        double b1 = choice.get(BETA_1);
        double b2 = choice.get(BETA_2);
        Expr m = rule.slot("momentum", 0);
        Expr towards = m.times(b1).plus(G.times(1 - b1));
        rule.set(W, W.minus(rate.times(Functions.sign(towards))));
        rule.set(m, m.times(b2).plus(G.times(1 - b2)));
        return rule;
    }

    /** A slot that holds a running mean: mean += (x - mean) (1 - b). */
    private static Expr mean(UpdateRule rule, String name, Expr x, double b) {
        Expr mean = rule.slot(name, 0);
        rule.set(mean, mean.plus(x.minus(mean).times(1 - b)));
        return mean;
    }

    /** Nadam's momentum schedule u(t), and the product u(1) u(2) ... u(t). */
    private record Nesterov(double b1) {
        double at(int t) {
            return momentum(pow(0.96, t));
        }

        /** Once the product is far below what 1 - product can show, the rest of it no longer matters. */
        double product(int t) {
            double product = 1;
            double decay = 1;
            for (int i = 1; i <= t && product > 1e-20; i++) {
                decay *= 0.96;
                product *= momentum(decay);
            }
            return product;
        }

        private double momentum(double decay) {
            return b1 * (1 - 0.5 * decay);
        }
    }
}
