package dev.steep.ui.doctor;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.network.Layers;
import dev.steep.network.activation.Activation;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.recipe.Recipe;
import java.util.List;
import java.util.Optional;

/** Other learning rates for a recipe. None where a schedule rules the rate. */
final class Rates {
    /** A rate is far off if it is so many times the usual one, or that part of it. */
    private static final double FAR = 3;

    private Rates() {}

    /** Keras' default of the optimizer, if the rate is well above it; else a third. */
    static Optional<Finding.Remedy> lower(Recipe recipe) {
        double rate = rate(recipe);
        double usual = preset(recipe);
        return with(recipe, rate > usual * 1.5 ? usual : rate / FAR);
    }

    /** Keras' default of the optimizer, if the rate is far from it. */
    static Optional<Finding.Remedy> usual(Recipe recipe) {
        double share = rate(recipe) / preset(recipe);
        return share > FAR || share < 1 / FAR ? with(recipe, preset(recipe)) : Optional.empty();
    }

    /** Whether the perceptron rule trains the last layer: its rate scales the weights, and hardly changes what they say. */
    static boolean scaleOnly(Recipe recipe) {
        List<Choice> layers = recipe.layers();
        return !layers.isEmpty()
                && Activation.isPerceptron(
                        Layers.of(layers.get(layers.size() - 1)).activation());
    }

    /** Whether the rate is far below Keras' default of the optimizer. */
    static boolean low(Recipe recipe) {
        return rate(recipe) < preset(recipe) / FAR && !scaleOnly(recipe);
    }

    private static double rate(Recipe recipe) {
        return recipe.optimizer().get(OptimizerKnobs.LEARNING_RATE);
    }

    private static double preset(Recipe recipe) {
        return recipe.optimizer().kind().choice().get(OptimizerKnobs.LEARNING_RATE);
    }

    private static Optional<Finding.Remedy> with(Recipe recipe, double rate) {
        Choice optimizer = recipe.optimizer();
        if (optimizer.get(OptimizerKnobs.SCHEDULE).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Finding.Remedy(
                "Set the learning rate to " + Numbers.write(rate),
                recipe.withOptimizer(optimizer.with(OptimizerKnobs.LEARNING_RATE, rate))));
    }
}
