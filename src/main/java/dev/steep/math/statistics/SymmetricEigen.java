package dev.steep.math.statistics;

/** Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations (Golub and Van Loan, Matrix Computations, 8.5). */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 50;

    private SymmetricEigen() {}

    /**
     * The eigenvectors, one after the other, that of the largest eigenvalue first.
     *
     * @param matrix size × size; it is used up
     * @param values where the eigenvalues go, the largest first
     */
    static double[] vectors(double[] matrix, int size, double[] values) {
        double[] vectors = new double[size * size];
        for (int i = 0; i < size; i++) {
            vectors[i * size + i] = 1;
        }
        double whole = 0;
        for (double each : matrix) {
            whole += each * each;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && off(matrix, size) > 1e-30 * whole; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(matrix, vectors, size, p, q);
                }
            }
        }
        return sorted(matrix, vectors, size, values);
    }

    private static double off(double[] matrix, int size) {
        double sum = 0;
        for (int p = 0; p < size; p++) {
            for (int q = p + 1; q < size; q++) {
                sum += matrix[p * size + q] * matrix[p * size + q];
            }
        }
        return sum;
    }

    /** Turns the plane of p and q so that the matrix has 0 there. */
    private static void rotate(double[] a, double[] vectors, int size, int p, int q) {
        double between = a[p * size + q];
        if (between == 0) {
            return;
        }
        double tau = (a[q * size + q] - a[p * size + p]) / (2 * between);
        double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int k = 0; k < size; k++) {
            double kp = a[k * size + p];
            double kq = a[k * size + q];
            a[k * size + p] = c * kp - s * kq;
            a[k * size + q] = s * kp + c * kq;
        }
        for (int k = 0; k < size; k++) {
            double pk = a[p * size + k];
            double qk = a[q * size + k];
            a[p * size + k] = c * pk - s * qk;
            a[q * size + k] = s * pk + c * qk;
            double vp = vectors[p * size + k];
            double vq = vectors[q * size + k];
            vectors[p * size + k] = c * vp - s * vq;
            vectors[q * size + k] = s * vp + c * vq;
        }
    }

    private static double[] sorted(double[] matrix, double[] vectors, int size, double[] values) {
        boolean[] taken = new boolean[size];
        double[] sorted = new double[size * size];
        for (int place = 0; place < size; place++) {
            int best = -1;
            for (int i = 0; i < size; i++) {
                if (!taken[i] && (best < 0 || matrix[i * size + i] > matrix[best * size + best])) {
                    best = i;
                }
            }
            taken[best] = true;
            values[place] = matrix[best * size + best];
            System.arraycopy(vectors, best * size, sorted, place * size, size);
        }
        return sorted;
    }
}
