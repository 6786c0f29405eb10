package dev.steep.worker.bench;

import dev.steep.engine.Backend;
import dev.steep.engine.Flops;
import dev.steep.engine.Trainer;
import dev.steep.recipe.Recipe;
import dev.steep.worker.experiment.DatasetStore;
import dev.steep.worker.experiment.Experiment;
import java.util.function.DoubleSupplier;

/** Training as a student would: whole steps, epoch after epoch, shuffled. */
public final class TrainingLoad implements BenchLoad {
    private final Trainer trainer;
    private final DoubleSupplier clock;

    /** @param recipe of a built-in data set and a sound network */
    TrainingLoad(Recipe recipe, Backend backend, DoubleSupplier clock) {
        this.clock = clock;
        trainer = Experiment.of(recipe, new DatasetStore().material(recipe, notice -> {}), backend, clock)
                .trainer()
                .orElseThrow();
    }

    @Override
    public void advance(double milliseconds) {
        double end = clock.getAsDouble() + milliseconds;
        double left = milliseconds;
        while (left > 0) {
            trainer.advance(Integer.MAX_VALUE, left);
            left = end - clock.getAsDouble();
            trainer.trouble().ifPresent(sentence -> {
                throw new IllegalStateException(sentence);
            });
        }
    }

    @Override
    public double samples() {
        return trainer.samples();
    }

    @Override
    public double flopsPerSample() {
        return Flops.perStep(trainer.model().program(), 1);
    }

    @Override
    public String backend() {
        return trainer.machine().backend();
    }
}
