package dev.steep.engine;

import dev.steep.math.Random;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plane through a run's weights: two directions, how far it is looked at along each, and where the run has been as seen on it (by least
 * squares). Source: Li, Xu, Taylor, Studer and Goldstein, "Visualizing the Loss Landscape of Neural Nets" (NeurIPS 2018).
 *
 * @param values the weights that differ on it
 * @param centre their numbers now
 * @param first the directions, in the same shapes
 * @param edges lowest and highest factor of the first direction, then of the second
 * @param path factors of both directions for each epoch that is kept, the present last
 * @param epochs the numbers of those epochs
 * @param held which share of the squared distances of the path lies in the plane, 0 to 1
 */
record WeightPlane(
        List<Value> values,
        float[][] centre,
        float[][] first,
        float[][] second,
        double[] edges,
        double[][] path,
        int[] epochs,
        double held) {
    /** More epochs than these would take long to compare with each other. */
    private static final int MOST = 24;

    /** Of the path's larger extent, on every side. */
    private static final double MARGIN = 0.3;

    private static final int ITERATIONS = 200;

    /** An epoch's number and its weights. */
    record Place(int epoch, float[][] weights) {}

    /**
     * Random directions, each filter as long as that of the weights: the numbers that lead to one unit or map. Biases and other rows of
     * numbers stay as they are, as in the paper.
     */
    static WeightPlane random(List<Value> values, float[][] centre, List<Place> places, int epoch, Random random) {
        float[][] first = filters(values, centre, random.fork("first"));
        float[][] second = filters(values, centre, random.fork("second"));
        return of(values, centre, first, second, places, epoch, Optional.of(new double[] {-1, 1, -1, 1}));
    }

    /** The two directions in which the run has moved most; nothing before it has moved in two. */
    static Optional<WeightPlane> along(List<Value> values, float[][] centre, List<Place> places, int epoch) {
        List<Place> some = some(places);
        float[][][] moves = new float[some.size()][][];
        for (int k = 0; k < moves.length; k++) {
            moves[k] = minus(some.get(k).weights(), centre);
        }
        double[][] gram = new double[moves.length][moves.length];
        for (int i = 0; i < moves.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = dot(moves[i], moves[j]);
                gram[j][i] = gram[i][j];
            }
        }
        double all = trace(gram);
        Optional<float[][]> first = principal(gram, moves, all);
        Optional<float[][]> second = first.flatMap(known -> principal(gram, moves, all));
        return second.map(other -> of(values, centre, first.orElseThrow(), other, places, epoch, Optional.empty()));
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }

    private static List<Place> some(List<Place> places) {
        List<Place> some = new ArrayList<>();
        int count = Math.min(MOST, places.size());
        for (int i = 0; i < count; i++) {
            some.add(places.get(count == 1 ? 0 : i * (places.size() - 1) / (count - 1)));
        }
        return some;
    }

    /** The direction of the largest eigenvalue, of length 1, by power iteration; it is taken out of the matrix. */
    private static Optional<float[][]> principal(double[][] gram, float[][][] moves, double all) {
        int count = gram.length;
        double[] vector = new double[count];
        double largest = 0;
        for (int i = 0; i < count; i++) {
            vector[i] = gram[i][i];
        }
        for (int round = 0; round < ITERATIONS; round++) {
            double length = Math.sqrt(dot(vector, vector));
            double[] next = new double[count];
            for (int i = 0; i < count && length > 0; i++) {
                vector[i] /= length;
            }
            for (int i = 0; i < count; i++) {
                next[i] = dot(gram[i], vector);
            }
            largest = dot(next, vector);
            vector = round == ITERATIONS - 1 ? vector : next;
        }
        if (!(largest > 1e-9 * all)) {
            return Optional.empty();
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                gram[i][j] -= largest * vector[i] * vector[j];
            }
        }
        float[][] direction = new float[moves[0].length][];
        for (int v = 0; v < direction.length; v++) {
            direction[v] = new float[moves[0][v].length];
            for (int i = 0; i < direction[v].length; i++) {
                double sum = 0;
                for (int k = 0; k < count; k++) {
                    sum += vector[k] * moves[k][v][i];
                }
                direction[v][i] = (float) (sum / Math.sqrt(largest));
            }
        }
        return Optional.of(direction);
    }

    private static WeightPlane of(
            List<Value> values,
            float[][] centre,
            float[][] first,
            float[][] second,
            List<Place> places,
            int epoch,
            Optional<double[]> reach) {
        double[][] path = new double[places.size() + 1][2];
        int[] epochs = new int[path.length];
        double aa = dot(first, first);
        double ab = dot(first, second);
        double bb = dot(second, second);
        double whole = 0;
        double within = 0;
        for (int k = 0; k < places.size(); k++) {
            float[][] move = minus(places.get(k).weights(), centre);
            double a = dot(move, first);
            double b = dot(move, second);
            double det = aa * bb - ab * ab;
            path[k][0] = det > 0 ? (a * bb - b * ab) / det : 0;
            path[k][1] = det > 0 ? (b * aa - a * ab) / det : 0;
            whole += dot(move, move);
            within += path[k][0] * a + path[k][1] * b;
            epochs[k] = places.get(k).epoch();
        }
        epochs[places.size()] = epoch;
        double[] edges = reach.orElseGet(() -> around(path));
        return new WeightPlane(values, centre, first, second, edges, path, epochs, whole > 0 ? within / whole : 1);
    }

    /** A square around a path. */
    private static double[] around(double[][] path) {
        double[] edges = new double[4];
        for (double[] place : path) {
            for (int d = 0; d < 2; d++) {
                edges[2 * d] = Math.min(edges[2 * d], place[d]);
                edges[2 * d + 1] = Math.max(edges[2 * d + 1], place[d]);
            }
        }
        double half = (0.5 + MARGIN) * Math.max(edges[1] - edges[0], edges[3] - edges[2]);
        for (int d = 0; d < 2; d++) {
            double middle = (edges[2 * d] + edges[2 * d + 1]) / 2;
            edges[2 * d] = middle - half;
            edges[2 * d + 1] = middle + half;
        }
        return edges;
    }

    /** Normal random numbers, each filter (along the last axis) rescaled to the length of that of the weights. */
    private static float[][] filters(List<Value> values, float[][] centre, Random random) {
        float[][] direction = new float[centre.length][];
        for (int v = 0; v < direction.length; v++) {
            direction[v] = new float[centre[v].length];
            int rank = values.get(v).shape().rank();
            int width = rank < 2 ? 0 : values.get(v).shape().length(rank - 1);
            for (int i = 0; i < direction[v].length && width > 0; i++) {
                direction[v][i] = (float) random.normal();
            }
            for (int filter = 0; filter < width; filter++) {
                double own = length(centre[v], filter, width);
                double drawn = length(direction[v], filter, width);
                for (int i = filter; i < direction[v].length; i += width) {
                    direction[v][i] = (float) (direction[v][i] * own / drawn); // drawn is never 0
                }
            }
        }
        return direction;
    }

    static double length(float[] numbers, int filter, int width) {
        double sum = 0;
        for (int i = filter; i < numbers.length; i += width) {
            sum += (double) numbers[i] * numbers[i];
        }
        return Math.sqrt(sum);
    }

    /** The weights at a place of the plane. */
    float[] at(int value, double a, double b) {
        float[] numbers = centre[value].clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += (float) (a * first[value][i] + b * second[value][i]);
        }
        return numbers;
    }

    /** Those epochs of a run whose weights have these names and lengths. */
    static List<Place> places(List<Value> values, List<Snapshot> kept) {
        List<Place> places = new ArrayList<>();
        for (Snapshot snapshot : kept) {
            Map<String, Snapshot.Tensor> tensors = snapshot.tensors();
            float[][] weights = new float[values.size()][];
            boolean fits = true;
            for (int v = 0; v < weights.length; v++) {
                Snapshot.Tensor tensor = tensors.get(values.get(v).name());
                fits &= tensor != null && tensor.shape().equals(values.get(v).shape());
                weights[v] = tensor == null ? new float[0] : tensor.numbers().numbers();
            }
            if (fits) {
                places.add(new Place(snapshot.epoch(), weights));
            }
        }
        return places;
    }

    private static float[][] minus(float[][] a, float[][] b) {
        float[][] difference = new float[a.length][];
        for (int v = 0; v < a.length; v++) {
            difference[v] = new float[a[v].length];
            for (int i = 0; i < a[v].length; i++) {
                difference[v][i] = a[v][i] - b[v][i];
            }
        }
        return difference;
    }

    private static double dot(float[][] a, float[][] b) {
        double sum = 0;
        for (int v = 0; v < a.length; v++) {
            for (int i = 0; i < a[v].length; i++) {
                sum += (double) a[v][i] * b[v][i];
            }
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
