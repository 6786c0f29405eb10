package dev.steep.math.statistics;

import dev.steep.math.Random;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Principal component analysis: the two directions in which points in many dimensions differ most, and where the points lie along them.
 * The directions are eigenvectors of the covariance of the centred points, found by subspace iteration with a Rayleigh-Ritz step (Parlett,
 * The Symmetric Eigenvalue Problem, 14.4); where there are fewer points than dimensions, by way of the products of the points with each
 * other. The point that lies farthest out in a direction is on its positive side, as scikit-learn's {@code svd_flip} has it.
 */
public final class Pca {
    /** Directions that are sought: more than are wanted, so that the wanted ones are found soon. */
    private static final int BLOCK = 8;

    private static final int MOST_ROUNDS = 500;

    /** How far the matrix times a direction may be from the direction times its variance, by the largest variance. */
    private static final double PRECISION = 1e-9;

    private final double[] x;
    private final int n;
    private final int d;
    private final boolean dual;
    private final int size;
    private final double[] matrix;
    private final int block;
    private final double[] basis;
    private final double[] variances;
    private double total;
    private int filled;
    private int rounds;
    private boolean found;

    /**
     * Of finite numbers.
     *
     * @param points n × d, one after the other
     */
    public Pca(float[] points, int n, int d) {
        this.n = n;
        this.d = d;
        x = centred(points, n, d);
        dual = n < d;
        size = Math.min(n, d);
        matrix = new double[size * size];
        block = Math.min(BLOCK, size);
        basis = new double[block * size];
        variances = new double[Math.max(2, block)];
        Random random = new Random(1);
        for (int i = 0; i < basis.length; i++) {
            basis[i] = random.below(2001) / 1000.0 - 1;
        }
    }

    private static double[] centred(float[] points, int n, int d) {
        double[] x = new double[n * d];
        double[] means = new double[d];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                means[k] += points[i * d + k] / (double) n;
            }
        }
        for (int i = 0; i < n * d; i++) {
            x[i] = points[i] - means[i % d];
        }
        return x;
    }

    /** Goes on until the slice is over; returns whether the directions are found. */
    public boolean advance(BooleanSupplier over) {
        while (!found) {
            if (filled < size) {
                fill(filled++);
            } else {
                found = size == 0 || turn();
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        return found;
    }

    /** A row of the products of dimensions, or of points, with each other, over n - 1. */
    private void fill(int row) {
        for (int column = 0; column <= row; column++) {
            double sum = 0;
            if (dual) {
                for (int k = 0; k < d; k++) {
                    sum += x[row * d + k] * x[column * d + k];
                }
            } else {
                for (int i = 0; i < n; i++) {
                    sum += x[i * d + row] * x[i * d + column];
                }
            }
            double product = sum / Math.max(1, n - 1);
            matrix[row * size + column] = product;
            matrix[column * size + row] = product;
            total += row == column ? product : 0;
        }
    }

    /** One round: the basis is multiplied by the matrix, made orthonormal, and turned so that its directions are independent. */
    private boolean turn() {
        double[] image = times(basis);
        System.arraycopy(image, 0, basis, 0, basis.length);
        orthonormal();
        image = times(basis);
        double[] small = new double[block * block];
        for (int a = 0; a < block; a++) {
            for (int b = 0; b < block; b++) {
                small[a * block + b] = dot(basis, a, image, b);
            }
        }
        double[] turns = SymmetricEigen.vectors(small, block, variances);
        double[] turned = combined(basis, turns);
        double[] turnedImage = combined(image, turns);
        System.arraycopy(turned, 0, basis, 0, basis.length);
        rounds++;
        double off = 0;
        for (int c = 0; c < Math.min(2, block); c++) {
            for (int i = 0; i < size; i++) {
                off = Math.max(off, Math.abs(turnedImage[c * size + i] - variances[c] * turned[c * size + i]));
            }
        }
        return rounds >= MOST_ROUNDS || !(off > PRECISION * Math.abs(variances[0]));
    }

    private double[] times(double[] vectors) {
        double[] image = new double[vectors.length];
        for (int c = 0; c < block; c++) {
            for (int row = 0; row < size; row++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += matrix[row * size + k] * vectors[c * size + k];
                }
                image[c * size + row] = sum;
            }
        }
        return image;
    }

    /** Gram and Schmidt, twice: once is not enough for vectors that are nearly parallel. What is left of nothing stays 0. */
    private void orthonormal() {
        for (int c = 0; c < block; c++) {
            double before = Math.sqrt(dot(basis, c, basis, c));
            for (int again = 0; again < 2; again++) {
                for (int b = 0; b < c; b++) {
                    double along = dot(basis, b, basis, c);
                    for (int i = 0; i < size; i++) {
                        basis[c * size + i] -= along * basis[b * size + i];
                    }
                }
            }
            double length = Math.sqrt(dot(basis, c, basis, c));
            double scale = length > 1e-13 * before ? 1 / length : 0;
            for (int i = 0; i < size; i++) {
                basis[c * size + i] *= scale;
            }
        }
    }

    private double[] combined(double[] vectors, double[] turns) {
        double[] turned = new double[vectors.length];
        for (int c = 0; c < block; c++) {
            for (int b = 0; b < block; b++) {
                double share = turns[c * block + b];
                for (int i = 0; i < size; i++) {
                    turned[c * size + i] += share * vectors[b * size + i];
                }
            }
        }
        return turned;
    }

    private double dot(double[] a, int p, double[] b, int q) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += a[p * size + i] * b[q * size + i];
        }
        return sum;
    }

    /** The share of the whole variance that lies along a direction, 0 or 1; 0 where nothing varies. */
    public double share(int direction) {
        return direction < block && total > 0 ? Math.max(0, variances[direction]) / total : 0;
    }

    /** Where the points lie along a direction, 0 or 1. */
    public double[] scores(int direction) {
        double[] scores = new double[n];
        if (direction >= block) {
            return scores;
        }
        double[] vector = Arrays.copyOfRange(basis, direction * size, (direction + 1) * size);
        double length = Math.sqrt(Math.max(0, variances[direction]) * Math.max(1, n - 1));
        int farthest = 0;
        for (int i = 0; i < n; i++) {
            if (dual) {
                scores[i] = vector[i] * length;
            } else {
                for (int k = 0; k < d; k++) {
                    scores[i] += x[i * d + k] * vector[k];
                }
            }
            farthest = Math.abs(scores[i]) > Math.abs(scores[farthest]) ? i : farthest;
        }
        if (n > 0 && scores[farthest] < 0) {
            for (int i = 0; i < n; i++) {
                scores[i] = -scores[i];
            }
        }
        return scores;
    }
}
