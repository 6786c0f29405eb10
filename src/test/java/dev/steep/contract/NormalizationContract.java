package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Evaluation;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.engine.Trainer;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Sketch;
import dev.steep.tape.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Batch normalization and frozen layers, step by step: the numbers are those of Keras 3.15 with JAX, in double precision. */
interface NormalizationContract extends Contract {
    double TOLERANCE = 3e-6;

    /** A network, and what two epochs come to: the weights of a layer frozen in it stay. */
    enum Case {
        AFTER_DENSE(
                Shape.of(3),
                List.of("Dense(4,tanh)", "BatchNormalization(momentum=0.8)", "Dense(1)"),
                List.of(),
                "SGD(0.1)",
                5,
                13,
                new double[] {0.20877564, 0.28822164, 0.2605759, 0.11817216, 0.2296033, 0.11901524},
                List.of(
                        new double[] {-0.002560918, -0.55747565, 0.30735253, -0.27436676},
                        new double[] {0.6873372, 0.1302173, -0.43827214, 0.43420706},
                        new double[] {-0.060334361, -0.45805812, 0.24063662, -0.30559978},
                        new double[] {0.62946643, 0.034662547, -0.50268562, 0.38924459},
                        new double[] {0.36007079, -0.052179493, -0.21602274, 0.16144976},
                        new double[] {0.31049284, 0.1913835, 0.3228623, 0.26169941},
                        new double[] {-0.20744985, 0.53382815, 0.12499762, -0.44409036},
                        new double[] {0.46509497}),
                new double[] {
                    0.068744835,
                    0.079893621,
                    0.45185215,
                    0.4666203,
                    -0.16386948,
                    -0.14556424,
                    0.071654059,
                    0.082478165,
                    0.45566522,
                    -0.17777881,
                    -0.15926143,
                    -0.14105024,
                    0.07448184
                },
                0.1648896595892998),
        IMAGES(
                Shape.of(4, 5, 2),
                List.of(
                        "BatchNormalization(momentum=0.9,epsilon=0.01)",
                        "Conv2D(3,2)",
                        "BatchNormalization(momentum=0.5)",
                        "Activation(relu)",
                        "Flatten",
                        "Dense(1)"),
                List.of(),
                "SGD(0.01)",
                5,
                13,
                new double[] {1.1499343, 0.81100166, 0.58707379, 0.8212055, 0.58581737, 0.50554173},
                List.of(
                        new double[] {-0.039718703, -0.56050353},
                        new double[] {0.6875, 0.125},
                        new double[] {-0.03250977, -0.3337571},
                        new double[] {0.67800528, 0.37984285},
                        new double[] {-0.1248654, -0.68892088, 0.1875, -0.38303811},
                        new double[] {0.5625, 5.2712858e-09, -0.5625},
                        new double[] {-0.16010982, 0.61545543, 0.125},
                        new double[] {0.50442024, -0.12359082, -0.625},
                        new double[] {0.087774485, 0.061442856, -0.16955698},
                        new double[] {0.11260981, 0.098968141, 0.1223926},
                        new double[] {-0.32825172, 0.55418109, 0.0, -0.57869986},
                        new double[] {0.34368193}),
                new double[] {
                    0.29476791,
                    0.27523873,
                    0.22242117,
                    0.16207832,
                    0.31975384,
                    0.23352804,
                    0.086250407,
                    0.20795309,
                    0.23705522,
                    0.35194961,
                    0.020013651,
                    0.19785374,
                    0.29718704
                },
                0.23271804606282295),
        PLAIN(
                Shape.of(3),
                List.of(
                        "Dense(4,use_bias=false)",
                        "BatchNormalization(momentum=0.8,center=false,scale=false)",
                        "Activation(tanh)",
                        "Dense(1)"),
                List.of(),
                "SGD(0.1)",
                5,
                13,
                new double[] {0.81913545, 0.68248469, 0.35021355, 0.17050152, 0.27495643, 0.15515632},
                List.of(
                        new double[] {0.1606774, -0.56028457, 0.30260362, -0.19542924},
                        new double[] {0.14769469, 0.06338957, -0.0969221, 0.087233894},
                        new double[] {0.21052973, 0.3642008, 0.26760882, 0.27910143},
                        new double[] {0.29989826, 0.0020327667, -0.11864844, 0.037810872},
                        new double[] {0.018634796}),
                new double[] {
                    0.19315838,
                    0.11828602,
                    0.072357326,
                    -0.0035763904,
                    -0.31711818,
                    -0.34341117,
                    0.17545252,
                    0.09841014,
                    0.054197348,
                    -0.28792306,
                    -0.32492722,
                    -0.34812996,
                    0.15697526
                },
                0.15718757305904335),
        FROZEN(
                Shape.of(3),
                List.of(
                        "Dense(4,tanh)",
                        "BatchNormalization(momentum=0.8)",
                        "Dense(3,tanh)",
                        "BatchNormalization(momentum=0.8,center=false)",
                        "Dense(1)"),
                List.of(1),
                "SGD(0.1)",
                5,
                13,
                new double[] {0.26384114, 0.23986324, 0.32218628, 0.16828567, 0.15917446, 0.20398236},
                List.of(
                        new double[] {-0.00023402319, -0.56314502, 0.31075033, -0.24858475},
                        new double[] {0.68636616, 0.1239404, -0.43924233, 0.43353564},
                        new double[] {-0.0625, -0.625, 0.25, -0.3125},
                        new double[] {0.625, 0.0625, -0.5, 0.375},
                        new double[] {-0.125, -0.6875, 0.1875, -0.375},
                        new double[] {1.0625, 0.5, 1.0625, 0.8125},
                        new double[] {-0.18652086, 0.69008581, 0.12465308, -0.43853376},
                        new double[] {0.49905075, -0.061759874, -0.62451535},
                        new double[] {-0.28805616, 0.61292648, 0.11613546},
                        new double[] {0.72303307, -0.098195575, -0.40517396},
                        new double[] {0.21458155, 0.28766888, 0.13504362},
                        new double[] {0.40088214, -0.15109562, 0.69348386},
                        new double[] {-0.046543252}),
                new double[] {
                    -0.024244311,
                    -0.024476125,
                    -0.077186636,
                    -0.075164833,
                    -0.066252333,
                    -0.065474337,
                    -0.024274398,
                    -0.024580002,
                    -0.076672325,
                    -0.066831257,
                    -0.06605791,
                    -0.065280593,
                    -0.024323132
                },
                0.16854472583844865),
        BATCH_OF_ONE(
                Shape.of(4, 4, 1),
                List.of(
                        "Conv2D(3,2,use_bias=false)",
                        "BatchNormalization(momentum=0.8,scale=false)",
                        "Flatten",
                        "Dense(1)"),
                List.of(),
                "Adam(0.01)",
                1,
                4,
                new double[] {
                    0.0071616871, 0.61823106, 2.4920013, 6.5208011, 0.094036311, 0.049978208, 0.73805761, 3.7110062
                },
                List.of(
                        new double[] {0.053711173, -0.62605345, 0.30207235, -0.21921361},
                        new double[] {0.65535114, 0.15718652, -0.46936221},
                        new double[] {-0.021547373, -0.12366264, 0.043439072},
                        new double[] {0.36615536, 0.24892017, 0.18783775},
                        new double[] {-0.089688996, -0.71964653, 0.13077104, -0.40209497},
                        new double[] {0.59463527}),
                new double[] {-0.31610234, -0.78512353, 0.63158981, -0.80064448},
                0.24599744332954288),
        FROZEN_PENALTY(
                Shape.of(3),
                List.of(
                        "Dense(4,tanh,kernel_regularizer=L2(0.5))",
                        "BatchNormalization(momentum=0.8,gamma_regularizer=L1(0.3))",
                        "Dense(1,kernel_regularizer=L2(0.25))"),
                List.of(0),
                "SGD(0.1)",
                5,
                13,
                new double[] {0.76248657, 0.74806577, 0.65146327, 0.50960036, 0.50908154, 0.48921358},
                List.of(
                        new double[] {0.0, -0.5625, 0.3125, -0.25},
                        new double[] {0.6875, 0.125, -0.4375, 0.4375},
                        new double[] {-0.026840945, -0.31013, 0.047375883, -0.17760527},
                        new double[] {0.635989, 0.017751223, -0.50691577, 0.40290844},
                        new double[] {0.3600336, -0.056913432, -0.2163021, 0.16145644},
                        new double[] {0.31050894, 0.190467, 0.32260412, 0.2615771},
                        new double[] {-0.16716724, 0.39944593, 0.090765972, -0.36175121},
                        new double[] {0.43592557}),
                new double[] {
                    0.090244137,
                    0.10778603,
                    0.31141226,
                    0.32807811,
                    0.020366628,
                    0.041448028,
                    0.094656421,
                    0.11212533,
                    0.3156829,
                    0.0047171085,
                    0.025618334,
                    0.046742112,
                    0.099051136
                },
                0.4139008271241972);

        final Shape input;
        final List<String> layers;
        final List<Integer> frozen;
        final String optimizer;
        final int batch;
        final int samples;

        /** Of each step. */
        final double[] losses;

        /** Of each weight in turn, the first numbers after the last step. */
        final List<double[]> weights;

        final double[] predictions;

        /** Of all samples, as in prediction, with penalties. */
        final double evaluated;

        Case(
                Shape input,
                List<String> layers,
                List<Integer> frozen,
                String optimizer,
                int batch,
                int samples,
                double[] losses,
                List<double[]> weights,
                double[] predictions,
                double evaluated) {
            this.input = input;
            this.layers = layers;
            this.frozen = frozen;
            this.optimizer = optimizer;
            this.batch = batch;
            this.samples = samples;
            this.losses = losses;
            this.weights = weights;
            this.predictions = predictions;
            this.evaluated = evaluated;
        }
    }

    @ParameterizedTest
    @EnumSource
    default void everyStepIsThatOfKeras(Case each) {
        Design design = Sketch.with(Sketch.numbers(each.input, 1, each.layers.toArray(new String[0])), each.optimizer);
        Model model = Model.of(Sketch.frozen(design, each.frozen));
        int[] rows = IntStream.range(0, each.samples).toArray();
        Supply supply = new Supply(
                new FloatSamples(numbers(each.samples * each.input.size(), 101), each.input.size()),
                Rescaling.NONE,
                new Target.Numbers(numbers(each.samples, 202), 1, List.of("y")));
        Batches batches = new Batches(rows, each.batch, false, new Random(1));
        Trainer trainer =
                new Trainer(backend(), model, supply, new Split(rows, new int[0], new int[0]), batches, () -> 0);
        Machine machine = trainer.machine();
        for (int i = 0; i < model.weights().size(); i++) {
            Value value = model.weights().get(i);
            machine.write(value, start(value, i + 1));
        }
        while (trainer.step() < each.losses.length) {
            trainer.advance(1, 1);
        }
        float[] losses = trainer.losses();
        for (int i = 0; i < losses.length; i++) {
            assertEquals(each.losses[i], losses[i], TOLERANCE, "loss of step " + (i + 1));
        }
        for (int i = 0; i < each.weights.size(); i++) {
            Value value = model.weights().get(i);
            near(each.weights.get(i), machine.read(value), value.toString());
        }
        machine.evaluate(new Batch(
                rows, 0, each.samples, 0, model.scalars(model.program().prediction(), 1, each.samples)));
        near(each.predictions, machine.read(model.program().predict().output()), "predictions");
        Evaluation evaluation = trainer.evaluation(rows);
        evaluation.advance(() -> 0, 1);
        assertEquals(each.evaluated, evaluation.score().loss(), TOLERANCE);
    }

    private static void near(double[] expected, float[] actual, String what) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], TOLERANCE, what + ", number " + i);
        }
    }

    private static float[] start(Value value, int salt) {
        float[] numbers = numbers(value.size(), salt);
        for (int i = 0; i < numbers.length && value.name().endsWith("variance"); i++) {
            numbers[i] = Math.abs(numbers[i]) + 0.5f;
        }
        return numbers;
    }

    /** Numbers all over the place, the same in Python and here. */
    private static float[] numbers(int count, int salt) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ((i * 37 + salt * 11) % 23 - 11) / 16f;
        }
        return numbers;
    }
}
