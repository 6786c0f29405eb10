package dev.steep.engine;

import java.util.Arrays;
import java.util.OptionalDouble;

/** A tensor's numbers to the last bit that its back end computes with, as they are kept to go on from. */
public sealed interface Exact {
    /** Of a back end that computes in single precision. */
    record Singles(float[] numbers) implements Exact {}

    /** Of a back end that computes in double precision. */
    record Doubles(double[] numbers) implements Exact {}

    /** How many there are. */
    default int count() {
        return this instanceof Singles singles ? singles.numbers.length : doubles().length;
    }

    /** For a back end in single precision; not to be changed. */
    default float[] singles() {
        if (this instanceof Singles singles) {
            return singles.numbers;
        }
        double[] numbers = doubles();
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }

    /** For a back end in double precision; not to be changed. */
    default double[] doubles() {
        if (this instanceof Doubles doubles) {
            return doubles.numbers;
        }
        float[] numbers = singles();
        double[] widened = new double[numbers.length];
        for (int i = 0; i < widened.length; i++) {
            widened[i] = numbers[i];
        }
        return widened;
    }

    /** The first that is NaN or infinite. */
    default OptionalDouble broken() {
        if (this instanceof Singles singles) {
            for (float number : singles.numbers) {
                if (!Float.isFinite(number)) {
                    return OptionalDouble.of(number);
                }
            }
            return OptionalDouble.empty();
        }
        return Arrays.stream(doubles())
                .filter(number -> !Double.isFinite(number))
                .findFirst();
    }
}
