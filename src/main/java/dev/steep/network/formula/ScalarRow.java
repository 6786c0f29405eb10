package dev.steep.network.formula;

import java.util.List;

/** The numbers of a tape's scalars, in its order. As long as they stay the same they are worked out once. */
public final class ScalarRow {
    private final Scalar[] scalars;
    private final boolean steady;
    private double[] last = new double[0];
    private StepContext lastContext = StepContext.of(0, -1);

    public ScalarRow(List<Scalar> scalars) {
        this.scalars = scalars.toArray(Scalar[]::new);
        steady = scalars.stream().allMatch(Scalar::steady);
    }

    /** Not to be changed. */
    public double[] at(StepContext now) {
        if (!steady || !now.alike(lastContext)) {
            last = new double[scalars.length];
            for (int i = 0; i < last.length; i++) {
                last[i] = scalars[i].at(now);
            }
            lastContext = now;
        }
        return last;
    }
}
