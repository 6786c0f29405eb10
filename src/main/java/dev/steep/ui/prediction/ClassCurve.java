package dev.steep.ui.prediction;

import dev.steep.protocol.look.ScoresLook;

/**
 * What a {@link ScoresLook} says of one class, as shares. A threshold says "is of the class" to each sample that has its score or more.
 *
 * @param numbers of the look
 */
record ClassCurve(float[] numbers) {
    boolean known() {
        return numbers.length > ScoresLook.POINTS;
    }

    int positives() {
        return (int) numbers[0];
    }

    int negatives() {
        return (int) numbers[1];
    }

    double auc() {
        return numbers[2];
    }

    double averagePrecision() {
        return numbers[3];
    }

    /** NaN where there are no probabilities. */
    double calibrationError() {
        return numbers[4];
    }

    int binCount(int bin) {
        return (int) numbers[ScoresLook.HEAD + ScoresLook.BIN * bin];
    }

    double binSure(int bin) {
        return numbers[ScoresLook.HEAD + ScoresLook.BIN * bin + 1];
    }

    double binRight(int bin) {
        return numbers[ScoresLook.HEAD + ScoresLook.BIN * bin + 2];
    }

    int points() {
        return (numbers.length - ScoresLook.POINTS) / ScoresLook.POINT;
    }

    double threshold(int i) {
        return numbers[ScoresLook.POINTS + ScoresLook.POINT * i];
    }

    int truePositives(int i) {
        return (int) numbers[ScoresLook.POINTS + ScoresLook.POINT * i + 1];
    }

    int falsePositives(int i) {
        return (int) numbers[ScoresLook.POINTS + ScoresLook.POINT * i + 2];
    }

    /** The true positive rate: the share of the class that is found. NaN without samples of it. */
    double recall(int i) {
        return (double) truePositives(i) / positives();
    }

    /** The false positive rate: the share of the others that is taken for the class. NaN without others. */
    double falsePositiveRate(int i) {
        return (double) falsePositives(i) / negatives();
    }

    /** The share of those said to be of the class that are. */
    double precision(int i) {
        return (double) truePositives(i) / (truePositives(i) + falsePositives(i));
    }

    /** The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). */
    double f1(int i) {
        return 2.0 * truePositives(i) / (truePositives(i) + falsePositives(i) + positives());
    }

    /** The point of a threshold: the last whose score is not below it, so that its counts are those of the threshold; the first if there is none. */
    int at(double threshold) {
        int last = 0;
        for (int i = 1; i < points() && this.threshold(i) >= threshold; i++) {
            last = i;
        }
        return last;
    }

    /** False positive rates and recalls, from the corner of no sample to that of all. */
    double[][] roc() {
        double[][] table = new double[2][points() + 1];
        for (int i = 0; i < points(); i++) {
            table[0][i + 1] = falsePositiveRate(i);
            table[1][i + 1] = recall(i);
        }
        return table;
    }

    /** Recalls and precisions as steps, as the average precision adds them up. */
    double[][] precisionOverRecall() {
        double[][] table = new double[2][2 * points()];
        for (int i = 0; i < points(); i++) {
            table[0][2 * i] = i == 0 ? 0 : recall(i - 1);
            table[0][2 * i + 1] = recall(i);
            table[1][2 * i] = precision(i);
            table[1][2 * i + 1] = precision(i);
        }
        return table;
    }

    /** The point nearest to a place of the ROC curve. */
    int nearestOfRoc(double falsePositives, double recall) {
        int nearest = 0;
        for (int i = 1; i < points(); i++) {
            if (distance(falsePositiveRate(i) - falsePositives, recall(i) - recall)
                    < distance(falsePositiveRate(nearest) - falsePositives, recall(nearest) - recall)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** The point nearest to a place of the curve of precision over recall. */
    int nearestOfPrecision(double recall, double precision) {
        int nearest = 0;
        for (int i = 1; i < points(); i++) {
            if (distance(recall(i) - recall, precision(i) - precision)
                    < distance(recall(nearest) - recall, precision(nearest) - precision)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(double a, double b) {
        return a * a + b * b;
    }
}
