package dev.steep.reference;

/**
 * A matrix B (depth x columns) cut into panels of four columns, each stored row by row, the last one filled up with
 * zeros; and the product of rows with it: {@code y[m, n] = sum over k of a[m, k] b[k, n]}, summed in the order of k.
 *
 * <p>A row of A need not be in one piece: it may consist of several runs of equal length that lie at fixed offsets from
 * its start, as the pixels under a convolution's window do.
 */
final class Panels {
    /** Columns per panel. */
    static final int WIDTH = 4;

    private final int[] runs;
    private final int length;
    private final int depth;
    private final int columns;
    private final double[] panels;

    /**
     * Room for a matrix.
     *
     * @param runs where each run of a row of A begins, counted from the row's start
     * @param length numbers per run; depth is runs times length
     */
    Panels(int[] runs, int length, int columns) {
        this.runs = runs;
        this.length = length;
        this.depth = runs.length * length;
        this.columns = columns;
        this.panels = new double[(columns + WIDTH - 1) / WIDTH * WIDTH * depth];
    }

    /** Room for a matrix that rows in one piece are multiplied by. */
    static Panels plain(int depth, int columns) {
        return new Panels(new int[1], depth, columns);
    }

    /** Fills in B: element (k, n) is {@code b[k * down + n * across]}. */
    void pack(double[] b, int down, int across) {
        double[] into = panels;
        for (int n = 0; n < columns; n++) {
            int to = n / WIDTH * WIDTH * depth + n % WIDTH;
            int from = n * across;
            for (int k = 0; k < depth; k++) {
                into[to] = b[from];
                to += WIDTH;
                from += down;
            }
        }
    }

    /**
     * Multiplies rows of A, which begin at {@code start}, {@code start + step}, ..., by B.
     *
     * @param y receives the results: row m from {@code yStart + m * yStep} on
     */
    void multiply(double[] a, int start, int step, int rows, double[] y, int yStart, int yStep) {
        for (int n = 0; n < columns; n += WIDTH) {
            int p = start;
            int to = yStart + n;
            for (int m = 0; m < rows; m += 2) {
                boolean both = m + 1 < rows;
                pair(a, p, both ? p + step : p, n, y, to, both ? to + yStep : to);
                p += 2 * step;
                to += 2 * yStep;
            }
        }
    }

    /** Two rows by four columns: eight sums and what feeds them are what fits into 16 registers. */
    private void pair(double[] a, int p, int q, int column, double[] y, int yp, int yq) {
        double[] b = panels;
        int w = column * depth;
        int length = this.length;
        double p0 = 0;
        double p1 = 0;
        double p2 = 0;
        double p3 = 0;
        double q0 = 0;
        double q1 = 0;
        double q2 = 0;
        double q3 = 0;
        for (int run : runs) {
            int i = p + run;
            int j = q + run;
            for (int end = i + length; i < end; i++) {
                double b0 = b[w];
                double b1 = b[w + 1];
                double b2 = b[w + 2];
                double b3 = b[w + 3];
                double ap = a[i];
                double aq = a[j];
                p0 += ap * b0;
                p1 += ap * b1;
                p2 += ap * b2;
                p3 += ap * b3;
                q0 += aq * b0;
                q1 += aq * b1;
                q2 += aq * b2;
                q3 += aq * b3;
                w += WIDTH;
                j++;
            }
        }
        int left = columns - column;
        y[yp] = p0;
        y[yq] = q0;
        if (left > 1) {
            y[yp + 1] = p1;
            y[yq + 1] = q1;
        }
        if (left > 2) {
            y[yp + 2] = p2;
            y[yq + 2] = q2;
        }
        if (left > 3) {
            y[yp + 3] = p3;
            y[yq + 3] = q3;
        }
    }
}
