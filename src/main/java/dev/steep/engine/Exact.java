package dev.steep.engine;

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

    /** Whether none of them is NaN or infinite. */
    default boolean isFinite() {
        if (this instanceof Singles singles) {
            return Diagnosis.broken(singles.numbers) < 0;
        }
        for (double number : doubles()) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
