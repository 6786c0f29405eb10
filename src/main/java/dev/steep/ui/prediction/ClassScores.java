package dev.steep.ui.prediction;

import java.util.ArrayList;
import java.util.List;

/**
 * How well one class is recognized. Formulas as in Keras and scikit-learn: precision = TP / (TP + FP), recall = TP / (TP + FN), F1 = 2 ·
 * precision · recall / (precision + recall).
 *
 * @param precision of the samples that the network says are of the class, the share that are; NaN if it says so of none
 * @param recall of the samples of the class, the share that the network finds; NaN if there are none
 * @param f1 the harmonic mean of both; NaN where one of them is, 0 if nothing is found
 * @param samples how many are of the class
 */
record ClassScores(double precision, double recall, double f1, int samples) {
    /** Of each class, from counts by true class (rows) and answer (columns). */
    static List<ClassScores> of(float[] counts, int classes) {
        List<ClassScores> scores = new ArrayList<>();
        for (int each = 0; each < classes; each++) {
            double right = counts[each * classes + each];
            double are = 0;
            double said = 0;
            for (int other = 0; other < classes; other++) {
                are += counts[each * classes + other];
                said += counts[other * classes + each];
            }
            double precision = right / said;
            double recall = right / are;
            double f1 = right == 0 && said > 0 && are > 0 ? 0 : 2 * precision * recall / (precision + recall);
            scores.add(new ClassScores(precision, recall, f1, (int) are));
        }
        return scores;
    }
}
