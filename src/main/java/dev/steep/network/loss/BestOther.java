package dev.steep.network.loss;

import static dev.steep.network.formula.Letters.P;
import static dev.steep.network.formula.Letters.T;

import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Pool;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import dev.steep.tape.Window;

/** A loss that compares the right class with the best of the others. */
final class BestOther {
    private BestOther() {}

    /** The largest of (1 - t) p and the sum of t p, as Keras has them, in the places of p and t of the formula; one number per sample. */
    static Value hinge(Tape tape, Expr formula, Value p, Value target) {
        int classes = p.size();
        Value others = tape.elementwise("loss/others", Expr.c(1).minus(T).times(P), p, target);
        Value row = tape.reshape("loss/others/row", others, Shape.of(1, classes, 1));
        Window window = new Window(Window.Axis.valid(1, 1, 1, 1), Window.Axis.valid(classes, classes, 1, 1));
        Value best = tape.reshape(
                "loss/others/best", tape.pool("loss/others/largest", Pool.Operation.MAX, row, window), Shape.SCALAR);
        Value right = tape.sumEach("loss/right", tape.elementwise("loss/right/each", T.times(P), p, target));
        return tape.elementwise("loss/terms", formula, best, right);
    }
}
