package dev.steep.math.expr;

import java.util.List;

/** A formula as Python source. */
public final class Print {
    /** What code for Keras needs. */
    public static final String KERAS_IMPORT = "from keras import ops";

    private Print() {}

    /** For Keras, the lines of a function of its inputs: one, or, where shared or deep parts have names of their own, more. */
    public static List<String> kerasBody(Expr x) {
        if (x.inputs().isEmpty()) {
            return List.of("return ops.full_like(x, " + Words.KERAS.branch(x.evaluate()) + ")");
        }
        return ExprStatements.of(x, Words.KERAS);
    }

    /** For Keras, on tensors, on one line: needs {@link #KERAS_IMPORT}. */
    public static String keras(Expr x) {
        return Infix.of(x, Words.KERAS);
    }

    /** For NumPy, on arrays, on one line: needs {@code import numpy as np}, and {@code from scipy import special} for erf. */
    public static String numpy(Expr x) {
        return Infix.of(x, Words.NUMPY);
    }
}
