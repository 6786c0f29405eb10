package dev.steep.reference;

import dev.steep.tape.Match;

/** Whether two vectors are largest at the same place. */
final class MatchTask implements StepTask {
    private final double[] prediction;
    private final double[] target;
    private final double[] hits;
    private final int classes;

    MatchTask(Match step, ValueArrays memory) {
        prediction = memory.of(step.prediction());
        target = memory.of(step.target());
        hits = memory.of(step.output());
        classes = step.prediction().size();
    }

    @Override
    public void run(int samples) {
        for (int s = 0; s < samples; s++) {
            int start = s * classes;
            hits[s] = place(prediction, start) == place(target, start) ? 1 : 0;
        }
    }

    /** The first of the largest. */
    private int place(double[] x, int start) {
        int place = start;
        for (int i = start + 1; i < start + classes; i++) {
            if (x[i] > x[place]) {
                place = i;
            }
        }
        return place;
    }
}
