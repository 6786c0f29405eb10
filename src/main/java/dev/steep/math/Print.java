package dev.steep.math;

/** A formula as Python source, on one line. */
public final class Print {
    private Print() {}

    /** For Keras, on tensors: needs {@code from keras import ops}. */
    public static String keras(Expr x) {
        return Infix.of(x, Words.KERAS);
    }

    /** For NumPy, on arrays: needs {@code import numpy as np}, and {@code from scipy import special} for erf. */
    public static String numpy(Expr x) {
        return Infix.of(x, Words.NUMPY);
    }
}
