package dev.steep.network.loss;

import java.util.List;

/** What a network is asked: which class, or how much. */
public sealed interface Task {
    /** How many numbers say it: one for each class, or the numbers themselves. */
    int width();

    /** Which of these classes a sample belongs to. */
    record Classification(List<String> classes) implements Task {
        public Classification {
            classes = List.copyOf(classes);
        }

        @Override
        public int width() {
            return classes.size();
        }
    }

    /** So many numbers for each sample. */
    record Regression(int width) implements Task {}
}
