package dev.steep.engine.baseline;

import dev.steep.catalog.Numbers;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Supply;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A simple model that is fitted, in slices, to the training part of what a network is given. Of a large part a share is taken, at even
 * distances.
 */
public final class BaselineFit {
    /** Numbers that one model is fitted to at the most. */
    private static final int FITTED = 4_000_000;

    private static final int MOST_TERMS = 300;

    /** Numbers that are gathered between two looks at the clock. */
    private static final int CHUNK = 1 << 15;

    private final Supply supply;
    private final BaselineKind kind;
    private final boolean classes;
    private final int outputs;
    private final Terms terms;
    private final int[] rows;
    private final float[] one;
    private Optional<SampleMatrix> x = Optional.empty();
    private Baseline model = new Constant(new double[1], 1);
    private int gathered;
    private boolean begun;
    private boolean fitted;

    public BaselineFit(Supply supply, Split split, BaselineKind kind) {
        this.supply = supply;
        this.kind = kind;
        classes = supply.y() instanceof Target.Classes;
        outputs = supply.y().width();
        terms = new Terms(supply, kind == BaselineKind.POLYNOMIAL && supply.x().size() <= MOST_TERMS);
        int each = terms.count() + outputs;
        rows = SampleMatrix.some(split.training(), each, kind == BaselineKind.NEIGHBOURS ? FITTED / 4 : FITTED);
        one = new float[terms.count()];
    }

    public String words() {
        return kind.words(classes, supply.x().size());
    }

    /** What it is called in scikit-learn. */
    public String standard() {
        return kind.standard(classes);
    }

    /** Why it is not fitted to these data, if so. */
    public Optional<String> hindrance() {
        int width = supply.x().size();
        boolean wide = kind == BaselineKind.POLYNOMIAL && (width > MOST_TERMS || Terms.count(width) > MOST_TERMS)
                || kind == BaselineKind.LINE && !classes && width > LinearFit.WIDEST;
        return wide
                ? Optional.of("left out: " + Numbers.grouped(width) + " inputs are too many")
                : rows.length == 0 ? Optional.of("left out: no training samples") : Optional.empty();
    }

    /** The training samples that it is fitted to. */
    int[] rows() {
        return rows;
    }

    /** Goes on until the slice is over, at least a little; returns whether it is fitted. */
    public boolean advance(BooleanSupplier over) {
        while (!fitted && hindrance().isEmpty()) {
            if (kind == BaselineKind.CONSTANT) {
                model = new Constant(targets(), outputs);
                fitted = true;
            } else if (begun) {
                fitted = model.advance(over);
            } else {
                gather();
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        return fitted || hindrance().isPresent();
    }

    /** About how much of fitting is done, 0 to 1. */
    double share() {
        return fitted ? 1 : begun ? model.share() : 0;
    }

    private void gather() {
        SampleMatrix all = x.orElseGet(() -> new SampleMatrix(rows.length, terms.count()));
        x = Optional.of(all);
        int end = Math.min(rows.length, gathered + Math.max(1, CHUNK / all.width()));
        for (; gathered < end; gathered++) {
            terms.of(rows, gathered, all.x(), gathered * all.width());
        }
        if (gathered == rows.length) {
            double[] y = targets();
            model = kind == BaselineKind.NEIGHBOURS
                    ? new Neighbours(all, y, outputs)
                    : classes ? new Logistic(all, y, outputs) : new LinearFit(all, y, outputs);
            begun = true;
        }
    }

    /** Classes one-hot, numbers as the network learns them. */
    private double[] targets() {
        double[] y = new double[rows.length * outputs];
        supply.y().gather(rows, 0, rows.length, y);
        for (int i = 0; i < y.length && !classes; i++) {
            y[i] = supply.answers().apply(y[i], i % outputs);
        }
        return y;
    }

    /** How many numbers it says of a sample. */
    public int outputs() {
        return outputs;
    }

    /** What it says of a sample that is prepared as for the network: the probability of each class, or numbers in their own unit. */
    public void predict(float[] prepared, double[] says) {
        terms.of(prepared, one);
        said(says);
    }

    /** The same of a sample of the data set. */
    void predict(int[] of, int place, double[] says) {
        terms.of(of, place, one, 0);
        said(says);
    }

    private void said(double[] says) {
        model.predict(one, says);
        for (int i = 0; i < outputs && !classes; i++) {
            says[i] = supply.answers().undo(says[i], i);
        }
    }
}
