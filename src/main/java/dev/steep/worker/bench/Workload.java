package dev.steep.worker.bench;

import dev.steep.engine.Backend;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * What can be measured: the training of recipes like any other, so that it is the lab itself that is measured, and bare
 * matrix products.
 */
public enum Workload {
    GEMM("gemm", ""),
    W1(
            "w1",
            "1/data=circle(2000)/split(0)/Dense(8,tanh)/Dense(8,tanh)/Dense(1,tanh)"
                    + "/optimizer=SGD(0.03)/loss=mean_squared_error/fit(10)"),
    W2_SGD(
            "w2-sgd",
            "1/data=digits(640)/split(0)/Flatten/Dense(128,relu)/Dense(10,softmax)/optimizer=SGD(0.01)/fit(32)"),
    W2_ADAM("w2-adam", "1/data=digits(640)/split(0)/Flatten/Dense(128,relu)/Dense(10,softmax)/optimizer=Adam/fit(32)"),
    W3(
            "w3",
            "1/data=digits(640)/split(0)/Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dense(64,relu)/Dense(10,softmax)"
                    + "/optimizer=Adam/fit(32)");

    private final String id;
    private final String recipe;

    Workload(String id, String recipe) {
        this.id = id;
        this.recipe = recipe;
    }

    public static Optional<Workload> of(String id) {
        return Stream.of(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /** All ids, as a sentence lists them. */
    public static String ids() {
        return String.join(", ", Stream.of(values()).map(Workload::id).toList());
    }

    /** What scripts call it. */
    String id() {
        return id;
    }

    /** The experiment; nothing for bare products. */
    Optional<Recipe> recipe() {
        return recipe.isEmpty()
                ? Optional.empty()
                : Optional.of(RecipeText.read(recipe).recipe());
    }

    /** Everything made ready, to be measured on this back end. */
    public BenchLoad on(Backend backend, DoubleSupplier clock) {
        return recipe().<BenchLoad>map(each -> new TrainingLoad(each, backend, clock))
                .orElseGet(() -> new ProductLoad(backend));
    }
}
