package dev.steep.math.expr;

import dev.steep.math.Elementary;

/**
 * One operation over a block of numbers: {@code out[j] = op(a[i + j], b[k + j], c[m + j])} for j below length. The block
 * of out starts at 0; it may be the register of an argument. Comparisons go by way of an int: that compiles to a
 * conditional move, where a choice between doubles would be a branch.
 */
interface OpLoop {
    void run(int length, double[] out, double[] a, int i, double[] b, int k, double[] c, int m);

    /** The loop of an operation; {@link Op#apply} is its definition. */
    static OpLoop of(Op op) {
        return switch (op) {
            case INPUT, CONST -> throw new IllegalArgumentException(op + " is a leaf: nothing is to be computed");
            case NEG ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = -a[i + j];
                    }
                };
            case ABS ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Math.abs(a[i + j]);
                    }
                };
            case EXP ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Elementary.exp(a[i + j]);
                    }
                };
            case EXPM1 ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Elementary.expm1(a[i + j]);
                    }
                };
            case LOG ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Elementary.log(a[i + j]);
                    }
                };
            case LOG1P ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Elementary.log1p(a[i + j]);
                    }
                };
            case SQRT ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Math.sqrt(a[i + j]);
                    }
                };
            case TANH ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Elementary.tanh(a[i + j]);
                    }
                };
            case ERF ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Elementary.erf(a[i + j]);
                    }
                };
            case SIN ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Elementary.sin(a[i + j]);
                    }
                };
            case COS ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Elementary.cos(a[i + j]);
                    }
                };
            case FLOOR ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Math.floor(a[i + j]);
                    }
                };
            case ADD ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = a[i + j] + b[k + j];
                    }
                };
            case SUB ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = a[i + j] - b[k + j];
                    }
                };
            case MUL ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = a[i + j] * b[k + j];
                    }
                };
            case DIV ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = a[i + j] / b[k + j];
                    }
                };
            case MIN ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Math.min(a[i + j], b[k + j]);
                    }
                };
            case MAX ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = Math.max(a[i + j], b[k + j]);
                    }
                };
            case LESS ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        int holds = a[i + j] < b[k + j] ? 1 : 0;
                        out[j] = holds;
                    }
                };
            case LESS_EQUAL ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        int holds = a[i + j] <= b[k + j] ? 1 : 0;
                        out[j] = holds;
                    }
                };
            case EQUAL ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        int holds = a[i + j] == b[k + j] ? 1 : 0;
                        out[j] = holds;
                    }
                };
            case SELECT ->
                (length, out, a, i, b, k, c, m) -> {
                    for (int j = 0; j < length; j++) {
                        out[j] = a[i + j] != 0 ? b[k + j] : c[m + j];
                    }
                };
        };
    }
}
