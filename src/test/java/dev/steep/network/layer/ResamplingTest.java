package dev.steep.network.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.catalog.Choice;
import dev.steep.contract.Rig;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.Sketch;
import dev.steep.network.layer.augmentation.RandomRotation;
import dev.steep.network.layer.augmentation.RandomTranslation;
import dev.steep.reference.Reference;
import dev.steep.tape.Noise;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rotations and translations by fixed amounts against Keras 3.15.1 with JAX: {@code RandomRotation((0.07, 0.07), fill_mode=...,
 * interpolation=..., fill_value=2.5)} and {@code RandomTranslation((0.4, 0.4), (-0.35, -0.35), ...)}, called with
 * {@code training=True} for one image of 3 × 4 pixels.
 */
class ResamplingTest {
    private static final Shape SHAPE = Shape.of(3, 4, 1);
    private static final double[] IMAGE = {
        1.0, 2.8284, 5.1962, 8.0, 11.1803, 14.6969, 18.5203, 22.6274, 27.0, 31.6228, 36.4829, 41.5692
    };

    private static final String KERAS = """
            RandomRotation reflect bilinear: 2.039516, 3.949235, 10.513078, 18.734198, 5.026564, 12.337416, 22.151907, 34.049332, 15.390841, 24.789135, 34.182297, 38.677441
            RandomTranslation reflect bilinear: 6.265668, 9.086805, 10.925481, 9.699697, 3.77552, 6.31772, 8.0, 6.878479, 13.736112, 17.394054, 19.70192, 18.163343
            RandomRotation reflect nearest: 2.8284, 2.8284, 5.1962, 22.627399, 1.0, 14.6969, 18.5203, 41.569199, 11.1803, 31.622801, 36.482899, 36.482899
            RandomTranslation reflect nearest: 2.8284, 5.1962, 8.0, 8.0, 2.8284, 5.1962, 8.0, 8.0, 14.6969, 18.5203, 22.627399, 22.627399
            RandomRotation constant bilinear: 2.289787, 3.778636, 10.513078, 14.139599, 5.026564, 12.337416, 22.151907, 34.049332, 11.742477, 24.789135, 30.452755, 19.01515
            RandomTranslation constant bilinear: 2.5, 2.5, 2.5, 2.5, 3.520416, 5.554176, 5.139999, 2.5, 13.736112, 17.394054, 12.82115, 2.5
            RandomRotation constant nearest: 2.5, 2.8284, 5.1962, 22.627399, 1.0, 14.6969, 18.5203, 41.569199, 11.1803, 31.622801, 36.482899, 2.5
            RandomTranslation constant nearest: 2.5, 2.5, 2.5, 2.5, 2.8284, 5.1962, 8.0, 2.5, 14.6969, 18.5203, 22.627399, 2.5
            RandomRotation nearest: bilinear: 2.039516, 3.949235, 10.513078, 18.734198, 5.026564, 12.337416, 22.151907, 34.049332, 15.390841, 24.789135, 34.182297, 38.677441
            RandomTranslation nearest: bilinear: 3.77552, 6.31772, 8.0, 8.0, 3.77552, 6.31772, 8.0, 8.0, 13.736112, 17.394054, 19.70192, 19.70192
            RandomRotation nearest nearest: 2.8284, 2.8284, 5.1962, 22.627399, 1.0, 14.6969, 18.5203, 41.569199, 11.1803, 31.622801, 36.482899, 36.482899
            RandomTranslation nearest nearest: 2.8284, 5.1962, 8.0, 8.0, 2.8284, 5.1962, 8.0, 8.0, 14.6969, 18.5203, 22.627399, 22.627399
            RandomRotation wrap bilinear: 17.033876, 7.477695, 10.513078, 15.829433, 5.026564, 12.337416, 22.151907, 34.049332, 18.86578, 24.789135, 30.638205, 21.138008
            RandomTranslation wrap bilinear: 30.098722, 34.846561, 32.202927, 25.596684, 9.733785, 12.757661, 11.308304, 7.154913, 13.736112, 17.394054, 15.478847, 10.415824
            RandomRotation wrap nearest: 31.622801, 2.8284, 5.1962, 22.627399, 1.0, 14.6969, 18.5203, 41.569199, 11.1803, 31.622801, 36.482899, 5.1962
            RandomTranslation wrap nearest: 31.622801, 36.482899, 41.569199, 27.0, 2.8284, 5.1962, 8.0, 1.0, 14.6969, 18.5203, 22.627399, 11.1803""";

    static String[] keras() {
        return KERAS.split("\n");
    }

    @ParameterizedTest
    @MethodSource("keras")
    void imagesAreMovedAsKerasMovesThem(String line) {
        String[] parts = line.split("[:,]? ");
        Rig rig = new Rig(1, 1, SHAPE, Shape.of(1));
        rig.set(rig.x, IMAGE);
        boolean rotates = parts[0].equals("RandomRotation");
        Choice choice = Sketch.layers(parts[0] + (rotates ? "(0.07," : "(0.4,0.35,") + "fill_mode=" + parts[1]
                        + ",interpolation=" + parts[2] + ",fill_value=2.5)")
                .get(0);
        Scope scope = new Fixed(rig.tape);
        Recorded recorded = rotates
                ? Resampling.record(
                        scope,
                        choice,
                        rig.x,
                        RandomRotation.turn(Expr.input(0, "angle"), SHAPE),
                        fixed(rig, "angle", 0.07 * 2 * Math.PI))
                : Resampling.record(
                        scope,
                        choice,
                        rig.x,
                        RandomTranslation.shift(Expr.input(0, "down"), Expr.input(1, "right")),
                        fixed(rig, "down", 0.4 * 3),
                        fixed(rig, "right", -0.35 * 4));
        float[] expected = new float[SHAPE.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Float.parseFloat(parts[i + 3]);
        }
        assertEquals(expected.length + 3, parts.length);
        assertArrayEquals(expected, rig.run(new Reference()).read(recorded.output()), 3e-5f, line);
    }

    /** A random number that is always this one. */
    private static Value fixed(Rig rig, String name, double number) {
        Value low = rig.scalar(name + "/low", number);
        return rig.tape.noise(name, Noise.Distribution.UNIFORM, Shape.of(1), 0, low, low);
    }

    /** Where nothing but a tape is asked for. */
    private record Fixed(Tape tape) implements Scope {
        @Override
        public boolean training() {
            return true;
        }

        @Override
        public boolean trainable() {
            return true;
        }

        @Override
        public int number() {
            return 0;
        }

        @Override
        public String name(String what) {
            return what;
        }

        @Override
        public Value weights(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Value live(String name, double number) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Value share(int numbers) {
            throw new UnsupportedOperationException();
        }
    }
}
