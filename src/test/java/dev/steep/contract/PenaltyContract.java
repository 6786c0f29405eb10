package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Evaluation;
import dev.steep.engine.Score;
import dev.steep.engine.Supply;
import dev.steep.engine.Trainer;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.loss.Loss;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Regularization penalties count wherever a loss is said, as in Keras: the numbers are those of Keras 3.15 with JAX. */
interface PenaltyContract extends Contract {
    /** Six points of the plane, and x - y / 2 of each. */
    float[] POINTS = {1, 2, -1, 0.5f, 0.5f, -2, 2, 1, -0.5f, -1, 1.5f, 0.25f};

    float[] TARGETS = {0, -1.25f, 1.5f, 1.5f, 0, 1.375f};

    String[] LAYERS = {
        "Dense(3,tanh,kernel_initializer=constant(0.5),kernel_regularizer=L1L2(0.1,0.05))",
        "Dropout(0.5)",
        "Dense(2,elu,kernel_initializer=constant(-0.25),kernel_regularizer=L1(0.2))",
        "Dense(1,kernel_initializer=constant(0.75),kernel_regularizer=L2(0.3))"
    };

    @Test
    default void validationLossHasThePenaltyOfTheWeights() {
        Trainer trainer = trainer(
                new float[] {1, 2, 3, 4},
                new float[4],
                2,
                2,
                Loss.MEAN_ABSOLUTE_ERROR,
                "SGD(1e-6)",
                "Dense(1,use_bias=false,kernel_initializer=constant(3),kernel_regularizer=L2(1))");
        train(trainer, 1);
        assertEquals(13.5, trainer.history().get(0).loss(), 1e-4);
        assertEquals(19.5, trainer.history().get(0).validation().loss(), 1e-4);
        assertEquals(19.5, score(trainer, 2, 4).loss(), 1e-4);
    }

    @Test
    default void everyEpochIsThatOfKeras() {
        Trainer trainer =
                trainer(POINTS, TARGETS, 4, 3, Loss.MEAN_SQUARED_ERROR, "SGD(0.1)", LAYERS[0], LAYERS[2], LAYERS[3]);
        train(trainer, 4);
        double[] losses = {2.985826253890991, 1.9303975105285645, 1.9557921886444092, 1.9736580848693848};
        double[] validation = {1.1503175497055054, 0.8380934000015259, 0.8085604310035706, 0.789629340171814};
        for (int i = 0; i < losses.length; i++) {
            assertEquals(losses[i], trainer.history().get(i).loss(), 2e-6, "loss of epoch " + (i + 1));
            assertEquals(
                    validation[i],
                    trainer.history().get(i).validation().loss(),
                    2e-6,
                    "validation loss of epoch " + (i + 1));
        }
        assertEquals(0.789629340171814, score(trainer, 4, 6).loss(), 2e-6);
        assertEquals(1.8263920545578003, score(trainer, 0, 4).loss(), 2e-6);
    }

    @Test
    default void evaluationHasThePenaltyButNoDropout() {
        Trainer trainer = trainer(POINTS, TARGETS, 4, 3, Loss.MEAN_SQUARED_ERROR, "SGD(0.1)", LAYERS);
        assertEquals(3.1752328872680664, score(trainer, 0, 6).loss(), 2e-6);
    }

    @Test
    default void aPenaltyThatChangesWhileTrainingCountsAtOnce() {
        Trainer trainer = trainer(POINTS, TARGETS, 4, 3, Loss.MEAN_SQUARED_ERROR, "SGD(0.1)", LAYERS);
        Evaluation begun = trainer.evaluation(new int[] {4, 5});
        Design retuned = design(
                Loss.MEAN_SQUARED_ERROR,
                "SGD(0.1)",
                2,
                LAYERS[0].replace("0.1,0.05", "0.02,0.5"),
                LAYERS[1],
                LAYERS[2].replace("L1(0.2)", "L1(0.7)"),
                LAYERS[3].replace("0.3", "0.01"));
        trainer.retune(trainer.model().retuned(retuned).orElseThrow());
        begun.advance(() -> 0, 1);
        assertEquals(4.107107639312744, begun.score().loss(), 2e-6);
        assertEquals(4.033982753753662, score(trainer, 0, 6).loss(), 2e-6);
    }

    @Test
    default void accuracyHasNoPenalty() {
        Design design = Sketch.classes(
                Shape.of(2), 2, "Dense(2,softmax,kernel_initializer=constant(0.5),kernel_regularizer=L1(0.5))");
        Supply supply = new Supply(
                new FloatSamples(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 2),
                Rescaling.NONE,
                new Target.Classes(new int[] {0, 1, 1, 0}, List.of("a", "b")));
        Score score = score(trainer(design, supply, 4, 4), 0, 4);
        assertEquals(1.6931471824645996, score.loss(), 2e-6);
        assertEquals(0.5, score.accuracy());
    }

    private Trainer trainer(
            float[] x, float[] y, int training, int batch, Loss loss, String optimizer, String... layers) {
        int width = x.length / y.length;
        Supply supply = new Supply(new FloatSamples(x, width), Rescaling.NONE, new Target.Numbers(y, 1, List.of("y")));
        return trainer(design(loss, optimizer, width, layers), supply, training, batch);
    }

    private static Design design(Loss loss, String optimizer, int width, String... layers) {
        return Sketch.with(Sketch.with(Sketch.numbers(Shape.of(width), 1, layers), loss), optimizer);
    }

    /** Trains on the first rows, in their order, and validates with the others. */
    private Trainer trainer(Design design, Supply supply, int training, int batch) {
        Split split = new Split(rows(0, training), rows(training, supply.y().count()), new int[0]);
        Batches batches = new Batches(split.training(), batch, false, new Random(1));
        return new Trainer(backend(), Model.of(Plan.of(design)), supply, split, batches, () -> 0);
    }

    private static void train(Trainer trainer, int epochs) {
        while (trainer.history().size() < epochs) {
            trainer.advance(1, 1);
        }
    }

    private static Score score(Trainer trainer, int from, int to) {
        Evaluation evaluation = trainer.evaluation(rows(from, to));
        evaluation.advance(() -> 0, 1);
        return evaluation.score();
    }

    private static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
