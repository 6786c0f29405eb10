package dev.steep.reference;

/**
 * Sums of outer products, the gradient of every kind of weight: {@code y[m, n] += sum over r of a[r, m] b[r, n]}, summed
 * in the order of r. The positions r form lines of equal length, as the pixels of an image do.
 */
final class OuterSums {
    private final int[] taps;
    private final int columns;

    /**
     * For results of {@code taps.length x columns}.
     *
     * @param taps where a[r, m] lies, counted from where position r lies in a
     */
    OuterSums(int[] taps, int columns) {
        this.taps = taps;
        this.columns = columns;
    }

    /** For a matrix a whose rows are in one piece. */
    static OuterSums plain(int rows, int columns) {
        int[] taps = new int[rows];
        for (int m = 0; m < rows; m++) {
            taps[m] = m;
        }
        return new OuterSums(taps, columns);
    }

    /**
     * Adds to y, which is rows x columns.
     *
     * @param aStart where the first position lies in a
     * @param lines how many lines of positions
     * @param length positions per line
     * @param aLine from one line to the next in a
     * @param aStep from one position to the next in a; in b, positions follow each other without gaps
     */
    void add(double[] a, int aStart, int lines, int length, int aLine, int aStep, double[] b, int bStart, double[] y) {
        int rows = taps.length;
        for (int m = 0; m < rows; m += 2) { // so that y, often the largest of the three, is gone through once
            for (int n = 0; n < columns; n += 4) {
                pair(a, aStart, m, lines, length, aLine, aStep, b, bStart + n, n, y);
            }
        }
    }

    /** Two rows by four columns of y; past the ends the last row or column is computed again and not used. */
    private void pair(
            double[] a,
            int aStart,
            int m,
            int lines,
            int length,
            int aLine,
            int aStep,
            double[] b,
            int bStart,
            int n,
            double[] y) {
        int left = columns - n;
        int n1 = left > 1 ? 1 : 0;
        int n2 = left > 2 ? 2 : 0;
        int n3 = left > 3 ? 3 : 0;
        boolean both = m + 1 < taps.length;
        int tapP = taps[m];
        int tapQ = both ? taps[m + 1] : tapP;
        int bStep = columns;
        int k = bStart;
        double p0 = 0;
        double p1 = 0;
        double p2 = 0;
        double p3 = 0;
        double q0 = 0;
        double q1 = 0;
        double q2 = 0;
        double q3 = 0;
        for (int line = 0; line < lines; line++) {
            int i = aStart + line * aLine + tapP;
            int j = aStart + line * aLine + tapQ;
            for (int end = k + length * bStep; k < end; k += bStep) {
                double b0 = b[k];
                double b1 = b[k + n1];
                double b2 = b[k + n2];
                double b3 = b[k + n3];
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
                i += aStep;
                j += aStep;
            }
        }
        int to = m * columns + n;
        store(y, to, left, p0, p1, p2, p3);
        if (both) {
            store(y, to + columns, left, q0, q1, q2, q3);
        }
    }

    private static void store(double[] y, int to, int left, double s0, double s1, double s2, double s3) {
        y[to] += s0;
        if (left > 1) {
            y[to + 1] += s1;
        }
        if (left > 2) {
            y[to + 2] += s2;
        }
        if (left > 3) {
            y[to + 3] += s3;
        }
    }
}
