package dev.steep.network.loss;

import dev.steep.math.Shape;
import java.util.List;

/** What a network is asked: which class, how much, or what it was given. */
public sealed interface Task {
    /** How many numbers say it: one for each class, or the numbers themselves. */
    int width();

    /** The shape in which it says them. */
    default Shape shape() {
        return Shape.of(width());
    }

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

    /** The sample itself, as the network is given it: what an autoencoder learns. */
    record Reconstruction(Shape shape) implements Task {
        @Override
        public int width() {
            return shape.size();
        }
    }
}
